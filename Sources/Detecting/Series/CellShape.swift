/// The bytes of a cell by class, from one pass: which readers can have a use for it.
struct CellShape {
  private(set) var digits = 0
  private(set) var letters = 0
  /// Bytes outside ASCII.
  private(set) var high = 0
  private(set) var others = 0
  private(set) var hasAt = false
  /// Full-width digits.
  private(set) var wideDigits = 0
  /// Full-width Latin capitals.
  private(set) var hasWideLetters = false
  private let first: UInt8
  private let length: Int

  /// Only this many bytes are looked at.
  static let limit = 192

  init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    first = start < end ? text[start] : 0
    length = end - start
    var index = start
    let stop = min(end, start + CellShape.limit)
    while index < stop {
      let byte = text[index]
      if byte >= 0x80 {
        high += 1
        if byte == 0xEF {
          if index + 2 < stop, text[index + 1] == 0xBC, text[index + 2] >= 0xA1,
            text[index + 2] <= 0xBA
          {
            hasWideLetters = true
          }
          if index + 2 < stop, text[index + 1] == 0xBC, text[index + 2] >= 0x90,
            text[index + 2] <= 0x99
          {
            wideDigits += 1
          }
        }
        if byte == 0xA0, index >= start + 2, text[index - 1] == 0xBC, text[index - 2] == 0xEF {
          hasAt = true  // U+FF20
        }
      } else if byte >= 0x30, byte <= 0x39 {
        digits += 1
      } else if LabelMatcher.isLetter(byte) {
        letters += 1
      } else {
        if byte == 0x40 { hasAt = true }
        if byte == 0x25 { hasAt = hasAt || index + 2 < stop && text[index + 1] == 0x34 }
        others += 1
      }
      index += 1
    }
  }

  /// Whether the cell can be one number, guards and separators allowed.
  var mayBeNumber: Bool {
    guard length <= 128, letters == 0 else { return false }
    if digits == 0 { return wideDigits > 0 }
    if high > 0 { return first < 0x80 || first == 0xEF || first == 0xE3 || first == 0xC2 }
    return true
  }

  /// Whether digits in any width, or kanji numerals' place, can stand in a Japanese cell.
  var mayHoldDigits: Bool { digits > 0 || wideDigits > 0 }

  /// Whether the cell is empty or a sign for "nothing".
  func isVoid(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if length == 0 { return true }
    if digits == 0, letters == 0, high == 0 { return true }
    if length <= 9, high == length, digits == 0 {
      // ー U+30FC, － U+FF0D, ― U+2015, ・ U+30FB
      return length == 3 && isDash(text, start)
    }
    if length <= 4, high == 0, letters >= 2 {
      return CellShape.equals(text, start, end, "null") || CellShape.equals(text, start, end, "n/a")
        || CellShape.equals(text, start, end, "none") || CellShape.equals(text, start, end, "nan")
        || CellShape.equals(text, start, end, "nil")
    }
    return false
  }

  private func isDash(_ text: Span<UInt8>, _ start: Int) -> Bool {
    switch (text[start], text[start + 1], text[start + 2]) {
    case (0xE3, 0x83, 0xBC), (0xEF, 0xBC, 0x8D), (0xE2, 0x80, 0x95), (0xE3, 0x83, 0xBB): true
    default: false
    }
  }

  /// Case-insensitive comparison with an ASCII word in lower case.
  private static func equals(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ word: StaticString
  ) -> Bool {
    let bytes = Array(word.description.utf8)
    guard end - start == bytes.count else { return false }
    for offset in bytes.indices where LabelMatcher.lower(text[start + offset]) != bytes[offset] {
      return false
    }
    return true
  }
}
