/// What stands around a number and does not belong to it.
extension DigitRun {
  /// Moves both ends inwards over blanks, tabs and line ends, ASCII, no-break and ideographic, and marks that nobody sees.
  static func trim(_ text: Span<UInt8>, _ start: inout Int, _ end: inout Int) {
    while start < end {
      if isBlank(text[start]) {
        start += 1
      } else if end - start >= 3, text[start] == 0xE3, text[start + 1] == 0x80,
        text[start + 2] == 0x80
      {
        start += 3
      } else if end - start >= 2, text[start] == 0xC2, text[start + 1] == 0xA0 {
        start += 2
      } else if let width = invisible(text, start, end) {
        start += width
      } else {
        break
      }
    }
    while start < end {
      if isBlank(text[end - 1]) {
        end -= 1
      } else if end - start >= 3, text[end - 3] == 0xE3, text[end - 2] == 0x80,
        text[end - 1] == 0x80
      {
        end -= 3
      } else if end - start >= 2, text[end - 2] == 0xC2, text[end - 1] == 0xA0 {
        end -= 2
      } else if end - start >= 3, let width = invisible(text, end - 3, end) {
        end -= width
      } else {
        break
      }
    }
  }

  /// The width of a mark that takes no room on paper: zero-width blanks and joiners (U+200B...U+200D, U+2060), marks of
  /// direction (U+200E, U+200F, U+202A...U+202E, U+2066...U+2069), and a byte order mark (U+FEFF) within a text.
  ///
  /// They come with what is copied out of web pages, address books and spreadsheets.
  package static func invisible(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
    let lead = text[index]
    guard lead == 0xE2 || lead == 0xEF, index + 2 < end else { return nil }
    switch (lead, text[index + 1], text[index + 2]) {
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0),
      (0xE2, 0x81, 0xA6...0xA9), (0xEF, 0xBB, 0xBF):
      return 3
    default: return nil
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte >= 0x09 && byte <= 0x0D
  }

  /// Takes off a leading `'`, the formula `="…"`, or a pair of quotes; whether it did.
  static func unwrap(_ text: Span<UInt8>, _ start: inout Int, _ end: inout Int) -> Bool {
    guard start < end else { return false }
    if text[start] == 0x27 {
      start += 1
      if start < end, text[end - 1] == 0x27 { end -= 1 }
      return true
    }
    var inner = start
    if text[inner] == 0x3D { inner += 1 }
    guard end - inner >= 2, text[inner] == 0x22, text[end - 1] == 0x22 else { return false }
    start = inner + 1
    end -= 1
    return true
  }

  /// Whether a whole cell is a number in scientific notation, `1.23457E+11`: what a spreadsheet shows of a long number.
  ///
  /// - Returns: The digits that the whole number had, exponent plus one; `nil` when it is none. The rest of them is lost.
  package static func scientificLength(_ text: Span<UInt8>) -> Int? {
    var start = 0
    var end = text.count
    trim(text, &start, &end)
    guard end - start >= 5, text[start] &- 0x30 <= 9 else { return nil }
    var index = start + 1
    if text[index] == 0x2E {
      index += 1
      while index < end, text[index] &- 0x30 <= 9 { index += 1 }
    }
    guard index + 2 < end, text[index] | 0x20 == 0x65, text[index + 1] == 0x2B else { return nil }
    index += 2
    var exponent = 0
    while index < end, text[index] &- 0x30 <= 9, exponent < 100 {
      exponent = exponent * 10 + Int(text[index] - 0x30)
      index += 1
    }
    return index == end && exponent >= 6 ? exponent + 1 : nil
  }
}
