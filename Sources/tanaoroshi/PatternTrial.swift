import Detecting
import Inventory
import Rules

/// Runs the examples of packs through the detector, as a scan would read them.
struct PatternTrial {
  /// From this probability on a finding counts, as in the sums of a report.
  static let confidence = 0.5

  private let detector: Detector

  init(_ rules: RuleSet) {
    detector = Detector(rules: rules, settings: ExaminationSettings(places: .none))
  }

  /// How the examples of one pack came out: numbers of those that failed, from 1.
  struct Result {
    /// Examples in which the type was not found.
    var missed: [Int] = []
    /// Counter-examples in which the type was found.
    var wronglyFound: [Int] = []
    var tried = 0

    var failures: Int { missed.count + wronglyFound.count }
  }

  /// Tries all examples of a pack.
  ///
  /// A rule that only tells a look-alike apart reports nothing, so that it has nothing to be tried on here.
  func result(_ outcome: PackCheck.Outcome) -> Result {
    var result = Result()
    guard let type = outcome.rule.dataType else { return result }
    for example in outcome.examples {
      result.tried += 1
      if !finds(type, in: example.text) { result.missed.append(example.number) }
    }
    for example in outcome.counterexamples {
      result.tried += 1
      if finds(type, in: example.text) { result.wronglyFound.append(example.number) }
    }
    return result
  }

  /// Whether the text holds the type: read as lines, and as a table where it has a line above another.
  private func finds(_ type: DataType, in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return readsAsText(type, bytes)
      || bytes.contains(UInt8(ascii: "\n")) && readsAsTable(type, bytes)
  }

  private func readsAsText(_ type: DataType, _ bytes: [UInt8]) -> Bool {
    let document = detector.makeDocument(ExaminationJob(size: bytes.count, nameExtension: "txt"))
    document.begin(.text)
    document.lines(bytes.span, LineBlock())
    return Self.holds(type, document)
  }

  private func readsAsTable(_ type: DataType, _ bytes: [UInt8]) -> Bool {
    let hasTabs = bytes.contains(UInt8(ascii: "\t"))
    let document = detector.makeDocument(
      ExaminationJob(size: bytes.count, nameExtension: hasTabs ? "tsv" : "csv"))
    document.begin(hasTabs ? .tsv : .csv)
    document.beginTable(TableHint())
    document.rows(bytes.span, Self.block(bytes, separator: UInt8(ascii: hasTabs ? "\t" : ",")))
    document.endTable()
    return Self.holds(type, document)
  }

  /// The lines as records; examples hold no quotes.
  private static func block(_ bytes: [UInt8], separator: UInt8) -> RowBlock {
    var block = RowBlock()
    var start = 0
    var firstCell = 0
    var line = 1
    func isEnd(_ index: Int) -> Bool { index == bytes.count || bytes[index] == 0x0A }
    for index in 0...bytes.count where isEnd(index) || bytes[index] == separator {
      block.cells.append(RowBlock.Cell(start: UInt32(start), end: UInt32(index)))
      start = index + 1
      guard isEnd(index) else { continue }
      block.rows.append(
        RowBlock.Row(firstCell: firstCell, count: block.cells.count - firstCell, line: line))
      firstCell = block.cells.count
      line += 1
    }
    return block
  }

  private static func holds(_ type: DataType, _ document: DocumentDetector) -> Bool {
    document.finish().findings.contains { $0.type == type && $0.confidence >= confidence }
  }
}
