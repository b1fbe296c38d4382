/// Counts characters.
enum Characters {
  /// Characters (Unicode scalars) in `text[start..<end]`.
  static func count(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var count = 0
    for index in start..<max(start, end) where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
