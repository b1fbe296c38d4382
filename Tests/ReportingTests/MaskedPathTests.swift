import Inventory
import TestSupport
import Testing

@testable import Reporting

@Suite struct MaskedPathTests {
  @Test(arguments: [
    ("営業/名簿.csv", "営業/名簿.csv"),
    ("123456789018.csv", "＊.csv"),
    ("個人番号1234-5678-9018/a", "個人番号＊/a"),
    ("１２３４５６７.txt", "＊.txt"),
    ("123456.txt", "123456.txt"),
    ("taro@example.jp/in.eml", "＊/in.eml"),
    ("a\nb", #"a\u{a}b"#),
    ("a\u{7F}b\u{9B}c", #"a\u{7f}b\u{9b}c"#),
    ("\u{202E}x", #"\u{202e}x"#),
    (#"a\u{a}b"#, #"a\u{5c}u{a}b"#),
    (#"a\x41"#, #"a\u{5c}x41"#),
    (#"a\b"#, #"a\b"#),
  ])
  func showsPathsOfUTF8(path: String, shown: String) {
    let masked = MaskedPath(Array(path.utf8))
    #expect(masked.text == shown)
    #expect(masked.bytes == nil)
  }

  @Test func keepsBytesThatAreNotUTF8() {
    let masked = MaskedPath([0x61, 0xFF, 0x62, 0xE5, 0x80])
    #expect(masked.text == #"a\xffb\xe5\x80"#)
    #expect(masked.bytes == [0x61, 0xFF, 0x62, 0xE5, 0x80])
  }

  @Test func masksNumbersOfNamesInOtherEncodings() {
    let star = Array("＊".utf8)
    // 個 in CP932, then twelve digits: ASCII, and full width in CP932 (82 4F…58) and EUC-JP (A3 B0…B9).
    let kanji: [UInt8] = [0x8C, 0xC2]
    let ascii = MaskedPath(kanji + Array("123456789018".utf8))
    #expect(ascii.bytes == kanji + star)
    let wide = (0..<12).flatMap { digit -> [UInt8] in [0x82, 0x4F + UInt8(digit % 10)] }
    #expect(MaskedPath(kanji + wide).bytes == kanji + star)
    let separated = Array(wide.prefix(8)) + [0x81, 0x7C] + Array(wide.prefix(8))
    #expect(MaskedPath(kanji + separated).bytes == kanji + star)
    let euc = (0..<12).flatMap { digit -> [UInt8] in [0xA3, 0xB0 + UInt8(digit % 10)] }
    #expect(MaskedPath([0xB8, 0xC4] + euc).bytes == [0xB8, 0xC4] + star)
    let short = Array(wide.prefix(12))
    #expect(MaskedPath(kanji + short).bytes == kanji + short)
  }

  /// Undoes the escapes as docs/findings-format.md describes it.
  private func unescaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "\\", index + 1 < scalars.count, scalars[index + 1] == "x" {
        let digits = String(String.UnicodeScalarView(scalars[(index + 2)..<(index + 4)]))
        bytes.append(UInt8(digits, radix: 16) ?? 0)
        index += 4
      } else if scalars[index] == "\\", index + 2 < scalars.count, scalars[index + 1] == "u",
        scalars[index + 2] == "{", let end = scalars[index...].firstIndex(of: "}")
      {
        let digits = String(String.UnicodeScalarView(scalars[(index + 3)..<end]))
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "?"
        bytes += Array(String(scalar).utf8)
        index = end + 1
      } else {
        bytes += Array(String(scalars[index]).utf8)
        index += 1
      }
    }
    return bytes
  }

  @Test func canBeUndoneExactly() {
    var generator = SeededGenerator(seed: 11)
    let pieces: [[UInt8]] = [
      Array("a".utf8), Array("\\".utf8), Array("x4f".utf8), Array("u{a}".utf8), [0x0A], [0xFF],
      [0x8F], Array("髙".utf8), Array("\u{202E}".utf8), Array("𠮷".utf8), [0xE5, 0x80],
      Array("/".utf8),
      Array("\u{10FE41}".utf8), Array("＊".utf8), [0x7F], [0xC2, 0x85], Array("12".utf8),
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...9, using: &generator)
      let path = (0..<count).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
      let digits = path.count { $0 >= 0x30 && $0 <= 0x39 }
      guard digits < 7 else { continue }
      let masked = MaskedPath(path)
      #expect(unescaped(masked.text) == path)
      if let bytes = masked.bytes { #expect(bytes == path) }
      #expect(!masked.text.unicodeScalars.contains(where: Masking.isControl))
    }
  }

  @Test(arguments: [
    ("退職者/山田太郎.csv", "退職者/＊.csv"),
    ("山田太郎様/請求.pdf", "＊様/請求.pdf"),
    ("Yamada_Taro/x", "＊/x"),
    ("山田 太郎_2.csv", "＊_2.csv"),
    ("営業/名簿.csv", "営業/名簿.csv"),
    // Half a name is one with its honorific only.
    ("佐藤様/控え.csv", "＊様/控え.csv"), ("佐藤/控え.csv", "佐藤/控え.csv"),
  ])
  func masksNamesWhenAsked(path: String, shown: String) {
    let names: Set<String> = ["山田太郎", "Yamada_Taro", "山田 太郎", "佐藤様"]
    #expect(MaskedPath(Array(path.utf8), isName: { names.contains($0) }).text == shown)
  }
}
