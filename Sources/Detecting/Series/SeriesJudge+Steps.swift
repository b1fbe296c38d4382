import Inventory
import Rules

/// What is left of the judgement when a measurement leaves steps of it out.
extension SeriesJudge {
  /// Numbers without the contest of a series: the heading, and the check digit of each value where that is left.
  func plainNumbers(_ series: SeriesView, digits: Int) -> [Candidate] {
    index.kinds[digits].compactMap { kind in
      guard let type = kind.type else { return nil }
      let usesCheck = !index.leavesOut.contains(.checkDigits)
      let weight = headingWeight(series, kind.rule)
      let signal = usesCheck ? kind.signal : index.signal(.number)
      let isNamed = weight >= 3 || usesCheck && weight >= 1
      guard isNamed || usesCheck && kind.check != nil else { return nil }
      let isOther = rivalHeading(series, besides: [kind.rule]) > weight
      return Candidate(
        rule: kind.rule, type: type, confidence: isOther ? 0.1 : isNamed ? 0.95 : 0.6,
        signals: [signal], count: series.tally.count(of: signal),
        distinct: series.tally.distinctCount(of: signal),
        evidence: headingEvidence(series, kind.rule))
    }
  }

  /// Values that a word list knows; none where the lists are left out.
  func listed(_ series: SeriesView, _ signal: TextSignal) -> Int {
    index.leavesOut.contains(.dictionaries) ? 0 : distinct(series, signal)
  }
}
