import Testing

@testable import Extracting

@Suite("Marks for terminals in running text") struct TerminalMarksTests {
  private func blanked(_ text: String) -> String {
    // Kernels look at whole blocks.
    var bytes = Array(text.utf8) + [UInt8](repeating: 0x1B, count: 80)
    TerminalMarks.blank(&bytes, to: text.utf8.count)
    #expect(bytes[text.utf8.count...].allSatisfy { $0 == 0x1B })
    return String(decoding: bytes[..<text.utf8.count], as: UTF8.self)
  }

  @Test(
    "become blanks of the same width",
    arguments: [
      ("番号: \u{1B}[1m123\u{1B}[0m\n", "番号:     123    \n"),
      ("\u{1B}[38;5;196mx", "           x"), ("\u{1B}[Kx", "   x"), ("\u{1B}[2 qx", "     x"),
    ])
  func marks(text: String, expected: String) { #expect(blanked(text) == expected) }

  @Test(
    "Others stay",
    arguments: ["", "x", "\u{1B}", "\u{1B}[", "\u{1B}[1", "\u{1B}]0;x\u{7}", "\u{1B}[\n", "[1m"])
  func others(text: String) { #expect(blanked(text) == text) }

  @Test("One that is too long stays, wherever it begins; one after it does not") func places() {
    let long = "\u{1B}[" + String(repeating: "1", count: 40) + "m"
    for before in 0..<140 {
      let front = String(repeating: "x", count: before)
      #expect(blanked(front + long + "\u{1B}[1m") == front + long + "    ")
    }
  }
}
