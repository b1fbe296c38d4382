import Rules

/// Reads vehicle registration marks: `品川 500 さ 12-34`.
package enum VehicleReader {
  /// Reads a whole cell.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> Bool {
    guard range.count <= 70 else { return false }
    return read(FoldedText(text, range), bytes: range.count)
  }

  /// The same of a cell that was folded whole, `bytes` long.
  static func read(_ folded: borrowing FoldedText, bytes: Int) -> Bool {
    guard bytes >= 9, bytes <= 70 else { return false }
    let whole = folded.trimmed
    return parse(folded, whole.lowerBound) == whole.upperBound
  }

  /// Gives the mark around the number plate's kana in running text: the plate that begins at `start`, as bytes of `text`.
  package static func match(_ text: Span<UInt8>, at start: Int, limit: Int) -> Range<Int>? {
    let folded = FoldedText(text, start..<min(limit, start + 60))
    guard let end = parse(folded, 0) else { return nil }
    return start..<folded.offset(end)
  }

  /// Office, class number, kana, serial number; the unit behind.
  private static func parse(_ text: borrowing FoldedText, _ start: Int) -> Int? {
    var index = 0
    for length in stride(from: 4, through: 1, by: -1) {
      let end = start + length
      // The class number begins behind the office: where none does, nobody need look the office up.
      guard Latin.isDigit(text[end]) || text[end] == 0x20 && Latin.isDigit(text[end + 1]),
        text.terms(start..<end).hasAny(.plateOffice)
      else { continue }
      index = end
      break
    }
    guard index > 0 else { return nil }
    if text[index] == 0x20 { index += 1 }
    let number = index
    while index - number < 3,
      Latin.isDigit(text[index]) || index > number && isClassLetter(text[index])
    { index += 1 }
    guard index - number >= 1, Latin.isDigit(text[number]) else { return nil }
    if text[index] == 0x20 { index += 1 }
    guard Kana.isHiragana(text[index]), !isExcluded(text[index]) else { return nil }
    index += 1
    if text[index] == 0x20 { index += 1 }
    var digits = 0
    while true {
      let unit = text[index]
      if Latin.isDigit(unit) {
        digits += 1
      } else if unit == 0x30FB || unit == 0x2E, digits == 0 {
        // ・・・1
      } else if unit == 0x2D, digits == 2 {
        // 12-34
      } else {
        break
      }
      guard digits <= 4 else { return nil }
      index += 1
    }
    return digits >= 1 ? index : nil
  }

  private static func isClassLetter(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x61, 0x63, 0x66, 0x68, 0x6B, 0x6C, 0x6D, 0x70, 0x78, 0x79: true
    default: false
    }
  }

  /// お し へ ん are never given out.
  private static func isExcluded(_ unit: UInt16) -> Bool {
    unit == 0x304A || unit == 0x3057 || unit == 0x3078 || unit == 0x3093
  }
}
