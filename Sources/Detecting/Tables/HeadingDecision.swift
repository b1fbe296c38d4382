import Inventory

/// Which of a table's first rows name its columns.
///
/// A heading row has words of the vocabulary and no cell that is itself a value, or it is text that stands above
/// digits. Rows before it are titles and remarks; a second row that only names fields belongs to it.
struct HeadingDecision: Equatable {
  /// Rows that make up the heading, by index into the head; empty when there is none.
  var heading: Range<Int>
  /// Index of the first row after title and heading.
  var firstData: Int

  /// What is known of one cell before a decision.
  enum Kind: Equatable {
    case blank
    /// A word of the heading vocabulary, whole or in part.
    case vocabulary
    /// Text without digits.
    case text
    /// Text with a few digits, such as `4月` or `住所1`.
    case numberedText
    /// A number of three or more digits, a date, a mail or postal address, a full name.
    case value
    /// A number of one or two digits.
    case smallNumber
  }

  /// Decides from the kinds of the cells, row by row.
  ///
  /// - Parameter areLabelsValues: Asked where most rows begin with a word of the vocabulary: whether those are values of
  ///   what the first row names, as 新宿支店 of 支店.
  static func decide(
    _ rows: [[Kind]], firstRowIsHeading: Bool?, areLabelsValues: () -> Bool = { false }
  ) -> HeadingDecision {
    guard !rows.isEmpty else { return HeadingDecision(heading: 0..<0, firstData: 0) }
    if firstRowIsHeading == true { return HeadingDecision(heading: 0..<1, firstData: 1) }
    if firstRowIsHeading == false
      || (isLabelled(rows) || isOnItsSide(rows[...])) && !areLabelsValues()
    {
      return HeadingDecision(heading: 0..<0, firstData: 0)
    }
    let width = usualWidth(rows)
    for index in 0..<min(rows.count, 24) where isHeading(rows, index, width: width) {
      var last = index
      if index + 1 < rows.count, continuesHeading(rows, index + 1, width: width) { last += 1 }
      return HeadingDecision(heading: index..<(last + 1), firstData: last + 1)
    }
    return HeadingDecision(heading: 0..<0, firstData: 0)
  }

  /// Whether each row is a label and its value: the first filled cell of most rows is a word, the next one is not.
  private static func isLabelled(_ rows: [[Kind]]) -> Bool {
    var labelled = 0
    var filledRows = 0
    for row in rows {
      var filled = 0
      var isLabel = false
      var isValue = false
      // A number written one digit a cell.
      var isBoxed = true
      for kind in row where kind != .blank {
        filled += 1
        if filled == 1 { isLabel = kind == .vocabulary }
        if filled == 2 { isValue = kind != .vocabulary }
        if filled > 1, kind != .smallNumber { isBoxed = false }
      }
      guard filled >= 2 else { continue }
      filledRows += 1
      if isLabel, isValue, filled <= 4 || isBoxed { labelled += 1 }
    }
    return labelled >= 2 && labelled * 2 > filledRows
  }

  /// Whether each record is a column: the first cell of most rows is a word, no other cell of theirs is,
  /// and a row of them holds nothing but values.
  static func isOnItsSide(_ rows: ArraySlice<[Kind]>) -> Bool {
    var labels = 0
    for row in rows where row.first == .vocabulary { labels += 1 }
    guard labels >= 2 else { return false }
    var labelled = 0
    var filledRows = 0
    var holdsValues = false
    for row in rows {
      guard let first = row.firstIndex(where: { $0 != .blank }) else { continue }
      let filled = count(row) { $0 != .blank }
      guard filled >= 2 else { continue }
      filledRows += 1
      guard first == 0, row[0] == .vocabulary, count(row, { $0 == .vocabulary }) == 1 else {
        continue
      }
      labelled += 1
      if filled >= 3, count(row, { $0 == .value }) == filled - 1 { holdsValues = true }
    }
    return holdsValues && labelled >= 2 && labelled * 5 >= filledRows * 3
  }

  /// The number of filled cells that most rows have, later rows counting as much as early ones.
  static func usualWidth(_ rows: [[Kind]]) -> Int {
    var widths: [Int] = []
    widths.reserveCapacity(rows.count)
    for row in rows {
      let filled = count(row) { $0 != .blank }
      if filled > 0 { widths.append(filled) }
    }
    guard !widths.isEmpty else { return 0 }
    widths.sort()
    return widths[widths.count / 2]
  }

  /// How many of some kinds are told by a test; the standard library's `count(where:)` is not specialised here.
  @inline(__always)
  private static func count(_ row: [Kind], _ test: (Kind) -> Bool) -> Int {
    var count = 0
    for kind in row where test(kind) { count += 1 }
    return count
  }

  private static func isHeading(_ rows: [[Kind]], _ index: Int, width: Int) -> Bool {
    let row = rows[index]
    let filled = count(row) { $0 != .blank }
    let words = count(row) { $0 == .vocabulary }
    let values = count(row) { $0 == .value }
    guard filled > 0, values == 0 else { return false }
    if words > 0, spansBoxes(rows, index) { return true }
    // A title or remark fills fewer cells than the rows below.
    if width > 1, filled * 2 < width, !(words >= 2) { return false }
    if width > 1, filled == 1 { return false }
    if words * 3 >= filled, words > 0 { return true }
    if words > 0, countsColumns(rows, index) { return true }
    // Counters may stand in a heading (2 3 4 … 12) when a word does as well.
    guard words > 0 || !row.contains(.smallNumber) else { return false }
    return standsAboveDigits(rows, index)
  }

  /// Whether the last word of this row stands over boxes of one digit each: all columns from it on hold small numbers below.
  private static func spansBoxes(_ rows: [[Kind]], _ index: Int) -> Bool {
    guard let last = rows[index].lastIndex(where: { $0 != .blank }),
      rows[index][last] == .vocabulary
    else { return false }
    let below = rows[(index + 1)...].prefix(20).filter { $0.contains { $0 != .blank } }
    let boxed = below.count { row in
      row.count >= last + 4 && row[last...].allSatisfy { $0 == .smallNumber }
    }
    return boxed > 0 && boxed * 4 >= below.count * 3
  }

  /// Whether all but the words and other text of this row count its columns (1日 2日 … 31日) and nothing of the kind stands below.
  private static func countsColumns(_ rows: [[Kind]], _ index: Int) -> Bool {
    let row = rows[index]
    func isCounter(_ kind: Kind) -> Bool { kind == .smallNumber || kind == .numberedText }
    let counters = row.indices.filter { isCounter(row[$0]) }
    guard counters.count >= 2,
      row.allSatisfy({ $0 != .value })
    else { return false }
    let below = rows[(index + 1)...].prefix(20)
    let counted = below.reduce(0) { sum, row in
      sum + counters.count { row.indices.contains($0) && isCounter(row[$0]) }
    }
    return !below.isEmpty && counted * 10 <= below.count * counters.count
  }

  /// Whether text of this row has values below it in the same column, in most of the rows.
  static func standsAboveDigits(_ rows: [[Kind]], _ index: Int) -> Bool {
    let below = rows[(index + 1)...].prefix(20)
    guard !below.isEmpty else { return false }
    for (column, kind) in rows[index].enumerated()
    where kind == .text || kind == .vocabulary || kind == .numberedText {
      var values = 0
      var others = 0
      for row in below where column < row.count {
        switch row[column] {
        case .value, .smallNumber: values += 1
        case .blank: break
        default: others += 1
        }
      }
      if values > 0, values >= others * 3 { return true }
    }
    return false
  }

  /// Whether the row below a heading row names fields as well: two-row headings.
  private static func continuesHeading(_ rows: [[Kind]], _ index: Int, width: Int) -> Bool {
    let row = rows[index]
    let filled = count(row) { $0 != .blank }
    let words = count(row) { $0 == .vocabulary }
    guard filled > 0, words > 0, words * 2 >= filled, filled * 2 >= width else { return false }
    guard !row.contains(.value), !row.contains(.smallNumber) else { return false }
    return true
  }
}
