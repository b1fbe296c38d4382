import TestSupport
import Testing

@testable import Detecting

@Suite("Weights by rule")
struct RuleWeightsTests {
  @Test("they are what a dictionary would be, in the order of the rules")
  func dictionary() {
    var generator = SeededGenerator(seed: 3)
    var weights = RuleWeights()
    var naive: [Int: Double] = [:]
    for _ in 0..<500 {
      let rule = Int(generator.next() % 12)
      let isGone = generator.next() % 4 == 0
      let weight = isGone ? nil : Double(generator.next() % 9)
      weights[rule] = weight
      naive[rule] = weight
      #expect(weights.entries.map(\.rule) == naive.keys.sorted())
      for rule in 0..<12 { #expect(weights[rule] == naive[rule]) }
      #expect(weights.isEmpty == naive.isEmpty)
    }
  }
}
