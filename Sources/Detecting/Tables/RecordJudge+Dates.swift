import Inventory
import Rules

/// Dates of trees whose parts stand in elements side by side, as notices of social insurance and medical documents have them.
extension RecordJudge {
  /// Takes year, month and day side by side for a date of birth where a name above them or in them says so: 生年月日 with 元号,
  /// 年, 月, 日 in it.
  func joinDates(_ group: inout [JudgedSeries]) {
    guard group.count >= 3, let rule = index.readers[.birthDate] else { return }
    for position in 0..<(group.count - 2) {
      guard group[position].datePart == .year, group[position + 1].datePart == .month,
        group[position + 2].datePart == .day,
        (0..<3).allSatisfy({ holdsDigits(group[position + $0], atMost: $0 == 0 ? 4 : 2) })
      else { continue }
      let year = group[position].series
      let signal = index.signal(.number)
      group[position].candidates = [
        Candidate(
          rule: rule, type: .birthDate, confidence: 0.95, signals: [signal],
          count: year.tally.count(of: signal), distinct: year.tally.distinctCount(of: signal),
          evidence: [.structure(passed: year.tally.filled, of: year.tally.filled, weight: 1)])
      ]
      for part in 1...2 {
        group[position + part].candidates = []
        group[position + part].isPart = true
      }
    }
  }

  private func holdsDigits(_ series: JudgedSeries, atMost digits: Int) -> Bool {
    let tally = series.series.tally
    guard tally.filled > 0 else { return false }
    return (1...digits).reduce(0) { $0 + tally.count(ofLength: $1) } == tally.filled
  }
}
