import Rules

/// What may stand between a label and its value: colons, brackets, particles, `No.`.
enum Fillers {
  /// Most bytes that are looked over, blanks and the dots of a leader not counted.
  static let limit = 48
  /// Most bytes with these, so that many numbers behind one label stay quick.
  static let widest = 400

  /// Whether `text[start..<end]` is nothing but fillers.
  static func fill(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start <= widest else { return false }
    var index = start
    var room = 0
    while index < end {
      guard index - start - room < limit else { return false }
      let byte = text[index]
      if byte < 0x80 {
        switch byte {
        case 0x20, 0x09, 0x0B, 0x0C:
          index += 1
          room += 1
        case 0x3A, 0x3D, 0x28, 0x29, 0x5B, 0x5D, 0x2E, 0x23, 0x7C, 0x3E, 0x22, 0x27,
          0x2C,
          0x2D, 0x2A, 0x2F:
          index += 1
        case 0x4E, 0x6E:
          // No, no
          guard index + 1 < end, text[index + 1] | 0x20 == 0x6F else { return false }
          index += 2
        default: return false
        }
      } else {
        guard index + 2 < end || index + 3 == end else { return byte == 0xC2 && index + 2 <= end }
        let isRoom = isRoom(text, index) || DigitRun.invisible(text, index, end) != nil
        guard isRoom || isFiller(text, index) else { return false }
        if isRoom { room += 3 }
        index += 3
      }
    }
    return true
  }

  /// The characters that fill, and those that part the characters of a label; ASCII in lower case.
  static var characters: [UInt16] {
    // Of all characters of three bytes only those of these blocks, and a few, are asked: FillersTests asks all.
    let blocks: [ClosedRange<UInt16>] = [0x2100...0x25FF, 0x3000...0x30FF, 0xFF00...0xFF60]
    let others: [UInt16] = [0x2015, 0x2026, 0x6B04, 0x7B2C, 0x6709]
    let ascii: [UInt16] = (0..<0x80).filter { fill([UInt8($0)].span, 0, 1) }
    // No., the dash of my_number, and characters of two bytes, which may fill as well.
    return ascii + [0x6E, 0x6F, 0x5F] + Array(0x80...0xBF)
      + (blocks.joined() + others).filter(isCharacter)
  }

  /// Whether a character of three bytes fills.
  static func isCharacter(_ unit: UInt16) -> Bool {
    let bytes = [
      UInt8(0xE0 | unit >> 12), UInt8(0x80 | unit >> 6 & 0x3F), UInt8(0x80 | unit & 0x3F),
    ]
    return fill(bytes.span, 0, 3)
  }

  /// Whether `text[start..<end]` leads back from a label to the value before it: a bracket that opens, an arrow to the
  /// left, an equals sign, は or が, with blanks around.
  static func point(back text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    var points = 0
    while index < end {
      switch text[index] {
      case 0x20, 0x09: index += 1
      case 0x28, 0x3C, 0x3D, 0x5B:
        index += 1
        points += 1
      case 0x2D where points == 1 && text[index - 1] == 0x3C: index += 1
      case 0xE2, 0xE3, 0xEF:
        guard index + 2 < end || index + 3 == end else { return false }
        switch (text[index], text[index + 1], text[index + 2]) {
        case (0xE3, 0x80, 0x80): break
        // ← ⇐ （ ［ ＝ 「 【 〔 は が
        case (0xE2, 0x86, 0x90), (0xE2, 0x87, 0x90), (0xEF, 0xBC, 0x88), (0xEF, 0xBC, 0xBB),
          (0xEF, 0xBC, 0x9D), (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x90), (0xE3, 0x80, 0x94),
          (0xE3, 0x81, 0xAF), (0xE3, 0x81, 0x8C):
          points += 1
        default: return false
        }
        index += 3
      default: return false
      }
    }
    return points > 0 && points <= 2
  }

  /// U+3000, `…` and `・`.
  private static func isRoom(_ text: Span<UInt8>, _ index: Int) -> Bool {
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0xA6), (0xE3, 0x83, 0xBB): true
    default: false
    }
  }

  /// Full-width punctuation, brackets, lines of boxes, and the particles は が の を です:  three bytes each.
  private static func isFiller(_ text: Span<UInt8>, _ index: Int) -> Bool {
    let scalar =
      UInt32(text[index] & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6
      | UInt32(text[index + 2] & 0x3F)
    switch scalar {
    case 0x3000, 0x3001, 0x3008...0x3011, 0x3014...0x301B, 0x30FB, 0xFF08, 0xFF09, 0xFF0E, 0xFF1A,
      0xFF1D, 0xFF3B, 0xFF3D, 0xFF5C, 0x2500...0x257F, 0x2190...0x2193, 0x2192, 0x25A0...0x25CF,
      0x2116, 0x2026, 0xFF03, 0xFF0F, 0x30FC, 0x2015:
      return true
    case 0x306F, 0x304C, 0x306E, 0x3092, 0x3067, 0x3059, 0x3082, 0x6B04, 0x7B2C, 0x6709:
      // は が の を で す も 欄 第 有
      return true
    default:
      return false
    }
  }
}
