import TestSupport
import Testing

@testable import Inventory

/// All numbers are made up.
@Suite struct MaskingTests {
  /// What stands in digits, separators, mail addresses and controls, and what only looks so.
  private static let parts = [
    "0", "12", "345", "6789012", "０", "１２", "９", "-", ".", "_", " ", "　", "ー", "‐", "−", "〓", "－",
    "．", "ｰ",
    "\u{A0}", "/", "[", "]", "a", "Z", "@", "＠", "年", "号", "あ", "ア", "é", "\u{200B}", "\u{202E}",
    "\u{61C}",
    "\u{FEFF}", "\u{85}", "\n", "\u{7F}", "𠮷", "(", "：", "％", "b.c",
  ]

  /// The quick look must let nothing pass that the slow way would change.
  @Test func theQuickLookNeverSaysNoWrongly() {
    var random = SeededGenerator(seed: 20_261_126)
    var quick = 0
    for _ in 0..<40_000 {
      let text = (0..<Int.random(in: 0...9, using: &random))
        .map { _ in Self.parts[Int.random(in: 0..<Self.parts.count, using: &random)] }.joined()
      let slow = Masking.escapingControls(Masking.maskingValues(text))
      #expect(Masking.masked(text) == slow)
      #expect(Masking.isMasked(text) == (Masking.maskingValues(text) != text))
      if !Masking.mayChange(text.utf8.span) { quick += 1 }
    }
    // Otherwise the look would be of no use.
    #expect(quick > 8_000)
  }

  @Test("Each byte of ASCII at each place of a text without others")
  func eachByteAtEachPlace() {
    for length in 1...20 {
      for place in 0..<length {
        for byte in 0..<UInt8(0x80) {
          var text = [UInt8](repeating: 0x61, count: length)
          text[place] = byte
          let isOdd = byte < 0x20 || byte == 0x7F || byte == 0x40
          let mayChange = Masking.mayChange(text.span)
          // Such a text is never looked at closer.
          let isPlain = Masking.isPlain(text.span)
          #expect(mayChange == isOdd && isPlain != isOdd, "\(length) \(place) \(byte)")
        }
      }
    }
  }

  /// Of so many digits that a count in a byte would begin anew.
  @Test("Long runs are never plain", arguments: [7, 255, 256, 257, 260, 2_048, 65_536])
  func longRuns(length: Int) {
    let text = [UInt8](repeating: 0x37, count: length)
    let mayChange = Masking.mayChange(text.span)
    #expect(mayChange)
  }

  @Test("Digits are counted wherever they stand", arguments: 6...24)
  func digits(length: Int) {
    for first in 0...(length - 6) {
      var text = [UInt8](repeating: 0x2F, count: length)
      for place in first..<first + 6 { text[place] = 0x30 + UInt8(place % 10) }
      let isPlain = !Masking.mayChange(text.span)
      #expect(isPlain)
      if first + 6 < length {
        text[first + 6] = 0x39
        let mayChange = Masking.mayChange(text.span)
        #expect(mayChange)
      }
    }
  }

  @Test(arguments: [
    ("/rows[1]/row[12345]/name[1]", false), ("a12b34c56d78", false), ("1234567", true),
    ("123-45-67", true), ("１２３４５６７", true), ("a@b", true), ("申請者氏名1", false),
    ("2026年11月26日", false),
  ])
  func plainPathsAndHeadingsAreTakenAsTheyAre(text: String, mayChange: Bool) {
    #expect(Masking.mayChange(text.utf8.span) == mayChange)
  }

  @Test(
    "Of a mail address nothing is left, whatever stands in it",
    arguments: [
      "kiyoshi&w@kakuu.jp", "o'hara@kakuu.jp", "k!y#o$s%i*h=i?^`{|}~@kakuu.jp", "ｋｉｙｏ＠kakuu.jp",
    ])
  func mail(address: String) {
    #expect(Masking.masked(address) == "＊")
    #expect(Masking.masked("控え（\(address)）.csv") == "控え（＊）.csv")
  }
}
