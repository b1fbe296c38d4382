/// Tells what an item of a list begins with: `- `, `・`, `1. `, `(2) `, `③`.
enum ListItem {
  /// Digits of the longest number of an item.
  private static let longestNumber = 3

  /// Where the item's text begins; the line's start when it is none.
  ///
  /// - Parameters:
  ///   - start: The line's first byte that is no blank.
  ///   - end: One past its last byte.
  static func text(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var next = start
    switch UTF8Bytes.next(text, &next, end) {
    // - * + bind to words as well: a blank must follow.
    case 0x2D, 0x2A, 0x2B: return behindBlank(text, next, end) ?? start
    // • ・ ■ … ◯ ① …
    case 0x2022, 0x30FB, 0x25A0...0x25EF, 0x2460...0x2473: return pastBlanks(text, next, end)
    case 0x28, 0x30...0x39: return behindNumber(text, start, end) ?? start
    default: return start
    }
  }

  /// Behind `1. `, `1) ` or `(1) `.
  private static func behindNumber(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = text[start] == 0x28 ? start + 1 : start
    let first = index
    // (03) begins a telephone number.
    if first > start, first < end, text[first] == 0x30 { return nil }
    while index < end, text[index] &- 0x30 <= 9, index - first <= longestNumber { index += 1 }
    guard index > first, index - first <= longestNumber, index < end,
      text[index] == 0x29 || text[index] == 0x2E && first == start
    else { return nil }
    return behindBlank(text, index + 1, end)
  }

  private static func behindBlank(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
    let next = pastBlanks(text, index, end)
    return next > index ? next : nil
  }

  private static func pastBlanks(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    var start = index
    var last = end
    Blanks.trim(text, &start, &last)
    return min(start, end)
  }
}
