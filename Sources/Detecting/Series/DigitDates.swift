import Rules

/// Dates, times and phone numbers inside digit strings, which tell a stamp from an identifier.
enum DigitDates {
  /// Whether the first eight digits are a date YYYYMMDD of 1950...2099.
  static func isDate(_ run: DigitRun) -> Bool {
    guard run.count >= 8 else { return false }
    let year = number(run, 0, 4)
    let month = number(run, 4, 2)
    let day = number(run, 6, 2)
    guard year >= 1950, year <= 2099, month >= 1, month <= 12, day >= 1 else { return false }
    return day <= days(month, year)
  }

  /// Days of a month of the Gregorian calendar.
  static func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Whether the digits are YYYYMMDDHHMM, with SS behind when asked.
  static func isStamp(_ run: DigitRun, withSeconds: Bool) -> Bool {
    guard run.count == (withSeconds ? 14 : 12), isDate(run) else { return false }
    guard number(run, 8, 2) < 24, number(run, 10, 2) < 60 else { return false }
    return !withSeconds || number(run, 12, 2) < 60
  }

  /// Whether twelve digits are 81 and a mobile number without its zero.
  static func isInternationalMobile(_ run: DigitRun) -> Bool {
    run.count == 12 && run.digits[0] == 8 && run.digits[1] == 1 && run.digits[2] >= 5
      && run.digits[3] == 0 && run.digits[4] != 0
  }

  private static func number(_ run: DigitRun, _ start: Int, _ count: Int) -> Int {
    var value = 0
    for index in start..<(start + count) { value = value * 10 + Int(run.digits[index]) }
    return value
  }
}

/// Numbers that a spreadsheet has rounded beyond repair: `1.23457E+11`.
enum ScientificNumber {
  /// How many digits the whole number had; `nil` when the cell is something else.
  static func digits(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    DigitRun.scientificLength(text.extracting(start..<end))
  }
}
