import ScanKernels

/// What a person could read of a line that is mostly bytes of no encoding.
///
/// Such bytes come as U+FFFD, and with characters in between that a few of them happened to give. Looking for names and
/// labels in all of it would cost several times what text costs, and find nothing.
enum ReadableParts {
  /// Lines shorter than this are read as they are.
  private static let shortest = 32
  /// Bytes on either side that are read with what can be read: a label may stand there with a bad byte in it.
  private static let context = 90

  /// The parts of `text[start..<end]` to read, in order and apart; `nil` where it is to be read as a whole.
  static func find(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> [Range<Int>]? {
    guard end - start >= shortest, isMostlyBad(text, start, end) else { return nil }
    var parts: [Range<Int>] = []
    var before = false
    var index = start
    while index < end {
      let lead = text[index]
      let next = index + (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4)
      // Blanks join what stands on both sides.
      if lead != 0x20 {
        let isReadable = isReadable(text, index, end)
        if isReadable, before { add(index..<min(next, end), to: &parts, text, start, end) }
        before = isReadable
      }
      index = next
    }
    return parts
  }

  /// Whether a third of the line and more is U+FFFD.
  private static func isMostlyBad(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let length = end - start
    var marks = 0
    var index = start
    while index + 64 <= text.count, index < end {
      var mask = equalMask(text, at: index, 0xBD)
      if end - index < 64 { mask &= (1 << UInt64(end - index)) - 1 }
      marks += mask.nonzeroBitCount
      index += 64
    }
    while index < end {
      if text[index] == 0xBD { marks += 1 }
      index += 1
    }
    // U+FFFD is EF BF BD; most text has that last byte seldom.
    guard marks * 9 >= length else { return false }
    var bad = 0
    index = start
    while index + 2 < end {
      if text[index] == 0xEF, text[index + 1] == 0xBF, text[index + 2] == 0xBD {
        bad += 1
        index += 3
      } else {
        index += 1
      }
    }
    return bad * 9 >= length
  }

  /// Whether a character is one of ASCII, kana, kanji or of full width.
  private static func isReadable(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    let lead = text[index]
    if lead < 0x80 { return lead > 0x20 && lead < 0x7F }
    if lead == 0xEF {
      return !(index + 2 < end && text[index + 1] == 0xBF && text[index + 2] == 0xBD)
    }
    return lead >= 0xE3 && lead <= 0xE9
  }

  /// Adds a character with what stands around it.
  private static func add(
    _ character: Range<Int>, to parts: inout [Range<Int>], _ text: Span<UInt8>, _ start: Int,
    _ end: Int
  ) {
    var high = min(end, character.upperBound + context)
    while high < end, text[high] & 0xC0 == 0x80 { high += 1 }
    if let last = parts.last, character.lowerBound - context <= last.upperBound {
      parts[parts.count - 1] = last.lowerBound..<high
      return
    }
    var low = max(start, character.lowerBound - context)
    while low < character.lowerBound, text[low] & 0xC0 == 0x80 { low += 1 }
    parts.append(low..<high)
  }
}
