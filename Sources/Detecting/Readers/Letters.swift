/// Reads scalars out of UTF-8; what is not UTF-8 reads as U+FFFD, one byte at a time.
enum UTF8Bytes {
  @inline(__always)
  static func next(_ text: Span<UInt8>, _ position: inout Int, _ limit: Int) -> UInt32 {
    let lead = UInt32(text[position])
    position += 1
    if lead < 0x80 { return lead }
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : 0
    guard length > 0, position + length <= limit else { return 0xFFFD }
    var scalar = lead & (0x3F >> UInt32(length))
    for step in 0..<length {
      let byte = UInt32(text[position + step])
      guard byte & 0xC0 == 0x80 else { return 0xFFFD }
      scalar = scalar << 6 | byte & 0x3F
    }
    position += length
    return scalar
  }
}

/// Kana as UTF-16 units.
enum Kana {
  /// Full-width forms of U+FF66...U+FF9D.
  static let wide: InlineArray<56, UInt16> = [
    0x30F2, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30E3, 0x30E5, 0x30E7, 0x30C3, 0x30FC, 0x30A2,
    0x30A4, 0x30A6, 0x30A8, 0x30AA, 0x30AB, 0x30AD, 0x30AF, 0x30B1, 0x30B3, 0x30B5, 0x30B7, 0x30B9,
    0x30BB, 0x30BD, 0x30BF, 0x30C1, 0x30C4, 0x30C6, 0x30C8, 0x30CA, 0x30CB, 0x30CC, 0x30CD, 0x30CE,
    0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB, 0x30DE, 0x30DF, 0x30E0, 0x30E1, 0x30E2, 0x30E4, 0x30E6,
    0x30E8, 0x30E9, 0x30EA, 0x30EB, 0x30EC, 0x30ED, 0x30EF, 0x30F3,
  ]

  @inline(__always)
  static func isHiragana(_ unit: UInt16) -> Bool { unit >= 0x3041 && unit <= 0x3096 }

  @inline(__always)
  static func isKatakana(_ unit: UInt16) -> Bool {
    unit >= 0x30A1 && unit <= 0x30FA || unit == 0x30FC
  }

  @inline(__always)
  static func isKana(_ unit: UInt16) -> Bool { isHiragana(unit) || isKatakana(unit) }

  /// The kana with ゛ or ゜ behind it; the kana itself when it takes none.
  static func voiced(_ unit: UInt16, semi: Bool) -> UInt16 {
    let isHiragana = isHiragana(unit)
    let katakana = isHiragana ? unit + 0x60 : unit
    let shift: UInt16
    switch katakana {
    case 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB: shift = semi ? 2 : 1
    case 0x30AB, 0x30AD, 0x30AF, 0x30B1, 0x30B3, 0x30B5, 0x30B7, 0x30B9, 0x30BB, 0x30BD, 0x30BF,
      0x30C1, 0x30C4, 0x30C6, 0x30C8:
      shift = semi ? 0 : 1
    case 0x30A6: return semi ? unit : isHiragana ? 0x3094 : 0x30F4
    default: shift = 0
    }
    return unit + shift
  }

  /// Katakana without small letters, as bank files write it; other units stay.
  @inline(__always)
  static func large(_ unit: UInt16) -> UInt16 {
    let katakana = isHiragana(unit) ? unit + 0x60 : unit
    switch katakana {
    case 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE:
      return katakana + 1
    default: return katakana
    }
  }
}

/// Kanji as UTF-16 units.
enum Kanji {
  /// Whether the unit is a kanji, `々`, or the mark of a rare one.
  @inline(__always)
  static func isKanji(_ unit: UInt16) -> Bool {
    unit >= 0x3400 && unit <= 0x9FFF || unit == 0x3005 || unit == 0x3013 || unit == 0x3007
      || unit >= 0xF900 && unit <= 0xFAFF
  }

  /// The value of a numeral 0...10; `nil` for others.
  static func digit(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x3007: 0
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    case 0x5341: 10
    default: nil
    }
  }
}

/// Latin letters with marks.
enum Latin {
  /// The lower-case letter without its marks; U+FFFD for what is no letter of a name.
  static func plain(_ scalar: UInt32) -> UInt16 {
    let letter: Unicode.Scalar
    switch scalar {
    case 0xC0...0xC6, 0xE0...0xE6, 0x100...0x105, 0x1EA0...0x1EB7: letter = "a"
    case 0xC7, 0xE7, 0x106...0x10D: letter = "c"
    case 0xD0, 0x10E...0x111: letter = "d"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B, 0x1EB8...0x1EC7: letter = "e"
    case 0x11C...0x123: letter = "g"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131, 0x1EC8...0x1ECB: letter = "i"
    case 0x139...0x142: letter = "l"
    case 0xD1, 0xF1, 0x143...0x148: letter = "n"
    case 0xD2...0xD6, 0xD8, 0xF0, 0xF2...0xF6, 0xF8, 0x14C...0x153, 0x1A0, 0x1A1, 0x1ECC...0x1EE3:
      letter = "o"
    case 0x154...0x159: letter = "r"
    case 0xDF, 0x15A...0x161: letter = "s"
    case 0x162...0x167: letter = "t"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173, 0x1AF, 0x1B0, 0x1EE4...0x1EF1: letter = "u"
    case 0xDD, 0xFD, 0xFF, 0x176...0x178, 0x1EF2...0x1EF9: letter = "y"
    case 0x179...0x17E: letter = "z"
    default: return 0xFFFD
    }
    return UInt16(letter.value)
  }

  @inline(__always)
  static func isLetter(_ unit: UInt16) -> Bool { unit >= 0x61 && unit <= 0x7A }

  @inline(__always)
  static func isDigit(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }
}
