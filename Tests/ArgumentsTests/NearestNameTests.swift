import Testing

@testable import Arguments

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("polcy", "policy"), ("pol", "policy"), ("outptu", "output"), ("JOBS", "jobs"),
    ("ndjsn", "ndjson"), ("exlude", "exclude"),
  ])
  func findsWhatWasMeant(typed: String, meant: String) {
    let names = ["policy", "patterns", "output", "jobs", "ndjson", "exclude", "json"]
    #expect(NearestName.nearest(to: typed, among: names) == meant)
  }

  @Test(arguments: ["", "zzzzzz", "個人番号", String(repeating: "policy", count: 20)])
  func offersNothingForWhatIsFarFromAll(typed: String) {
    #expect(NearestName.nearest(to: typed, among: ["policy", "output"]) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1),
    ("kitten", "sitting", 3), ("ab", "ba", 1), ("abcd", "badc", 2),
  ])
  func countsEdits(left: String, right: String, edits: Int) {
    #expect(NearestName.distance(Array(left.utf8), Array(right.utf8)) == edits)
    #expect(NearestName.distance(Array(right.utf8), Array(left.utf8)) == edits)
  }
}
