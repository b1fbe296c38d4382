import Inventory
import TestSupport
import Testing

@testable import Extracting

@Suite("Reading text block by block") struct TextReaderTests {
  /// Synthetic.
  static let text = String(
    repeating: "氏名,ｶﾅ,番号\r\n髙橋 花子,ﾀｶﾊｼ ﾊﾅｺ,03-1234-5678\r\n①﨑山,ｻｷﾔﾏ,\"東京都千代田区\"\n", count: 10)

  /// Reads everything; each block keeps a tail of its last few characters, as extractors do.
  static func readAll(
    _ bytes: [UInt8], _ decision: EncodingDecision, blockSize: Int, keeps: Int
  ) throws -> (text: [UInt8], starts: [Int: Int], reader: (bad: Int, read: Int, name: String)) {
    var reader = TextReader(MemorySource(bytes), decision: decision, blockSize: blockSize)
    var text: [UInt8] = []
    var starts: [Int: Int] = [:]
    var tail = 0
    while try reader.advance(keeping: tail) {
      #expect(reader.buffer.count >= reader.count + 72)
      let kept = tail
      for index in kept..<reader.count where reader.buffer[index] & 0xC0 != 0x80 {
        starts[text.count + index - kept] = reader.origin.storedOffset(
          of: index, in: reader.buffer.span.extracting(0..<reader.count))
      }
      text += reader.buffer[kept..<reader.count]
      tail = min(keeps, reader.count)
      while tail > 0, tail < reader.count, reader.buffer[reader.count - tail] & 0xC0 == 0x80 {
        tail -= 1
      }
    }
    return (text, starts, (reader.badBytes, reader.bytesRead, reader.encodingName))
  }

  @Test(
    "Any block size gives the same text and the right place in the file",
    arguments: TextEncoding.allCases, [7, 64, 4_099, 262_144])
  func blocks(encoding: TextEncoding, blockSize: Int) throws {
    let bytes = JapaneseEncoder.encode(Self.text, as: encoding)
    for keeps in [0, 5, 40] {
      let result = try Self.readAll(
        bytes, EncodingDecision(encoding), blockSize: blockSize, keeps: keeps)
      #expect(result.text == Array(Self.text.utf8))
      #expect(result.reader.bad == 0)
      #expect(result.reader.read == bytes.count)
      // Every character's bytes, found in the file at the place that the origin names.
      var offset = 0
      for scalar in Self.text.unicodeScalars {
        let stored = try #require(result.starts[offset])
        let code = Self.code(of: scalar, encoding)
        #expect(bytes[stored..<min(stored + code.count, bytes.count)].elementsEqual(code))
        offset += String(scalar).utf8.count
      }
    }
  }

  private static func code(of scalar: Unicode.Scalar, _ encoding: TextEncoding) -> [UInt8] {
    let bytes = JapaneseEncoder.encode(String(scalar), as: encoding)
    guard encoding == .iso2022JP, scalar.value >= 0x80 else { return bytes }
    return Array(bytes.dropFirst(3).dropLast(3))
  }

  @Test("Places stay right behind bad bytes and three-byte characters", arguments: [7, 64, 4_099])
  func placesBehindBadBytes(blockSize: Int) throws {
    var bytes: [UInt8] = []
    for _ in 0..<50 { bytes += [0x8F, 0xB0, 0xA1, 0xFF, 0xA4, 0xA2, 0x41, 0xFF, 0xFF, 0x42] }
    let result = try Self.readAll(bytes, EncodingDecision(.eucJP), blockSize: blockSize, keeps: 9)
    #expect(result.reader.bad == 150)
    #expect(result.text == TextDecoding.decode(bytes, as: .eucJP).text)
    for (offset, stored) in result.starts where result.text[offset] < 0x80 {
      #expect(bytes[stored] == result.text[offset])
    }
  }

  @Test(
    "Runs of bad bytes: each has its own place, and what follows its own",
    arguments: [TextEncoding.utf8, .cp932, .eucJP], [7, 64, 4_099, 262_144])
  func placesInRunsOfBadBytes(encoding: TextEncoding, blockSize: Int) throws {
    var random = SeededGenerator(seed: 31)
    var bytes: [UInt8] = []
    var expected: [Int: Int] = [:]
    var text: [UInt8] = []
    for _ in 0..<400 {
      let run = Int(random.next() % 3 == 0 ? random.next() % 40 : 0)
      let pieces = [String](repeating: "\u{FFFD}", count: run) + [["A", "あ", "山"][run % 3]]
      for piece in pieces {
        expected[text.count] = bytes.count
        text += Array(piece.utf8)
        // FF begins no character of any encoding.
        bytes += piece == "\u{FFFD}" ? [0xFF] : JapaneseEncoder.encode(piece, as: encoding)
      }
    }
    for keeps in [0, 9, 50] {
      let result = try Self.readAll(
        bytes, EncodingDecision(encoding), blockSize: blockSize, keeps: keeps)
      #expect(result.text == text)
      #expect(result.starts == expected)
    }
  }

  @Test(
    "Bytes of no encoding come out as one would decode them one by one",
    arguments: TextEncoding.allCases, [7, 64, 4_099])
  func bytesOfNoEncoding(encoding: TextEncoding, blockSize: Int) throws {
    var random = SeededGenerator(seed: 77)
    for _ in 0..<20 {
      // Without a line end, so that no line reads better in another encoding.
      var bytes = (0..<3_000).map { _ in UInt8(0x80 | random.next() & 0x7F) }
      for index in stride(from: 0, to: bytes.count, by: 50) { bytes[index] = 0xFF }
      let result = try Self.readAll(
        bytes, EncodingDecision(encoding), blockSize: blockSize, keeps: 5)
      #expect(result.starts.values.allSatisfy { $0 < bytes.count })
      // A block may begin with what reads better in another encoding.
      guard result.reader.name != "mixed" else { continue }
      let (text, bad) = TextDecoding.decode(bytes, as: encoding)
      #expect(result.text == text)
      #expect(result.reader.bad == bad)
    }
  }

  @Test(
    "ASCII in front decides nothing, with colours or without; places are right before and behind",
    arguments: TextEncoding.allCases, [64, 4_099, 65_536])
  func longASCIIPrefix(encoding: TextEncoding, blockSize: Int) throws {
    guard encoding != .utf16LE, encoding != .utf16BE else { return }
    // Longer than a block.
    let plain = String(repeating: "id,code,0123456789\n", count: blockSize / 15)
    let coloured = String(plain.prefix(blockSize)) + "\u{1B}[32mOK\u{1B}[0m\n" + plain
    for (prefix, keeps) in [(plain, 0), (plain, 40), (coloured, 0), (coloured, 40)] {
      let ascii = Array(prefix.utf8)
      let bytes = ascii + JapaneseEncoder.encode(Self.text, as: encoding)
      let result = try Self.readAll(
        bytes, EncodingDecision.decide(head: Array(bytes.prefix(65_536))), blockSize: blockSize,
        keeps: keeps)
      #expect(result.text == ascii + Array(Self.text.utf8))
      #expect(result.reader.name == encoding.name)
      #expect(ascii.indices.allSatisfy { result.starts[$0] == $0 })
      var offset = ascii.count
      for scalar in Self.text.unicodeScalars {
        let stored = try #require(result.starts[offset])
        let code = Self.code(of: scalar, encoding)
        #expect(bytes[stored..<min(stored + code.count, bytes.count)].elementsEqual(code))
        offset += String(scalar).utf8.count
      }
    }
  }

  @Test("A mark is no text, and is named")
  func marks() throws {
    for (mark, encoding) in [
      ([0xEF, 0xBB, 0xBF], TextEncoding.utf8), ([0xFF, 0xFE], .utf16LE), ([0xFE, 0xFF], .utf16BE),
    ] as [([UInt8], TextEncoding)] {
      let bytes = mark + JapaneseEncoder.encode(Self.text, as: encoding)
      let decision = EncodingDecision.decide(head: bytes)
      #expect(decision.name == encoding.name + " BOM")
      for blockSize in [7, 262_144] {
        let result = try Self.readAll(bytes, decision, blockSize: blockSize, keeps: 3)
        #expect(result.text == Array(Self.text.utf8))
        #expect(result.starts[0] == mark.count)
      }
    }
  }

  @Test("Mutated bytes are all accounted for", arguments: 0..<60)
  func mutated(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let encoding = TextEncoding.allCases[Int(seed) % TextEncoding.allCases.count]
    var bytes = JapaneseEncoder.encode(Self.text, as: encoding)
    for _ in 0..<200 {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
    }
    let whole = TextDecoding.decode(bytes, as: encoding)
    for blockSize in [7, 61, 4_096] {
      let result = try Self.readAll(
        bytes, EncodingDecision(encoding), blockSize: blockSize, keeps: 11)
      #expect(result.reader.read == bytes.count)
      #expect(result.text == whole.text || result.reader.name == "mixed")
      #expect(String(validating: result.text, as: UTF8.self) != nil)
    }
  }
}
