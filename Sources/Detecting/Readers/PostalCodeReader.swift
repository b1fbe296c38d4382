import Rules

/// A text that reads as a postal code.
package struct PostalCodeReading: Sendable, Equatable {
  /// 0...9,999,999.
  package var code: Int
  /// Whether Japan Post has given out the code.
  package var isListed: Bool
  /// Whether `〒` stands before it.
  package var hasMark: Bool
  /// Whether a dash parts it 3-4.
  package var hasDash: Bool
  /// Whether it has six digits, so that a leading zero was lost.
  package var isDamaged: Bool
  /// One past its last byte in the lent text.
  package var end: Int
}

/// Reads postal codes: seven digits, 3-4.
package enum PostalCodeReader {
  /// Reads a whole cell.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> PostalCodeReading? {
    guard range.count <= 48 else { return nil }
    return read(FoldedText(text, range), bytes: range.count)
  }

  /// The same of a cell that was folded whole, `bytes` long.
  static func read(_ folded: borrowing FoldedText, bytes: Int) -> PostalCodeReading? {
    guard bytes >= 6, bytes <= 48 else { return nil }
    let whole = folded.trimmed
    guard let (reading, end) = parse(folded, whole.lowerBound, allowsDamage: true),
      end == whole.upperBound
    else { return nil }
    return reading
  }

  /// Reads the postal code that begins at `start`, mark included; digits that go on behind it refuse it.
  package static func match(_ text: Span<UInt8>, at start: Int, limit: Int) -> PostalCodeReading? {
    let folded = FoldedText(text, start..<min(limit, start + 40))
    return parse(folded, 0, allowsDamage: false)?.reading
  }

  private static func parse(_ text: borrowing FoldedText, _ start: Int, allowsDamage: Bool) -> (
    reading: PostalCodeReading, end: Int
  )? {
    var index = start
    var hasMark = false
    if text[index] == 0x3012 || text[index] == 0x3036 || text[index] == 0x3020 {
      hasMark = true
      index += 1
    }
    while text[index] == 0x20 || text[index] == 0x27 && index == start { index += 1 }
    var code = 0
    var digits = 0
    var hasDash = false
    while true {
      let unit = text[index]
      if Latin.isDigit(unit) {
        guard digits < 7 else { return nil }
        code = code * 10 + Int(unit - 0x30)
        digits += 1
      } else if digits == 3, !hasDash, unit == 0x2D || unit == 0x20 && text[index + 1] == 0x2D {
        hasDash = true
        if unit == 0x20 { index += 1 }
        if text[index + 1] == 0x20 { index += 1 }
      } else {
        break
      }
      index += 1
    }
    // A dash or a decimal part makes it another number.
    if text[index] == 0x2D, Latin.isDigit(text[index + 1]) { return nil }
    let isDamaged = digits == 6 && !hasDash
    guard digits == 7 || allowsDamage && isDamaged else { return nil }
    if text[index] == 0x2E, text[index + 1] == 0x30, !Latin.isDigit(text[index + 2]) { index += 2 }
    return (
      PostalCodeReading(
        code: code, isListed: PostalCodes.contains(code), hasMark: hasMark, hasDash: hasDash,
        isDamaged: isDamaged, end: text.offset(index)), index
    )
  }
}
