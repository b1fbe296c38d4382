import Rules

/// A number, or a word of letters and digits, as it stands in a line.
struct NumberToken {
  /// First byte.
  var start: Int
  /// One past the last byte.
  var end: Int
  /// Digits in any width.
  var digits: Int
  /// Dots between its groups.
  var dots: Int
  /// Whether single digits stand in boxes or apart: │1│2│ or 1 2 3.
  var isBoxed: Bool
  /// Whether ASCII letters are part of it.
  var hasLetters: Bool
  /// Whether it is a piece of something longer: a path, a version, a time, an identifier with dashes.
  var isGlued: Bool

  /// The next token with at least four digits from `position` on.
  static func next(
    _ text: Span<UInt8>, from position: Int, _ limit: Int, lowest: Int
  ) -> NumberToken? {
    var index = position
    while index < limit {
      let width = digitWidth(text, index, limit)
      if width > 0 || isAlphanumeric(text[index]) || isLetter(text, index, limit) {
        let token = read(text, index, limit, lowest: lowest)
        if token.digits >= 4 { return token }
        index = max(index + 1, token.end)
      } else {
        index += step(text[index])
      }
    }
    return nil
  }

  private static func read(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int, lowest: Int
  ) -> NumberToken {
    var index = start
    var digits = 0
    var letters = 0
    var dots = 0
    var boxes = 0
    var groupDigits = 0
    var end = start
    while index < limit {
      let width = digitWidth(text, index, limit)
      if width > 0 {
        digits += 1
        groupDigits += 1
        index += width
        end = index
        continue
      }
      if isLetter(text, index, limit) {
        letters += 1
        index += text[index] < 0x80 ? 1 : 3
        end = index
        groupDigits = 0
        continue
      }
      if let mark = invisible(text, index, limit) {
        index += mark
        continue
      }
      guard let separator = joiner(text, index, limit, groupDigits: groupDigits, letters: letters)
      else { break }
      if text[index] == 0x2E { dots += 1 }
      if groupDigits == 1 { boxes += 1 }
      groupDigits = 0
      index += separator
    }
    var isGlued = false
    if start > lowest {
      let before = text[start - 1]
      // - . / _ directly before, with something before that.
      if before == 0x2D || before == 0x2F || before == 0x5F || before == 0x2E || before == 0x25
        || before == 0x5C || before == 0x24
      {
        isGlued =
          start - 2 >= lowest && text[start - 2] > 0x20 && !isAbbreviation(text, start, lowest)
          && !(before == 0x2F && digits == paired && isPaired(text, endingAt: start - 1, lowest))
          || before == 0x24
      }
    }
    if end < limit {
      let after = text[end]
      if after == 0x2F || after == 0x5F || after == 0x3A || after == 0x2D || after == 0x2E
        || after == 0x25
      {
        isGlued =
          isGlued
          || end + 1 < limit && isAlphanumeric(text[end + 1])
            && !(after == 0x2F && digits == paired && isPaired(text, from: end + 1, limit))
      }
    }
    return NumberToken(
      start: start, end: end, digits: digits, dots: dots, isBoxed: boxes >= 3,
      hasLetters: letters > 0, isGlued: isGlued)
  }

  /// Digits of the numbers of two people in one cell: 個人番号 of a husband/of his wife.
  private static let paired = 12

  /// Whether a number of as many digits, and nothing else, ends before a slash.
  private static func isPaired(_ text: Span<UInt8>, endingAt end: Int, _ lowest: Int) -> Bool {
    let start = end - paired
    guard start >= lowest else { return false }
    for index in start..<end where text[index] &- 0x30 > 9 { return false }
    return start == lowest || !isAlphanumeric(text[start - 1]) && text[start - 1] != 0x2F
  }

  /// The same behind a slash.
  private static func isPaired(_ text: Span<UInt8>, from start: Int, _ limit: Int) -> Bool {
    let end = start + paired
    guard end <= limit else { return false }
    for index in start..<end where text[index] &- 0x30 > 9 { return false }
    return end == limit || !isAlphanumeric(text[end]) && text[end] != 0x2F
  }

  /// Whether `No.` stands before a number: 社員No.204518.
  private static func isAbbreviation(_ text: Span<UInt8>, _ start: Int, _ lowest: Int) -> Bool {
    guard start - 3 >= lowest, text[start - 1] == 0x2E, text[start - 2] | 0x20 == 0x6F,
      text[start - 3] | 0x20 == 0x6E
    else { return false }
    return start - 4 < lowest || !isAlphanumeric(text[start - 4])
  }

  /// The width of marks that nobody sees, when a digit stands behind them.
  private static func invisible(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Int? {
    guard text[index] >= 0xE2, let width = DigitRun.invisible(text, index, limit) else {
      return nil
    }
    let next = index + width
    return next < limit && digitWidth(text, next, limit) > 0 ? width : nil
  }

  /// The width of a separator that joins the group before it and a digit behind it; `nil` when the token ends here.
  private static func joiner(
    _ text: Span<UInt8>, _ index: Int, _ limit: Int, groupDigits: Int, letters: Int
  ) -> Int? {
    // Lines of boxes between single digits: │ U+2502, ｜ U+FF5C, |.
    if groupDigits == 1, letters == 0 {
      let width = boxLine(text, index, limit)
      if width > 0, index + width < limit, digitWidth(text, index + width, limit) > 0,
        isSingleDigit(text, index + width, limit)
      {
        return width
      }
    }
    guard groupDigits > 0, let separator = DigitRun.separator(text, index, limit) else {
      return nil
    }
    let next = index + separator.width
    guard next < limit, digitWidth(text, next, limit) > 0 else { return nil }
    if separator.mark == .blank {
      // Blanks part numbers as often as groups: only 4 4 4 and the like hold together.
      guard letters == 0, groupDigits == 4, digitsAhead(text, next, limit) == 4 else { return nil }
    }
    return separator.width
  }

  /// The width of what stands between boxes: a blank, |, │ U+2502, ｜ U+FF5C, a blank on either side of them; 0 for anything else.
  private static func boxLine(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Int {
    var next = index
    if text[next] == 0x20 { next += 1 }
    guard next < limit else { return next - index }
    if text[next] == 0x7C {
      next += 1
    } else if next + 2 < limit,
      text[next] == 0xE2 && text[next + 1] == 0x94 && text[next + 2] == 0x82
        || text[next] == 0xEF && text[next + 1] == 0xBD && text[next + 2] == 0x9C
    {
      next += 3
    } else {
      return next - index
    }
    if next < limit, text[next] == 0x20 { next += 1 }
    return next - index
  }

  /// The digits alone, in ASCII.
  func compact(_ text: Span<UInt8>) -> [UInt8] {
    var digits: [UInt8] = []
    var index = start
    while index < end {
      let width = NumberToken.digitWidth(text, index, end)
      if width == 1 { digits.append(text[index]) }
      if width == 3 { digits.append(text[index + 2] &- 0x90 + 0x30) }
      index += max(1, width)
    }
    return digits
  }

  private static func digitsAhead(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var index = start
    var count = 0
    while index < limit {
      let width = digitWidth(text, index, limit)
      guard width > 0 else { break }
      count += 1
      index += width
    }
    return count
  }

  private static func isSingleDigit(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Bool {
    digitsAhead(text, index, limit) == 1
  }

  /// 1 for an ASCII digit, 3 for a full-width one, 0 for anything else.
  @inline(__always)
  static func digitWidth(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Int {
    let byte = text[index]
    if byte &- 0x30 <= 9 { return 1 }
    guard byte == 0xEF, index + 2 < limit, text[index + 1] == 0xBC, text[index + 2] &- 0x90 <= 9
    else { return 0 }
    return 3
  }

  private static func isLetter(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Bool {
    if LabelMatcher.isLetter(text[index]) { return true }
    // Full-width capitals EF BC A1...BA and small letters EF BD 81...9A.
    guard text[index] == 0xEF, index + 2 < limit else { return false }
    return text[index + 1] == 0xBC && text[index + 2] >= 0xA1 && text[index + 2] <= 0xBA
      || text[index + 1] == 0xBD && text[index + 2] >= 0x81 && text[index + 2] <= 0x9A
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || LabelMatcher.isLetter(byte)
  }

  private static func step(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
