/// Characters as labels are looked up by them.
extension LabelMatcher {
  /// A character as sixteen bits, never 0; letters in lower case.
  @inline(__always)
  static func unit(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> UInt16 {
    let lead = text[index]
    if lead < 0x80 { return max(UInt16(lower(lead)), 1) }
    if lead < 0xE0 {
      guard index + 1 < limit else { return 1 }
      return max(UInt16(lead & 0x1F) << 6 | UInt16(text[index + 1] & 0x3F), 1)
    }
    guard index + 2 < limit else { return 1 }
    return max(
      UInt16(lead & 0x0F) << 12 | UInt16(text[index + 1] & 0x3F) << 6
        | UInt16(text[index + 2] & 0x3F), 1)
  }

  /// A character as sixteen bits: its code point, or its lowest bits outside the basic plane.
  ///
  /// Two Latin letters together take the place of a surrogate, which text cannot hold: 676 of those 2,048.
  struct Key {
    var value: UInt16
    /// Bytes of the character.
    var width: Int
    /// Bytes that ``value`` stands for: two for a pair of letters.
    var span: Int { value >= 0xD800 && value < 0xE000 ? 2 : width }

    @inline(__always)
    static func of(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Key {
      let lead = text[index]
      if lead < 0x80 {
        let first = LabelMatcher.lower(lead)
        if first >= 0x61, first <= 0x7A, index + 1 < limit {
          let second = LabelMatcher.lower(text[index + 1])
          if second >= 0x61, second <= 0x7A {
            return Key(
              value: 0xD800 + UInt16(first - 0x61) * 26 + UInt16(second - 0x61), width: 1)
          }
        }
        return Key(value: UInt16(first), width: 1)
      }
      if lead < 0xE0 {
        guard index + 1 < limit else { return Key(value: 0, width: 1) }
        return Key(value: UInt16(lead & 0x1F) << 6 | UInt16(text[index + 1] & 0x3F), width: 2)
      }
      guard index + 2 < limit else { return Key(value: 0, width: 1) }
      let value =
        UInt16(lead & 0x0F) << 12 | UInt16(text[index + 1] & 0x3F) << 6
        | UInt16(text[index + 2] & 0x3F)
      return Key(value: value, width: lead < 0xF0 ? 3 : 4)
    }
  }

  /// Bytes of the character at a place.
  @inline(__always)
  static func width(_ text: Span<UInt8>, _ place: Int) -> Int {
    text[place] < 0x80 ? 1 : text[place] < 0xE0 ? 2 : text[place] < 0xF0 ? 3 : 4
  }

  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    let lowered = byte | 0x20
    return lowered >= 0x61 && lowered <= 0x7A
  }
}
