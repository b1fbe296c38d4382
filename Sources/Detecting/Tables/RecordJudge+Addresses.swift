import Inventory
import Rules

/// Addresses over several columns.
extension RecordJudge {
  /// Prefecture, town and number in columns of their own are one address, reported once at the first.
  func mergeAddresses(_ group: inout [JudgedSeries]) {
    guard let rule = index.readers[.address] else { return }
    let parts: [TextSignal] = [.address, .likelyAddress, .addressPart, .prefecture, .municipality]
    var position = 0
    while position < group.count {
      guard isAddressPart(group[position], parts) else {
        position += 1
        continue
      }
      var end = position + 1
      while end < group.count, isAddressPart(group[end], parts) || isAddressRest(group[end], rule) {
        end += 1
      }
      if end - position > 1 {
        let best = group[position..<end].compactMap {
          $0.candidates.first { $0.type == .address }
        }.max { $0.confidence < $1.confidence }
        var merged =
          best
          ?? Candidate(
            rule: rule, type: .address, confidence: 0.75, signals: [], count: 0, distinct: 0,
            evidence: [])
        merged.confidence = max(merged.confidence, 0.9)
        merged.signals = parts.map(index.signal) + [index.signal(.word)]
        merged.count = group[position].series.tally.filled
        merged.distinct = group[position..<end].map(\.series.tally.distinctValues).max() ?? 0
        merged.evidence.append(.neighbour(text: "address", weight: 1))
        group[position].candidates = [merged]
        for part in (position + 1)..<end {
          group[part].candidates = []
          group[part].isPart = true
        }
      }
      position = end
    }
  }

  private func isAddressPart(_ series: JudgedSeries, _ parts: [TextSignal]) -> Bool {
    guard !series.isPart else { return false }
    if let accepted = series.accepted, accepted.type != .address { return false }
    return series.share(parts, index) >= 0.5
  }

  /// A column of house numbers or buildings behind a part of an address: its heading says so.
  private func isAddressRest(_ series: JudgedSeries, _ rule: Int) -> Bool {
    guard !series.isPart, series.accepted == nil || series.accepts(.address) else { return false }
    return series.series.reading.weight(of: rule) >= 1
  }
}
