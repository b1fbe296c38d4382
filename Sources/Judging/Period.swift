package import YAMLTree

/// A length of time as policies state it: whole days, months or years.
package struct Period: Sendable, Equatable {
  /// The unit of a period.
  package enum Unit: String, Sendable, Equatable, CaseIterable {
    case days = "d"
    case months = "m"
    case years = "y"
  }

  package var count: Int
  package var unit: Unit

  package init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads `5y`, `18m`, `90d`; `nil` for anything else.
  ///
  /// The count is 1...9999.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let last = bytes.last, let unit = Unit(rawValue: String(UnicodeScalar(last))),
      (2...5).contains(bytes.count)
    else { return nil }
    var count = 0
    for byte in bytes.dropLast() {
      guard (0x30...0x39).contains(byte) else { return nil }
      count = count * 10 + Int(byte - 0x30)
    }
    guard count > 0 else { return nil }
    self.init(count, unit)
  }

  /// `5y`.
  package var text: String { "\(count)\(unit.rawValue)" }

  /// How people say it, in both languages.
  package var japanese: String {
    switch unit {
    case .days: "\(count)日"
    case .months: "\(count)か月"
    case .years: "\(count)年"
    }
  }

  package var english: String {
    let noun =
      switch unit {
      case .days: "day"
      case .months: "month"
      case .years: "year"
      }
    return "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// The last day of a period that begins on `start`: the day of the same number, or the month's last where there is none.
  ///
  /// - Source: 民法 第143条第2項 (a period of months or years ends with the corresponding day, or the last of the month).
  package func end(from start: CivilDate) -> CivilDate {
    switch unit {
    case .days: return CivilDate(dayNumber: start.dayNumber + count)
    case .months, .years:
      let months = unit == .years ? count * 12 : count
      let total = start.year * 12 + (start.month - 1) + months
      let year = min(total / 12, 9999)
      let month = total % 12 + 1
      let day = min(start.day, CivilDate.days(in: month, of: year))
      return CivilDate(year: year, month: month, day: day) ?? start
    }
  }
}

extension CivilDate {
  /// Days since 1970-01-01; negative before it.
  package var dayNumber: Int {
    // Days from the civil calendar, counted in years that begin in March.
    let year = month <= 2 ? self.year - 1 : self.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date of a day number, brought into the years 1...9999.
  package init(dayNumber: Int) {
    let shifted = min(max(dayNumber, -719_162), 2_932_896) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(
      validYear: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day on which a moment falls.
  ///
  /// - Parameters:
  ///   - nanoseconds: Since 1970-01-01 UTC.
  ///   - zone: Where the day is counted.
  package init(nanoseconds: Int, in zone: TimeZone) {
    let seconds = nanoseconds.quotientRoundingDown(1_000_000_000) + zone.secondsEast
    self.init(dayNumber: seconds.quotientRoundingDown(86_400))
  }
}

extension Int {
  fileprivate func quotientRoundingDown(_ divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
