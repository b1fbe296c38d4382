import ScanKernels

/// Colours and other marks for terminals in the text of logs: between a label and its value they are as good as blanks.
enum TerminalMarks {
  /// Bytes of a mark at most.
  private static let longest = 32

  /// Overwrites each with blanks (ECMA-48, 5.4: ESC, `[`, parameters and intermediate bytes, a final byte).
  static func blank(_ text: inout [UInt8], to end: Int) {
    var base = 0
    while let place = firstPlace(of: 0x1B, in: text.span, base..<end) {
      if let length = length(text, at: place, end) {
        for index in place..<place + length { text[index] = 0x20 }
      }
      base = place + 1
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
