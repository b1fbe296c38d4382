import Inventory
import Rules
import TestSupport

@testable import Detecting

/// Detects in tables and texts written in a test, with the rules of the program.
enum DetectionHarness {
  static let rules: RuleSet? = try? RuleSet.bundled()

  /// Findings of a table: cells parted by commas, rows by line breaks.
  ///
  /// No quotes.
  static func table(_ text: String, places: ExaminationSettings.Places = .first) -> [Finding] {
    guard let document = document(places) else { return [] }
    document.begin(.csv)
    push(table: text, into: document)
    return document.finish().findings
  }

  /// What the tables of one page give, each written as for ``table(_:places:)``.
  static func tables(
    _ texts: [String]
  ) -> (findings: [Finding], persons: PersonEvidence, hasTooMany: Bool) {
    guard let document = document(.first) else { return ([], PersonEvidence(), false) }
    document.begin(.html)
    for text in texts { push(table: text, into: document) }
    let result = document.finish()
    return (result.findings, result.persons, document.hasTooManyFindings)
  }

  private static func push(table text: String, into document: DocumentDetector) {
    document.beginTable(TableHint())
    let bytes = Array(text.utf8)
    var block = RowBlock()
    var line = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let first = block.cells.count
      var cell = start
      while cell <= end {
        let stop = bytes[cell..<end].firstIndex(of: 0x2C) ?? end
        block.cells.append(RowBlock.Cell(start: UInt32(cell), end: UInt32(stop)))
        cell = stop + 1
      }
      block.rows.append(
        RowBlock.Row(firstCell: first, count: block.cells.count - first, line: line))
      line += 1
      start = end + 1
    }
    document.rows(bytes.span, block)
    document.endTable()
  }

  /// Findings of running text.
  static func text(_ text: String) -> [Finding] {
    guard let document = document(.first) else { return [] }
    document.begin(.text)
    let bytes = Array(text.utf8)
    document.lines(bytes.span, LineBlock())
    return document.finish().findings
  }

  /// Hands a text on in blocks of whole lines.
  ///
  /// - Parameter isWhole: Told the bytes and lines of a block so far, behind each line's end; whether the next block begins.
  static func push(
    _ text: String, into document: DocumentDetector, isWhole: (_ bytes: Int, _ lines: Int) -> Bool
  ) {
    let bytes = Array(text.utf8)
    var start = 0
    var line = 1
    while start < bytes.count {
      var end = start
      var lines = 0
      repeat {
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        if end < bytes.count {
          lines += 1
          end += 1
        }
      } while end < bytes.count && !isWhole(end - start, lines)
      var block = LineBlock()
      block.firstLine = line
      block.origin = TextOrigin(checkpoints: [.init(decoded: 0, stored: start)])
      document.lines(bytes.span.extracting(start..<end), block)
      start = end
      line += lines
    }
  }

  private static func document(_ places: ExaminationSettings.Places) -> DocumentDetector? {
    guard let rules else { return nil }
    let settings = ExaminationSettings(places: places, countingKey: (0x5EED, 0xC0FFEE))
    return Detector(rules: rules, settings: settings)
      .makeDocument(ExaminationJob(size: nil, nameExtension: ""))
  }

  /// The accepted types, each once.
  static func types(_ findings: [Finding]) -> Set<DataType> {
    Set(findings.filter { $0.confidence >= 0.5 }.map(\.type))
  }
}

/// Synthetic numbers, drawn from a seeded generator; no real person's.
struct SyntheticNumbers {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func digits(_ count: Int) -> String {
    String((0..<count).map { _ in Character(String(generator.next() % 10)) })
  }

  /// Twelve digits with the check digit of My Numbers.
  mutating func myNumber() -> String {
    let body = digits(11)
    let weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
    let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    let rest = sum % 11
    return body + String(rest <= 1 ? 0 : 11 - rest)
  }

  /// Twelve digits whose last is the rest of the others by 7, as on parcels.
  mutating func parcel() -> String {
    let body = digits(11)
    return body + String((Int(body) ?? 0) % 7)
  }

  /// A licence: Tokyo, a year, a serial, the check digit, no reissue.
  mutating func licence() -> String {
    let body = "30" + String(10 + generator.next() % 14) + digits(6)
    let weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
    let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return body + String((11 - sum % 11) % 10) + "0"
  }

  /// A date and time to the minute.
  mutating func stamp() -> String {
    func two(_ value: UInt64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "202" + String(generator.next() % 6) + two(generator.next() % 12 + 1)
      + two(generator.next() % 28 + 1) + two(generator.next() % 24) + two(generator.next() % 60)
  }
}
