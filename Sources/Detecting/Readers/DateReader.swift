/// A text that reads as a calendar date.
package struct DateReading: Sendable, Equatable {
  /// How the date is written.
  package enum Form: UInt8, Sendable, Equatable, CaseIterable {
    /// `1980/4/1`, `1980-04-01`, `1980.4.1`.
    case western
    /// `1980年4月1日`.
    case westernKanji
    /// `19800401`.
    case compact
    /// `昭和55年4月1日`, also `㍼55年4月1日`.
    case eraKanji
    /// `S55.4.1`, `S550401`.
    case eraLetter
    /// `5550401`: era digit, year, month, day.
    case eraCode
    /// Days since 1899-12-30: `29312`.
    case serial
    /// `4/1/1980`, day or month first.
    case foreign
  }

  /// Gregorian year.
  package var year: Int
  /// 1...12.
  package var month: Int
  /// 1...31, valid for the month.
  package var day: Int
  package var form: Form
  /// Whether a time of day follows.
  package var hasTime: Bool
  /// One past its last byte in the lent text.
  package var end: Int
  /// The year by the other table of era codes, when both fit: the column decides.
  package var otherYear: Int?

  /// Whether someone alive in `year` could be born on that date: not in the future, at most 115 years back.
  package func isPlausibleBirth(asOf year: Int) -> Bool {
    self.year <= year && self.year >= year - 115
  }
}

/// Reads dates in all Western and Japanese forms.
package enum DateReader {
  /// Which of the ambiguous bare numbers may be read as dates.
  package struct Forms: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Eight digits.
    package static let compact = Forms(rawValue: 1)
    /// Seven digits, the first an era code.
    package static let eraCode = Forms(rawValue: 2)
    /// Five digits as a spreadsheet's day number.
    package static let serial = Forms(rawValue: 4)
    package static let all: Forms = [.compact, .eraCode, .serial]
  }

  /// Reads a whole cell.
  ///
  /// - Parameter forms: The bare numbers that count; by default only eight digits.
  package static func read(
    _ text: Span<UInt8>, in range: Range<Int>, forms: Forms = .compact
  ) -> DateReading? {
    guard range.count <= 90 else { return nil }
    return read(FoldedText(text, range), bytes: range.count, forms: forms)
  }

  /// The same of a cell that was folded whole, `bytes` long.
  static func read(
    _ folded: borrowing FoldedText, bytes: Int, forms: Forms = .compact
  ) -> DateReading? {
    guard bytes >= 5, bytes <= 90 else { return nil }
    let whole = folded.trimmed
    guard whole.count >= 5 else { return nil }
    var index = whole.lowerBound
    while folded[index] == 0x27 { index += 1 }
    var digits = 0
    while Latin.isDigit(folded[index + digits]) { digits += 1 }
    var tail = index + digits
    if folded[tail] == 0x2E, folded[tail + 1] == 0x30, tail + 2 == whole.upperBound { tail += 2 }
    if tail == whole.upperBound {
      return DateParser.bare(folded, index, digits, forms: forms)
    }
    guard var (reading, end) = DateParser.parse(folded, index) else { return nil }
    end = DateParser.skipEnding(folded, end, &reading)
    guard end == whole.upperBound else { return nil }
    reading.end = folded.offset(end)
    return reading
  }

  /// The same behind a label that asks for a date: there eight digits are a date too.
  package static func matchLabelled(_ text: Span<UInt8>, at start: Int, limit: Int) -> DateReading?
  {
    if let date = match(text, at: start, limit: limit) { return date }
    var digits = 0
    while start + digits < limit, digits <= 8, Latin.isDigit(UInt16(text[start + digits])) {
      digits += 1
    }
    guard digits == 8 else { return nil }
    return read(text, in: start..<(start + 8))
  }

  /// Reads the date that begins at `start` of running text; bare numbers do not count.
  package static func match(_ text: Span<UInt8>, at start: Int, limit: Int) -> DateReading? {
    let folded = FoldedText(text, start..<min(limit, start + 60))
    guard let (reading, end) = DateParser.parse(folded, 0) else { return nil }
    if Latin.isDigit(folded[end]) { return nil }
    return reading
  }
}
