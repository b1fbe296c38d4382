import Inventory
import Rules

extension SeriesJudge {
  /// Mail addresses of persons; those of desks and machines do not count.
  func mails(_ series: SeriesView) -> [Candidate] {
    guard let rule = index.readers[.email] else { return [] }
    let count = count(series, .email)
    guard count > 0 else { return [] }
    let weight = headingWeight(series, rule)
    return [
      Candidate(
        rule: rule, type: .email, confidence: weight >= 1 ? 0.995 : 0.96,
        signals: [index.signal(.email)], count: count, distinct: distinct(series, .email),
        evidence: headingEvidence(series, rule) + [
          .structure(passed: distinct(series, .email), of: series.distinct, weight: 3)
        ])
    ]
  }

  /// Phone numbers written as such; bare digit strings are judged with the other numbers.
  func formattedPhones(_ series: SeriesView) -> [Candidate] {
    guard let rule = index.readers[.phone] else { return [] }
    let weight = headingWeight(series, rule)
    let formatted: [TextSignal] = [.mobilePhone, .fixedPhone]
    let total = series.distinct
    let shaped = distinctSum(series, formatted)
    let damaged = distinct(series, .phoneWithoutZero)
    // 番号 heads identifiers of nine digits as well, most of which could be a phone's without its zero.
    let mayBeDamaged =
      weight >= HeadingLexicon.clearWeight
      || series.tally.distinctCount(ofLength: 10) * 2 >= damaged
        && series.tally.sharedPrefix.length <= 2
    let bare: [TextSignal] =
      [.bareMobile, .bareFixed, .internationalPhone] + (mayBeDamaged ? [.phoneWithoutZero] : [])
    let plain = distinctSum(series, bare)
    guard shaped + plain > 0 else { return [] }
    let rival = rivalHeading(series, besides: [rule])
    var signals: [TextSignal] = []
    var bans: Double
    if weight >= 1 {
      signals = formatted + bare
      let share = Double(shaped + plain) / Double(total)
      bans = -0.5 + weight + (share >= 0.5 ? 1 : share >= 0.2 ? 0 : -3)
    } else {
      guard shaped > 0 else { return [] }
      signals = formatted
      let isMobile = distinct(series, .mobilePhone) * 2 >= shaped
      let share = Double(shaped) / Double(total)
      bans =
        -0.8 + min(4, Double(min(shaped, 6)) * (isMobile ? 0.6 : 0.4))
        + (share >= 0.5 ? 0.5 : share < 0.1 ? -0.8 : 0) - rival * 0.7
      if shaped <= 2, isMobile { bans += 0.7 }
    }
    let confidence = Logarithm.probability(bans: bans)
    guard confidence >= 0.05 else { return [] }
    return [
      Candidate(
        rule: rule, type: .phone, confidence: confidence, signals: signals.map(index.signal),
        count: sum(series, signals), distinct: min(total, distinctSum(series, signals)),
        evidence: headingEvidence(series, rule) + [
          .structure(passed: shaped + plain, of: total, weight: rounded(bans - weight))
        ],
        damage: weight >= 1 && damaged * 2 > shaped + plain ? .leadingZeroDropped : nil)
    ]
  }

  /// Postal codes written as such, with a dash or 〒; bare digits are judged with the other numbers.
  func postalCodes(_ series: SeriesView) -> [Candidate] {
    guard let rule = index.readers[.postalCode] else { return [] }
    let weight = headingWeight(series, rule)
    let shaped = distinct(series, .postalCode)
    let bare = distinctSum(series, [.barePostalCode, .damagedPostal])
    guard shaped > 0 || weight >= 1 && bare > 0 else { return [] }
    let listed = min(shaped, self.listed(series, .listedPostalCode))
    let total = series.distinct
    let rival = rivalHeading(series, besides: [rule])
    let share = Double(shaped + (weight >= 1 ? bare : 0)) / Double(total)
    var bans = -1.0 + weight + (share >= 0.8 ? 0.8 : share >= 0.3 ? 0 : -1.5)
    bans += min(3, Double(min(listed, 6)) * 0.8) - min(3, Double(min(shaped - listed, 6)) * 0.3)
    bans -= weight >= 1 ? max(0, rival - weight) : rival * 0.6
    let confidence = Logarithm.probability(bans: bans)
    guard confidence >= 0.05 else { return [] }
    var signals: [TextSignal] = [.postalCode]
    if weight >= 1 { signals += [.barePostalCode, .damagedPostal] }
    return [
      Candidate(
        rule: rule, type: .postalCode, confidence: confidence, signals: signals.map(index.signal),
        count: sum(series, signals), distinct: min(total, distinctSum(series, signals)),
        evidence: headingEvidence(series, rule) + [
          .dictionary(passed: listed, of: shaped + bare, weight: rounded(bans - weight))
        ],
        damage: weight >= 1 && distinct(series, .damagedPostal) * 2 > shaped + bare
          ? .leadingZeroDropped : nil)
    ]
  }

  /// IP addresses of somebody's connection.
  func internetAddresses(_ series: SeriesView) -> [Candidate] {
    guard let rule = index.readers[.ipAddress] else { return [] }
    let count = count(series, .ipAddress)
    guard count > 0 else { return [] }
    let weight = headingWeight(series, rule)
    return [
      Candidate(
        rule: rule, type: .ipAddress, confidence: weight >= 1 ? 0.95 : 0.7,
        signals: [index.signal(.ipAddress)], count: count, distinct: distinct(series, .ipAddress),
        evidence: headingEvidence(series, rule), needsPerson: false)
    ]
  }

  /// Registration marks of vehicles.
  func vehicles(_ series: SeriesView) -> [Candidate] {
    guard let rule = index.readers[.vehicleNumber] else { return [] }
    let count = count(series, .vehicle)
    guard count > 0 else { return [] }
    let weight = headingWeight(series, rule)
    return [
      Candidate(
        rule: rule, type: .vehicleNumber, confidence: weight >= 1 ? 0.98 : 0.9,
        signals: [index.signal(.vehicle)], count: count, distinct: distinct(series, .vehicle),
        evidence: headingEvidence(series, rule))
    ]
  }
}
