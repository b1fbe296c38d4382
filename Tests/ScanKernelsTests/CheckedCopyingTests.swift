import ScanKernels
import TestSupport
import Testing

/// Noise made of pieces of well-formed and broken text.
private func noise(_ seed: Int, _ length: Int, mistakes: Int) -> [UInt8] {
  var generator = SeededGenerator(seed: UInt64(seed))
  func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
  let good: [[UInt8]] = ["a", "0", "é", "あ", "𠮷", "ｱ", "漢", "\u{1B}", "\u{7FF}", "\u{10FFFF}"]
    .map { Array($0.utf8) }
  let bad: [[UInt8]] = [
    [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0xE3, 0x81], [0xF0, 0x9F, 0x98], [0xFF], [0xC3, 0xC3],
    [0xF0, 0x80, 0x80, 0x80], [0xE3, 0x81, 0x82, 0x82],
  ]
  var bytes: [UInt8] = []
  while bytes.count < length {
    bytes += mistakes > 0 && next(mistakes) == 0 ? bad[next(bad.count)] : good[next(good.count)]
  }
  return bytes
}

@Suite("Checked copying") struct CheckedCopyingTests {
  /// Length of the longest prefix that is UTF-8, by the standard library.
  private func validPrefix(_ bytes: [UInt8]) -> Int {
    var rest = bytes[...]
    var length = 0
    while let lead = rest.first {
      let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard rest.count >= width, String(validating: rest.prefix(width), as: UTF8.self) != nil
      else { break }
      rest = rest.dropFirst(width)
      length += width
    }
    return length
  }

  @Test(
    "Every level copies whole characters, never a mistake, and all but the last block",
    arguments: 0..<200)
  func utf8(seed: Int) {
    let bytes = noise(seed, 40 + seed * 7, mistakes: seed % 4 == 0 ? 0 : seed)
    let valid = validPrefix(bytes)
    for level in KernelLevel.allCases {
      var copy = [UInt8](repeating: 0, count: bytes.count)
      var target = copy.mutableSpan
      let count = copyUTF8(bytes.span, into: &target, level)
      #expect(count <= valid && count > valid - 68)
      #expect(copy[..<count] == bytes[..<count])
      #expect(count == bytes.count || bytes[count] & 0xC0 != 0x80 || count == valid)
    }
  }

  @Test("Every pair of bytes is judged as the standard library does", arguments: 0x80...0xFF)
  func pairs(lead: Int) {
    for second in 0...255 {
      // In the middle of a block and across the border of one.
      for front in [20, 62, 63] {
        var bytes = [UInt8](repeating: 0x61, count: 128)
        bytes[front] = UInt8(lead)
        bytes[front + 1] = UInt8(second)
        for extra in 2..<4 where lead >= 0xE0 + (extra - 2) * 16 { bytes[front + extra] = 0x80 }
        let valid = validPrefix(bytes)
        for level in KernelLevel.allCases {
          var copy = [UInt8](repeating: 0, count: 128)
          var target = copy.mutableSpan
          let count = copyUTF8(bytes.span, into: &target, level)
          #expect(count <= valid && (valid < 128 || count == 128))
        }
      }
    }
  }

  @Test("Plain text stops before what is not ASCII, and before ESC")
  func plain() {
    for position in 0..<256 {
      for byte: UInt8 in [0x1B, 0x80, 0xE3] {
        var bytes = [UInt8](repeating: 0x41, count: 256)
        bytes[position] = byte
        var copy = [UInt8](repeating: 0, count: 256)
        var target = copy.mutableSpan
        let count = copyPlain(bytes.span, into: &target)
        #expect(count == position / 64 * 64)
        #expect(copy[..<count] == bytes[..<count])
      }
    }
  }
}
