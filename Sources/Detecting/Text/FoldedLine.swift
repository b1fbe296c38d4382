import Inventory

/// A line folded, with the place of each byte in the line as it stands.
struct FoldedLine {
  private(set) var bytes: [UInt8] = []
  /// For each byte the first byte of the character that it came from, and behind the last the line's end.
  private(set) var origins: [Int] = []

  init(_ text: Span<UInt8>, _ line: Range<Int>) {
    bytes.reserveCapacity(line.count)
    origins.reserveCapacity(line.count + 1)
    var index = line.lowerBound
    while index < line.upperBound {
      let start = index
      index = Self.next(text, index, line.upperBound)
      if text[start] >= 0x80 {
        // Marks of voice go with the character before them.
        while index < line.upperBound, Self.isMark(text, index, line.upperBound) { index += 3 }
        TextFolding.fold(text.extracting(start..<index), into: &bytes)
      } else {
        bytes.append(text[start])
      }
      while origins.count < bytes.count { origins.append(start) }
    }
    origins.append(line.upperBound)
  }

  private static func next(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Int {
    var next = index + 1
    guard text[index] >= 0x80 else { return next }
    while next < limit, text[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  /// Whether a mark of voice stands at a place: half width (U+FF9E, U+FF9F) or combining (U+3099, U+309A).
  private static func isMark(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Bool {
    guard index + 3 <= limit else { return false }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xEF, 0xBE, 0x9E), (0xEF, 0xBE, 0x9F), (0xE3, 0x82, 0x99), (0xE3, 0x82, 0x9A): return true
    default: return false
    }
  }
}
