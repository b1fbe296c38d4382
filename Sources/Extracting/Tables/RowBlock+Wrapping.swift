import Inventory

/// Quotes and brackets that some programs write instead of `"`.
extension RowBlock {
  /// Pairs of three bytes each: “ ”, ‘ ’, 「 」, 『 』.
  private static let pairs: [(open: (UInt8, UInt8, UInt8), close: (UInt8, UInt8, UInt8))] = [
    ((0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D)), ((0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99)),
    ((0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x8D)), ((0xE3, 0x80, 0x8E), (0xE3, 0x80, 0x8F)),
  ]

  /// Takes such quotes off each cell that stands in a pair of them.
  mutating func unwrap(_ text: Span<UInt8>) {
    for index in cells.indices {
      var start = Int(cells[index].start)
      var end = Int(cells[index].end)
      // The first of two apostrophes was taken off as the guard of a spreadsheet.
      if start > 0, end > start, text[start - 1] == 0x27, text[end - 1] == 0x27 {
        cells[index].end = UInt32(truncatingIfNeeded: end - 1)
        continue
      }
      while start < end, text[start] == 0x20 { start += 1 }
      while start < end, text[end - 1] == 0x20 { end -= 1 }
      let width = Self.wrapping(text, start, end)
      guard width > 0 else { continue }
      cells[index].start = UInt32(truncatingIfNeeded: start + width)
      cells[index].end = UInt32(truncatingIfNeeded: end - width)
    }
  }

  /// Whether the first line of a text begins and ends with such quotes.
  static func isWrapped(_ text: Span<UInt8>, _ count: Int) -> Bool {
    guard count > 2, text[0] == 0x27 || text[0] == 0xE2 || text[0] == 0xE3 else { return false }
    var end = 0
    while end < count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
    return wrapping(text, 0, end) > 0
  }

  /// How many bytes the quotes at each end of a range take; 0 when there are none.
  private static func wrapping(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard end - start >= 2 else { return 0 }
    if text[start] == 0x27 { return text[end - 1] == 0x27 ? 1 : 0 }
    guard end - start >= 6 else { return 0 }
    let first = (text[start], text[start + 1], text[start + 2])
    let last = (text[end - 3], text[end - 2], text[end - 1])
    return pairs.contains { $0.open == first && $0.close == last } ? 3 : 0
  }
}
