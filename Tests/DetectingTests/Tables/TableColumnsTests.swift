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

  /// A table of more columns than the processor's memory holds the tallies of, most of them codes, empty or repeated.
  static func wideTable(seed: UInt64, rows: Int) -> [String] {
    var generator = SeededGenerator(seed: seed)
    var numbers = SyntheticNumbers(seed: seed)
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    let width = TableDetector.wide + next(200)
    // Half of them without a heading: the number's label stands in a cell of each record, or nowhere.
    let hasHeading = seed % 2 == 0
    var lines =
      hasHeading
      ? [(0..<width).map { $0 == width - 1 ? "個人番号" : "氏名\($0)" }.joined(separator: ",")] : []
    let kinds = (0..<width).map { _ in next(8) }
    for _ in 0..<rows {
      var cells = kinds.map { kind in
        switch kind {
        case 0: ""
        case 1: "x1"
        case 2: "\(next(30))"
        case 3: ["a", "b", "男", "済"][next(4)]
        case 4: "k\(next(90))"
        case 5: "20\(10 + next(15))-0\(1 + next(9))-1\(next(10))"
        case 6: "山田太郎"
        default: "1\(next(9))\(next(9)) 回"
        }
      }
      cells[width - 1] = numbers.myNumber()
      switch next(12) {
      case 0: cells.removeLast(next(300))
      case 1: cells[next(width)] = "連絡先は 090-1234-56\(generator.digits(2))、担当 鈴木"
      case 2: for column in 0..<64 { cells[column] = ["氏名", "住所", "備考", "x"][next(4)] }
      case 3 where hasHeading: cells = lines[0].split(separator: ",").map(String.init)
      case 5: cells[width - 2] = "個人番号"
      case 4: cells[0] = "氏名0"
      default: break
      }
      lines.append(cells.joined(separator: ","))
    }
    return lines
  }

  @Test(
    "Tables of very many columns as well",
    arguments: [(1, 100_000), (2, 9_000), (3, 0), (4, 20_000), (5, 7_000), (6, 100_000)]
      as [(UInt64, Int)])
  func sameFindingsInWideTables(seed: UInt64, budget: Int) {
    let lines = Self.wideTable(seed: seed, rows: 40)
    let expected = Self.shown(Self.findings(lines, rowsPerBlock: 1, budget: budget))
    #expect(expected.contains { $0.contains("myNumber") })
    for rowsPerBlock in [2, 5, 200] {
      #expect(
        Self.shown(Self.findings(lines, rowsPerBlock: rowsPerBlock, budget: budget)) == expected)
    }
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
    var stored = 0
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
      block.origin = TextOrigin(checkpoints: [.init(decoded: 0, stored: stored)])
      stored += bytes.count
      // The kernels look at whole blocks of 64 bytes.
      bytes += [UInt8](repeating: 0x2C, count: 160)
      document.rows(bytes.span, block)
      first = end
    }
    document.endTable()
    return document.finish().findings
  }

  /// All that a finding says.
  static func shown(_ findings: [Finding]) -> [String] {
    findings.map {
      "\($0.type) \($0.count) \($0.distinct) \($0.confidence) \($0.location) \($0.places) "
        + $0.evidence.map { "\($0)" }.joined(separator: " ")
    }
  }

  /// Pages of a print file repeat the heading, of which a cell may begin with a digit as data do.
  @Test("A heading of years that comes again is no record", arguments: [100, 100_000])
  func headingsOfYears(budget: Int) {
    var lines = ["氏名,2024年,2025年,個人番号"]
    var numbers = SyntheticNumbers(seed: 5)
    for row in 0..<600 {
      let name = ["佐藤", "鈴木", "髙橋", "田中"][row % 4] + ["花子", "一郎", "美咲"][row % 3]
      lines.append("\(name),\(row),\(row * 3),\(numbers.myNumber())")
      if row % 97 == 50 { lines.append(lines[0]) }
    }
    let expected = Self.shown(Self.findings(lines, rowsPerBlock: 1, budget: budget))
    #expect(expected.contains { $0.hasPrefix("myNumber 600 ") })
    #expect(expected.contains { $0.hasPrefix("personName 600 ") })
    for rowsPerBlock in [40, 1_000] {
      #expect(
        Self.shown(Self.findings(lines, rowsPerBlock: rowsPerBlock, budget: budget)) == expected)
    }
  }

  /// Lists of customers and of their numbers take turns: each is one table, however often its heading comes again.
  @Test("Tables that take turns are as many as their headings", arguments: [1, 7, 5_000])
  func tablesThatTakeTurns(rowsPerBlock: Int) {
    var numbers = SyntheticNumbers(seed: 9)
    var lines: [String] = []
    for turn in 0..<200 {
      lines.append("氏名,個人番号,電話番号")
      for row in 0..<3 {
        let name = ["佐藤", "鈴木", "髙橋"][row] + ["花子", "一郎", "美咲", "健太"][turn % 4]
        lines.append("\(name),\(numbers.myNumber()),090-1234-\(1_000 + turn)")
      }
      lines.append("番号,個人番号,備考")
      for row in 0..<2 { lines.append("\(turn * 2 + row),\(numbers.myNumber()),なし") }
    }
    let findings = Self.findings(lines, rowsPerBlock: rowsPerBlock, budget: 100_000)
    let found = findings.filter { $0.type == .myNumber }
    #expect(found.map(\.count) == [600, 400])
    #expect(found.map { $0.places.first?.line } == [2, 6])
    #expect(findings.filter { $0.type == .personName }.map(\.count) == [600])
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
