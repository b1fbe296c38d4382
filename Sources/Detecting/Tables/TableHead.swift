import Inventory

/// The first rows of a table, kept until it is decided which of them are titles and headings.
///
/// The copy is bounded (``rowLimit``, ``byteLimit``) and goes away with the decision.
struct TableHead {
  static let rowLimit = 64
  static let byteLimit = 128 << 10

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

  var isFull: Bool { rows.count >= TableHead.rowLimit || bytes.count >= TableHead.byteLimit }

  /// Appends a row.
  ///
  /// - Parameter near: Offsets of a character before it in the same block, for finding those of its cells; kept up.
  mutating func append(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, row index: Int,
    near: inout TextOrigin.Checkpoint
  ) {
    let row = block.rows[index]
    let first = cells.count
    var line = row.line
    var lineScanned = row.count > 0 ? Int(block.cells[row.firstCell].start) : 0
    let copied = bytes.count
    copyCells(text, block.cells.span, row)
    var copy = copied
    for position in row.firstCell..<(row.firstCell + row.count) {
      let cell = block.cells[position]
      let start = Int(cell.start)
      let end = Int(cell.end)
      if row.spansLines {
        line += LineCount.breaks(text, from: lineScanned, to: start)
        lineScanned = start
      }
      let copyEnd = copy + max(0, end - start)
      cells.append(
        Cell(
          start: copy, end: copyEnd,
          byteOffset: block.origin.storedOffset(of: start, in: text, near: &near), line: line))
      copy = copyEnd
    }
    rows.append(Row(firstCell: first, count: row.count, row: block.firstRow + index))
  }

  /// Copies the bytes of a row's cells, one after the other.
  private mutating func copyCells(
    _ text: Span<UInt8>, _ cells: Span<RowBlock.Cell>, _ row: RowBlock.Row
  ) {
    var length = 0
    for position in row.firstCell..<(row.firstCell + row.count) {
      length += max(0, Int(cells[position].end) - Int(cells[position].start))
    }
    bytes.append(addingCapacity: length) { (output: inout OutputSpan<UInt8>) in
      for position in row.firstCell..<(row.firstCell + row.count) {
        var offset = Int(cells[position].start)
        let end = Int(cells[position].end)
        while offset < end {
          output.append(text[offset])
          offset += 1
        }
      }
    }
  }

  mutating func removeAll() {
    bytes = []
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
      cells.append(
        Cell(start: start, end: bytes.count, byteOffset: cell.byteOffset, line: cell.line))
    }
    rows.append(Row(firstCell: first, count: row.count, row: row.row))
  }
}
