import ScanKernels

/// Finds and counts line ends: LF, CR LF, and CR alone.
enum LineEnds {
  /// One past the last line end of the text; 0 when there is none.
  ///
  /// A CR at the text's very end may be half of one and does not count.
  static func last(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = end
    while index > start {
      let byte = text[index - 1]
      if byte == 0x0A || byte == 0x0D && index < end { return index }
      index -= 1
    }
    return 0
  }

  /// The first LF or CR of a stretch, or the stretch's end.
  ///
  /// - Parameter text: At least 64 bytes longer than `end`.
  static func next(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var base = start
    while base < end {
      let bits = equalMask(text, at: base, 0x0A) | equalMask(text, at: base, 0x0D)
      if bits != 0 { return min(base + bits.trailingZeroBitCount, end) }
      base += 64
    }
    return end
  }

  /// How many lines end within the first `count` bytes.
  static func count(_ text: Span<UInt8>, _ count: Int) -> Int {
    countLines(text.extracting(0..<count))
  }
}
