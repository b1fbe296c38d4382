import Rules

/// Reads cells of a settled series: a few tests instead of all readers.
struct SettledReader {
  let kind: SettledKind
  /// First of the fixed signals.
  private let base: Int
  private let myNumber: Int

  init(_ kind: SettledKind, _ index: RuleIndex) {
    self.kind = kind
    base = index.patternSignals
    myNumber = index.myNumberSignal ?? 0
  }

  private func set(_ signal: TextSignal, _ reading: inout CellReading) {
    reading.set(base + signal.rawValue)
  }

  /// Reads `text[start..<end]` when it has exactly the usual shape.
  ///
  /// - Returns: False when the cell must be read in full.
  func read(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, into reading: inout CellReading
  ) -> Bool {
    switch kind {
    case .names:
      guard isName(text, start, end) else { return false }
      set(.fullName, &reading)
    case .addresses:
      guard isAddress(text, start, end) else { return false }
      set(.address, &reading)
    case .mails:
      guard isMail(text, start, end) else { return false }
      set(.email, &reading)
    case .dates: return readDate(text, start, end, &reading)
    case .mobiles: return readMobile(text, start, end, &reading)
    case .postalCodes: return readPostalCode(text, start, end, &reading)
    case .myNumbers: return readMyNumber(text, start, end, &reading)
    case .shortNumbers:
      guard end - start <= 6, let value = number(text, start, end - start) else { return false }
      reading.digits = end - start
      reading.value = UInt64(value)
      set(.number, &reading)
    }
    return true
  }

  /// The value of `count` ASCII digits; `nil` when one is something else.
  @inline(__always)
  private func number(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<(start + count) {
      let digit = text[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  // MARK: - Numbers

  /// `1980-04-01`, with dashes, slashes or dots.
  private func readDate(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ reading: inout CellReading
  ) -> Bool {
    guard end - start == 10, text[start + 4] == text[start + 7] else { return false }
    let mark = text[start + 4]
    guard mark == 0x2D || mark == 0x2F || mark == 0x2E, let year = number(text, start, 4),
      let month = number(text, start + 5, 2), let day = number(text, start + 8, 2), year >= 1868,
      year <= 2150, month >= 1, month <= 12, day >= 1, day <= DigitDates.days(month, year)
    else { return false }
    set(.date, &reading)
    if mark != 0x2F { set(.number, &reading) }
    if year >= 1900, year < 1990 { set(.yearBefore1990, &reading) }
    if year >= 2009 { set(.yearFrom2009, &reading) }
    if month == 4, day == 1 { set(.firstOfApril, &reading) }
    return true
  }

  /// `090-1234-5678`.
  private func readMobile(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ reading: inout CellReading
  ) -> Bool {
    guard end - start == 13, text[start + 3] == 0x2D, text[start + 8] == 0x2D,
      text[start] == 0x30, text[start + 2] == 0x30, text[start + 1] >= 0x36,
      text[start + 4] != 0x30,
      let first = number(text, start, 3), let second = number(text, start + 4, 4),
      let third = number(text, start + 9, 4)
    else { return false }
    reading.digits = 11
    reading.value = UInt64(first * 100_000_000 + second * 10_000 + third)
    set(.number, &reading)
    set(.mobilePhone, &reading)
    return true
  }

  /// `123-4567`.
  private func readPostalCode(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ reading: inout CellReading
  ) -> Bool {
    guard end - start == 8, text[start + 3] == 0x2D, let front = number(text, start, 3),
      let back = number(text, start + 4, 4)
    else { return false }
    let code = front * 10_000 + back
    reading.digits = 7
    reading.value = UInt64(code)
    set(.number, &reading)
    set(.postalCode, &reading)
    if PostalCodes.contains(code) { set(.listedPostalCode, &reading) }
    return true
  }

  /// Twelve digits whose check digit fits: weights 6 5 4 3 2 7 6 5 4 3 2 from the left, modulus 11.
  private func readMyNumber(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ reading: inout CellReading
  ) -> Bool {
    guard end - start == 12 else { return false }
    var value: UInt64 = 0
    var digits = InlineArray<12, UInt8>(repeating: 0)
    for position in 0..<12 {
      let digit = text[start + position] &- 0x30
      guard digit <= 9 else { return false }
      digits[position] = digit
      value = value * 10 + UInt64(digit)
    }
    guard CheckDigit.myNumber.passes(digits.span) else { return false }
    reading.digits = 12
    reading.value = value
    set(.number, &reading)
    reading.set(myNumber)
    if digits[11] == 0 { set(.passEndingInZero, &reading) }
    return true
  }

  // MARK: - Text

  /// Japanese letters and blanks only, two to sixteen characters, and no ending of the words for "none" and "total".
  private func isName(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 6, end - start <= 48 else { return false }
    var index = start
    while index < end {
      let byte = text[index]
      if byte < 0x80, byte != 0x20 { return false }
      // Full-width digits and signs are EF BC 80...
      if byte == 0xEF, index + 1 < end, text[index + 1] == 0xBC { return false }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    switch (text[end - 3], text[end - 2], text[end - 1]) {
    // し 計 中 無 様 社 部 課 店
    case (0xE3, 0x81, 0x97), (0xE8, 0xA8, 0x88), (0xE4, 0xB8, 0xAD), (0xE7, 0x84, 0xA1),
      (0xE6, 0xA7, 0x98), (0xE7, 0xA4, 0xBE), (0xE9, 0x83, 0xA8), (0xE8, 0xAA, 0xB2),
      (0xE5, 0xBA, 0x97):
      return false
    default: return true
    }
  }

  /// Begins with a Japanese letter, is at least five characters long, and holds a digit.
  private func isAddress(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 15, end - start <= 160, text[start] >= 0xE3 else { return false }
    var index = end - 1
    while index > start {
      if text[index] &- 0x30 <= 9 { return true }
      if text[index] &- 0x90 <= 9, text[index - 1] == 0xBC { return true }
      index -= 1
    }
    return false
  }

  /// Plain ASCII with one `@`, a dot behind it, and a digit, dot or underscore before it: no address of a desk.
  private func isMail(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 8, end - start <= 80 else { return false }
    var sign = -1
    var dot = -1
    var isPersonal = false
    for index in start..<end {
      let byte = text[index]
      switch byte {
      case 0x40:
        guard sign < 0, index > start else { return false }
        sign = index
      case 0x2E, 0x5F, 0x30...0x39:
        if sign < 0 { isPersonal = true } else if byte == 0x2E { dot = index }
      case 0x41...0x5A, 0x61...0x7A, 0x2D: break
      default: return false
      }
    }
    // Names of documentation (example.com, .test) are read in full.
    guard sign > 0, dot > sign + 1, dot < end - 2, isPersonal else { return false }
    return text[sign + 1] != 0x65 && text[end - 1] != 0x74 && text[end - 1] != 0x64
  }
}
