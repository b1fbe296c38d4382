import Inventory
import Rules

extension SeriesJudge {
  /// Log10 odds that one cell adds, by what it reads as: without a heading for names, and with one.
  private struct NameWeights {
    var full: Double
    var likely: Double
    var single: Double
    var unknown: Double
    var organisation: Double
    var other: Double

    static let bare = NameWeights(
      full: 0.7, likely: 0.3, single: -0.08, unknown: -0.3, organisation: -0.8, other: -0.6)
    // A missing word-list hit says little under a clear heading: foreign names, new given names.
    static let headed = NameWeights(
      full: 0.4, likely: 0.3, single: 0.15, unknown: 0.0, organisation: -0.35, other: -0.45)
  }

  /// The most that given names come to under a heading that may say something else.
  private static let givenAlone = 0.6

  /// Names of persons.
  func names(_ series: SeriesView) -> [Candidate] {
    guard let rule = index.readers[.personName] else { return [] }
    let total = series.distinct
    guard total > 0 else { return [] }
    let weight = headingWeight(series, rule)
    let full = listed(series, .fullName)
    let likely = listed(series, .likelyName)
    let single = listed(series, .singleName)
    let known = distinctSum(series, [.fullName, .likelyName, .singleName])
    let unknown = distinct(series, .unknownName) + known - full - likely - single
    let organisation = distinct(series, .organisation)
    // カナ alone heads the readings of banks and towns as well: a weak word needs some known names below it.
    // A roster of surnames is enough of them when nearly all are known.
    let isHeaded =
      weight >= 3
      || weight >= 1 && ((full + likely) * 4 >= total || total >= 4 && single * 10 >= total * 7)
    guard full + likely + (isHeaded ? single + unknown : 0) > 0 else { return [] }
    let other = max(0, total - full - likely - single - unknown - organisation)
    let weights = isHeaded ? NameWeights.headed : NameWeights.bare
    let mean =
      (Double(full) * weights.full + Double(likely) * weights.likely
        + Double(single) * weights.single + Double(unknown) * weights.unknown
        + Double(organisation) * weights.organisation + Double(other) * weights.other)
      / Double(total)
    let content = mean * Double(min(total, 12))
    let rival = rivalHeading(series, besides: [rule])
    var bans = -1.3 + weight + content - (isHeaded ? max(0, rival - weight) : rival * 0.9)
    // Not one known name among several values, and another word of the heading has its say.
    if full + likely + single == 0, total >= 3 { bans -= rival >= 3 ? 2 : 0.5 }
    // One word again and again is a state (済) unless the heading leaves no doubt.
    if full + likely == 0, total <= 2, series.tally.filled >= 10 { bans -= 3 }
    var confidence = Logarithm.probability(bans: bans)
    // Given names alone are those of characters and animals as well, unless the heading is clear: 漢字, 馬名.
    if weight < HeadingLexicon.clearWeight, full + likely == 0,
      distinct(series, .familyName) * 2 < total
    {
      confidence = min(confidence, Self.givenAlone)
    }
    var signals: [TextSignal] = [.fullName, .likelyName]
    let share = Double(full + likely) / Double(total)
    // Persons among companies, under a heading of companies: sole proprietors. Only whole names with a known family name count.
    let isMixed =
      !isHeaded && rival >= 3 && full >= 3 && full * 5 >= total && confidence < 0.85
      && (full + likely + single + unknown + organisation) * 10 >= total * 8
    if isMixed {
      return [
        Candidate(
          rule: rule, type: .personName, confidence: 0.85, signals: signals.map(index.signal),
          count: sum(series, signals), distinct: full + likely,
          evidence: [.dictionary(passed: full, of: total, weight: rounded(content))])
      ]
    }
    guard confidence >= 0.05 else { return [] }
    if isHeaded || share >= 0.6 { signals += [.singleName, .unknownName] }
    return [
      Candidate(
        rule: rule, type: .personName, confidence: confidence,
        signals: signals.map(index.signal), count: sum(series, signals),
        distinct: min(total, distinctSum(series, signals)),
        evidence: headingEvidence(series, rule) + [
          .dictionary(passed: full + likely + single, of: total, weight: rounded(content))
        ])
    ]
  }

  /// The most that parts of addresses come to under a heading that may say something else.
  private static let lonePart = 0.4

  /// Postal addresses, whole or the part that carries a town or number.
  func addresses(_ series: SeriesView) -> [Candidate] {
    guard let rule = index.readers[.address] else { return [] }
    let total = series.distinct
    guard total > 0 else { return [] }
    let weight = headingWeight(series, rule)
    let isHeaded = weight >= 1
    let sure = listed(series, .address)
    let likely = listed(series, .likelyAddress)
    let part =
      distinctSum(series, [.addressPart, .address, .likelyAddress]) - sure - likely
    guard sure + likely + (isHeaded ? part : 0) > 0 else { return [] }
    let other = max(0, total - sure - likely - part)
    let mean =
      (Double(sure) * 0.9 + Double(likely) * 0.5 + Double(part) * (isHeaded ? 0.1 : -0.2)
        + Double(other) * (isHeaded ? -0.3 : -0.7)) / Double(total)
    let content = mean * Double(min(total, 12))
    let rival = rivalHeading(series, besides: [rule])
    let bans = -0.8 + weight + content - (isHeaded ? max(0, rival - weight) : rival * 0.5)
    var confidence = Logarithm.probability(bans: bans)
    // 地区: 東京, 神奈川 is where something is done; parts of an address have others beside them.
    if weight < HeadingLexicon.clearWeight, sure + likely == 0 {
      confidence = min(confidence, Self.lonePart)
    }
    guard confidence >= 0.05 else { return [] }
    var signals: [TextSignal] = [.address, .likelyAddress]
    if isHeaded { signals.append(.addressPart) }
    return [
      Candidate(
        rule: rule, type: .address, confidence: confidence, signals: signals.map(index.signal),
        count: sum(series, signals), distinct: min(total, distinctSum(series, signals)),
        evidence: headingEvidence(series, rule) + [
          .dictionary(passed: sure + likely, of: total, weight: rounded(content))
        ])
    ]
  }
}
