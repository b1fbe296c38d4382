import Testing

@testable import Rules

@Suite("Gates of running text")
struct TextGatesTests {
  @Test("64 pairs at once are those one by one")
  func careWords() {
    let gates = TextGates.shared
    #expect(!gates.isEmpty)
    var count = 0
    for word in 0..<1 << 10 {
      let expected = (0..<64).reduce(UInt64(0)) {
        gates.mayBeginCare(word << 6 | $1) ? $0 | 1 << UInt64($1) : $0
      }
      #expect(gates.careWords(word) == expected)
      count += expected.nonzeroBitCount
    }
    #expect(count > 100)
  }
}
