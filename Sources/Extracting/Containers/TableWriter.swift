import Inventory

/// Gathers the rows of a table whose cells are not lent from the file's own text, and pushes them in blocks.
struct TableWriter {
  /// Bytes and cells after which a block is pushed, and cells after which a row is cut.
  private static var blockSize: Int { 65_536 }
  /// Bytes after which a row is cut.
  private static var rowSize: Int { 1_048_576 }

  private var text: [UInt8] = []
  private var block = RowBlock()
  private var rowStart = 0
  private var rowLine = 1
  private var nextRow = 1
  /// Cells of the row at hand that have been pushed.
  private var firstColumn = 0
  private(set) var isOpen = false

  init() { block.origin.checkpoints = [] }

  /// Cells of the row that is being written.
  var cellCount: Int { firstColumn + heldCells }
  /// Those of them that have not been pushed.
  private var heldCells: Int { block.cells.count - rowStart }

  /// Begins a table.
  ///
  /// - Parameter namesColumns: Whether the headings that come first stand nowhere in the file, so that they are no row of it.
  mutating func begin(_ hint: TableHint, namesColumns: Bool = false, into sink: any CellSink) {
    if isOpen { end(into: sink) }
    sink.beginTable(hint)
    isOpen = true
    nextRow = namesColumns ? 0 : 1
    firstColumn = 0
    block.firstRow = nextRow
  }

  /// Writes a cell of the current row; of one that grows too long, what is there is pushed.
  ///
  /// - Parameters:
  ///   - line: Where the row begins, when this is its first cell; 1-based.
  ///   - offset: Where the cell begins in the file.
  mutating func cell(
    _ bytes: Span<UInt8>, line: Int, offset: Int, into sink: any CellSink
  ) {
    if heldCells >= Self.blockSize || heldCells > 0 && text.count > Self.rowSize {
      push()
      flush(into: sink)
    }
    if heldCells == 0 { rowLine = line }
    let start = text.count
    for index in bytes.indices { text.append(bytes[index]) }
    if block.origin.checkpoints.last?.decoded != start {
      block.origin.checkpoints.append(TextOrigin.Checkpoint(decoded: start, stored: offset))
    }
    block.cells.append(RowBlock.Cell(start: UInt32(start), end: UInt32(text.count)))
    // A byte between cells, so that each has an offset of its own.
    text.append(0x0A)
  }

  /// Ends the current row.
  mutating func endRow(into sink: any CellSink) {
    guard heldCells > 0 else { return }
    push()
    firstColumn = 0
    nextRow += 1
    if text.count > Self.blockSize || block.cells.count > Self.blockSize { flush(into: sink) }
  }

  /// Takes a row of one line from its parts.
  mutating func row(
    _ text: Span<UInt8>, _ cells: [Range<Int>], _ place: LinePlace, into sink: any CellSink
  ) {
    var offsets = LineOffsets(place)
    for cell in cells {
      self.cell(
        text.extracting(cell), line: place.line,
        offset: offsets.stored(of: cell.lowerBound, in: text), into: sink)
    }
    endRow(into: sink)
  }

  /// Adds what is held of the row at hand to the block.
  private mutating func push() {
    block.rows.append(
      RowBlock.Row(
        firstCell: rowStart, count: heldCells, line: rowLine, firstColumn: firstColumn))
    firstColumn += heldCells
    rowStart = block.cells.count
  }

  mutating func end(into sink: any CellSink) {
    guard isOpen else { return }
    endRow(into: sink)
    flush(into: sink)
    sink.endTable()
    isOpen = false
  }

  private mutating func flush(into sink: any CellSink) {
    guard !block.rows.isEmpty else { return }
    sink.rows(text.span, block)
    text.removeAll(keepingCapacity: true)
    block.cells.removeAll(keepingCapacity: true)
    block.rows.removeAll(keepingCapacity: true)
    block.origin.checkpoints.removeAll(keepingCapacity: true)
    block.firstRow = nextRow
    rowStart = 0
  }
}
