import Testing

@testable import Detecting

@Suite("Odds of a mixture")
struct MixtureTests {
  @Test(
    "log10 and its inverse agree with known values",
    arguments: [(1.0, 0.0), (10, 1), (0.001, -3), (2, 0.301_029_995_66), (5.5, 0.740_362_689_49)])
  func logarithm(value: Double, expected: Double) {
    #expect(abs(Logarithm.base10(value) - expected) < 1e-9)
    #expect(abs(Logarithm.tenTo(expected) - value) / value < 1e-9)
  }

  @Test("even odds are one half, and odds are symmetric", arguments: [0.0, 0.5, 1, 3, 12])
  func probability(bans: Double) {
    let sum = Logarithm.probability(bans: bans) + Logarithm.probability(bans: -bans)
    #expect(abs(sum - 1) < 1e-12)
    #expect(Logarithm.probability(bans: bans) >= 0.5)
  }

  @Test("every further passing value raises the odds", arguments: 1..<60)
  func morePasses(count: Int) {
    let fewer = Mixture.fit((count, 0.1), failures: 0)
    let more = Mixture.fit((count + 1, 0.1), failures: 0)
    #expect(more.bans > fewer.bans)
  }

  @Test("a column half of which is another kind is still seen, one that passes by chance is not")
  func shares() {
    let half = Mixture.fit((25, 0.1), failures: 25)
    #expect(half.bans > 3)
    #expect(half.share == 0.5)
    let chance = Mixture.fit((5, 0.1), failures: 45)
    #expect(chance.bans < -3)
  }

  @Test("a passing value of a pure column is nearly certain, of a mixed one less")
  func confidence() {
    #expect(Mixture.confidence(ofPassingValueAt: 0.98, chance: 0.1) > 0.99)
    let mixed = Mixture.confidence(ofPassingValueAt: 0.3, chance: 0.1)
    #expect(mixed > 0.8 && mixed < 0.85)
  }
}
