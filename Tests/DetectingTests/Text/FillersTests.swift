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

  /// What the pass over running text takes for fillers; the others it does not pass over in silence.
  @Test func everyFillerIsListed() {
    let listed = Set(Fillers.characters)
    for unit: UInt16 in 0x800...0xFFFF where Fillers.isCharacter(unit) {
      let isOdd = unit >= 0xFE00 || unit >= 0x2000 && unit < 0x2070
      #expect(listed.contains(unit) || isOdd, "U+\(String(unit, radix: 16))")
    }
    for unit: UInt8 in 0..<0x80 where Fillers.fill([unit].span, 0, 1) {
      #expect(listed.contains(UInt16(unit)))
    }
  }
}
