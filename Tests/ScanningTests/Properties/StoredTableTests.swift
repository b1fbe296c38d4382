import Foundation
import Inventory
import Rules
import TestSupport
import Testing

@testable import Detecting
@testable import Extracting

/// Long tables in CP932 are read as they are stored; what is found must be what the decoded text gives.
///
/// All names and numbers are made up.
@Suite("Tables in CP932 as they are stored") struct StoredTableTests {
  private static let rules: RuleSet? = try? RuleSet.bundled()

  /// Counts the records that were taken as they are stored.
  private final class Counting: CellSink {
    let document: DocumentDetector
    var stored = 0

    init(_ document: DocumentDetector) { self.document = document }

    func begin(_ format: ContentFormat) { document.begin(format) }
    func beginTable(_ hint: TableHint) { document.beginTable(hint) }
    func rows(_ text: Span<UInt8>, _ block: borrowing RowBlock) { document.rows(text, block) }
    var takesStoredRows: Bool { document.takesStoredRows }
    func storedRows(
      _ text: Span<UInt8>, _ block: borrowing RowBlock, from start: Int,
      _ decoder: any CellDecoder
    ) -> Int {
      let end = document.storedRows(text, block, from: start, decoder)
      stored += end - start
      return end
    }
    func endTable() { document.endTable() }
    func value(
      _ text: Span<UInt8>, _ value: borrowing TreeValue, _ positions: borrowing TreePositions
    ) { document.value(text, value, positions) }
    func lines(_ text: Span<UInt8>, _ block: borrowing LineBlock) { document.lines(text, block) }
  }

  static func table(seed: UInt64, rows: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    let families = ["佐藤", "高橋", "渡辺", "山田"]
    let lineEnd = seed % 2 == 0 ? "\r\n" : "\n"
    var bytes: [UInt8] = []
    func append(_ line: String) {
      bytes += Array((line + lineEnd).data(using: .shiftJIS) ?? Data())
    }
    append(SeededGenerator.personHeading)
    for row in 0..<rows {
      var cells = generator.person(
        row, families: families, kana: seed % 3 == 0 ? "ｻﾄｳ ﾊﾅｺ" : "サトウ　ハナコ")
      switch next(40) {
      case 0: cells[next(10)] = ""
      case 1: cells[next(10)] = " 該当なし "
      case 2: cells[9] = "連絡先は 090-1234-56\(generator.digits(2))、担当 鈴木"
      case 3: cells.removeLast(next(9))
      case 4: cells[1] = "株式会社さくら"
      case 5: cells[9] = "\"二行の\(lineEnd)\"\"備考\"\"、ソ\""
      case 6: cells[3] = "平成2年1月3日"
      case 7: cells[2] = "　ｻﾄｳ ﾊﾅｺ"
      case 8: cells = cells.map { _ in "東京都" }
      default: break
      }
      append(cells.joined(separator: ","))
      // A byte that fits no character, and a line that another program appended in UTF-8.
      if seed % 4 == 3, next(300) == 0 { bytes += [0x41, 0xFD, 0x2C, 0x31, 0x0A] }
      if seed % 4 == 2, next(300) == 0 { bytes += Array("追加の行,鈴木　一郎,1\n".utf8) }
    }
    return bytes
  }

  private func findings(
    _ bytes: [UInt8], places: ExaminationSettings.Places, storing: Bool
  ) throws -> (findings: [Finding], bad: Int, stored: Int) {
    let rules = try #require(Self.rules)
    let settings = ExaminationSettings(places: places, countingKey: (0x5EED, 0xC0FFEE))
    let document = Detector(rules: rules, settings: settings)
      .makeDocument(ExaminationJob(size: nil, nameExtension: "csv"))
    document.context.distinctBudget = 500
    var reader = TextReader(
      MemorySource(bytes), decision: EncodingDecision(.cp932), blockSize: 16_384)
    let counting = Counting(document)
    let sink: any CellSink = storing ? counting : DecodedSink(document)
    _ = try TableExtractor.extract(&reader, TableDialect(delimiter: 0x2C), into: sink)
    #expect(reader.bytesRead == bytes.count)
    return (document.finish().findings, reader.badBytes, counting.stored)
  }

  @Test("The same findings, places and bad bytes", arguments: 0..<8)
  func same(seed: Int) throws {
    let bytes = Self.table(seed: UInt64(seed), rows: 1_500)
    let places: ExaminationSettings.Places = seed < 6 ? .first : .all
    let expected = try findings(bytes, places: places, storing: false)
    let found = try findings(bytes, places: places, storing: true)
    #expect(expected.findings.count >= 6)
    #expect(found.bad == expected.bad)
    #expect(found.stored > 300)
    for (one, other) in zip(found.findings, expected.findings) where one != other {
      #expect(one == other)
    }
    #expect(found.findings.count == expected.findings.count)
  }
}
