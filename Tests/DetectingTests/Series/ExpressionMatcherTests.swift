import Regexes
import Testing

@testable import Detecting

@Suite struct ExpressionMatcherTests {
  private let text = Array("Q123456".utf8)

  private func expression(_ text: String, isOwn: Bool) throws -> RuleIndex.Expression {
    RuleIndex.Expression(
      rule: 0, regex: try Pattern(text), check: nil, signal: 0, isOwn: isOwn)
  }

  @Test func anOrganisationsExpressionsEndWithTheirTime() throws {
    let matcher = ExpressionMatcher()
    let own = try expression("Q[0-9]+", isOwn: true)
    let bundled = try expression("Q[0-9]+", isOwn: false)
    matcher.begin(allowing: .nanoseconds(1))
    #expect(matcher.firstMatch(of: own, in: text.span) == 0..<7)
    #expect(!matcher.hasGivenUp)
    #expect(matcher.firstMatch(of: own, in: text.span) == nil)
    #expect(matcher.hasGivenUp)
    #expect(matcher.firstMatch(of: bundled, in: text.span) == 0..<7)
    // The next file has its own time.
    matcher.begin(size: 10)
    #expect(!matcher.hasGivenUp)
    #expect(matcher.firstMatch(of: own, in: text.span) == 0..<7)
  }

  /// 2 s, and 40 ms a megabyte; a stream counts as a gigabyte.
  @Test func theTimeIsWhatIsWrittenDown() {
    let matcher = ExpressionMatcher()
    for (size, time) in [
      (0, 2_000), (999_999, 2_000), (10_000_000, 2_400), (nil, 42_000),
    ] as [(Int?, Int)] {
      matcher.begin(size: size)
      #expect(matcher.left == .milliseconds(time))
    }
  }

  @Test func manySlowMatchesEndWithTheirTime() throws {
    let matcher = ExpressionMatcher()
    // Under the limit of steps each time, and slow.
    let slow = try expression("(?:[0-9]+)+[YZ]", isOwn: true)
    let digits = [UInt8](repeating: 0x37, count: 13)
    matcher.begin(allowing: .milliseconds(20))
    let clock = ContinuousClock()
    let time = clock.measure {
      for _ in 0..<1_000_000 where !matcher.hasGivenUp {
        _ = matcher.firstMatch(of: slow, in: digits.span)
      }
    }
    #expect(matcher.hasGivenUp)
    #expect(time < .seconds(5))
  }

  @Test func aMatchThatExplodesIsGivenUp() throws {
    let matcher = ExpressionMatcher()
    matcher.begin(size: nil)
    let digits = [UInt8](repeating: 0x37, count: 60)
    let evil = try expression("(?:[0-9]+)+[YZ]", isOwn: false)
    #expect(matcher.firstMatch(of: evil, in: digits.span) == nil)
    #expect(matcher.hasGivenUp)
  }
}
