import Inventory
import TestSupport
import Testing

@testable import Detecting

/// All numbers and names are made up.
@Suite("What can be read of lines that are mostly bytes of no encoding") struct ReadablePartsTests {
  private let bad = Array("\u{FFFD}".utf8)

  private func find(_ bytes: [UInt8]) -> [Range<Int>]? {
    ReadableParts.find(bytes.span, 0, bytes.count)
  }

  @Test("Text is read as a whole, with a few bad bytes too") func text() {
    #expect(find(Array("氏名: 山田太郎、電話 090-0000-0000、マイナンバー 123456789018。".utf8)) == nil)
    #expect(find(Array("氏名: 山田\u{FFFD}郎、電話 090-0000-0000、マイナンバー 123456789018。".utf8)) == nil)
    #expect(find(bad) == nil)
    #expect(find([]) == nil)
    // Half-width kana and full-width forms have that last byte often.
    #expect(find(Array(String(repeating: "ｽﾞｽﾞｽｽｽｽｽ=", count: 20).utf8)) == nil)
  }

  @Test("Nothing is left of bad bytes alone, whatever single characters stand among them")
  func badAlone() {
    #expect(find((0..<400).flatMap { _ in bad }) == [])
    #expect(find((0..<400).flatMap { $0 % 3 == 0 ? [0x41] : bad }) == [])
    #expect(find((0..<400).flatMap { $0 % 3 == 0 ? Array("あ".utf8) : bad }) == [])
  }

  @Test("Every value is in a part, with what stands around it; parts are apart and whole")
  func values() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      var bytes: [UInt8] = []
      var wanted: [Range<Int>] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        for _ in 0..<Int.random(in: 60...200, using: &random) {
          bytes += Bool.random(using: &random) ? bad : Array("\u{FFFD}ж".utf8)
        }
        guard Int.random(in: 0..<4, using: &random) > 0 else { continue }
        let text =
          ["マイナンバー: 123456789018", "123456789018", "氏名 山田太郎", "佐藤"]
          .randomElement(using: &random) ?? ""
        wanted.append(bytes.count..<bytes.count + text.utf8.count)
        bytes += Array(text.utf8)
      }
      bytes += (0..<60).flatMap { _ in bad }
      let parts = try #require(find(bytes))
      for value in wanted {
        #expect(
          parts.contains {
            $0.lowerBound <= max(0, value.lowerBound - 80) && $0.upperBound >= value.upperBound + 80
          })
      }
      for part in parts {
        #expect(bytes[part.lowerBound] & 0xC0 != 0x80)
        #expect(part.upperBound == bytes.count || bytes[part.upperBound] & 0xC0 != 0x80)
      }
      for (one, other) in zip(parts, parts.dropFirst()) {
        #expect(one.upperBound < other.lowerBound)
      }
      #expect(parts.count <= wanted.count)
    }
  }

  @Test(
    "A labelled number among them is found, where it stands",
    arguments: [40, 5_000, 40_000, 400_000])
  func found(count: Int) throws {
    let wreck = String(repeating: "\u{FFFD}ж\u{FFFD}", count: count)
    for (before, behind) in [(wreck, ""), ("", wreck), (wreck, wreck)] {
      let text = "一行目\n" + before + "マイナンバー: 123456789018 です" + behind + "\n"
      let finding = try #require(DetectionHarness.text(text).first { $0.type == .myNumber })
      #expect(finding.count == 1)
      #expect(finding.places.first?.line == 2)
      #expect(finding.places.first?.byteOffset == 10 + before.utf8.count + 20)
    }
  }
}
