import Inventory
import TestSupport
import Testing

@testable import Scanning

/// Columns whose cells hold several values each: each value counts.
///
/// All names and numbers are made up.
@Suite("Lists in cells") struct ListsInCellsTests {
  private static let names = ["山本裕太", "佐藤花子", "高橋一郎", "鈴木美咲", "田中裕子", "伊藤健太"]
  private static let marks = ["、", ",", "\n", "／", "・"]

  /// A table of two columns with three values in each cell of the second.
  private func findings(_ heading: String, _ values: [String], _ mark: String) -> [Finding] {
    let rows = stride(from: 0, to: values.count, by: 3).map {
      "会議\($0),\"\(values[$0..<$0 + 3].joined(separator: mark))\"\n"
    }
    return Examination.report("名称,\(heading)\n\(rows.joined())", extension: "csv").findings
      .filter { $0.level != .low }
  }

  @Test("Names", arguments: ["参加者", "氏名", "一覧"], marks)
  func names(heading: String, mark: String) {
    let found = findings(heading, Self.names + Self.names.reversed(), mark)
    #expect(found.map(\.type) == [.personName])
    #expect(found.first?.count == 12)
    #expect(found.first?.distinct == 6)
    #expect(found.first?.places.map(\.row) == [2, 3, 4, 5])
  }

  @Test(
    "My Numbers, under a heading of theirs and under any other", arguments: ["個人番号", "備考"],
    marks + [" "])
  func numbers(heading: String, mark: String) {
    var generator = SeededGenerator(seed: 11)
    let found = findings(heading, (0..<30).map { _ in generator.myNumber() }, mark)
    #expect(found.map(\.type) == [.myNumber])
    #expect(found.first?.count == 30)
    #expect(found.first?.level == .high)
  }

  @Test(
    "Prefectures, even under a heading of persons; beside other names they are names",
    arguments: marks)
  func places(mark: String) {
    let places = ["福島", "宮城", "千葉", "石川", "宮崎", "長崎"]
    #expect(findings("担当地域", places, mark).isEmpty)
    #expect(findings("担当", places, mark).isEmpty)
    let people = ["山口", "佐藤", "鈴木", "石川", "高橋", "田中"]
    #expect(findings("担当", people, mark).map(\.count) == [6])
  }

  @Test("A heading that lists names heads its column")
  func heading() {
    let rows = (1...6).map { "\($0),山本裕太,7,48203915726\($0)\n" }.joined()
    let found = Examination.report("番号,氏名,千葉・福島,個人番号\n" + rows, extension: "csv").findings
    let names = found.filter { $0.type == .personName }
    #expect(names.map(\.count) == [6])
    #expect(names.first?.places.first?.row == 2)
  }

  @Test(
    "What names no person",
    arguments: [
      ["千葉", "宮崎", "福島", "山口", "石川", "福井"], ["りんご", "みかん", "大豆", "桃", "栗", "柿"],
      ["新宿", "渋谷", "上野", "目黒", "大塚", "神田"],
      ["1200345678", "1200345679", "1200345680", "9", "8", "7"],
    ], marks)
  func others(words: [String], mark: String) {
    #expect(findings("内容", words, mark).isEmpty)
  }
}
