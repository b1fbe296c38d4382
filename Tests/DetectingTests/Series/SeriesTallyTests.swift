import Testing

@testable import Detecting

@Suite("The tally of a series")
struct SeriesTallyTests {
  @Test("more cells than a counter holds are counted up to what it holds")
  func countersEnd() {
    var tally = SeriesTally(signalCount: 1, spotLimit: 1)
    let many = Int(UInt32.max) - 1
    for _ in 0..<2 { tally.add(0, cells: many, new: many) }
    #expect(tally.count(of: 0) == Int(UInt32.max))
    #expect(tally.distinctCount(of: 0) == Int(UInt32.max))
  }
}
