import Inventory

/// Follows the tables of an HTML text.
///
/// A table within a table ends the outer one for as long as it lasts.
struct HTMLTables {
  /// Cells of one row; further ones are joined to the last.
  private static var mostCells: Int { 10_000 }

  private struct Cell {
    var bytes: [UInt8]
    var line: Int
    var offset: Int
  }

  private var depth = 0
  private var row: [Cell] = []
  private var rowLine = 1
  private var isHeading = true
  private var isInRow = false
  private(set) var isInCell = false
  private var writer = TableWriter()

  mutating func beginTable(into sink: any CellSink) {
    endRow(into: sink)
    writer.end(into: sink)
    depth += 1
  }

  mutating func endTable(into sink: any CellSink) {
    endRow(into: sink)
    writer.end(into: sink)
    depth = max(depth - 1, 0)
  }

  mutating func beginRow(line: Int, into sink: any CellSink) {
    endRow(into: sink)
    guard depth > 0 else { return }
    isInRow = true
    rowLine = line
    isHeading = true
  }

  mutating func beginCell(isHeading: Bool, span: Int, line: Int, offset: Int) {
    guard depth > 0 else { return }
    if !isInRow {
      // The row's own tag is missing.
      isInRow = true
      rowLine = line
      self.isHeading = true
    }
    isInCell = true
    if !isHeading { self.isHeading = false }
    guard row.count + span <= Self.mostCells else { return }
    row.append(Cell(bytes: [], line: line, offset: offset))
    pendingSpan = span - 1
  }

  private var pendingSpan = 0

  mutating func append(_ bytes: Span<UInt8>, line: Int, offset: Int) {
    guard !row.isEmpty else { return }
    let last = row.count - 1
    if row[last].bytes.isEmpty {
      row[last].line = line
      row[last].offset = offset
    } else {
      row[last].bytes.append(0x20)
    }
    for index in bytes.indices { row[last].bytes.append(bytes[index]) }
  }

  mutating func endCell() {
    isInCell = false
    if let last = row.last {
      for _ in 0..<pendingSpan { row.append(Cell(bytes: [], line: last.line, offset: last.offset)) }
    }
    pendingSpan = 0
  }

  mutating func endRow(into sink: any CellSink) {
    endCell()
    isInRow = false
    guard !row.isEmpty else { return }
    if !writer.isOpen {
      writer.begin(TableHint(firstRowIsHeading: isHeading ? true : nil), into: sink)
    }
    for cell in row { writer.cell(cell.bytes.span, line: rowLine, offset: cell.offset, into: sink) }
    row.removeAll(keepingCapacity: true)
    writer.endRow(into: sink)
  }

  /// Makes room for a line of text that stands between or beside the tables.
  mutating func interrupt(into sink: any CellSink) {
    guard !isInCell else { return }
    endRow(into: sink)
    if depth == 0 { writer.end(into: sink) }
  }

  mutating func finish(into sink: any CellSink) {
    endRow(into: sink)
    writer.end(into: sink)
  }
}
