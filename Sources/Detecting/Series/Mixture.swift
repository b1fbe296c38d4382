/// The odds that a series holds numbers of one kind, told from how many of them pass that kind's check.
///
/// A series is taken as a mixture: a share π of its values is of the kind and always passes, the rest passes by
/// chance. A single error rate would reject a column half of which is another kind of number.
enum Mixture {
  /// One share of true numbers that is tried, with what the smaller shares cost.
  struct Share: Sendable {
    var share: Double
    /// Log10, to be added to the hypothesis' own prior.
    var penalty: Double
    /// Log10 of the share of the rest.
    let rest: Double

    init(share: Double, penalty: Double) {
      self.share = share
      self.penalty = penalty
      rest = Logarithm.base10(1 - share)
    }
  }

  /// The shares tried; a column is more often all of a kind than half of it.
  static let shares: [Share] = [
    Share(share: 0.98, penalty: 0), Share(share: 0.9, penalty: -0.6),
    Share(share: 0.7, penalty: -1.1), Share(share: 0.5, penalty: -1.5),
    Share(share: 0.3, penalty: -1.9),
  ]

  /// The best share and its log10 likelihood ratio against chance.
  struct Fit: Sendable, Equatable {
    /// Share of the values that are of the kind, 0...1.
    var share: Double
    /// Log10 likelihood ratio against "all by chance", the share's penalty included.
    var bans: Double
  }

  /// Fits the share of true numbers.
  ///
  /// - Parameters:
  ///   - passes: How many values passed, and their chance of passing (0...1).
  ///   - others: The same of values with another chance.
  ///   - failures: How many values failed.
  static func fit(
    _ passes: (count: Int, chance: Double), _ others: (count: Int, chance: Double) = (0, 1),
    failures: Int
  ) -> Fit {
    var best = Fit(share: 0, bans: -.infinity)
    for candidate in shares {
      let share = candidate.share
      var bans = candidate.penalty + Double(failures) * candidate.rest
      if passes.count > 0 {
        bans += Double(passes.count) * Logarithm.base10(share / passes.chance + 1 - share)
      }
      if others.count > 0 {
        bans += Double(others.count) * Logarithm.base10(share / others.chance + 1 - share)
      }
      if bans > best.bans { best = Fit(share: share, bans: bans) }
    }
    return best
  }

  /// The probability that a value that passed is of the kind, in a series in which the share `share` is.
  static func confidence(ofPassingValueAt share: Double, chance: Double) -> Double {
    share / (share + chance * (1 - share))
  }
}

/// Logarithms and odds without a maths library.
enum Logarithm {
  /// Log10 by the binary exponent and a series; exact to about 1e-12, which is plenty for odds.
  static func base10(_ value: Double) -> Double {
    guard value > 0 else { return -.infinity }
    guard value.isFinite else { return value }
    let exponent = Double(value.exponent)
    var significand = value.significand
    var shift = 0.0
    if significand > 1.414_213_562_373_095_1 {
      significand /= 2
      shift = 1
    }
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    var divisor = 1.0
    while divisor < 24 {
      sum += term / divisor
      term *= square
      divisor += 2
    }
    return (exponent + shift) * 0.301_029_995_663_981_2 + 2 * sum * 0.434_294_481_903_251_8
  }

  /// 10 to the power of `exponent`.
  static func tenTo(_ exponent: Double) -> Double {
    if exponent < -300 { return 0 }
    if exponent > 300 { return .infinity }
    let whole = exponent.rounded(.down)
    var result = 1.0
    var base = whole < 0 ? 0.1 : 10.0
    var count = Int(whole.magnitude)
    while count > 0 {
      if count & 1 == 1 { result *= base }
      base *= base
      count >>= 1
    }
    let natural = (exponent - whole) * 2.302_585_092_994_046
    var term = 1.0
    var sum = 1.0
    var index = 1.0
    while index < 30 {
      term *= natural / index
      sum += term
      index += 1
    }
    return result * sum
  }

  /// The probability that log10 odds stand for.
  static func probability(bans: Double) -> Double {
    if bans > 0 { return 1 / (1 + tenTo(-bans)) }
    let odds = tenTo(bans)
    return odds / (1 + odds)
  }
}
