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
    let first = rows[run.lowerBound]
    var width = first.count
    var isEven = true
    for index in run {
      let row = rows[index]
      isEven =
        isEven && row.count == first.count
        && row.firstCell == first.firstCell &+ (index &- run.lowerBound) &* first.count
      width = max(width, row.count)
    }
    growColumns(to: width, context)
    dataRows += run.count
    if !isEven {
      takeGathered(text, block, run, width, context)
      return
    }
    let reader = context.reader
    let hashing = context.hash
    var budget = context.distinctBudget
    for column in 0..<width {
      let cellRun = ColumnRun(first: first.firstCell + column, stride: width, count: run.count)
      columns[column].take(text, cellRun, cells, context, reader, hashing, budget: &budget) {
        let index = run.lowerBound + $0
        return SeriesTally.Spot(
          line: rows[index].line, row: block.firstRow + index,
          byteOffset: block.origin.storedOffset(of: Int($1.start), in: text))
      }
    }
    context.distinctBudget = budget
  }

  /// The same for records that do not all have as many cells: those of each column are gathered first.
  private mutating func takeGathered(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ run: Range<Int>, _ width: Int,
    _ context: DetectionContext
  ) {
    let rows = block.rows.span
    let reader = context.reader
    let hashing = context.hash
    var budget = context.distinctBudget
    var cells: [RowBlock.Cell] = []
    var sources: [Int] = []
    cells.reserveCapacity(run.count)
    sources.reserveCapacity(run.count)
    for column in 0..<width {
      cells.removeAll(keepingCapacity: true)
      sources.removeAll(keepingCapacity: true)
      for index in run where column < rows[index].count {
        cells.append(block.cells[rows[index].firstCell + column])
        sources.append(index)
      }
      let gathered = ColumnRun(first: 0, count: cells.count)
      columns[column].take(
        text, gathered, cells.span, context, reader, hashing, budget: &budget
      ) {
        let index = sources[$0]
        return SeriesTally.Spot(
          line: rows[index].line, row: block.firstRow + index,
          byteOffset: block.origin.storedOffset(of: Int($1.start), in: text))
      }
    }
    context.distinctBudget = budget
  }
}
