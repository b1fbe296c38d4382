extension NumberToken {
  /// Whether a number in groups of four is a piece of a list of numbers or hexadecimal codes, as tables of characters are.
  ///
  /// So it is when two more such words stand around it, each a blank apart. The month of an expiry date behind a card's number
  /// (`12 27`) makes no list.
  func isInList(_ text: Span<UInt8>, _ lowest: Int, _ limit: Int) -> Bool {
    guard start + 4 < end, text[start + 4] == 0x20 else { return false }
    var words = 0
    var first = start
    while words < 2, let word = NumberToken.code(endingAt: first - 1, text, lowest) {
      words += 1
      first = word
    }
    var last = end
    while words < 2, let word = NumberToken.code(beginningAt: last + 1, text, limit),
      !NumberToken.isMonth(text, last + 1, word)
    {
      words += 1
      last = word
    }
    return words >= 2
  }

  /// Longest code of a list, in digits.
  private static let longestCode = 8

  /// Where the code begins that ends before a blank at `end`.
  private static func code(endingAt end: Int, _ text: Span<UInt8>, _ lowest: Int) -> Int? {
    guard end > lowest, text[end] == 0x20 else { return nil }
    var start = end
    var digits = 0
    while start > lowest, isHexadecimal(text[start - 1]), end - start <= longestCode {
      start -= 1
      if text[start] &- 0x30 <= 9 { digits += 1 }
    }
    guard digits > 0, end - start <= longestCode, start == lowest || text[start - 1] == 0x20 else {
      return nil
    }
    return start
  }

  /// Where the code ends that begins behind a blank before `start`.
  private static func code(beginningAt start: Int, _ text: Span<UInt8>, _ limit: Int) -> Int? {
    guard start < limit, text[start - 1] == 0x20 else { return nil }
    var end = start
    var digits = 0
    while end < limit, isHexadecimal(text[end]), end - start <= longestCode {
      if text[end] &- 0x30 <= 9 { digits += 1 }
      end += 1
    }
    guard digits > 0, end - start <= longestCode, end == limit || text[end] == 0x20 else {
      return nil
    }
    return end
  }

  /// Whether a word is the number of a month in two digits.
  private static func isMonth(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    end - start == 2
      && (text[start] == 0x30 && text[start + 1] > 0x30
        || text[start] == 0x31 && text[start + 1] <= 0x32)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 < 6
  }
}
