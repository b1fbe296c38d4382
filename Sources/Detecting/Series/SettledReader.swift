import Rules
import ScanKernels

/// Reads cells of a settled series: a few tests instead of all readers.
struct SettledReader {
  let kind: SettledKind
  /// First of the fixed signals.
  let base: Int
  let myNumber: Int

  init(_ kind: SettledKind, _ index: RuleIndex) {
    self.kind = kind
    base = index.patternSignals
    myNumber = index.myNumberSignal ?? 0
  }

  func set(_ signal: TextSignal, _ reading: inout CellReading) {
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
      guard end > start, end - start <= 6, let value = number(text, start, end - start) else {
        return false
      }
      reading.digits = end - start
      reading.value = UInt64(value)
      set(.number, &reading)
    }
    return true
  }

  /// The value of one to eight ASCII digits; `nil` when one is something else.
  ///
  /// Eight bytes from `start` on must lie within the text: at its very end cells are read in full.
  @inline(__always)
  func number(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
    guard start &+ 8 <= text.count else { return nil }
    // The last digit in the highest byte, zeros in front of the first.
    let digits =
      (loadWord(text, at: start) ^ 0x3030_3030_3030_3030)
      << UInt64(truncatingIfNeeded: 64 &- count &* 8)
    guard (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else {
      return nil
    }
    let pairs = (digits &* 10 &+ (digits >> 8)) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ (pairs >> 16)) & 0x0000_FFFF_0000_FFFF
    return Int(truncatingIfNeeded: (fours &* 10_000 &+ (fours >> 32)) & 0xFFFF_FFFF)
  }

  // MARK: - Numbers

  /// `1980-04-01`, with dashes, slashes or dots.
  private func readDate(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ reading: inout CellReading
  ) -> Bool {
    guard let date = plainDate(text, start, end) else { return false }
    set(.date, &reading)
    if date.isNumber { set(.number, &reading) }
    if date.isBefore1990 { set(.yearBefore1990, &reading) }
    if date.isFrom2009 { set(.yearFrom2009, &reading) }
    if date.isFirstOfApril { set(.firstOfApril, &reading) }
    return true
  }

  /// What counts of a date.
  struct PlainDate {
    var year: Int
    var month: Int
    var day: Int
    /// Whether dashes or dots stand in it, which numbers may have as well.
    var isNumber: Bool

    var isBefore1990: Bool { year >= 1900 && year < 1990 }
    var isFrom2009: Bool { year >= 2009 }
    var isFirstOfApril: Bool { month == 4 && day == 1 }
  }

  @inline(__always)
  func plainDate(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> PlainDate? {
    guard end - start == 10, text[start + 4] == text[start + 7] else { return nil }
    let mark = text[start + 4]
    guard mark == 0x2D || mark == 0x2F || mark == 0x2E, let year = number(text, start, 4),
      let month = number(text, start + 5, 2), let day = number(text, start + 8, 2), year >= 1868,
      year <= 2150, month >= 1, month <= 12, day >= 1,
      day <= 28 || day <= DigitDates.days(month, year)
    else { return nil }
    return PlainDate(year: year, month: month, day: day, isNumber: mark != 0x2F)
  }

  /// `090-1234-5678`.
  private func readMobile(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ reading: inout CellReading
  ) -> Bool {
    guard let value = mobile(text, start, end) else { return false }
    reading.digits = 11
    reading.value = value
    set(.number, &reading)
    set(.mobilePhone, &reading)
    return true
  }

  /// The eleven digits of a mobile number.
  @inline(__always)
  func mobile(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64? {
    guard end - start == 13, text[start + 3] == 0x2D, text[start + 8] == 0x2D,
      text[start] == 0x30, text[start + 2] == 0x30, text[start + 1] >= 0x36,
      text[start + 4] != 0x30,
      let first = number(text, start, 3), let second = number(text, start + 4, 4),
      let third = number(text, start + 9, 4)
    else { return nil }
    return UInt64(first &* 100_000_000 &+ second &* 10_000 &+ third)
  }

  /// `123-4567`.
  private func readPostalCode(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ reading: inout CellReading
  ) -> Bool {
    guard let code = postalCode(text, start, end) else { return false }
    reading.digits = 7
    reading.value = UInt64(code)
    set(.number, &reading)
    set(.postalCode, &reading)
    if PostalCodes.contains(code) { set(.listedPostalCode, &reading) }
    return true
  }

  /// The seven digits of a postal code.
  @inline(__always)
  func postalCode(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard end - start == 8, text[start + 3] == 0x2D, let front = number(text, start, 3),
      let back = number(text, start + 4, 4)
    else { return nil }
    return front &* 10_000 &+ back
  }

  /// Twelve digits whose check digit fits.
  private func readMyNumber(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ reading: inout CellReading
  ) -> Bool {
    guard let value = checkedMyNumber(text, start, end) else { return false }
    reading.digits = 12
    reading.value = value
    set(.number, &reading)
    reading.set(myNumber)
    if value % 10 == 0 { set(.passEndingInZero, &reading) }
    return true
  }

  /// The value of twelve digits whose check digit fits: weights 6 5 4 3 2 7 6 5 4 3 2 from the left, modulus 11
  /// (総務省令 平成26年第85号 5条); the digit is 0 where eleven less the remainder has two.
  @inline(__always)
  func checkedMyNumber(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64? {
    guard end - start == 12 else { return nil }
    let zeros: UInt64 = 0x3030_3030_3030_3030
    let front = loadWord(text, at: start) ^ zeros
    let back = loadWord(text, at: start &+ 4) ^ zeros
    // A half byte above 9 carries into the upper half when 6 is added.
    let carried = (front &+ 0x0606_0606_0606_0606) | (back &+ 0x0606_0606_0606_0606)
    guard (front | back | carried) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else { return nil }
    var sum = 0
    var value: UInt64 = 0
    // The weights, four bits each, the first digit's in the lowest.
    var weights: UInt64 = 0x234_5672_3456
    var digits = front
    for position in 0..<11 {
      if position == 8 { digits = back >> 32 }
      let digit = digits & 15
      sum &+= Int(digit &* (weights & 15))
      value = value &* 10 &+ digit
      digits >>= 8
      weights >>= 4
    }
    let last = digits & 15
    let rest = sum % 11
    guard Int(last) == (rest <= 1 ? 0 : 11 - rest) else { return nil }
    return value &* 10 &+ UInt64(last)
  }

  // MARK: - Text

  /// Japanese letters and blanks only, two to sixteen characters, and no ending of the words for "none" and "total".
  @inline(__always)
  func isName(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    // Near the end of the text cells are read in full: the kernel looks at 64 bytes.
    guard end - start >= 6, end - start <= 48, start + 64 <= text.count,
      isLettersAndBlanks(text, from: start, count: end - start)
    else { return false }
    let last =
      UInt32(text[end - 3]) << 16 | UInt32(text[end - 2]) << 8 | UInt32(text[end - 1])
    switch last {
    // し 計 中 無 様 社 部 課 店
    case 0xE38197, 0xE8A888, 0xE4B8AD, 0xE784A1, 0xE6A798, 0xE7A4BE, 0xE983A8, 0xE8AAB2, 0xE5BA97:
      return false
    default: return true
    }
  }

  /// Begins with a Japanese letter, is at least five characters long, and holds a digit.
  @inline(__always)
  func isAddress(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
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
  @inline(__always)
  func isMail(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let count = end - start
    guard count >= 8, count <= 64, start + 64 <= text.count else { return false }
    let marks = mailMarks(text, from: start, count: count)
    guard marks.unusual == 0, marks.at != 0, marks.at & (marks.at &- 1) == 0 else { return false }
    let sign = marks.at.trailingZeroBitCount
    let before = marks.at &- 1
    let dot = 63 - (marks.dots & ~before).leadingZeroBitCount
    // Names of documentation (example.com, .test) are read in full.
    guard sign > 0, dot > sign + 1, dot < count - 2, marks.personal & before != 0 else {
      return false
    }
    return text[start + sign + 1] != 0x65 && text[end - 1] != 0x74 && text[end - 1] != 0x64
  }
}
