import Inventory
import Rules

/// Lets the kinds of numbers of one length compete for a series.
///
/// Every kind brings its prior, what the heading says, and how well the values pass its check; so do chance, a
/// sequence, and "another identifier, named by the heading". The winner's odds against the rest are its confidence.
struct NumberContest {
  /// Log10 priors of the hypotheses that no rule stands for.
  static let randomPrior = -0.05
  static let sequencePrior = -0.7
  /// How much rarer than My Numbers other numbers with the same check digit are, in a series without heading.
  static let sameCheckPrior = -0.95
  /// What a rule that the heading names brings although its numbers have no fixed shape.
  static let namedPrior = -1.0
  /// Share of identifiers of organisations that happen to use a known check digit, log10.
  static let mimicry = -1.7
  /// What each number that begins as one of some brand says against numbers of the house's own, log10: one in four would.
  static let brands = 0.6

  var hypotheses: [NumberHypothesis] = []

  /// Tallies of one length of a series, for a contest.
  struct Tally {
    /// Distinct numbers.
    var count: Int
    /// Passing distinct numbers by kind, the same order as the kinds.
    var passes: [Int]
    /// Of those, how many are written in the kind's groups.
    var grouped: [Int]
    /// Of those that pass a mod-11 check, how many end in 0, where the chance of passing is twice as high.
    var passesEndingInZero: Int
    var steps: Int
    var equalSteps: Int
    /// Leading digits that all share, and among how many numbers.
    var sharedFront: Int
    var frontsCompared: Int
    /// Numbers that are a date and time.
    var stamps = 0
    /// Numbers that are seconds or milliseconds since 1970.
    var epochs = 0
    /// Numbers that begin with a date.
    var dated = 0
    /// Whether all begin with 00.
    var beginWithZeros = false
    /// Numbers that begin with an office of public employment security, and how many offices they are of at least.
    var officed = 0
    var offices = 0
  }

  /// Runs the contest.
  ///
  /// - Parameters:
  ///   - kinds: Kinds of this length.
  ///   - heading: What the heading says, by rule.
  ///   - headingRules: Names of the rules that the heading speaks strongly for, by rule index.
  ///   - support: Log10 odds from elsewhere (a person in the record) for personal identifiers.
  ///   - nearby: Log10 odds for single rules, from words elsewhere in the record.
  init(
    _ tally: Tally, kinds: [NumberKind], heading: HeadingReading, ruleNames: [String],
    shapedRules: Set<Int> = [], support: Double, nearby: [Int: Double] = [:]
  ) {
    let count = tally.count
    var bestCheck = -Double.infinity
    hypotheses.reserveCapacity(kinds.count + heading.strong.entries.count + 6)
    for index in kinds.indices {
      let kind = kinds[index].odds
      let passes = tally.passes[index]
      var bans = kind.prior + heading.weight(of: kind.rule)
      var share = 1.0
      if kind.chance < 1 {
        let fit: Mixture.Fit
        if kind.hasFreeFront {
          let zero = min(passes, tally.passesEndingInZero)
          fit = Mixture.fit(
            (zero, 2.0 / 11), (passes - zero, 1.0 / 11), failures: count - passes)
        } else {
          fit = Mixture.fit((passes, kind.chance), failures: count - passes)
        }
        share = fit.share
        bans += fit.bans
        if kind.type != nil { bestCheck = max(bestCheck, fit.bans) }
      } else {
        share = Double(passes) / Double(max(1, count))
        bans += share >= 0.9 ? 0.3 : share >= 0.5 ? -0.5 : -4
      }
      // Few other numbers are written 4-6-1: the grouping is worth a hundred.
      if passes > 0, tally.grouped[index] * 5 >= passes * 4 { bans += 2 }
      if kind.hasFreeFront {
        bans -= NumberContest.frontPenalty(tally)
        if heading.weight(of: kind.rule) < 1, count < 3 { bans -= Double(3 - count) }
      }
      if kind.type != nil { bans += support }
      if !kind.isChecked { bans += nearby[kind.rule] ?? 0 }
      // Municipalities number their insured from one up, in ten digits; phones and pensions never begin with 00.
      if kind.type == .careInsuranceNumber, tally.beginWithZeros { bans += 1.2 }
      if kind.type == .employmentInsuranceNumber, support > 0 {
        bans += NumberContest.officeBans(tally)
      }
      hypotheses.append(
        NumberHypothesis(
          name: kinds[index].name, kind: index, bans: bans, share: share, passes: passes,
          tried: count))
    }
    add("random", NumberContest.randomPrior, count)
    addFit("date-and-time", tally.stamps, count, prior: -1.2, chance: 0.0002)
    addFit("epoch", tally.epochs, count, prior: -1.2, chance: 0.11)
    addFit("dated-number", tally.dated, count, prior: -1.2, chance: 0.004)
    if tally.steps >= 4, tally.equalSteps * 4 >= tally.steps * 3 {
      add("sequence", NumberContest.sequencePrior + 2 * Double(tally.equalSteps), count)
    }
    // Numbers of the house's own that happen to pass begin alike, and not as cards of several brands do.
    let isOfBrands =
      kinds.contains { $0.check == .paymentCard } && tally.sharedFront == 0
      && tally.frontsCompared >= 4
    addNamed(
      heading, kinds: kinds, names: ruleNames, shaped: shapedRules,
      bestCheck: bestCheck - (isOfBrands ? NumberContest.brands * Double(count) : 0), count: count)
    if bestCheck.isFinite, heading.isEmpty || !heading.isKnown {
      let mimic = kinds.indices.filter { kinds[$0].hasFreeFront }.map { hypotheses[$0].bans }.max()
      // A person in the record speaks for a personal number and not for some other one.
      if let mimic {
        add("other-identifier", mimic - support + NumberContest.sameCheckPrior, count)
      }
    }
  }

  /// A look-alike that is told by its structure.
  private mutating func addFit(
    _ name: String, _ passes: Int, _ count: Int, prior: Double, chance: Double
  ) {
    guard passes > 0 else { return }
    let fit = Mixture.fit((passes, chance), failures: count - passes)
    add(name, prior + fit.bans, count)
  }

  private mutating func add(_ name: String, _ bans: Double, _ count: Int) {
    hypotheses.append(
      NumberHypothesis(name: name, kind: nil, bans: bans, share: 1, passes: 0, tried: count))
  }

  /// Identifiers that the heading names and that have no pattern of this length: they may look like anything.
  private mutating func addNamed(
    _ heading: HeadingReading, kinds: [NumberKind], names: [String], shaped: Set<Int>,
    bestCheck: Double, count: Int
  ) {
    for entry in heading.strong.entries {
      let rule = entry.rule
      guard !kinds.contains(where: { $0.rule == rule }) else { continue }
      // An identifier of another shape (a card under カード) cannot pass for numbers of this length.
      let mimics = bestCheck.isFinite && !shaped.contains(rule)
      let likelihood = mimics ? max(0, NumberContest.mimicry + bestCheck) : 0
      add(names[rule], NumberContest.namedPrior + heading.weight(of: rule) + likelihood, count)
    }
  }

  /// Evidence for numbers of the employment insurance: all begin with some office, and not all with the same.
  ///
  /// Each office counts once, since a code of the house's own begins with the same digits everywhere.
  static func officeBans(_ tally: Tally) -> Double {
    guard tally.officed > 0, tally.offices > 0 else { return 0 }
    let fit = Mixture.fit(
      (min(tally.offices, tally.officed), EmploymentOffice.chance),
      failures: tally.count - tally.officed)
    return fit.share >= 0.9 ? max(0, fit.bans) : 0
  }

  /// Evidence against a number spread evenly when all share their front: each shared digit of each number is one in ten.
  static func frontPenalty(_ tally: Tally) -> Double {
    guard tally.frontsCompared >= 4, tally.sharedFront >= 2 else { return 0 }
    return min(30, Double((tally.frontsCompared - 1) * tally.sharedFront))
  }

  /// Posterior probability of one hypothesis.
  func probability(of index: Int) -> Double {
    let own = hypotheses[index].bans
    var sum = 0.0
    for (other, hypothesis) in hypotheses.enumerated() where !sharesSeries(index, other) {
      sum += Logarithm.tenTo(hypothesis.bans - own)
    }
    return 1 / sum
  }

  /// Whether two kinds stand side by side in a mixed series: each explains a part that the other does not.
  private func sharesSeries(_ index: Int, _ other: Int) -> Bool {
    guard index != other, hypotheses[index].kind != nil, hypotheses[other].kind != nil else {
      return false
    }
    let left = hypotheses[index]
    let right = hypotheses[other]
    return left.tried >= 20 && left.share <= 0.75 && right.share <= 0.75 && left.bans > 3
      && right.bans > 3 && (left.passes + right.passes) * 4 <= left.tried * 5
  }

  /// Log10 odds of a hypothesis against each other one, nearest competitor first.
  func odds(of index: Int) -> [SeriesOdds] {
    let own = hypotheses[index].bans
    return hypotheses.indices.filter { $0 != index }
      .map {
        SeriesOdds(
          competitor: hypotheses[$0].name,
          bans: ((own - hypotheses[$0].bans) * 10).rounded() / 10)
      }
      .sorted { ($0.bans, $0.competitor) < ($1.bans, $1.competitor) }
  }
}
