import Inventory
import Rules

/// Turns judged series and hits of running text into findings.
struct FindingMaker {
  let index: RuleIndex
  let settings: ExaminationSettings

  private var placeLimit: Int {
    switch settings.places {
    case .first: 10
    case .all: Int.max
    case .none: 0
    }
  }

  /// So many places are compared one by one, which is faster than hashing them.
  private static let fewPlaces = 24

  /// The findings of one series.
  func findings(_ judged: JudgedSeries) -> [Finding] {
    var findings: [Finding] = []
    guard !judged.isPart else { return findings }
    for candidate in judged.candidates
    where candidate.confidence >= settings.minimumConfidence && candidate.count > 0 {
      findings.append(
        Finding(
          type: candidate.type, dataClass: candidate.dataClass,
          rule: index.rules[candidate.rule].id, confidence: rounded(candidate.confidence),
          location: judged.location, count: candidate.count,
          distinct: distinct(candidate, judged.series.tally),
          distinctIsAtLeast: judged.series.tally.stoppedCounting,
          places: places(judged, candidate), evidence: candidate.evidence,
          damage: candidate.damage))
    }
    return findings
  }

  /// Distinct values; of those that came when counting had stopped nobody knows.
  private func distinct(_ candidate: Candidate, _ tally: SeriesTally) -> Int {
    let known = min(candidate.distinct, candidate.count)
    return max(1, tally.stoppedCounting ? min(known, tally.distinctValues) : known)
  }

  private func places(_ judged: JudgedSeries, _ candidate: Candidate) -> Places {
    let limit = min(placeLimit, max(0, candidate.count))
    var places = Places()
    guard limit > 0 else { return places }
    let spots = judged.series.tally.spots
    let order = order(of: candidate.signals, spots)
    places.reserveCapacity(min(order.count, limit))
    for index in order.prefix(limit) { spots.copy(index, column: judged.column, to: &places) }
    return places
  }

  /// The kept places of some signals in the order of the file, each once.
  private func order(of signals: [Int], _ spots: SeriesTally.Spots) -> [Int] {
    var order: [Int] = []
    var isSorted = true
    // A cell that set several of the signals is one place.
    var few = InlineArray<24, Int>(repeating: 0)
    var fewCount = 0
    var many: Set<Int> = []
    let mayRepeat = signals.count > 1
    for signal in signals {
      spots.each(of: signal) { index in
        let place = spots.order(index)
        if mayRepeat {
          let key = place.byteOffset &* 31 &+ place.row
          for index in 0..<fewCount where few[index] == key { return }
          if fewCount < Self.fewPlaces {
            few[fewCount] = key
            fewCount += 1
          } else if !many.insert(key).inserted {
            return
          }
        }
        if order.isEmpty { order.reserveCapacity(10) }
        if let last = order.last, spots.order(last) >= place { isSorted = false }
        order.append(index)
      }
    }
    if !isSorted { order.sort { spots.order($0) < spots.order($1) } }
    return order
  }

  /// The findings of hits in running text.
  func findings(_ tally: TextTally, location: Location, column: Int?) -> [Finding] {
    tally.entries.sorted {
      ($0.key.rule, $0.key.level.rawValue, $0.key.note ?? "")
        < ($1.key.rule, $1.key.level.rawValue, $1.key.note ?? "")
    }
    .compactMap { key, entry in
      let confidence = entry.confidenceSum / Double(max(1, entry.count))
      guard confidence >= settings.minimumConfidence else { return nil }
      var evidence: [Evidence] = entry.labels.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .prefix(3).map {
          .label(word: index.labels.text(of: $0.key), weight: 4)
        }
      if entry.checked > 0 {
        evidence.append(.checkDigit(passed: entry.checked, of: entry.count, weight: 1))
      }
      if let note = key.note { evidence.append(.note(note)) }
      if evidence.isEmpty {
        // What the shape, the honorific or the word list alone has shown.
        evidence.append(.structure(passed: entry.count, of: entry.count, weight: 1))
      }
      return Finding(
        type: entry.type, rule: index.rules[key.rule].id, confidence: rounded(confidence),
        location: location, count: entry.count, distinct: max(1, entry.counter.count),
        distinctIsAtLeast: entry.stoppedCounting,
        places: places(entry.spots, column: column),
        evidence: evidence)
    }
  }

  private func places(_ spots: [SeriesTally.Spot], column: Int?) -> Places {
    var places = Places()
    places.reserveCapacity(min(spots.count, placeLimit))
    for spot in spots.prefix(placeLimit) {
      places.append(
        Places.Numbers(
          line: spot.line, row: spot.row, column: column ?? spot.character,
          byteOffset: spot.byteOffset), path: spot.path[...])
    }
    return places
  }

  /// Four digits are more than enough for a probability.
  private func rounded(_ confidence: Double) -> Double {
    (min(0.9999, max(0.0001, confidence)) * 10_000).rounded() / 10_000
  }
}
