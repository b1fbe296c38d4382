import Inventory
import Rules

/// Says which types the values of one series are of, from its tally and its heading.
///
/// Heading and content must meet: a strong heading over impossible shapes is nothing, a telling content under a
/// heading that names something else is not what it looks like.
struct SeriesJudge {
  let index: RuleIndex

  /// The accepted and the doubtful types, most probable first.
  func candidates(_ series: SeriesView) -> [Candidate] {
    guard series.tally.filled > 0 else { return [] }
    var candidates = numbers(series)
    func add(_ found: [Candidate]) {
      if candidates.isEmpty { candidates = found } else if !found.isEmpty { candidates += found }
    }
    add(expressions(series))
    add(names(series))
    add(mails(series))
    add(formattedPhones(series))
    add(postalCodes(series))
    add(dates(series))
    add(sexes(series))
    add(addresses(series))
    add(specialCare(series))
    add(vehicles(series))
    add(internetAddresses(series))
    add(namedOnly(series))
    if candidates.count == 1 { return candidates[0].count > 0 ? candidates : [] }
    return candidates.isEmpty ? [] : merged(candidates, series)
  }

  /// Joins the candidates of one type: what was counted adds up, the surer one gives the confidence.
  private func merged(_ candidates: [Candidate], _ series: SeriesView) -> [Candidate] {
    var result: [Candidate] = []
    for candidate in candidates where candidate.count > 0 {
      if let position = result.firstIndex(where: { $0.type == candidate.type }) {
        let surer =
          result[position].confidence >= candidate.confidence ? result[position] : candidate
        let signals = Set(result[position].signals).union(candidate.signals).sorted()
        // Both ways of reading a postal or phone number count the same cells.
        let isSame =
          Set(result[position].signals) == Set(candidate.signals) || candidate.type == .postalCode
        var joined = surer
        joined.signals = signals
        joined.count =
          isSame
          ? max(result[position].count, candidate.count)
          : min(series.tally.filled, result[position].count + candidate.count)
        joined.distinct = min(
          series.distinct,
          isSame
            ? max(result[position].distinct, candidate.distinct)
            : result[position].distinct + candidate.distinct)
        result[position] = joined
      } else {
        result.append(candidate)
      }
    }
    return result.sorted { ($0.confidence, $1.type.rawValue) > ($1.confidence, $0.type.rawValue) }
  }

  // MARK: - Parts that the kinds of data share

  func count(_ series: SeriesView, _ signal: TextSignal) -> Int {
    series.tally.count(of: index.signal(signal))
  }

  func distinct(_ series: SeriesView, _ signal: TextSignal) -> Int {
    series.tally.distinctCount(of: index.signal(signal))
  }

  func sum(_ series: SeriesView, _ signals: [TextSignal]) -> Int {
    signals.reduce(0) { $0 + count(series, $1) }
  }

  func distinctSum(_ series: SeriesView, _ signals: [TextSignal]) -> Int {
    signals.reduce(0) { $0 + distinct(series, $1) }
  }

  func headingWeight(_ series: SeriesView, _ rule: Int) -> Double {
    series.reading.weight(of: rule)
  }

  /// The strongest heading word for any rule but these; what names something else speaks against.
  func rivalHeading(_ series: SeriesView, besides rules: [Int]) -> Double {
    var rival: Double?
    for entry in series.reading.strong.entries where !rules.contains(entry.rule) {
      let weight = series.reading.weight(of: entry.rule)
      rival = max(rival ?? weight, weight)
    }
    return rival ?? 0
  }

  func headingEvidence(_ series: SeriesView, _ rule: Int) -> [Evidence] {
    let weight = headingWeight(series, rule)
    guard weight != 0, let heading = series.heading else {
      return series.reading.isEmpty ? [.note("no-heading")] : []
    }
    var evidence: [Evidence] = []
    // What the values say is added to it.
    evidence.reserveCapacity(4)
    evidence.append(.heading(text: heading, weight: rounded(weight)))
    return evidence
  }

  func rounded(_ weight: Double) -> Double { (weight * 10).rounded() / 10 }
}
