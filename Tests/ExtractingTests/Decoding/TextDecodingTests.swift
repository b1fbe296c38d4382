import TestSupport
import Testing

@testable import Extracting

@Suite("Decoding bytes in memory") struct TextDecodingTests {
  @Test(
    "A bad byte costs only itself",
    arguments: [
      ([0x41, 0xFF, 0x42], TextEncoding.utf8, "A\u{FFFD}B", 1),
      ([0xE3, 0x81, 0x41], .utf8, "\u{FFFD}\u{FFFD}A", 2),
      ([0xC0, 0xAF], .utf8, "\u{FFFD}\u{FFFD}", 2),
      ([0xED, 0xA0, 0x80], .utf8, "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
      ([0xF0, 0x9F, 0x98, 0x80], .utf8, "😀", 0),
      ([0x41, 0, 0x42], .utf8, "A\0B", 0),
      ([0x81, 0x20, 0x41], .cp932, "\u{FFFD} A", 1),
      ([0x80, 0x82, 0xA0, 0xFD], .cp932, "\u{FFFD}あ\u{FFFD}", 2),
      ([0x82], .cp932, "\u{FFFD}", 1),
      ([0xA4, 0xA2, 0xFF, 0xA4], .eucJP, "あ\u{FFFD}\u{FFFD}", 2),
      ([0x41, 0, 0x3D, 0xD8, 0x42, 0], .utf16LE, "A\u{FFFD}B", 2),
      ([0x41, 0, 0x3D, 0xD8, 0x00, 0xDE], .utf16LE, "A😀", 0),
      ([0, 0x41, 0x30, 0x42, 0x30], .utf16BE, "Aあ\u{FFFD}", 1),
    ] as [([UInt8], TextEncoding, String, Int)])
  func bad(bytes: [UInt8], encoding: TextEncoding, text: String, badBytes: Int) {
    let decoded = TextDecoding.decode(bytes, as: encoding)
    #expect(String(decoding: decoded.text, as: UTF8.self) == text)
    #expect(decoded.badBytes == badBytes)
  }

  @Test(
    "Bad bytes alone are counted as decoding counts them",
    arguments: [TextEncoding.utf8, .cp932, .eucJP, .iso2022JP, .utf16LE, .utf16BE])
  func countsBadBytes(encoding: TextEncoding) {
    var generator = SeededGenerator(seed: 20_261_126)
    for _ in 0..<400 {
      let count = Int(generator.next() % 1_200)
      // ASCII, characters of some encoding, and what comes as it comes.
      let bytes = (0..<count).map { _ -> UInt8 in
        let random = generator.next()
        switch random % 4 {
        case 0: return UInt8(truncatingIfNeeded: 0x20 + random >> 8 % 0x5F)
        case 1: return UInt8(truncatingIfNeeded: 0x81 + random >> 8 % 0x1F)
        default: return UInt8(truncatingIfNeeded: random >> 8)
        }
      }
      let bad = TextDecoding.decode(bytes, as: encoding).badBytes
      let all = TextDecoding.badBytes(bytes.span, as: encoding, atMost: .max)
      let isWhole = TextDecoding.isWhole(bytes.span, as: encoding)
      #expect(all == bad && isWhole == (bad == 0))
      let most = Int(generator.next() % 40) + 1
      let counted = TextDecoding.badBytes(bytes.span, as: encoding, atMost: most)
      #expect(counted >= min(bad, most) && counted <= min(bad, most + 1))
    }
  }

  @Test(
    "ISO-2022-JP in all its ways",
    arguments: [
      ("\u{1B}$B$\"\u{1B}(BA", "あA"), ("\u{1B}$@$\"\u{1B}(JA", "あA"), ("\u{1B}(I1\u{1B}(BA", "ｱA"),
      ("\u{E}1\u{F}A", "ｱA"), ("\u{1B}$B$\"\n$\"", "あ\n$\""), ("\u{1B}$(D0!\u{1B}(B", "丂"),
      ("\u{1B}[31mA", "\u{1B}[31mA"), ("\u{1B}$B-!|b\u{1B}(B", "①髙"),
    ])
  func iso2022(bytes: String, text: String) {
    let decoded = TextDecoding.decode(Array(bytes.utf8), as: .iso2022JP)
    #expect(String(decoding: decoded.text, as: UTF8.self) == text)
    #expect(decoded.badBytes == 0)
  }

  @Test("Decoding UTF-8 agrees with the standard library on what is good", arguments: 0..<40)
  func utf8AgainstReference(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array("山田 太郎,é,😀,0312345678\n山".utf8)
    for _ in 0..<Int(seed % 4) {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
    }
    let decoded = TextDecoding.decode(bytes, as: .utf8)
    #expect((decoded.badBytes == 0) == (String(validating: bytes, as: UTF8.self) != nil))
    if decoded.badBytes == 0 { #expect(decoded.text == bytes) }
    #expect(String(validating: decoded.text, as: UTF8.self) != nil)
  }
}
