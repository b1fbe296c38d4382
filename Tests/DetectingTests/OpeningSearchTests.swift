import Inventory
import ScanKernels
import TestSupport
import Testing

@testable import Detecting

/// Names are made up; no real person is meant.
@Suite("Bare names in a document")
struct OpeningSearchTests {
  private static let line = "昨日は佐藤健太郎が駅まで歩いた。\n"

  private static func bare(_ findings: [Finding]) -> [Finding] {
    findings.filter { $0.evidence.contains(.note("bare-name")) }
  }

  /// A text in blocks of so many bytes, each cut behind a line.
  private static func report(
    _ text: String, blockBytes: Int = .max, filter: Detector.Filter = .on(.best),
    format: ContentFormat = .text
  ) -> (findings: [Finding], persons: PersonEvidence) {
    guard let rules = DetectionHarness.rules else { return ([], PersonEvidence()) }
    let document = Detector(
      rules: rules, settings: ExaminationSettings(places: .all, countingKey: (1, 2)),
      filter: filter
    ).makeDocument(ExaminationJob(size: nil, nameExtension: ""))
    document.begin(format)
    DetectionHarness.push(text, into: document) { bytes, _ in bytes >= blockBytes }
    let result = document.finish()
    return (result.findings, result.persons)
  }

  @Test func theyAreMarkedAndPlaced() {
    let found = Self.bare(Self.report("表題\n" + Self.line).findings)
    #expect(found.map(\.type) == [.personName])
    #expect(found.first?.count == 1)
    #expect(found.first?.places.first?.line == 2)
    #expect(found.first?.places.first?.column == 4)
    #expect(found.first?.places.first?.byteOffset == Array("表題\n昨日は".utf8).count)
  }

  /// They alone make nobody's data: whether a person stands in the file is left open.
  @Test func aloneTheyMakeNoPersons() {
    let report = Self.report(String(repeating: Self.line, count: 200))
    #expect(report.findings.allSatisfy { $0.evidence.contains(.note("bare-name")) })
    #expect(report.persons.standing == .unclear)
  }

  /// What says more keeps its place: a label, an honorific.
  @Test(arguments: ["氏名：佐藤健太郎", "佐藤健太郎様", "佐藤健太郎と申します。", "担当：佐藤 健太郎"])
  func aNameThatIsPointedOutIsNotBare(text: String) {
    let found = Self.report(text).findings.filter { $0.type == .personName }
    #expect(found.count == 1)
    #expect(Self.bare(found).isEmpty)
  }

  @Test func anExampleIsLow() {
    let found = Self.bare(Self.report("記入例 佐藤健太郎").findings)
    #expect(found.allSatisfy { $0.confidence < 0.5 })
  }

  @Test func sourceCodeIsNotRead() {
    #expect(Self.bare(Self.report(Self.line, format: .sourceCode).findings).isEmpty)
  }

  /// The first 64 KiB of text count, however the text comes, with the filter and without.
  @Test(arguments: [1, 100, 5_000, 70_000, .max])
  func theReachIsTheSameForAnyBlocks(blockBytes: Int) {
    let text = String(repeating: Self.line, count: 3_000)
    let within = (OpeningSearch.reach + Self.line.utf8.count - 1) / Self.line.utf8.count
    for filter in [Detector.Filter.off, .on(.best)] {
      let found = Self.bare(Self.report(text, blockBytes: blockBytes, filter: filter).findings)
      #expect(found.first?.count == within)
      #expect(found.first?.places.last?.line == within)
    }
  }

  /// A line as long as no prose is passed over.
  @Test func veryLongLinesArePassedOver() {
    let long = String(repeating: "あ", count: 8_000) + "佐藤健太郎が\n"
    #expect(Self.bare(Self.report(long).findings).isEmpty)
    #expect(Self.bare(Self.report(long + Self.line).findings).first?.count == 1)
  }
}
