import Inventory

/// Dense tables: records that are surely data are taken column by column, many at a time.
extension TableDetector {
  /// Records below which taking them one by one costs no more.
  static let shortestRun = 8
  /// Records of a run, so that its text stays in the processor's nearest memory while all columns pass over it.
  static let longestRun = 128

  /// The end of the run of plain records from `start` on: neither a heading again nor the beginning of another table.
  ///
  /// - Returns: `start` when the table must be read record by record.
  mutating func plainRun(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, from start: Int, _ context: DetectionContext
  ) -> Int {
    guard hasHeading, labelColumns.isEmpty, joined.isEmpty else { return start }
    // Near the end of the budget it is not worth looking how far a run would go, row after row.
    let budget = context.distinctBudget
    guard budget <= 0 || budget >= 8 * TableDetector.longestRun * columns.count else {
      return start
    }
    let rows = block.rows.span
    let cells = block.cells.span
    let end = min(rows.count, start + TableDetector.longestRun)
    var index = start
    var width = 0
    let heading = (length: UInt32(truncatingIfNeeded: firstHeadingLength), first: firstHeadingByte)
    var digits = digitColumn
    while index < end, TableDetector.isPlain(text, cells, rows[index], heading, &digits) {
      width = max(width, rows[index].count)
      index += 1
    }
    digitColumn = digits
    guard index > start, width < TableDetector.columnLimit else { return start }
    // Distinct values are counted in the order of the file when they may run out on the way.
    // Every cell can hold one, and a long one as many as fit.
    let last = rows[index - 1]
    let bytes = Int(
      cells[last.firstCell + last.count - 1].end &- cells[rows[start].firstCell].start)
    let most = (index - start) * width + bytes / 4
    return budget <= 0 || budget >= most ? index : start
  }

  /// Whether a record is surely data: some cell begins with a digit, as no field's name does, and the first is not its heading.
  @inline(__always)
  private static func isPlain(
    _ text: Span<UInt8>, _ cells: Span<RowBlock.Cell>, _ row: RowBlock.Row,
    _ heading: (length: UInt32, first: UInt8), _ digitColumn: inout Int
  ) -> Bool {
    guard row.count > 0, !row.spansLines else { return false }
    let first = cells[row.firstCell]
    if first.end &- first.start == heading.length,
      heading.length == 0 || text[Int(first.start)] == heading.first
    {
      return false
    }
    if digitColumn < row.count, beginsWithDigit(text, cells[row.firstCell &+ digitColumn]) {
      return true
    }
    // A new table's heading is looked for in as many columns.
    var column = 0
    while column < row.count, column < 64 {
      if beginsWithDigit(text, cells[row.firstCell &+ column]) {
        digitColumn = column
        return true
      }
      column &+= 1
    }
    return false
  }

  @inline(__always)
  private static func beginsWithDigit(_ text: Span<UInt8>, _ cell: RowBlock.Cell) -> Bool {
    cell.start < cell.end && text[Int(cell.start)] &- 0x30 <= 9
  }

  /// Takes a run of plain records, one column after the other.
  mutating func takeColumns(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ run: Range<Int>,
    _ context: DetectionContext
  ) {
    let rows = block.rows.span
    let cells = block.cells.span
    let reader = context.reader
    let hashing = context.hash
    var width = 0
    for index in run { width = max(width, rows[index].count) }
    growColumns(to: width, context)
    dataRows += run.count
    var budget = context.distinctBudget
    for column in 0..<width {
      let cellRun = ColumnRun(first: run.lowerBound, end: run.upperBound, column: column)
      columns[column].take(
        text, cellRun, cells, rows, context, reader, hashing, budget: &budget
      ) { index, cell in
        SeriesTally.Spot(
          line: rows[index].line, row: block.firstRow + index,
          byteOffset: block.origin.storedOffset(of: Int(cell.start), in: text))
      }
    }
    context.distinctBudget = budget
  }
}
