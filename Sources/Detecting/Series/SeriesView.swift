/// One series as its judge sees it: the tally and the heading above it.
///
/// A class, since a tally is large and series are handed about while their record is heard; nothing of it changes.
final class SeriesView {
  let tally: SeriesTally
  /// The heading as it may be shown; `nil` when there is none or it could be a value.
  let heading: String?
  let reading: HeadingReading
  /// Hits of the rules inside cells that are running text.
  let hits: TextTally
  /// Cells that a label in the cell to their left explains.
  let labelledCells: Int
  /// Log10 odds for personal identifiers from the record around the series.
  let support: Double
  /// The same for single rules, from words that stand near their values in headings of the record: log10 odds by rule.
  let nearby: [Int: Double]

  init(_ series: borrowing Series) {
    tally = series.tally
    heading = series.heading
    reading = series.reading
    hits = series.hits
    labelledCells = series.labelledCells
    support = 0
    nearby = [:]
  }

  /// The same series with what its record says.
  init(_ series: SeriesView, support: Double, nearby: [Int: Double]) {
    tally = series.tally
    heading = series.heading
    reading = series.reading
    hits = series.hits
    labelledCells = series.labelledCells
    self.support = support
    self.nearby = nearby
  }

  /// Distinct filled values, or all of them where none were counted.
  var distinct: Int { tally.weighedValues }
}
