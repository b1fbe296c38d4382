import Inventory
import ScanKernels
import TestSupport
import Testing

@testable import Extracting

/// A file of a few pieces with nothing stored between them.
private final class SparseSource: ByteSource {
  let pieces: [(offset: Int, bytes: [UInt8])]
  let size: Int
  private let knowsHoles: Bool
  private(set) var bytesRead = 0

  init(_ pieces: [(offset: Int, bytes: [UInt8])], size: Int, knowsHoles: Bool = true) {
    self.pieces = pieces
    self.size = size
    self.knowsHoles = knowsHoles
  }

  func read(at offset: Int, into buffer: inout MutableSpan<UInt8>) throws(ReadError) -> Int {
    let count = max(0, min(buffer.count, size - offset))
    for index in 0..<count { buffer[index] = 0 }
    for piece in pieces {
      let first = max(offset, piece.offset)
      let last = min(offset + count, piece.offset + piece.bytes.count)
      for place in first..<max(first, last) {
        buffer[place - offset] = piece.bytes[place - piece.offset]
      }
    }
    bytesRead += count
    return count
  }

  func nextStored(from offset: Int) -> Int {
    guard knowsHoles else { return offset }
    for piece in pieces where piece.offset + piece.bytes.count > offset {
      return max(offset, piece.offset)
    }
    return max(offset, size)
  }
}

@Suite("Files with holes") struct TextReaderHolesTests {
  /// Text without its zeros, and where each character of it is stored.
  private func content(
    _ source: SparseSource, _ encoding: TextEncoding, blockSize: Int
  ) throws -> (text: [UInt8], stored: [Int], read: Int) {
    var reader = TextReader(
      source, decision: EncodingDecision(encoding), blockSize: blockSize)
    var text: [UInt8] = []
    var stored: [Int] = []
    while try reader.advance(keeping: 0) {
      let span = reader.buffer.span
      for index in 0..<reader.count where reader.buffer[index] != 0 {
        text.append(reader.buffer[index])
        guard reader.buffer[index] & 0xC0 != 0x80 else { continue }
        stored.append(reader.origin.storedOffset(of: index, in: span.extracting(0..<reader.count)))
      }
    }
    return (text, stored, reader.bytesRead)
  }

  @Test(
    "What stands behind a hole is found in its place",
    arguments: [TextEncoding.utf8, .cp932, .eucJP, .utf16LE])
  func places(encoding: TextEncoding) throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20 {
      var pieces: [(offset: Int, bytes: [UInt8])] = []
      var offset = 0
      for index in 0..<4 {
        let bytes = JapaneseEncoder.encode("名簿\(index)の行です\n", as: encoding)
        pieces.append((offset, bytes))
        offset += bytes.count + Int.random(in: 1...60, using: &random) * 1_024 / 2 * 2
      }
      let size = offset + Int.random(in: 0...40_000, using: &random) / 2 * 2
      for blockSize in [64, 1_000, 8_192] {
        let plain = SparseSource(pieces, size: size, knowsHoles: false)
        let known = SparseSource(pieces, size: size)
        let expected = try content(plain, encoding, blockSize: blockSize)
        let actual = try content(known, encoding, blockSize: blockSize)
        #expect(actual.text == expected.text)
        #expect(actual.stored == expected.stored)
        #expect(actual.read == size && expected.read == size)
      }
    }
  }

  @Test("A hole joins nothing") func joins() throws {
    let source = SparseSource(
      [(0, Array("123456".utf8)), (1 << 30, Array("789018\n".utf8))], size: 1 << 31)
    var reader = TextReader(source, decision: EncodingDecision(.utf8))
    var text: [UInt8] = []
    while try reader.advance(keeping: 0) { text += reader.buffer[..<reader.count] }
    let zeros = text.drop { $0 != 0 }.prefix { $0 == 0 }
    #expect(text.prefix(6).elementsEqual("123456".utf8))
    #expect(zeros.count >= 4_096)
    #expect(reader.bytesRead == 1 << 31)
    // A few blocks of two gigabytes.
    #expect(source.bytesRead < 4 << 20)
  }
}
