import Inventory

/// Dense tables: records that are surely data are taken column by column, many at a time.
extension TableDetector {
  /// Records below which taking them one by one costs no more.
  static let shortestRun = 8
  /// Records of a run, so that its text stays near while all columns pass over it.
  static let longestRun = 1_024

  /// Records that are surely data, one after the other.
  struct PlainRun {
    /// Index of the first; 0-based.
    var start: Int
    /// One past the last.
    var end: Int
    /// Cells of the longest.
    var width = 0
    /// Whether all have as many cells, and those follow each other.
    var isEven = true

    var count: Int { end - start }

    /// Whether taking it column by column costs less than record by record.
    var isWorthIt: Bool {
      count >= TableDetector.shortestRun || count >= 2 && width >= TableDetector.wide
    }

    /// Takes records that are like the first and have a digit in the same column, up to the first of which that cannot be
    /// told at a glance: nearly all of a long table.
    ///
    /// - Parameters:
    ///   - end: One past the last that may be taken.
    ///   - headingLength: Bytes of the heading row's first cell: a record whose first cell has as many may be its repetition.
    ///   - digits: The column in which a digit begins the cell; 0-based.
    mutating func take(
      _ text: Span<UInt8>, _ rows: Span<RowBlock.Row>, _ cells: Span<RowBlock.Cell>,
      upTo end: Int, headingLength: UInt32, _ digits: Int
    ) {
      let first = rows[start]
      guard digits < first.count, first.count > 0 else { return }
      var cell = first.firstCell
      while self.end < end {
        let row = rows[self.end]
        guard row.count == first.count, row.firstCell == cell, !row.spansLines else { break }
        let front = cells[cell]
        guard front.end &- front.start != headingLength,
          TableDetector.beginsWithDigit(text, cells[cell &+ digits])
        else { break }
        cell &+= first.count
        self.end &+= 1
      }
      if self.end > start { width = first.count }
    }

    mutating func take(_ row: RowBlock.Row, _ first: RowBlock.Row) {
      isEven =
        isEven && row.count == first.count
        && row.firstCell == first.firstCell &+ count &* first.count
      width = max(width, row.count)
      end &+= 1
    }
  }

  /// The run of plain records from `start` on: neither a heading again nor the beginning of another table.
  ///
  /// - Returns: An empty run when the table must be read record by record.
  mutating func plainRun(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, from start: Int, _ context: DetectionContext
  ) -> PlainRun {
    let none = PlainRun(start: start, end: start)
    guard labelColumns.isEmpty, joined.isEmpty else { return none }
    let budget = context.distinctBudget
    let rows = block.rows.span
    let cells = block.cells.span
    let end = min(rows.count, start + TableDetector.longestRun)
    var run = none
    let heading = (length: UInt32(truncatingIfNeeded: firstHeadingLength), first: firstHeadingByte)
    var digits = digitColumn
    if hasHeading, budget <= 0, start < end {
      run.take(text, rows, cells, upTo: end, headingLength: heading.length, digits)
    }
    while run.end < end,
      hasHeading && TableDetector.isPlain(text, cells, rows[run.end], heading, &digits)
        || isPlainAndWide(text, block, rows[run.end], context)
    {
      let row = rows[run.end]
      // Distinct values are counted in the order of the file when they may run out on the way.
      // Every cell can hold one, and a long one as many as fit.
      if budget > 0 {
        let bytes = Int(
          cells[row.firstCell + row.count - 1].end &- cells[rows[start].firstCell].start)
        guard (run.count + 1) * max(run.width, row.count) + bytes / 4 <= budget else { break }
      }
      run.take(row, rows[start])
    }
    digitColumn = digits
    return run.width < TableDetector.columnLimit ? run : none
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
    return holdsNumber(text, cells, row, &digitColumn)
  }

  /// Whether some cell begins with a digit.
  @inline(__always)
  static func holdsNumber(
    _ text: Span<UInt8>, _ cells: Span<RowBlock.Cell>, _ row: RowBlock.Row,
    _ digitColumn: inout Int
  ) -> Bool {
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
  static func beginsWithDigit(_ text: Span<UInt8>, _ cell: RowBlock.Cell) -> Bool {
    cell.start < cell.end && text[Int(cell.start)] &- 0x30 <= 9
  }

  /// Takes a run of plain records, one column after the other.
  ///
  /// - Parameter decoder: Decodes cells when the text is as stored; `nil` when it is UTF-8.
  mutating func takeColumns(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ run: PlainRun,
    _ context: DetectionContext, decoder: (any CellDecoder)? = nil
  ) {
    growColumns(to: run.width, context)
    dataRows += run.count
    let rows = block.rows.span
    let cells = block.cells.span
    let reader = context.reader
    let hashing = context.hash
    var budget = context.distinctBudget
    var gathered = GatheredColumn()
    for column in 0..<run.width {
      if run.isEven {
        let cellRun = ColumnRun(
          first: rows[run.start].firstCell + column, stride: run.width, count: run.count)
        columns[column].take(
          text, cellRun, cells, context, reader, hashing, budget: &budget, decoder: decoder
        ) {
          let index = run.start + $0
          return SeriesTally.Spot(
            line: rows[index].line, row: block.firstRow + index,
            byteOffset: block.origin.storedOffset(of: Int($1.start), in: text))
        }
        continue
      }
      gathered.gather(column, run, block)
      let sources = gathered.sources
      columns[column].take(
        text, ColumnRun(first: 0, count: sources.count), gathered.cells.span, context, reader,
        hashing, budget: &budget, decoder: decoder
      ) {
        let index = sources[$0]
        return SeriesTally.Spot(
          line: rows[index].line, row: block.firstRow + index,
          byteOffset: block.origin.storedOffset(of: Int($1.start), in: text))
      }
    }
    context.distinctBudget = budget
  }

  /// The cells of a column whose records do not all have as many.
  private struct GatheredColumn {
    private(set) var cells: [RowBlock.Cell] = []
    /// Indices of their records.
    private(set) var sources: [Int] = []

    mutating func gather(_ column: Int, _ run: PlainRun, _ block: borrowing RowBlock) {
      cells.removeAll(keepingCapacity: true)
      sources.removeAll(keepingCapacity: true)
      for index in run.start..<run.end {
        let row = block.rows[index]
        guard column < row.count else { continue }
        cells.append(block.cells[row.firstCell + column])
        sources.append(index)
      }
    }
  }
}
