import Regexes

/// Tries expressions within what they may cost: steps and memory for one match, and time in one file for those of an
/// organisation.
///
/// One per worker. What was given up is not refuted: the file counts as read in part.
final class ExpressionMatcher {
  /// Time that an organisation's expressions may take in a file of any size, and further time for each megabyte (10⁶
  /// bytes): under half of what the whole file may take.
  static let time: (base: Duration, perMegabyte: Duration) = (.seconds(2), .milliseconds(40))

  /// Whether a match was given up since the current document began.
  private(set) var hasGivenUp = false
  private var scratch: MatchScratch?
  private let clock = ContinuousClock()
  /// What is left of the time of the current document.
  private(set) var left: Duration = .zero

  init() {
    // Out of memory at the start: expressions are not tried, and that is told.
    do { scratch = try MatchScratch() } catch { scratch = nil }
  }

  /// Begins a document.
  ///
  /// - Parameter size: Its bytes; a stream of unknown length is taken for a gigabyte.
  func begin(size: Int?) {
    begin(
      allowing: Self.time.base + Self.time.perMegabyte * ((size ?? 1_000_000_000) / 1_000_000))
  }

  func begin(allowing time: Duration) {
    hasGivenUp = scratch == nil
    left = time
  }

  /// The first match at or behind an offset; `nil` when there is none, or when it was given up.
  func firstMatch(
    of expression: RuleIndex.Expression, in text: Span<UInt8>, from offset: Int = 0
  ) -> Range<Int>? {
    guard expression.isOwn else { return match(expression, text, offset) }
    guard left > .zero else {
      hasGivenUp = true
      return nil
    }
    let start = clock.now
    let range = match(expression, text, offset)
    left -= clock.now - start
    return range
  }

  private func match(
    _ expression: RuleIndex.Expression, _ text: Span<UInt8>, _ offset: Int
  ) -> Range<Int>? {
    do {
      return try scratch?.firstMatch(of: expression.regex, in: text, from: offset)
    } catch {
      hasGivenUp = true
      return nil
    }
  }
}
