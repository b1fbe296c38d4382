import TestSupport
import Testing

@testable import Detecting

@Suite("The bytes of a cell by class")
struct CellShapeTests {
  /// What a loop over the bytes says.
  private struct Naive: Equatable {
    var digits = 0
    var letters = 0
    var high = 0
    var others = 0
    var hasAt = false
    var wideDigits = 0
    var hasWideLetters = false

    init(_ bytes: ArraySlice<UInt8>) {
      let bytes = Array(bytes.prefix(CellShape.limit))
      for (index, byte) in bytes.enumerated() {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let last = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch byte {
        case 0x80...:
          high += 1
          if byte == 0xEF, next == 0xBC {
            if last == 0xA0 { hasAt = true }
            if (0xA1...0xBA).contains(last) { hasWideLetters = true }
            if (0x90...0x99).contains(last) { wideDigits += 1 }
          }
        case 0x30...0x39: digits += 1
        case 0x41...0x5A, 0x61...0x7A: letters += 1
        default:
          others += 1
          if byte == 0x40 || byte == 0x25 && next == 0x34 && index + 2 < bytes.count {
            hasAt = true
          }
        }
      }
    }

    init(_ shape: CellShape) {
      digits = shape.digits
      letters = shape.letters
      high = shape.high
      others = shape.others
      hasAt = shape.hasAt
      wideDigits = shape.wideDigits
      hasWideLetters = shape.hasWideLetters
    }
  }

  private func compare(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    #expect(
      Naive(CellShape(bytes.span, start, end)) == Naive(bytes[start..<end]),
      "\(start)..<\(end) of \(bytes)")
  }

  @Test("every byte alone, in every place of a word")
  func single() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<19 {
        var bytes = [UInt8](repeating: 0x20, count: 19)
        bytes[place] = byte
        compare(bytes, 0, 19)
      }
      compare([byte], 0, 1)
    }
  }

  @Test(
    "words as they come",
    arguments: ["", "a", "090-1234-5678", "ＡＢＣ１２３＠ｘ", "a%40b", "%4", "1%40", "見本 花子", "a@b.jp"])
  func words(_ text: String) {
    let bytes = Array(text.utf8)
    for start in 0...bytes.count { for end in start...bytes.count { compare(bytes, start, end) } }
  }

  @Test("random bytes of every length, long ones included")
  func random() {
    var generator = SeededGenerator(seed: 11)
    let usual: [UInt8] = [
      0x30, 0x39, 0x3A, 0x2F, 0x40, 0x41, 0x5A, 0x5B, 0x60, 0x61, 0x7A, 0x7B, 0x25, 0x34, 0xEF,
      0xBC, 0xA0, 0xA1, 0xBA, 0x90, 0x99, 0x80, 0xFF, 0,
    ]
    for length in 0..<260 {
      let bytes = (0..<length).map { _ in usual[Int(generator.next() % UInt64(usual.count))] }
      compare(bytes, 0, length)
      if length > 3 { compare(bytes, 3, length - 1) }
    }
  }

  @Test("words for nothing, in any case, and what is none")
  func void() {
    func isVoid(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      return CellShape(bytes.span, 0, bytes.count).isVoid(bytes.span, 0, bytes.count)
    }
    for text in ["", "-", "null", "NULL", "n/a", "N/A", "none", "nan", "NaN", "nil", "ー", "－", "・"]
    {
      #expect(isVoid(text), "\(text)")
    }
    for text in ["nulla", "nul", "n", "na", "a/n", "nine", "0", "無", "xnan", "mull"] {
      #expect(!isVoid(text), "\(text)")
    }
  }
}
