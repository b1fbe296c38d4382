import Testing

@testable import YAMLTree

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("2026-04-01", true), ("2024-02-29", true), ("2026-02-29", false), ("1900-02-29", false),
    ("2000-02-29", true), ("2026-13-01", false), ("2026-4-1", false), ("2026/04/01", false),
    ("２０２６-04-01", false), ("0000-01-01", false), ("", false),
  ])
  func reads(text: String, isDate: Bool) {
    let date = CivilDate(text)
    #expect((date != nil) == isDate)
    if isDate { #expect(date?.text == text) }
  }
}
