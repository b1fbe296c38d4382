import TestSupport
import Testing

@testable import Detecting

@Suite("Sets of rules")
struct RuleNumbersTests {
  @Test("are those of a sorted set", arguments: 0..<20)
  func likeASet(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var numbers = RuleNumbers()
    var expected: Set<Int> = []
    #expect(numbers.isEmpty)
    for _ in 0..<40 {
      let number =
        [0, 63, 64, 127, 128, 129, Int.random(in: 0..<300, using: &random)]
        .randomElement(using: &random) ?? 0
      numbers.insert(number)
      expected.insert(number)
      #expect(Array(numbers) == expected.sorted())
    }
    for number in 0..<310 { #expect(numbers.contains(number) == expected.contains(number)) }
    #expect(!numbers.isEmpty)
  }
}
