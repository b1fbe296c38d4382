import Foundation
import Inventory
import Testing

@testable import Reporting

@Suite struct SmallWritersTests {
  @Test(arguments: [
    (0.998, "0.998"), (1, "1"), (0, "0"), (0.5, "0.5"), (-0.3, "-0.3"), (12, "12"),
    (0.89999, "0.8999"), (0.99999, "0.9999"), (1193.41, "1193.41"), (.nan, "0"), (.infinity, "0"),
    (-0.00001, "0"), (1e300, "1000000000"), (0.0001, "0.0001"),
  ])
  func writesNumbers(number: Double, text: String) {
    #expect(Decimals.text(number) == text)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-12_345, "-12,345"),
  ])
  func groupsDigits(number: Int, text: String) {
    #expect(Decimals.grouped(number) == text)
  }

  @Test func encodesBase64AsFoundationDoes() {
    for length in 0..<70 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
      #expect(Base64.text(bytes) == Data(bytes).base64EncodedString())
    }
  }

  @Test(arguments: [
    ("abc", 3), ("個人番号", 8), ("ｶﾅ", 2), ("ＡＢ", 4), ("が", 2), ("か\u{3099}", 2), ("𠮷野家", 6), ("", 0),
    ("a／b", 4),
  ])
  func measuresWidth(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
    #expect(DisplayWidth.columns(of: DisplayWidth.padded(text, to: 12)) == 12)
    #expect(DisplayWidth.columns(of: DisplayWidth.aligned(text, to: 12)) == 12)
  }

  @Test func escapesWhatJSONForbids() throws {
    var json = JSONWriter()
    json.openArray()
    let all =
      (0..<0x80).map { String(Unicode.Scalar(UInt8($0))) } + ["\u{2028}", "髙", "𠮷", "\\u0041"]
    for text in all { json.string(text) }
    json.closeArray()
    let parsed = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
    #expect(parsed == all)
  }

  @Test("Texts of every length, with something to escape at every place")
  func escapesAtEveryPlace() throws {
    var all: [String] = [""]
    for length in 1...20 {
      all.append(String(repeating: "x", count: length))
      for place in 0..<length {
        for odd in ["\"", "\\", "\n", "\u{1F}", "\u{7F}", "\u{80}", "名"] {
          var text = Array(repeating: "x", count: length)
          text[place] = odd
          all.append(text.joined())
        }
      }
    }
    var json = JSONWriter()
    json.openArray()
    for text in all { json.string(text) }
    json.integer(Int.min)
    json.integer(-10)
    json.number(-0.5)
    json.closeArray()
    #expect(json.count == json.bytes.count)
    let written = json.take()
    #expect(json.count == 0)
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(written)) as? [Any])
    #expect(parsed.prefix(all.count).compactMap { $0 as? String } == all)
    #expect(String(decoding: written, as: UTF8.self).hasSuffix(",-9223372036854775808,-10,-0.5]"))
    #expect(!written.contains(0x7F) && !written.contains(0x1F))
  }

  @Test func drawsProgressAtMostTenTimesASecond() {
    var progress = Progress(language: .english, now: 0)
    var drawings = 0
    for millisecond in 0..<1000 {
      let line = progress.draw(
        now: millisecond * 1_000_000, files: millisecond, bytes: 1, findings: 0)
      if line != nil { drawings += 1 }
    }
    #expect(drawings == 10)
    #expect(!progress.clear().isEmpty)
    #expect(progress.clear().isEmpty)
  }

  @Test func saysSpeedInTheProgress() {
    var progress = Progress(language: .english, now: 0)
    let line = progress.draw(now: 2_000_000_000, files: 3000, bytes: 50_000_000, findings: 12)
    #expect(
      line.map { String(decoding: $0, as: UTF8.self) }
        == "\r\u{1B}[K3,000 files (1,500/s, 25.0 MB/s), 12 findings")
  }
}
