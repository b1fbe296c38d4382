import Testing

@testable import Reporting

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T09:00:00+09:00"),
    (1_795_451_400, "2026-11-24T01:30:00+09:00"),
    (951_750_000, "2000-02-29T00:00:00+09:00"),
    (951_836_400, "2000-03-01T00:00:00+09:00"),
    (-32_401, "1969-12-31T23:59:59+09:00"),
  ])
  func writesMomentsInJapansTime(seconds: Int, written: String) {
    #expect(Timestamp.iso8601(seconds * 1_000_000_000) == written)
  }

  @Test func cutsOffFractionsAlsoBefore1970() {
    #expect(Timestamp.iso8601(999_999_999) == "1970-01-01T09:00:00+09:00")
    #expect(Timestamp.iso8601(-1) == "1970-01-01T08:59:59+09:00")
  }

  @Test func agreesWithCountingDays() {
    var date = (year: 1899, month: 12, day: 31)
    func days(_ month: Int, _ year: Int) -> Int {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
    // 1899-12-31 is 25,568 days before 1970-01-01.
    for day in -25_568..<60_000 {
      #expect(Timestamp.civil(fromDays: day) == date)
      date.day += 1
      if date.day > days(date.month, date.year) { date = (date.year, date.month + 1, 1) }
      if date.month > 12 { date = (date.year + 1, 1, 1) }
    }
  }
}
