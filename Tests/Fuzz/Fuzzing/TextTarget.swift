import Detecting
import Extracting
import Inventory
import Rules
import ScanKernels

/// Running text: passing over lines that hold nothing must lose nothing, with and without expressions of an organisation.
///
/// The first byte says whether the rest is repeated, and whether such expressions are there.
final class TextTarget: FuzzTarget {
  private static let mostBytes = 48 << 10
  private let plain: [Detector]
  private let own: [Detector]

  init() {
    guard let rules = try? RuleSet.bundled() else { preconditionFailure("the packs do not read") }
    guard let more = try? rules.adding([PackFile(name: "own.yaml", bytes: Array(Self.pack.utf8))])
    else { preconditionFailure("the made-up pack does not read") }
    func detectors(_ rules: RuleSet) -> [Detector] {
      let filters: [Detector.Filter] = [.off, .on(.best), .on(.portable)]
      return filters.map {
        Detector(
          rules: rules, settings: ExaminationSettings(places: .all, countingKey: (1, 2)),
          filter: $0)
      }
    }
    plain = detectors(rules)
    own = detectors(more)
  }

  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first, bytes.count > 1 else { return }
    var content = Array(bytes.dropFirst())
    if first & 1 != 0 {
      // What is noted at a time is shorter than a long text.
      let times = min(1 + Int(first >> 2), Self.mostBytes / content.count)
      content = Array(repeatElement(content, count: max(1, times)).joined())
    }
    let detectors = first & 2 != 0 ? own : plain
    var expected: [Finding] = []
    for (index, detector) in detectors.enumerated() {
      let job = ExaminationJob(size: content.count, nameExtension: "log", textOnly: true)
      let document = detector.makeDocument(job)
      _ = Extractor.extract(MemorySource(content), job: job, into: document)
      let findings = document.finish().findings
      if index == 0 { expected = findings }
      require(findings == expected, "lines that are passed over hold nothing")
    }
  }

  /// A pack with three triggers: a word, a sign, none.
  ///
  /// All values are made up.
  private static let pack = """
    id: acme.employee-code
    type: employee-number
    name: {ja: 社員番号, en: Employee code}
    patterns:
      - id: word
        regex: 'ZQX-[A-Z]{6}'
        literal: [ZQX]
      - id: sign
        regex: '[a-z]+@acme'
        trigger: at
      - id: bare
        regex: 'V[A-Z]{7}'
        check: null
    headings: {strong: [社員番号], weak: [社員], against: [社員数]}
    near: {for: [社員], against: [注文]}
    weights: {prior: -3.0, heading: 4.0, near: 2.0}
    sources: [{title: 会員規約, read: 2026-11-23}]
    examples:
      - {text: '社員番号: ZQX-KJHGFD', found: ZQX-KJHGFD}
      - {text: '社員番号: plmnbv@acme', found: plmnbv@acme}
      - {text: '社員番号: VTREWQAS', found: VTREWQAS}
    counterexamples:
      - {text: '商品番号 ZQX-KJHGFD', why: goods}
      - {text: 'XVTREWQAS9', why: letters around it}
      - {text: '社員番号: 未登録', why: no value}
      - {text: 'order ZQX-KJHGFD shipped', why: an order number}
      - {text: '注文 VTREWQAS', why: an order number}
    """
}
