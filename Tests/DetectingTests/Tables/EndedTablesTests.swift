import Inventory
import TestSupport
import Testing

@testable import Detecting

/// Tables of one document that end and go on, and how many of them wait.
///
/// All names and numbers are made up.
@Suite("Tables that have ended") struct EndedTablesTests {
  /// Three persons under a heading.
  ///
  /// - Parameter before: What stands before each name.
  private static func list(
    _ heading: String, _ numbers: inout SyntheticNumbers, before: String = ""
  ) -> String {
    let rows = ["佐藤花子", "鈴木一郎", "高橋美咲"].map { "\(before)\($0),\(numbers.myNumber())" }
    return ([heading] + rows).joined(separator: "\n") + "\n"
  }

  @Test("Tables of a page with the same heading are one, with the persons of all")
  func sameHeading() {
    var numbers = SyntheticNumbers(seed: 3)
    let tables = (0..<700).map { number in
      Self.list(number % 2 == 0 ? "氏名,個人番号" : "担当者名,マイナンバー", &numbers)
    }
    let result = DetectionHarness.tables(tables)
    let found = result.findings.filter { $0.type == .myNumber }
    #expect(found.map(\.count) == [1_050, 1_050])
    #expect(found.map(\.location).map(Self.heading) == ["個人番号", "マイナンバー"])
    #expect(result.persons.estimate >= 1_050)
  }

  @Test("A table without heading is one by itself")
  func withoutHeading() {
    var numbers = SyntheticNumbers(seed: 4)
    let plain = Self.list("氏名,個人番号", &numbers).drop { $0 != "\n" }.dropFirst()
    let result = DetectionHarness.tables([String(plain), String(plain)])
    #expect(result.findings.filter { $0.type == .myNumber }.map(\.count) == [3, 3])
  }

  /// Headings that all differ: as many are judged as come, in their order, though 512 wait at most.
  @Test("Tables under headings of their own are judged on the way, in their order")
  func ownHeadings() {
    var numbers = SyntheticNumbers(seed: 5)
    let tables = (0..<1_200).map { Self.list("氏名\($0),個人番号\($0)", &numbers) }
    let found = DetectionHarness.tables(tables).findings.filter { $0.type == .myNumber }
    #expect(found.map(\.location).map(Self.heading) == (0..<1_200).map { "個人番号\($0)" })
  }

  @Test("So do tables below each other in one file, which are not told apart by their container")
  func oneBelowTheOther() {
    var numbers = SyntheticNumbers(seed: 6)
    let places = ["本社", "支店", "工場", "倉庫", "本店", "支社", "営業所", "事務所", "研究所", "出張所", "寮"]
    let text = places.flatMap { one in places.flatMap { two in places.map { one + two + $0 } } }
      .prefix(1_200).map { Self.list("\($0),氏名,個人番号", &numbers, before: "済,") }
      .joined()
    let found = DetectionHarness.table(text).filter { $0.type == .myNumber }
    #expect(found.count == 1_200)
    #expect(found.allSatisfy { $0.count == 3 })
  }

  @Test("Of more findings than a report takes the first are kept, and it is said")
  func tooMany() throws {
    var numbers = SyntheticNumbers(seed: 7)
    let tables = (0..<8_300).map { Self.list("氏名\($0),個人番号\($0)", &numbers) }
    let result = DetectionHarness.tables(tables)
    #expect(result.hasTooMany)
    #expect(result.findings.count == ContentReport.mostFindings)
    #expect(!DetectionHarness.tables(Array(tables[..<8_000])).hasTooMany)
  }

  @Test(
    "Hits in cells of very many columns are counted as running text when too many columns have some"
  )
  func remarks() {
    var numbers = SyntheticNumbers(seed: 8)
    let width = 6_000
    var text = (0..<width).map { "備考\($0)" }.joined(separator: ",") + "\n"
    for _ in 0..<2 {
      text +=
        (0..<width).map { _ in "本人確認のため個人番号 \(numbers.myNumber()) を控えた" }
        .joined(separator: ",") + "\n"
    }
    let found = DetectionHarness.table(text).filter { $0.type == .myNumber }
    #expect(found.reduce(0) { $0 + $1.count } == width * 2)
    #expect(found.contains { $0.location == .text && $0.count > width / 4 })
    #expect(found.filter { $0.location != .text }.count > 2_000)
  }

  private static func heading(_ location: Location) -> String? {
    if case .column(_, let heading) = location { heading } else { nil }
  }
}
