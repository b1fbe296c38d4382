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

  /// How many lines end within the first `count` bytes.
  ///
  /// - Parameter text: At least 64 bytes longer than `count`.
  static func count(_ text: Span<UInt8>, _ count: Int) -> Int {
    var lines = 0
    var base = 0
    var carriesReturn: UInt64 = 0
    while base < count {
      let valid: UInt64 = count - base < 64 ? (1 << UInt64(count - base)) - 1 : .max
      let feeds = equalMask(text, at: base, 0x0A) & valid
      let returns = equalMask(text, at: base, 0x0D) & valid
      lines += (feeds & ~(returns << 1 | carriesReturn)).nonzeroBitCount + returns.nonzeroBitCount
      carriesReturn = returns >> 63
      base += 64
    }
    return lines
  }

  /// Passes over lines.
  ///
  /// - Parameter line: The line that the text begins with; afterwards that of the returned offset.
  /// - Returns: Where the wanted line begins, or, when it is not there, an offset up to which nothing is needed.
  static func skip(
    _ text: Span<UInt8>, _ count: Int, isLast: Bool, line: inout Int, to wanted: Int
  ) -> Int {
    var index = 0
    while index < count, line < wanted {
      let byte = text[index]
      if byte == 0x0D {
        // Half a line end, perhaps: it is looked at again with what follows.
        if index + 1 == count, !isLast { return index }
        if index + 1 < count, text[index + 1] == 0x0A { index += 1 }
        line += 1
      } else if byte == 0x0A {
        line += 1
      }
      index += 1
    }
    return index
  }
}
