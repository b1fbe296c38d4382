import Inventory
import ScanKernels

/// The first rows of a table, kept until it is decided which of them are titles and headings.
///
/// The copy is bounded (``rowLimit``, ``byteLimit``, ``cellLimit``) and goes away with the decision.
struct TableHead {
  static let rowLimit = 64
  static let byteLimit = 128 << 10
  /// Cells that are kept at most, but for those of one row: empty ones take no bytes, and what is read of each takes a hundred.
  static let cellLimit = 64 << 10

  struct Cell {
    var start: Int
    var end: Int
    /// Offset in the file as stored.
    var byteOffset: Int
    /// Physical line; 1-based.
    var line: Int
  }

  struct Row {
    var firstCell: Int
    var count: Int
    /// 1-based.
    var row: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var cells: [Cell] = []
  private(set) var rows: [Row] = []
  /// Bytes of the cells alone.
  private var cellBytes = 0

  var isFull: Bool {
    rows.count >= TableHead.rowLimit || cellBytes >= TableHead.byteLimit
      || cells.count >= TableHead.cellLimit
  }

  /// Appends a row.
  ///
  /// - Parameter near: Offsets of a character before it in the same block, for finding those of its cells; kept up.
  mutating func append(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, row index: Int,
    near: inout TextOrigin.Checkpoint
  ) {
    let row = block.rows[index]
    if rows.isEmpty {
      // Most tables are decided within their first block.
      rows.reserveCapacity(min(block.rows.count, Self.rowLimit))
      cells.reserveCapacity(min(block.cells.count, Self.rowLimit * max(1, row.count)))
    }
    let first = cells.count
    var line = row.line
    var lineScanned = row.count > 0 ? Int(block.cells[row.firstCell].start) : 0
    let shift = copyWhole(text, block.cells.span, row)
    for position in row.firstCell..<(row.firstCell + row.count) {
      let cell = block.cells[position]
      let start = Int(cell.start)
      let end = Int(cell.end)
      if row.spansLines {
        line += LineCount.breaks(text, from: lineScanned, to: start)
        lineScanned = start
      }
      let copy = shift.map { start + $0 } ?? bytes.count
      if shift == nil, start < end { appendBytes(text.extracting(start..<end), to: &bytes) }
      cells.append(
        Cell(
          start: copy, end: copy + max(0, end - start),
          byteOffset: block.origin.storedOffset(of: start, in: text, near: &near), line: line))
    }
    rows.append(Row(firstCell: first, count: row.count, row: block.firstRow + index))
  }

  /// Copies the bytes of a row at once, with what parts its cells.
  ///
  /// - Returns: How much later in the copy they stand; `nil` when the cells are not in order or far apart, and none was copied.
  private mutating func copyWhole(
    _ text: Span<UInt8>, _ cells: Span<RowBlock.Cell>, _ row: RowBlock.Row
  ) -> Int? {
    guard row.count > 0 else { return nil }
    let start = Int(cells[row.firstCell].start)
    var end = start
    var length = 0
    var isOrdered = true
    for position in row.firstCell..<(row.firstCell + row.count) {
      let cell = cells[position]
      if Int(cell.start) < end { isOrdered = false }
      end = max(Int(cell.start), Int(cell.end))
      length += end - Int(cell.start)
    }
    cellBytes += length
    guard isOrdered, end - start <= 2 * length + 8 * row.count else { return nil }
    let shift = bytes.count - start
    appendBytes(text.extracting(start..<end), to: &bytes)
    return shift
  }

  mutating func removeAll() {
    bytes = []
    cellBytes = 0
    cells = []
    rows = []
  }

  /// The text of a cell as a string; for headings only.
  func string(_ cell: Cell) -> String {
    String(decoding: bytes[cell.start..<cell.end].prefix(CompactText.limit), as: UTF8.self)
  }
}

/// Counts line breaks: LF, CR LF and CR alone each once.
enum LineCount {
  static func breaks(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var count = 0
    var index = start
    while index < end {
      let byte = text[index]
      if byte == 0x0A {
        count += 1
      } else if byte == 0x0D, index + 1 >= text.count || text[index + 1] != 0x0A {
        count += 1
      }
      index += 1
    }
    return count
  }
}

extension TableHead {
  /// Appends a row of another head.
  mutating func append(_ other: TableHead, _ row: Row) {
    let first = cells.count
    for position in row.firstCell..<(row.firstCell + row.count) {
      let cell = other.cells[position]
      let start = bytes.count
      bytes.append(contentsOf: other.bytes[cell.start..<cell.end])
      cellBytes += cell.end - cell.start
      cells.append(
        Cell(start: start, end: bytes.count, byteOffset: cell.byteOffset, line: cell.line))
    }
    rows.append(Row(firstCell: first, count: row.count, row: row.row))
  }
}
