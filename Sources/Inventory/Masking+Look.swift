/// The quick look that nearly all texts pass: whether anything in them may have to be masked.
extension Masking {
  /// Whether masking might change a text; cheap, and never wrong with "no".
  ///
  /// - Complexity: O(*n*), a few instructions a byte.
  package static func mayChange(_ text: Span<UInt8>) -> Bool {
    isPlain(text) ? false : mayChangeMixed(text)
  }

  /// Whether a text is printable ASCII without `@`, and has no more digits than a run may have: most paths and names.
  package static func isPlain(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 8 else { return isPlainWord(text) }
    // More digits than this could not be counted in a byte.
    guard text.count <= 255 else { return false }
    var odd: UInt64 = 0
    var digits: UInt64 = 0
    var index = 0
    while index + 8 <= text.count {
      let word = word(text, at: index)
      odd |= oddMarks(word)
      digits &+= digitMarks(word) >> 7
      index += 8
    }
    if index < text.count {
      // What is left, and letters in the place of what was seen.
      let bits = UInt64(truncatingIfNeeded: (text.count - index) * 8)
      let word = word(text, at: text.count - 8) &>> (64 - bits) | ones &* 0x61 &<< bits
      odd |= oddMarks(word)
      digits &+= digitMarks(word) >> 7
    }
    return odd == 0 && (digits &* ones) >> 56 <= UInt64(longestPlainRun)
  }

  /// The same of fewer than eight bytes.
  private static func isPlainWord(_ text: Span<UInt8>) -> Bool {
    var digits = 0
    for index in text.indices {
      let byte = text[index]
      if byte &- 0x20 > 0x5E || byte == 0x40 { return false }
      digits &+= byte &- 0x30 <= 9 ? 1 : 0
    }
    return digits <= longestPlainRun
  }

  /// Eight bytes, the first in the lowest bits.
  @inline(__always)
  private static func word(_ text: Span<UInt8>, at start: Int) -> UInt64 {
    // Written out, since the compiler makes one load of it then.
    let part = text.extracting(start..<start &+ 8)
    let low =
      UInt64(part[0]) | UInt64(part[1]) &<< 8 | UInt64(part[2]) &<< 16 | UInt64(part[3]) &<< 24
    let high =
      UInt64(part[4]) &<< 32 | UInt64(part[5]) &<< 40 | UInt64(part[6]) &<< 48
      | UInt64(part[7]) &<< 56
    return low | high
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var tops: UInt64 { 0x8080_8080_8080_8080 }

  /// The top bit of each of eight bytes that is no printable ASCII, or `@`; perhaps of one behind it as well.
  @inline(__always)
  private static func oddMarks(_ word: UInt64) -> UInt64 {
    let at = word ^ ones &* 0x40
    // Of bytes below 80: less than 20, 7F, and 0 where an @ stood.
    let odd = (word &- ones &* 0x20) | (word &+ ones) | (at &- ones) & ~at
    return (word | odd) & tops
  }

  /// The top bit of each of eight bytes that is a digit, where all are ASCII.
  @inline(__always)
  private static func digitMarks(_ word: UInt64) -> UInt64 {
    (word &+ ones &* 0x50) & ~(word &+ ones &* 0x46) & tops
  }

  private static func mayChangeMixed(_ text: Span<UInt8>) -> Bool {
    var digits = 0
    var last: UInt8 = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x30...0x39: digits += 1
      // Separators of digits keep a run together.
      case 0x20, 0x2D, 0x2E, 0x5F: break
      case 0...0x1F, 0x7F, 0x40: return true
      case 0x21...0x7E: digits = 0
      // Kana and the like are no digits; U+3000...U+303F, which begin with 80, have separators.
      case 0xE3 where index < text.count && text[index] != 0x80:
        while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
      // U+4000...U+9FFF are neither digits nor separators.
      case 0xE4...0xE9:
        digits = 0
        // Nor does what follows in the same character belong to one that is.
        while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
      // U+FF10...FF19 end in 90...99 behind BC; whatever else ends so only costs time.
      case 0x90...0x99 where last == 0xBC: digits += 1
      // What follows the lead bytes of full-width @, controls, separators and direction marks.
      case 0xA0 where last == 0xBC: return true
      case 0x80...0x9F where last == 0xC2: return true
      case 0x80, 0x81: if last == 0x80 || last == 0xE2 { return true }
      case 0x9C where last == 0xD8: return true
      case 0xBB where last == 0xEF: return true
      default: break
      }
      if digits > longestPlainRun { return true }
      last = byte
    }
    return false
  }
}
