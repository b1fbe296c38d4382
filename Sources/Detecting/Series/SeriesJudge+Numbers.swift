import Inventory
import Rules

extension SeriesJudge {
  /// Candidates among the kinds of numbers: a contest for each length that the series has.
  func numbers(_ series: SeriesView) -> [Candidate] {
    var candidates: [Candidate] = []
    let stripped = index.leavesOut.contains(.repair) ? nil : strippedMyNumbers(series)
    for digits in 4..<32 {
      let count = series.tally.distinctCount(ofLength: digits)
      guard count > 0, !index.kinds[digits].isEmpty else { continue }
      if index.leavesOut.contains(.seriesOdds) {
        candidates += plainNumbers(series, digits: digits)
        continue
      }
      if let stripped, digits >= 10, digits <= 12 {
        if digits == 12 || series.tally.distinctCount(ofLength: 12) == 0 && digits == 11 {
          candidates.append(stripped)
        }
        continue
      }
      let found = contest(series, digits: digits, count: count)
      if candidates.isEmpty { candidates = found } else { candidates += found }
    }
    return candidates
  }

  /// The most that a number of the employment insurance comes to when no heading names it.
  private static let unnamedInsurance = 0.85

  /// Distinct numbers from which a series with a check digit speaks for itself, and the same when all of them pass.
  ///
  /// Of columns of five random numbers, one in three thousand has four that pass or more, and shares hold many columns;
  /// six of six are one in two millions.
  private static let settledCount = (any: 10, whole: 6)
  /// The most that fewer of them come to when the heading does not speak for the kind.
  private static let unnamedSmall = 0.85

  /// What a probability is worth in a series of so many numbers: a word such as 番号 says little of a handful.
  private func bounded(_ confidence: Double, weight: Double, passed: Int, tried: Int) -> Double {
    let settled = passed == tried ? Self.settledCount.whole : Self.settledCount.any
    return tried < settled && weight < HeadingLexicon.clearWeight
      ? min(confidence, Self.unnamedSmall) : confidence
  }

  private func contest(_ series: SeriesView, digits: Int, count: Int) -> [Candidate] {
    let kinds = index.kinds[digits]
    // Where no number passes for any kind of data there is nothing to win.
    guard
      kinds.contains(where: { $0.type != nil && series.tally.distinctCount(of: $0.signal) > 0 })
    else { return [] }
    let tally = tally(series, digits: digits, count: count, kinds: kinds)
    let contest = NumberContest(
      tally, kinds: kinds,
      heading: series.reading, ruleNames: index.names, shapedRules: index.shapedRules,
      support: series.support, nearby: series.nearby)
    var candidates: [Candidate] = []
    for position in kinds.indices where contest.hypotheses[position].passes > 0 {
      guard let type = kinds[position].type else { continue }
      let posterior = contest.probability(of: position)
      guard posterior >= 0.05 else { continue }
      let kind = kinds[position]
      let hypothesis = contest.hypotheses[position]
      var confidence = posterior
      if kind.chance < 1 {
        let chance = kind.hasFreeFront ? 0.1 : kind.chance
        confidence *= Mixture.confidence(ofPassingValueAt: hypothesis.share, chance: chance)
      }
      if kind.hasFreeFront {
        confidence = bounded(
          confidence, weight: headingWeight(series, kind.rule), passed: hypothesis.passes,
          tried: hypothesis.tried)
      }
      if type == .employmentInsuranceNumber, headingWeight(series, kind.rule) < 1,
        tally.grouped[position] * 2 < hypothesis.passes
      {
        // Codes of branches are numbered like offices now and then.
        confidence = min(confidence, Self.unnamedInsurance)
      }
      var evidence = headingEvidence(series, kind.rule)
      if kind.check != nil {
        evidence.append(
          .checkDigit(
            passed: hypothesis.passes, of: hypothesis.tried,
            weight: rounded(hypothesis.bans - kind.prior - headingWeight(series, kind.rule))))
      } else {
        evidence.append(
          .structure(passed: hypothesis.passes, of: hypothesis.tried, weight: 0.3))
      }
      evidence.append(.series(against: Array(contest.odds(of: position).prefix(4))))
      var candidate = Candidate(
        rule: kind.rule, type: type, confidence: confidence, signals: [kind.signal],
        count: series.tally.count(of: kind.signal),
        distinct: series.tally.distinctCount(of: kind.signal), evidence: evidence,
        needsPerson: !type.isStrictIdentifier && headingWeight(series, kind.rule) < 3
          && !isListOfMobiles(series, kind, hypothesis))
      withoutDummies(&candidate, series, digits: digits)
      candidates.append(candidate)
    }
    return candidates
  }

  /// Mobile numbers from which a list of nothing else needs no names beside it.
  private static let mobileList = 8

  /// Whether nearly all numbers are mobile ones that share no more than their first digits: those of many people.
  private func isListOfMobiles(
    _ series: SeriesView, _ kind: NumberKind, _ hypothesis: NumberHypothesis
  ) -> Bool {
    kind.signal == index.signal(.bareMobile) && hypothesis.passes >= Self.mobileList
      && hypothesis.share >= 0.9 && series.tally.sharedPrefix.length <= 3
  }

  /// A series of nothing but well-known test numbers is a sample, not data.
  private func withoutDummies(_ candidate: inout Candidate, _ series: SeriesView, digits: Int) {
    let dummies = distinct(series, .dummy)
    guard dummies > 0, dummies >= candidate.distinct else { return }
    candidate.confidence = min(candidate.confidence, 0.2)
    candidate.evidence.append(.note("dummy"))
  }

  private func tally(
    _ series: SeriesView, digits: Int, count: Int, kinds: [NumberKind]
  ) -> NumberContest.Tally {
    var tally = NumberContest.Tally(
      count: count, passes: kinds.map { series.tally.distinctCount(of: $0.signal) },
      grouped: kinds.map { $0.groupedSignal.map { series.tally.distinctCount(of: $0) } ?? 0 },
      passesEndingInZero: digits == 12 || digits == 11 ? distinct(series, .passEndingInZero) : 0,
      steps: series.tally.steps, equalSteps: series.tally.equalSteps,
      sharedFront: series.tally.sharedPrefix.length,
      frontsCompared: series.tally.sharedPrefix.numbers)
    // Signals are shared by the lengths of a pattern: no kind passes more often than the length occurs.
    for position in kinds.indices { tally.passes[position] = min(tally.passes[position], count) }
    if digits == 12 || digits == 14 { tally.stamps = distinct(series, .stampDigits) }
    tally.beginWithZeros =
      series.tally.sharedPrefix.numbers >= 3 && series.tally.sharedPrefix.beginsWithZeros
    if digits == 11 {
      tally.officed = min(count, distinct(series, .officeDigits))
      tally.offices = series.tally.offices
    }
    tally.dated = min(count, distinct(series, .datedDigits))
    if digits == 13 || digits == 10 { tally.epochs = min(count, distinct(series, .epochDigits)) }
    return tally
  }

  /// My Numbers of a column whose leading zeros a spreadsheet dropped: 12, 11 and 10 digits in falling share.
  private func strippedMyNumbers(_ series: SeriesView) -> Candidate? {
    let ten = series.tally.distinctCount(ofLength: 10)
    let eleven = series.tally.distinctCount(ofLength: 11)
    let twelve = series.tally.distinctCount(ofLength: 12)
    guard eleven + ten > 0, let rule = index.rule(of: .myNumber) else { return nil }
    let weight = headingWeight(series, rule)
    let mixIsFalling = twelve > 0 && eleven * 3 <= twelve && ten * 2 <= max(1, eleven) * 2
    guard mixIsFalling || weight >= 3 else { return nil }
    guard let kind = index.kinds[12].first(where: { $0.check == .myNumber }) else { return nil }
    let full = min(twelve, series.tally.distinctCount(of: kind.signal))
    let padded = distinct(series, .paddedEleven) + distinct(series, .paddedTen)
    guard padded > 0 else { return nil }
    let zero = distinct(series, .passEndingInZero) + distinct(series, .paddedEndingInZero)
    let passes = full + padded
    let tried = twelve + eleven + ten
    // Chance passes among the padded would be one in ten: the whole must fit better without the shorter ones being foreign.
    guard padded * 2 >= eleven + ten else { return nil }
    let fit = Mixture.fit(
      (min(zero, passes), 2.0 / 11), (max(0, passes - zero), 1.0 / 11),
      failures: tried - passes)
    let rival = rivalHeading(series, besides: [rule])
    let bans = kind.prior + weight + fit.bans - max(0, rival - 1) + series.support
    let posterior = Logarithm.probability(bans: bans)
    guard posterior > 0.3 else { return nil }
    return Candidate(
      rule: rule, type: .myNumber,
      confidence: bounded(
        posterior * Mixture.confidence(ofPassingValueAt: fit.share, chance: 0.1)
          * (series.reading.isKnown ? 1 : 0.97), weight: weight, passed: passes, tried: tried),
      signals: [kind.signal, index.signal(.paddedEleven), index.signal(.paddedTen)],
      count: series.tally.count(of: kind.signal) + sum(series, [.paddedEleven, .paddedTen]),
      distinct: passes,
      evidence: headingEvidence(series, rule) + [
        .checkDigit(passed: passes, of: tried, weight: rounded(fit.bans)),
        .structure(passed: padded, of: eleven + ten, weight: 0),
      ], damage: .leadingZeroDropped)
  }
}

extension DataType {
  /// Whether the identifier alone makes a record one of a person.
  var isStrictIdentifier: Bool {
    switch self {
    case .myNumber, .residenceRecordCode, .driversLicence, .passport, .residenceCard, .creditCard,
      .basicPensionNumber, .employmentInsuranceNumber, .corporateNumber, .invoiceRegistrationNumber,
      .healthInsurance, .careInsuranceNumber:
      true
    default: false
    }
  }

  /// Whether a heading of one of its words and 番号 can only mean this number: 介護保険番号, but not カード番号 of any card.
  var isNumberedIdentifier: Bool {
    switch self {
    case .myNumber, .residenceRecordCode, .driversLicence, .passport, .residenceCard,
      .basicPensionNumber, .employmentInsuranceNumber, .careInsuranceNumber, .bankAccount:
      true
    default: false
    }
  }
}
