import Inventory
import Testing

@testable import Detecting

/// Numbers that a person sees named, in lines and in cells.
///
/// All numbers are synthetic.
@Suite("Labelled My Numbers") struct LabelledNumbersTests {
  private static let number = "052683541826"
  private static let groups = ["0526", "8354", "1826"]

  private func found(_ findings: [Finding]) -> Int {
    findings.filter { $0.type == .myNumber && $0.confidence >= 0.5 }.reduce(0) { $0 + $1.count }
  }

  /// `#` stands for the number.
  private func with(_ text: String, _ number: String = number) -> String {
    text.split(separator: "#", omittingEmptySubsequences: false).joined(separator: number)
  }

  @Test(
    "in a line",
    arguments: [
      "#（マイナンバー）", "# (個人番号)", "#【個人番号】", "# ← マイナンバー", "# <- My Number", "#が個人番号です。",
      "山田さんの#はマイナンバーです", "マイナンバー: \u{200B}#", "マイナンバー: \u{202D}#\u{202C}", "マイナンバー：\u{FEFF}#",
      "マイナンバー\u{B}#", "個人番号 | 0 | 5 | 2 | 6 | 8 | 3 | 5 | 4 | 1 | 8 | 2 | 6 |",
      "マイナンバー:" + String(repeating: " ", count: 300) + "#",
      "マイナンバー" + String(repeating: "…", count: 20) + "#",
      "個人番号一覧\n山田太郎 #", "■個人番号\n・山田太郎：#\n・佐藤花子：なし",
    ])
  func lines(text: String) {
    #expect(found(DetectionHarness.text(with(text))) == 1)
  }

  @Test(
    "groups that marks without width part, or narrow blanks",
    arguments: ["\u{200B}", "\u{2060}", "\u{2009}", "\u{202F}", "\u{2007}"])
  func groupsInLines(mark: String) {
    let number = Self.groups.joined(separator: mark)
    #expect(found(DetectionHarness.text("マイナンバー: \(number)")) == 1)
    let digits = Self.number.map(String.init).joined(separator: "\u{200B}")
    #expect(found(DetectionHarness.text("マイナンバー: \(digits)\n")) == 1)
  }

  @Test(
    "the label behind names another number, or says what it is not",
    arguments: [
      "#（注文番号）", "# (個人番号 210-8443)",
      "# 個人番号", "#、マイナンバー", "#: マイナンバー", "#（" + String(repeating: " ", count: 20) + "個人番号）",
      "個人番号について\n\n山田様\n\n\n注文 # を受け付けました",
    ])
  func noLabel(text: String) {
    #expect(found(DetectionHarness.text(with(text))) == 0)
  }

  @Test(
    "in cells whose heading names it",
    arguments: [
      "#（本人）", "本人 #", "No.#", "※#", "*#*", "# 確認済", "'#'", "番号は#です", "\u{200B}#",
      "\u{202D}#\u{202C}",
      "[#]", "【#】", "本人: # 配偶者: なし",
    ])
  func cells(cell: String) {
    var numbers = SyntheticNumbers(seed: 11)
    var table = "社員,個人番号\n"
    for index in 0..<5 { table += "x\(index),\(with(cell, numbers.myNumber()))\n" }
    #expect(found(DetectionHarness.table(table)) == 5, "\(cell)")
    // One value is enough.
    #expect(found(DetectionHarness.table("氏名,個人番号\n山田太郎,\(with(cell))\n")) == 1, "\(cell)")
  }

  @Test(
    "the same cells below a heading of something else",
    arguments: ["備考", "注文番号", "電話番号", "管理番号"])
  func otherHeadings(heading: String) {
    var numbers = SyntheticNumbers(seed: 12)
    var table = "社員,\(heading)\n"
    for index in 0..<5 { table += "x\(index),済 \(numbers.myNumber())（本人）\n" }
    #expect(found(DetectionHarness.table(table)) == 0)
  }

  @Test("a label of its own says more than the heading")
  func ownLabel() {
    let table = "社員,個人番号\nx,\(with("注文番号 #"))\ny,\(with("伝票番号：#"))\n"
    #expect(found(DetectionHarness.table(table)) == 0)
  }
}
