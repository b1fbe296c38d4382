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
      #expect(checkUTF8(bytes.span, level) == count)
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
          #expect(checkUTF8(bytes.span, level) == count)
        }
      }
    }
  }

  @Test(
    "Rare and broken characters are told wherever they stand in a long text",
    arguments: [
      [0xF0, 0xA0, 0xAE, 0xB7], [0xF0, 0xA0, 0xAE], [0xF0, 0xA0], [0xF0], [0xE0, 0xB8, 0x81],
      [0xE0, 0x80, 0x81], [0xED, 0x95, 0x9C], [0xED, 0xA0, 0x80], [0xE3, 0x81], [0xC3],
      [0xC1, 0x81],
      [0x81], [0xF5, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func rare(character: [UInt8]) {
    for filler in ["a", "あ"] {
      let around = Array(repeatElement(Array(filler.utf8), count: 600 / filler.utf8.count).joined())
      for front in 185..<325 where around[front] & 0xC0 != 0x80 {
        let bytes = around[..<front] + character + around[front...]
        let valid = validPrefix(Array(bytes))
        for level in KernelLevel.allCases {
          let count = checkUTF8(Array(bytes).span, level)
          #expect(count <= valid && count > valid - 68, "\(filler) \(front) \(level)")
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
        for level in KernelLevel.allCases {
          var copy = [UInt8](repeating: 0, count: 256)
          var target = copy.mutableSpan
          let count = copyPlain(bytes.span, into: &target, level)
          #expect(count == position / 64 * 64)
          #expect(copy[..<count] == bytes[..<count])
          #expect(checkPlain(bytes.span, level) == count)
        }
      }
    }
  }

  /// A made-up table: the code itself as text, of one to three bytes; some codes are none.
  private static let table: [UInt32] = (0..<(128 * 256)).map { code in
    let lead = code >> 8
    guard lead > 0, lead < 0x20 || lead >= 0x60, lead < 0x7D, code & 0xFF >= 0x40, code % 97 != 0
    else {
      return 0
    }
    let length = 1 + code % 3
    return UInt32(code * 0x4F1D % (1 << (8 * length))) | UInt32(length) << 24
  }

  /// Character by character.
  private func decoded(_ bytes: [UInt8], _ count: Int) -> [UInt8]? {
    var text: [UInt8] = []
    var index = 0
    while index < count {
      let lead = bytes[index]
      if lead < 0x80 {
        text.append(lead)
        index += 1
        continue
      }
      guard index + 1 < bytes.count else { return nil }
      let entry = Self.table[Int(lead & 0x7F) << 8 | Int(bytes[index + 1])]
      if entry != 0 {
        for byte in 0..<Int(entry >> 24) {
          text.append(UInt8(truncatingIfNeeded: entry >> (8 * byte)))
        }
        index += 2
      } else if lead >= 0xA1, lead <= 0xDF {
        text += [0xEF, lead < 0xC0 ? 0xBD : 0xBE, lead < 0xC0 ? lead : lead - 0x40]
        index += 1
      } else {
        return nil
      }
    }
    return index == count ? text : nil
  }

  @Test("CP932 is decoded up to a mistake or the last bytes, whatever the room", arguments: 0..<300)
  func cp932(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes: [UInt8] = []
    let length = 1 + seed * 3
    while bytes.count < length {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0..<4:
        bytes += Array("0123456789,".utf8.prefix(Int.random(in: 1...11, using: &generator)))
      case 4..<10: bytes += [UInt8.random(in: 0x81...0x9F, using: &generator), 0x40, 0x41]
      case 10: bytes.append(UInt8.random(in: 0xA1...0xDF, using: &generator))
      default:
        if seed % 3 == 0 { bytes.append(UInt8.random(in: 0...255, using: &generator)) }
      }
    }
    for room in [0, 31, 32, 33, 100, bytes.count * 3 + 64] {
      var results: [[UInt8]] = []
      for level in KernelLevel.allCases {
        var text = [UInt8](repeating: 0xAA, count: room + 8)
        var all = text.mutableSpan
        var target = all._mutatingExtracting(0..<room)
        let (count, written) = copyCP932(bytes.span, into: &target, Self.table.span, level)
        #expect(written <= room)
        #expect(text[room...].allSatisfy { $0 == 0xAA })
        #expect(decoded(bytes, count) == Array(text[..<written]))
        if room > bytes.count * 3, bytes.count - count > 17 {
          // It stopped at a mistake.
          #expect(decoded(bytes, count + 1) == nil && decoded(bytes, count + 2) == nil)
        }
        results.append(Array(text[..<written]))
      }
      #expect(Set(results).count == 1)
    }
  }
}
