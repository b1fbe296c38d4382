import Testing
import YAMLTree

@testable import Judging

@Suite struct PeriodTests {
  @Test(arguments: [
    ("1y", "2025-11-25", "2026-11-25"), ("1y", "2024-02-29", "2025-02-28"),
    ("1m", "2026-01-31", "2026-02-28"), ("18m", "2025-05-25", "2026-11-25"),
    ("90d", "2026-01-01", "2026-04-01"), ("5y", "2021-12-31", "2026-12-31"),
    ("9999y", "2026-01-01", "9999-01-01"),
  ])
  func ends(period: String, start: String, end: String) throws {
    let period = try #require(Period(period))
    #expect(period.end(from: try #require(CivilDate(start))).text == end)
  }

  @Test(arguments: ["", "y", "5", "5 y", "5Y", "-1y", "0d", "1.5y", "99999d", "５y", "1w"])
  func refuses(text: String) { #expect(Period(text) == nil) }

  @Test func daysAreNumberedWithoutGaps() {
    var date = CivilDate(validYear: 1899, month: 12, day: 31)
    for _ in 0..<80_000 {
      let next = CivilDate(dayNumber: date.dayNumber + 1)
      #expect(next.dayNumber == date.dayNumber + 1)
      let isSameMonth = next.month == date.month && next.day == date.day + 1
      let isNextMonth = next.day == 1 && date.day == CivilDate.days(in: date.month, of: date.year)
      #expect(isSameMonth || isNextMonth)
      date = next
    }
    #expect(CivilDate(validYear: 1970, month: 1, day: 1).dayNumber == 0)
  }

  @Test(arguments: [
    // Midnight in Tokyo is 15:00 UTC of the day before.
    (1_795_532_399, "2026-11-24"), (1_795_532_400, "2026-11-25"), (-1, "1970-01-01"),
    (-32_401, "1969-12-31"),
  ])
  func momentsFallOnDaysOfTokyo(seconds: Int, day: String) {
    #expect(CivilDate(nanoseconds: seconds * 1_000_000_000, in: .tokyo).text == day)
  }

  @Test(arguments: [
    ("Asia/Tokyo", 32_400), ("UTC", 0), ("+09:00", 32_400), ("-03:30", -12_600),
  ])
  func zones(text: String, seconds: Int) {
    #expect(TimeZone(text)?.secondsEast == seconds)
  }

  @Test(arguments: ["", "Tokyo", "+9:00", "+09:60", "+15:00", "09:00", "+0a:00"])
  func refusesZones(text: String) { #expect(TimeZone(text) == nil) }
}
