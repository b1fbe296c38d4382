import Inventory

/// Reads one table of a document: decides its heading, tallies its columns, and gives its findings at the end.
///
/// A row that is a heading again begins another table, or goes on with one that ended; a row that repeats the heading (print
/// files) is passed over.
struct TableDetector {
  /// Columns that are tallied one by one; cells beyond are read as running text of the last one.
  static let columnLimit = 12_000

  let hint: TableHint
  var head = TableHead()
  var isDecided = false
  var columns: [Series] = []
  var joined: [JoinedColumns] = []
  /// Series of label cells in tables without heading: the value stands to the right of its label.
  var labelled: [Series] = []
  var labelledByHash: [UInt64: Int] = [:]
  /// Whether each record is a column: the first cell of a row is the label of all others.
  var isOnItsSide = false
  /// Columns of a table with heading whose cells say what stands in the cell to their right; 0-based.
  var labelColumns: Set<Int> = []
  var hasHeading = false
  /// Hashes of the heading row's cells, for its repetitions.
  var headingHashes: [UInt64] = []
  /// Bytes of the heading row's first cell.
  var firstHeadingLength = 0
  /// The same as CP932 stores it.
  var firstHeadingStoredLength = 0
  /// Its first byte.
  var firstHeadingByte: UInt8 = 0
  /// The column in which the last plain record began with a digit; 0-based.
  var digitColumn = 0
  var dataRows = 0
  /// Tables of the document that ended before: where the heading of one comes again, it goes on.
  private(set) var ended: EndedTables
  /// Its number among the tables that wait to be judged, in the order in which they began.
  private(set) var place: Int

  init(hint: TableHint, after ended: EndedTables = EndedTables()) {
    self.hint = hint
    self.ended = ended
    place = ended.nextPlace
  }

  /// Takes the rows of one block.
  ///
  /// - Parameter start: Index of the first row that is to be taken.
  /// - Returns: Index of the first that was not: behind the last one, unless tables must be judged first
  ///   (``handOverEnded()``).
  mutating func take(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, from start: Int, _ context: DetectionContext
  ) -> Int {
    var index = start
    var near = TextOrigin.Checkpoint(decoded: .max, stored: 0)
    while index < block.rows.count {
      if ended.isFull { return index }
      if isEmpty, goesOn(text, block, block.rows[index], context) {
        index += 1
        continue
      }
      if !isDecided, block.rows[index].firstColumn > 0 {
        // The rest of a record that is too long to be held back.
        finish(context)
      }
      if !isDecided {
        head.append(text, block, row: index, near: &near)
        if head.isFull { decide(context) }
        index += 1
        continue
      }
      let run = plainRun(text, block, from: index, context)
      if run.isWorthIt {
        takeColumns(text, block, run, context)
        index = run.end
      } else {
        let before = dataRows
        takeRow(text, block, index, context)
        index += 1
        if isDecided, dataRows == before + 1, before >= 4 {
          index = takeRepeated(text, block, from: index, context)
        }
      }
    }
    return index
  }

  /// Ends the table: what is still held back is read.
  mutating func finish(_ context: DetectionContext) {
    // A held-back row may begin another table, which is then held back in turn.
    while !isDecided { decide(context) }
  }

  // MARK: - Rows

  mutating func takeRow(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ index: Int, _ context: DetectionContext,
    known: HeadKinds.Known? = nil
  ) {
    let row = block.rows[index]
    let rowNumber = block.firstRow + index
    // The rest of a record that was cut is neither.
    let isRest = row.firstColumn > 0
    if !isRest, isHeadingAgain(text, block, row, context) { return }
    if !isRest, !ended.isFull, beginsAnotherTable(text, block, row, context) {
      if goesOn(text, block, row, context) { return }
      giveWay(to: TableDetector(hint: TableHint()))
      place = ended.nextPlace
      var near = TextOrigin.Checkpoint(decoded: .max, stored: 0)
      head.append(text, block, row: index, near: &near)
      return
    }
    var line = row.line
    var scanned = row.count > 0 ? Int(block.cells[row.firstCell].start) : 0
    var near = TextOrigin.Checkpoint(decoded: .max, stored: 0)
    growColumns(to: row.firstColumn + row.count, context)
    if !isRest { dataRows += 1 }
    let cells = block.cells.span
    let reader = context.reader
    let hashing = context.hash
    var budget = context.distinctBudget
    for position in 0..<row.count {
      let cell = cells[row.firstCell + position]
      let start = Int(cell.start)
      if row.spansLines {
        line += LineCount.breaks(text, from: scanned, to: start)
        scanned = start
      }
      let column = min(row.firstColumn + position, TableDetector.columnLimit - 1)
      let pending = columns[column].take(
        text, start, Int(cell.end), context, reader, hashing, budget: &budget,
        known: known?.readings[row.firstCell + position])
      if let pending {
        context.distinctBudget = budget
        let offset =
          known?.cells[row.firstCell + position].byteOffset
          ?? block.origin.storedOffset(of: start, in: text, near: &near)
        let spotLine = line
        columns[column].keep(pending, text, context) {
          SeriesTally.Spot(line: spotLine, row: rowNumber, byteOffset: offset)
        }
        budget = context.distinctBudget
      }
    }
    context.distinctBudget = budget
    if !hasHeading || !labelColumns.isEmpty {
      takeLabels(text, block, row, rowNumber, context)
    }
    for number in joined.indices where !isRest {
      joined[number].take(text, block, row, rowNumber, context)
    }
  }

  mutating func growColumns(to count: Int, _ context: DetectionContext) {
    guard columns.count < count else { return }
    if columns.isEmpty { columns.reserveCapacity(min(count, TableDetector.columnLimit)) }
    while columns.count < min(count, TableDetector.columnLimit) {
      columns.append(context.makeSeries(heading: nil, reading: .none))
    }
  }

  /// Whether it has taken no row yet.
  private var isEmpty: Bool { !isDecided && head.rows.isEmpty }

  /// Goes on with an earlier table whose heading a row repeats, as where each customer has a list of their own or lists of
  /// two kinds take turns; whether there is one.
  private mutating func goesOn(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ row: RowBlock.Row,
    _ context: DetectionContext
  ) -> Bool {
    guard row.firstColumn == 0, let other = ended.takeOut(headedBy: row, text, block, context)
    else { return false }
    giveWay(to: other)
    return true
  }

  /// Makes another table the one that is read; this one waits among those that have ended.
  private mutating func giveWay(to other: consuming TableDetector) {
    var last = other
    swap(&self, &last)
    ended = last.waiting()
  }

  /// The tables that ended before and this one.
  consuming func waiting() -> EndedTables {
    var last = self
    var all = last.ended
    last.ended = EndedTables()
    if !last.isEmpty { all.append(last) }
    return all
  }

  /// Gives the tables that ended before away to be judged, in the order in which they began.
  mutating func handOverEnded() -> [TableDetector] { ended.handOver() }

  /// Gives the columns away to be judged, so that those of a wide table are not held twice.
  mutating func handOverColumns() -> [JudgedSeries] {
    var judged: [JudgedSeries] = []
    judged.reserveCapacity(columns.count)
    for position in columns.indices {
      judged.append(
        JudgedSeries(
          series: columns[position],
          location: .column(position + 1, heading: columns[position].heading),
          column: position + 1))
    }
    columns = []
    return judged
  }
}
