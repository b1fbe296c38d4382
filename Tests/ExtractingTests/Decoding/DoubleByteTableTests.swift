import Testing

@testable import Extracting

@Suite("Double-byte tables") struct DoubleByteTableTests {
  /// FNV-1a over code and UTF-8 of every two-byte character, made with Python 3.11:
  /// `bytes([lead, trail]).decode("cp932")` in ascending order of the codes, and the same with `euc_jp`, whose
  /// seven signs that Microsoft maps otherwise (～∥－￠￡￢―) and full-width backslash were replaced by those.
  @Test("Every character is the one that Python's codecs know")
  func everyCharacter() {
    var hash = Hash()
    var count = 0
    for lead in [Int](0x81...0x9F) + [Int](0xE0...0xFC) {
      for trail in [Int](0x40...0x7E) + [Int](0x80...0xFC) {
        let code = [UInt8(lead), UInt8(trail)]
        let (text, bad) = TextDecoding.decode(code, as: .cp932)
        guard bad == 0 else { continue }
        count += 1
        hash.add(code + text)
      }
    }
    #expect(count == 9_604)
    #expect(hash.value == 0x02ad_2d72_5f6d_7c89)
  }

  @Test("EUC-JP has all of JIS X 0208 as Python's codec, and more behind it")
  func eucJP() {
    var hash = Hash()
    var count = 0
    for row in 0xA1...0xFE where row != 0xAD && row < 0xF5 {
      for cell in 0xA1...0xFE {
        let code = [UInt8(row), UInt8(cell)]
        let (text, bad) = TextDecoding.decode(code, as: .eucJP)
        guard bad == 0 else { continue }
        count += 1
        hash.add(code + text)
      }
    }
    #expect(count == 6_879)
    #expect(hash.value == 0x97d8_5124_a172_4dfa)
  }

  @Test(
    "Characters outside the standard are read where their makers put them",
    arguments: [
      ([0x87, 0x40], TextEncoding.cp932, "①"), ([0xFB, 0xFC], .cp932, "髙"),
      ([0xFA, 0xB1], .cp932, "﨑"),
      ([0xEE, 0xE0], .cp932, "髙"), ([0xB1], .cp932, "ｱ"), ([0xDF], .cp932, "ﾟ"),
      ([0xA1], .cp932, "｡"),
      ([0xF0, 0x40], .cp932, "\u{E000}"), ([0x81, 0x60], .cp932, "～"), ([0x5C], .cp932, "\\"),
      ([0xAD, 0xA1], .eucJP, "①"), ([0xFC, 0xE2], .eucJP, "髙"), ([0x8F, 0xF4, 0xFB], .eucJP, "髙"),
      ([0x8F, 0xF4, 0xBD], .eucJP, "﨑"), ([0x8E, 0xB1], .eucJP, "ｱ"),
      ([0x8F, 0xB0, 0xA1], .eucJP, "丂"),
      ([0xA1, 0xC1], .eucJP, "～"), ([0xF5, 0xA1], .eucJP, "\u{E000}"),
    ] as [([UInt8], TextEncoding, String)])
  func extensions(bytes: [UInt8], encoding: TextEncoding, text: String) {
    let decoded = TextDecoding.decode(bytes, as: encoding)
    #expect(String(decoding: decoded.text, as: UTF8.self) == text)
    #expect(decoded.badBytes == 0)
  }

  private struct Hash {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: [UInt8]) {
      for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
  }
}
