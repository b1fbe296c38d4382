import Inventory
import Rules

extension SeriesJudge {
  /// Identifiers of letters and digits, by the rules' expressions.
  func expressions(_ series: SeriesView) -> [Candidate] {
    var candidates: [Candidate] = []
    for expression in index.expressions {
      guard let type = index.types[expression.rule] else { continue }
      let passes = series.tally.distinctCount(of: expression.signal)
      guard passes > 0 else { continue }
      let rule = index.rules[expression.rule]
      let weight = headingWeight(series, expression.rule)
      let share = Double(passes) / Double(max(1, series.distinct))
      let rival = rivalHeading(series, besides: [expression.rule])
      // A shape without a check digit proves little by repetition: product codes repeat as well.
      let isChecked = expression.check != nil
      var bans = rule.weights.prior + weight
      bans += Double(min(passes, 6)) * (weight >= 1 || isChecked ? 0.4 : 0.15)
      bans += share >= 0.7 ? 0.6 : share >= 0.2 ? 0 : weight >= 3 ? 0 : -1
      // A rare shape in nearly all cells outweighs a heading word of another kind of number.
      let telling = weight >= 1 && share >= 0.9 ? 0.3 : 1.0
      bans -= telling * (weight >= 1 ? max(0, rival - weight) : rival)
      if isChecked { bans += Double(min(passes, 4)) }
      if type.isStrictIdentifier { bans += series.support }
      bans += series.nearby[expression.rule] ?? 0
      // Two of twenty-six letters begin a Japanese passport: three such values in a row are no accident.
      if type == .passport, weight < 3, share >= 0.9, passes >= 3,
        distinct(series, .japanesePassport) >= passes
      {
        bans += 1.3
      }
      let confidence = Logarithm.probability(bans: bans)
      guard confidence >= 0.05 else { continue }
      candidates.append(
        Candidate(
          rule: expression.rule, type: type, confidence: confidence, signals: [expression.signal],
          count: series.tally.count(of: expression.signal), distinct: passes,
          evidence: headingEvidence(series, expression.rule) + [
            .structure(passed: passes, of: series.distinct, weight: rounded(bans - weight))
          ]))
    }
    return candidates
  }

  /// Types without a shape of their own, which only a heading can name: employee numbers, insurance symbols.
  func namedOnly(_ series: SeriesView) -> [Candidate] {
    var candidates: [Candidate] = []
    guard !series.reading.strong.isEmpty else { return [] }
    for (type, rule) in index.namedOnly {
      let weight = headingWeight(series, rule)
      guard weight >= 3 else { continue }
      let filled = series.tally.filled
      let signals: [TextSignal] = [.number, .code]
      // 6.8 is no number of anybody.
      let fitting = sum(series, signals) - count(series, .decimal)
      guard fitting * 10 >= filled * 6, fitting > 0 else { continue }
      let lengths = (1..<24).filter { series.tally.count(ofLength: $0) > 0 }
      let longest = lengths.last ?? 0
      switch type {
      case .bankAccount where longest < 4 || longest > 8: continue
      // Ten digits; a spreadsheet drops their leading zeros, but not nearly all of them.
      case .careInsuranceNumber where (1..<4).contains(longest): continue
      case .healthInsurance where longest > 12 || isMyNumbers(series): continue
      case .bankAccount where !isAccounts(series, weight): continue
      default: break
      }
      let rival = rivalHeading(series, besides: [rule])
      candidates.append(
        Candidate(
          rule: rule, type: type, confidence: rival > weight ? 0.6 : 0.93,
          signals: signals.map(index.signal), count: fitting,
          distinct: min(series.distinct, distinctSum(series, signals)),
          evidence: headingEvidence(series, rule) + [
            .structure(passed: fitting, of: filled, weight: 0.5)
          ], needsPerson: type == .employeeNumber))
    }
    return candidates
  }

  /// Whether most values have the check digit of a My Number, which one in ten has by chance.
  private func isMyNumbers(_ series: SeriesView) -> Bool {
    guard let signal = index.myNumberSignal else { return false }
    return series.tally.distinctCount(of: signal) * 2 > series.distinct
  }

  /// Under a heading that only a word of banks and 番号 make up, the values must have the seven digits of an account.
  private func isAccounts(_ series: SeriesView, _ weight: Double) -> Bool {
    weight > 3 || series.tally.count(ofLength: 7) * 10 >= series.tally.filled * 8
  }
}
