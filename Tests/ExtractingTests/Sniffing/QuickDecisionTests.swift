import ScanKernels
import TestSupport
import Testing

@testable import Extracting

/// What is decided by a glance must be what reading in detail would decide, over random and hostile bytes.
@Suite("Quick decisions against detailed ones") struct QuickDecisionTests {
  /// Bytes of several kinds: text, Japanese in three encodings, zeros, controls, chance.
  static func bytes(_ generator: inout SeededGenerator, _ count: Int) -> [UInt8] {
    let pool: [UInt8] =
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: Array("abc 12,\t\r\n|-:#".utf8)
      case 1: Array("  \n\r\u{3000}あ、x\u{0C}".utf8)
      case 2: Array(UInt8.min...UInt8.max)
      case 3: [0, 0, 0, 0x41, 0x0A, 0x30]
      case 4: [1, 2, 0x0A, 0x41, 0x7F, 0x1B, 0x42]
      case 5: [0x83, 0x41, 0x8E, 0x52, 0x93, 0xFA, 0xE0, 0x0A]
      default: [0xA4, 0xA2, 0xC6, 0xFC, 0xCB, 0xDC, 0x2C, 0x0A]
      }
    return (0..<count).map { _ in pool.randomElement(using: &generator) ?? 0 }
  }

  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0x20, count: 80)
  }

  @Test("Binary content, by what the head holds", arguments: 0..<200)
  func binary(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let head = Self.bytes(&generator, Int.random(in: 1..<6_000, using: &generator))
    let source = MemorySource(head)
    let quick = try BinaryContent.isBinary(
      head, ByteTraits(of: head.span), size: head.count, source)
    let detailed = try BinaryContent.isBinary(
      head, [.zero, .control], size: head.count, source)
    #expect(quick == detailed)
  }

  @Test("Encodings, by what the head holds", arguments: 0..<200)
  func encodings(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var head = Self.bytes(&generator, Int.random(in: 0..<400, using: &generator))
    if seed % 5 == 0 {
      head = [[0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]][seed % 3] + head
    }
    if seed % 7 == 0 { head = "これは、試験です。\n".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }
    #expect(
      EncodingDecision.decide(head: head)
        == EncodingDecision.decide(head: head, [.zero, .control, .escape, .high]))
  }

  @Test("Lines are split as one byte after another would", arguments: 0..<200)
  func lines(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0..<(seed % 10 == 0 ? 20_000 : 500), using: &generator)
    let text = Self.bytes(&generator, count)
    for isWhole in [true, false] {
      let sample = SampleLines(Self.padded(text).span, count, isWhole: isWhole)
      var all: [Range<Int>] = []
      let length = min(count, 16_384)
      var start = 0
      var index = 0
      while index < length, all.count < 120 {
        if text[index] == 0x0A || text[index] == 0x0D {
          all.append(start..<index)
          if text[index] == 0x0D, index + 1 < length, text[index + 1] == 0x0A { index += 1 }
          start = index + 1
        }
        index += 1
      }
      if start < length, isWhole && length == count || all.isEmpty { all.append(start..<length) }
      #expect(sample.all == all)
      #expect(sample.filled.allSatisfy { text[$0.upperBound - 1] > 0x20 })
      #expect(sample.filled.count == all.count { $0.contains { text[$0] > 0x20 } })
    }
  }

  @Test("Fields parted by blanks are never overlooked", arguments: 0..<200)
  func fields(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pool = ["a", "あ", "、", " ", "\u{3000}", "\u{0C}", "b", "c", "名"]
    var text = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
      let piece = pool.randomElement(using: &generator) ?? ""
      return piece == " " || piece == "\u{3000}" || piece == "\u{0C}"
        ? (Int.random(in: 0..<12, using: &generator) == 0 ? piece : "x") : piece
    }.joined()
    if seed % 4 == 0 { text = String(repeating: "x", count: 60 + seed % 7) + " \u{3000}" + text }
    let bytes = Array(text.utf8)
    let isParted =
      text.contains("\u{0C}")
      || ["  ", " \u{3000}", "\u{3000} ", "\u{3000}\u{3000}"].contains { text.contains($0) }
    let padded = Self.padded(bytes)
    let mayHave = BlankFields.mayHaveFields(padded.span, bytes.count)
    let has = BlankFields.linesWithFields(bytes.span, [0..<bytes.count], upTo: 1) > 0
    #expect(mayHave || !isParted && !has)
  }

  @Test("Bytes are found where a loop finds them", arguments: 0..<100)
  func finding(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<Int.random(in: 0..<300, using: &generator)).map { _ in
      UInt8.random(in: 0x61...0x63, using: &generator)
    }
    for wanted in ["abc", "aab", "c", "cabcab"].map({ Array($0.utf8) }) {
      for (start, end) in [(0, Int.max), (5, 70), (64, 129)] {
        let last = min(end, bytes.count) - wanted.count
        let expected =
          start <= last
          ? (start...last).first { Array(bytes[$0..<$0 + wanted.count]) == wanted } : nil
        #expect(ContainerSignature.find(wanted, in: bytes, from: start, to: end) == expected)
      }
    }
  }

  @Test("An encoding that is ruled out early would have lost", arguments: 0..<150)
  func contest(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let sample = Self.bytes(&generator, Int.random(in: 500..<3_000, using: &generator))
    let high = sample.count { $0 >= 0x80 }
    for encoding in [TextEncoding.utf8, .eucJP] {
      for isCut in [false, true] {
        let value = EncodingContest.score(sample, as: encoding, isCut: isCut).value
        for limit in [-20.0, -5, 0, 3, 9, 9.9] where value >= limit {
          #expect(!EncodingContest.isBelow(limit, sample, encoding, high))
        }
      }
    }
  }

  @Test("Obvious losers are ruled out early")
  func contestEnds() {
    let sample = (0..<1_000).map { [UInt8(0x83), 0x41, 0x93, 0xFA][$0 % 4] }
    #expect(EncodingContest.isBelow(0, sample, .utf8, 750))
    #expect(EncodingContest.decide(sample, isCut: false) == .cp932)
  }
}
