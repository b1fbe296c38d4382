import Inventory
import Rules

extension SeriesJudge {
  /// Birth dates, told from other dates by the heading, or by how the years spread.
  func dates(_ series: SeriesView) -> [Candidate] {
    guard let rule = index.readers[.birthDate] else { return [] }
    let written: [TextSignal] = [.date, .eraDate]
    let bare: [TextSignal] = [.compactDate, .eraCodeDate, .serialDate]
    let total = series.distinct
    let shaped = distinctSum(series, written)
    let plain = distinctSum(series, bare)
    guard shaped + plain > 0 else { return [] }
    let weight = headingWeight(series, rule)
    let rival = rivalHeading(series, besides: [rule])
    let timed = distinct(series, .dateWithTime)
    if weight >= 1 {
      let signals = written + bare
      let share = Double(shaped + plain) / Double(max(1, total))
      let bans =
        -0.8 + weight + (share >= 0.5 ? 1 : share >= 0.2 ? -0.5 : -3) - max(0, rival - weight)
      return [
        Candidate(
          rule: rule, type: .birthDate, confidence: Logarithm.probability(bans: bans),
          signals: signals.map(index.signal), count: sum(series, signals),
          distinct: min(total, distinctSum(series, signals)),
          evidence: headingEvidence(series, rule) + [
            .structure(passed: shaped + plain, of: total, weight: 1)
          ], needsPerson: false)
      ]
    }
    // Without a heading: people are born over many decades, few of them lately, and not on 1 April.
    let dated = shaped + distinct(series, .compactDate)
    guard rival < 3, timed == 0, dated >= 8, dated * 10 >= total * 8 else { return [] }
    let early = Double(distinct(series, .yearBefore1990)) / Double(dated)
    let late = Double(distinct(series, .yearFrom2009)) / Double(dated)
    let fiscal = Double(distinct(series, .firstOfApril)) / Double(dated)
    guard early >= 0.35, late <= 0.15, fiscal <= 0.2 else { return [] }
    let signals: [TextSignal] = written + [.compactDate]
    return [
      Candidate(
        rule: rule, type: .birthDate, confidence: early >= 0.5 ? 0.85 : 0.7,
        signals: signals.map(index.signal), count: sum(series, signals),
        distinct: distinctSum(series, signals),
        evidence: headingEvidence(series, rule) + [
          .structure(passed: distinct(series, .yearBefore1990), of: dated, weight: 0.8),
          .note("spread-of-years"),
        ], needsPerson: true)
    ]
  }

  /// Sex of persons.
  func sexes(_ series: SeriesView) -> [Candidate] {
    guard let rule = index.readers[.sex] else { return [] }
    let words = count(series, .sex)
    let letters = count(series, .sexLetter)
    let digits = count(series, .sexDigit)
    let filled = series.tally.filled
    let weight = headingWeight(series, rule)
    if weight >= 1 {
      // 区分 heads codes of all kinds: digits need a word that means the sex.
      let fitting = words + letters + (weight >= 3 ? digits : 0)
      guard fitting * 10 >= filled * 7, fitting > 0 else { return [] }
      let signals: [TextSignal] = [.sex, .sexLetter, .sexDigit]
      return [
        Candidate(
          rule: rule, type: .sex, confidence: weight >= 3 ? 0.98 : 0.7,
          signals: signals.map(index.signal), count: fitting, distinct: series.distinct,
          evidence: headingEvidence(series, rule), needsPerson: weight < 3)
      ]
    }
    guard words >= 3, words * 20 >= filled * 19, series.distinct <= 4,
      rivalHeading(series, besides: [rule]) < 3
    else { return [] }
    return [
      Candidate(
        rule: rule, type: .sex, confidence: 0.85, signals: [index.signal(.sex)], count: words,
        distinct: series.distinct, evidence: headingEvidence(series, rule), needsPerson: true)
    ]
  }

  /// Special-care information: by heading, or by vocabulary in the cells; always with a person in the record.
  func specialCare(_ series: SeriesView) -> [Candidate] {
    guard let rule = index.readers[.specialCare] else { return [] }
    let weight = headingWeight(series, rule)
    let hits = count(series, .specialCare)
    let denied = count(series, .negation)
    let filled = series.tally.filled
    if weight >= 3 {
      let said = filled - denied
      guard said > 0 else { return [] }
      let grades = count(series, .careGrade)
      // What a good part leave empty is said of those who have something: アレルギー, and 卵 below it.
      let isSparse = series.tally.blanks * 4 >= filled
      // Everything under such a heading that is not a denial counts.
      let signals: [TextSignal] = [
        .specialCare, .specialField, .careGrade, .word, .code, .number, .date, .eraDate,
        .singleName, .unknownName, .likelyName, .organisation, .addressPart,
      ]
      let counted = max(hits, min(said, countAny(series, signals)))
      return [
        Candidate(
          rule: rule, type: .specialCare,
          confidence: hits > 0
            ? 0.97
            : grades * 2 >= said ? 0.93 : said >= 5 && denied == 0 && !isSparse ? 0.35 : 0.85,
          signals: signals.map(index.signal), count: counted,
          distinct: max(1, series.distinct - (denied > 0 ? 1 : 0)),
          evidence: headingEvidence(series, rule) + [
            .dictionary(passed: hits, of: filled, weight: 1)
          ], needsPerson: true)
      ]
    }
    guard hits > 0, rivalHeading(series, besides: [rule]) < 3 || hits * 5 >= filled else {
      return []
    }
    let share = Double(hits) / Double(filled)
    // Of many remarks one is about an illness.
    let isRemarks = weight > 0 || series.tally.prose * 2 >= filled
    let confidence = share >= 0.3 ? 0.8 : share >= 0.05 || isRemarks ? 0.65 : 0.4
    return [
      Candidate(
        rule: rule, type: .specialCare, confidence: confidence,
        signals: [index.signal(.specialCare)], count: hits,
        distinct: distinct(series, .specialCare),
        evidence: headingEvidence(series, rule) + [
          .dictionary(passed: hits, of: filled, weight: rounded(share * 4))
        ], needsPerson: true)
    ]
  }

  /// Cells that set at least one of the signals, at most all filled ones.
  private func countAny(_ series: SeriesView, _ signals: [TextSignal]) -> Int {
    min(series.tally.filled, sum(series, signals))
  }
}
