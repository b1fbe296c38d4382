/// Writes moments as ISO 8601 in Japan's time, which has no summer time.
package enum Timestamp {
  /// Seconds by which Asia/Tokyo is ahead of UTC.
  static let offset = 9 * 3600

  /// `2026-11-23T01:30:00+09:00`, the fraction of a second cut off.
  ///
  /// - Parameter nanoseconds: Since 1970-01-01 UTC; may be negative.
  package static func iso8601(_ nanoseconds: Int) -> String {
    let (date, time) = parts(nanoseconds)
    return date + "T" + time + "+09:00"
  }

  /// `2026-11-23 01:30:00`, for people.
  package static func plain(_ nanoseconds: Int) -> String {
    let (date, time) = parts(nanoseconds)
    return date + " " + time
  }

  private static func parts(_ nanoseconds: Int) -> (date: String, time: String) {
    let seconds = floorDivide(nanoseconds, 1_000_000_000) + offset
    let day = floorDivide(seconds, 86_400)
    let second = seconds - day * 86_400
    let (year, month, dayOfMonth) = civil(fromDays: day)
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
    let time =
      "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    return (date, time)
  }

  /// Year, month and day of the Gregorian calendar, from days since 1970-01-01.
  ///
  /// The era is counted in 400 years of 146,097 days that begin on 1 March, so that leap days come last.
  static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
