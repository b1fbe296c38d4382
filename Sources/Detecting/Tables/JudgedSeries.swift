import Inventory

/// A series of a record (a column, an element path) with the types it was found to be of.
struct JudgedSeries {
  var series: SeriesView
  var location: Location
  /// 1-based column of its places; `nil` in trees.
  var column: Int?
  var candidates: [Candidate]
  /// Neighbouring series whose values were joined into this one; they give no findings of their own.
  var isPart = false
  /// Which part of a date of birth the values are by the name of their element; `nil` for most.
  var datePart: DatePart?

  init(
    series: borrowing Series, location: Location, column: Int?, candidates: [Candidate] = []
  ) {
    self.series = SeriesView(series)
    self.location = location
    self.column = column
    self.candidates = candidates
  }

  /// The most probable type when it is more likely than not.
  var accepted: Candidate? {
    candidates.first.flatMap { $0.confidence >= 0.5 ? $0 : nil }
  }

  func accepts(_ type: DataType, above confidence: Double = 0.5) -> Bool {
    candidates.contains { $0.type == type && $0.confidence >= confidence }
  }

  /// Share of the filled cells that set at least the given signal.
  func share(_ signals: [TextSignal], _ index: RuleIndex) -> Double {
    let filled = series.tally.filled
    guard filled > 0 else { return 0 }
    var set = 0
    for signal in signals { set += series.tally.count(of: index.signal(signal)) }
    return min(1, Double(set) / Double(filled))
  }
}
