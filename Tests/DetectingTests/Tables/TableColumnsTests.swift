import Inventory
import TestSupport
import Testing

@testable import Detecting

/// Dense tables are taken column by column; what is found must be what row by row finds.
///
/// All names and numbers are made up.
@Suite("Tables taken column by column") struct TableColumnsTests {
  /// A table with columns of every kind that settles, with some cells that fit no kind.
  static func table(seed: UInt64, rows: Int) -> [String] {
    var generator = SeededGenerator(seed: seed)
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    let families = ["佐藤", "髙橋", "渡邉", "山田"]
    var lines = [SeededGenerator.personHeading]
    for row in 0..<rows {
      var cells = generator.person(row, families: families)
      switch next(40) {
      case 0: cells[next(10)] = ""
      case 1: cells[next(10)] = " 該当なし "
      case 2: cells[9] = "連絡先は 090-1234-56\(generator.digits(2))、担当 鈴木"
      case 3: cells.removeLast(next(9))
      case 4: cells[1] = "株式会社さくら"
      case 5: cells[8] = generator.digits(12)
      case 6: cells[3] = "平成2年1月3日"
      case 7: cells[2] = "　ｻﾄｳ ﾊﾅｺ"
      default: break
      }
      lines.append(cells.joined(separator: ","))
    }
    return lines
  }

  /// What a table's findings are, read in blocks of so many rows, with so many distinct values to count.
  static func findings(_ lines: [String], rowsPerBlock: Int, budget: Int) -> [Finding] {
    guard let rules = DetectionHarness.rules else { return [] }
    let settings = ExaminationSettings(places: .first, countingKey: (0x5EED, 0xC0FFEE))
    let document = Detector(rules: rules, settings: settings)
      .makeDocument(ExaminationJob(size: nil, nameExtension: "csv"))
    document.context.distinctBudget = budget
    document.begin(.csv)
    document.beginTable(TableHint())
    var first = 0
    while first < lines.count {
      let end = min(lines.count, first + rowsPerBlock)
      var bytes: [UInt8] = []
      var block = RowBlock()
      for line in first..<end {
        let cells = block.cells.count
        for cell in lines[line].split(separator: ",", omittingEmptySubsequences: false) {
          let start = bytes.count
          bytes += Array(cell.utf8)
          block.cells.append(RowBlock.Cell(start: UInt32(start), end: UInt32(bytes.count)))
          bytes.append(0x2C)
        }
        block.rows.append(
          RowBlock.Row(firstCell: cells, count: block.cells.count - cells, line: line + 1))
      }
      block.firstRow = first + 1
      // The kernels look at whole blocks of 64 bytes.
      bytes += [UInt8](repeating: 0x2C, count: 160)
      document.rows(bytes.span, block)
      first = end
    }
    document.endTable()
    return document.finish().findings
  }

  /// All but the places' offsets, which are relative to the blocks of this test.
  static func shown(_ findings: [Finding]) -> [String] {
    findings.map {
      "\($0.type) \($0.count) \($0.distinct) \($0.confidence) \($0.location) \($0.places.count) "
        + $0.evidence.map { "\($0)" }.joined(separator: " ")
    }
  }

  @Test(
    "Blocks of any size give the same, also when distinct values run out on the way",
    arguments: [(1, 100_000), (2, 2_000), (3, 500), (4, 0), (5, 7_000)] as [(UInt64, Int)])
  func sameFindings(seed: UInt64, budget: Int) {
    let lines = Self.table(seed: seed, rows: 1_400)
    // One row a block is never taken by columns.
    let expected = Self.shown(Self.findings(lines, rowsPerBlock: 1, budget: budget))
    #expect(expected.count >= 6)
    for rowsPerBlock in [100, 2_000] {
      #expect(
        Self.shown(Self.findings(lines, rowsPerBlock: rowsPerBlock, budget: budget)) == expected)
    }
  }
}
