import Inventory
import Testing

@testable import Extracting

/// Marks at the front that mislead.
///
/// All numbers are made up.
@Suite("Byte order marks and signatures that lie") struct FalseSignatureTests {
  private static let text = "名簿\nマイナンバー: 123456789018\nMy Number\n"

  private func lines(_ bytes: [UInt8]) -> (Extraction, String) {
    let (extraction, recorder) = Extractor.examine(bytes)
    let lines = recorder.lines.map { String(decoding: $0.text, as: UTF8.self) }
    return (extraction, lines.joined(separator: "\n"))
  }

  @Test(
    "UTF-8 behind a mark of UTF-16 is read as UTF-8", arguments: [[0xFF, 0xFE], [0xFE, 0xFF]])
  func falseMark(mark: [UInt8]) {
    let (extraction, text) = lines(mark + Array(Self.text.utf8))
    #expect(extraction.encoding == "UTF-8 BOM")
    #expect(text.contains("マイナンバー: 123456789018"))
    let (ascii, asciiText) = lines(mark + Array("My Number: 123456789018\n".utf8))
    #expect(ascii.encoding == "UTF-8 BOM")
    #expect(asciiText == "My Number: 123456789018")
  }

  @Test(
    "UTF-16 behind its mark stays UTF-16",
    arguments: [Self.text, "あいうえお\nかきくけこ\n", "あいうえおかきくけこ", "《あい》うえおかきくけこ、《漢字》", "abc\n"])
  func trueMark(text: String) {
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 {
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      little += [low, high]
      big += [high, low]
    }
    #expect(lines(little).0.encoding == "UTF-16LE BOM")
    #expect(lines(big).0.encoding == "UTF-16BE BOM")
  }

  @Test("UTF-32 without a mark is told, and not read") func utf32() {
    var little: [UInt8] = []
    var big: [UInt8] = []
    for scalar in Self.text.unicodeScalars {
      let bytes = (0..<4).map { UInt8(scalar.value >> UInt32($0 * 8) & 0xFF) }
      little += bytes
      big += bytes.reversed()
    }
    for bytes in [little, big] {
      #expect(lines(bytes).0.unread == Unread(.skipped, .unsupportedFormat, detail: "utf-32"))
    }
    // Two zeros in a row are no reason.
    #expect(lines(Array(Self.text.utf8) + [0, 0, 0, 0]).0.unread == nil)
  }

  @Test("Catalogues of messages are told in either order of bytes, and not read") func catalogues()
  {
    let rest: [UInt8] = [0, 0, 0, 0, 2, 0, 0, 0, 0x1C] + Array("Last-Translator: 山田 太郎\n".utf8)
    for mark: [UInt8] in [[0xDE, 0x12, 0x04, 0x95], [0x95, 0x04, 0x12, 0xDE]] {
      #expect(
        lines(mark + rest).0.unread
          == Unread(.skipped, .unsupportedFormat, detail: "message-catalogue"))
    }
  }

  @Test("A text that speaks of PDF is a text") func pdf() {
    for text in ["ファイルは %PDF- で始まります。\n", "先頭は「%PDF-1.4」です。\n"] {
      #expect(lines(Array((text + Self.text).utf8)).0.unread == nil)
    }
    for bytes in ["%PDF-1.7\n", "\n%PDF-1.4\n", "\u{1}\u{2}junk %PDF-1.4\n"] {
      let unread = lines(Array((bytes + Self.text).utf8)).0.unread
      #expect(unread == Unread(.skipped, .unsupportedFormat, detail: "pdf"))
    }
  }

  @Test("Mails within mails that are not taken apart are told") func mails() {
    let head = "From: a@example.jp\nTo: b@example.jp\nSubject: x\nMIME-Version: 1.0\n"
    // マイナンバー: 123456789018
    let inner = "44Oe44Kk44OK44Oz44OQ44O8OiAxMjM0NTY3ODkwMTgK"
    let message =
      head + "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n\(inner)\n"
    let (extraction, text) = lines(Array(message.utf8))
    #expect(extraction.unread == Unread(.partly, .unsupportedFormat, detail: "message"))
    #expect(text.contains("マイナンバー: 123456789018"))
    func nested(_ depth: Int) -> [UInt8] {
      let parts = (0..<depth).map {
        "Content-Type: multipart/mixed; boundary=\"B\($0)\"\n\n--B\($0)\n"
      }
      let last = "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n\(inner)\n"
      return Array((head + parts.joined() + last).utf8)
    }
    #expect(lines(nested(10)).0.unread == nil)
    #expect(lines(nested(10)).1.contains("マイナンバー: 123456789018"))
    #expect(
      lines(nested(11)).0.unread
        == Unread(.partly, .unsupportedFormat, detail: "multipart"))
  }
}
