import Rules
import Testing

@testable import Detecting

/// All names and numbers are made up.
@Suite("Cells with several values") struct ListCellTests {
  private func items(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    guard var list = ListCell(bytes.span, 0, bytes.count) else { return [] }
    var items: [String] = []
    while let item = list.next(bytes.span) {
      items.append(String(decoding: bytes[item], as: UTF8.self))
    }
    return items
  }

  @Test(
    "The mark that can least stand within a value parts them",
    arguments: [
      ("山田、佐藤", ["山田", "佐藤"]), ("山田 太郎\n佐藤 花子", ["山田 太郎", "佐藤 花子"]),
      ("山田 太郎,佐藤 花子", ["山田 太郎", "佐藤 花子"]), ("ジョン・スミス；山田", ["ジョン・スミス", "山田"]),
      ("a/b\r\nc/d", ["a/b", "c/d"]), ("山田／佐藤", ["山田", "佐藤"]), ("山田・佐藤", ["山田", "佐藤"]),
      ("山田　佐藤 高橋", ["山田", "佐藤", "高橋"]), ("、山田、、佐藤、", ["山田", "佐藤"]), ("山田|佐藤", ["山田", "佐藤"]),
      ("山田佐藤", []), ("", []), ("、", []), ("山田\u{3001}", ["山田"]),
    ])
  func items(text: String, expected: [String]) {
    #expect(items(text) == expected)
  }

  @Test("A cell that is too long is none")
  func long() {
    #expect(items(String(repeating: "山田、", count: 400)).count == 400)
    #expect(items(String(repeating: "山田、", count: 700)).isEmpty)
  }

  @Test(
    "Values of one kind, two and more, make a list",
    arguments: [
      ("山田太郎、佐藤花子", true), ("山田 太郎\n佐藤 花子", true), ("山田、佐藤、鈴木", true), ("山田太郎 佐藤花子", true),
      ("482039157261\n610973428501", true), ("482039157261 610973428501", true),
      ("090-1234-5601／03-5253-1102", true),
      ("t.suzuki@aoba-shoji.co.jp; k.tanaka@aoba-shoji.co.jp", true),
      // Two kinds, a word among names, parts of one value, phrases.
      ("山田太郎、090-1234-5601", false), ("山田太郎、りんご", false), ("山田 太郎", false), ("ジョン・スミス", false),
      ("2026/04/01", false), ("1234 5678 9012", false), ("03-5253-1102", false), ("りんご、みかん", false),
      ("東京都千代田区丸の内1-1-1、2-2-2", false), ("本日、山田太郎が来社", false), ("山田太郎", false), ("山田太郎、", false),
      ("100,200,300", false), ("Yamada, Taro", false),
    ])
  func lists(text: String, isList: Bool) throws {
    let rules = try #require(DetectionHarness.rules)
    let reader = CellReader(index: RuleIndex(rules.rules), matcher: ExpressionMatcher())
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 64)
    let reading = reader.read(bytes.span, 0, bytes.count - 64, wanted: .all)
    #expect(reading.isList == isList)
    #expect(!(reading.isList && reading.isProse))
  }
}
