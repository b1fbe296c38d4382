import Testing

@testable import Detecting

@Suite("What stands between a label and its value") struct FillersTests {
  private func fill(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Fillers.fill(bytes.span, 0, bytes.count)
  }

  private func point(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Fillers.point(back: bytes.span, 0, bytes.count)
  }

  @Test(arguments: [
    "", " ", "：", " は、", "(No.", "\u{B}", "\u{C}", "\u{200B}", "\u{202D}", "\u{FEFF}: ",
    String(repeating: " ", count: 400), String(repeating: "…", count: 100) + " ",
    String(repeating: "\u{3000}", count: 100), String(repeating: "-", count: 48),
  ])
  func fillers(text: String) {
    #expect(fill(text))
  }

  @Test(arguments: [
    "a", "の値は何", "1", String(repeating: " ", count: 401), String(repeating: "-", count: 49),
    String(repeating: "-", count: 48) + " -", "\u{200B}a",
  ])
  func others(text: String) {
    #expect(!fill(text))
  }

  @Test(arguments: ["（", " (", "[", "【", " ← ", " <- ", "＝", " = ", "が", "は", "　が ", "は「"])
  func leadsBack(text: String) {
    #expect(point(text))
  }

  @Test(arguments: ["", " ", "、", "-", "）", "(((", "a(", ":", "→", "。", "\u{E3}"])
  func leadsNowhere(text: String) {
    #expect(!point(text))
  }
}
