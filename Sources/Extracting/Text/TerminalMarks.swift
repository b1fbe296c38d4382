import ScanKernels

/// Colours and other marks for terminals in the text of logs: between a label and its value they are as good as blanks.
enum TerminalMarks {
  /// Bytes of a mark at most.
  private static let longest = 32

  /// Overwrites each with blanks (ECMA-48, 5.4: ESC, `[`, parameters and intermediate bytes, a final byte).
  static func blank(_ text: inout [UInt8], to end: Int) {
    var base = 0
    while base < end {
      if base + 64 <= text.count, equalMask(text.span, at: base, 0x1B) == 0 {
        base += 64
        continue
      }
      let stop = min(end, base + 64)
      while base < stop {
        if text[base] == 0x1B, let length = length(text, at: base, end) {
          for index in base..<base + length { text[index] = 0x20 }
        }
        base += 1
      }
    }
  }

  /// Bytes of the mark that begins with an ESC; `nil` when none does.
  private static func length(_ text: [UInt8], at start: Int, _ end: Int) -> Int? {
    guard start + 2 < end, text[start + 1] == 0x5B else { return nil }
    var index = start + 2
    while index < end, index - start < longest, text[index] >= 0x20, text[index] <= 0x3F {
      index += 1
    }
    guard index < end, text[index] >= 0x40, text[index] <= 0x7E else { return nil }
    return index + 1 - start
  }
}
