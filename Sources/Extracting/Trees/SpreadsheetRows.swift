import Inventory
import XMLPush

/// Follows the rows of a workbook written as XML (SpreadsheetML 2003): their cells make a table, as in any other export.
///
/// Attributes, comments and what stands outside the cells stay values under their paths.
struct SpreadsheetRows {
  /// What an element or attribute is to a workbook, by its name without prefix.
  enum Role {
    case other, workbook, table, row, cell, data
    /// The column that a cell stands in; 1-based.
    case column
    /// How many further columns a cell covers.
    case further

    init(_ name: String) {
      switch name {
      case "Workbook": self = .workbook
      case "Table": self = .table
      case "Row": self = .row
      case "Cell": self = .cell
      case "Data": self = .data
      case "Index": self = .column
      case "MergeAcross": self = .further
      default: self = .other
      }
    }
  }

  /// Columns that a sheet has at most.
  private static var mostColumns: Int { 16_384 }

  /// Blank cells for each that is written: a workbook that leaves out more names columns and holds no table.
  private static var blanksOfACell: Int { 16 }

  private var writer = TableWriter()
  /// Blank cells that may still be written in the place of those that are left out: a few bytes can name 16,384.
  private var blanks = 65_536
  /// How many elements are open within the table, row, cell and its text at hand, each itself counted; 0 outside.
  private var table = 0
  private var row = 0
  private var cell = 0
  private var data = 0
  private var rowLine = 1
  private var column = 0
  private var further = 0
  private var text: [UInt8] = []
  private var textPlace = (line: 1, offset: 0)

  /// Takes the beginning of an element.
  ///
  /// - Parameters:
  ///   - depth: How many elements are open with it.
  ///   - offset: Where it stands in the file.
  mutating func begin(
    _ role: Role, depth: Int, line: Int, offset: Int, into sink: any CellSink
  ) {
    switch role {
    case .table where table == 0:
      table = depth
      writer.begin(TableHint(), into: sink)
    case .row where table > 0 && row == 0:
      row = depth
      rowLine = line
    case .cell where row > 0 && cell == 0:
      cell = depth
      column = 0
      further = 0
      textPlace = (line, offset)
    case .data where cell > 0 && depth == cell + 1: data = depth
    default: break
    }
  }

  /// Takes an attribute of the innermost element.
  ///
  /// - Parameter depth: How many elements are open.
  mutating func attribute(_ role: Role, _ value: Span<UInt8>, depth: Int) {
    guard depth == cell, cell > 0 else { return }
    switch role {
    case .column: column = Self.number(value)
    case .further: further = Self.number(value)
    default: break
    }
  }

  /// Whether the text of an element at a depth, or in one within it, belongs to a cell.
  func takesText(of role: Role, depth: Int) -> Bool {
    text.count < ValueText.longestPiece
      && (data > 0 || role == .data && cell > 0 && depth == cell + 1)
  }

  /// Takes text of a cell.
  mutating func append(_ piece: Span<UInt8>, line: Int, offset: Int) {
    if text.isEmpty { textPlace = (line, offset) }
    for index in piece.indices { text.append(piece[index]) }
  }

  /// Takes the end of the innermost element.
  ///
  /// - Parameter depth: How many elements are open with it; 0 when none is.
  mutating func end(depth: Int, into sink: any CellSink) {
    guard depth > 0 else { return }
    switch depth {
    case data: data = 0
    case cell:
      cell = 0
      endCell(into: sink)
    case row:
      row = 0
      writer.endRow(into: sink)
    case table:
      table = 0
      writer.end(into: sink)
    default: break
    }
  }

  /// Pushes what is left where the document ends or breaks.
  mutating func finish(into sink: any CellSink) {
    if cell > 0 { endCell(into: sink) }
    writer.end(into: sink)
  }

  private mutating func endCell(into sink: any CellSink) {
    // Cells that are left out are blank.
    fill(upTo: min(column, Self.mostColumns) - 1, into: sink)
    let own = text
    text = []
    writer.cell(own.span, line: rowLine, offset: textPlace.offset, into: sink)
    blanks += Self.blanksOfACell
    let covered = writer.cellCount + further
    fill(upTo: min(covered, Self.mostColumns), into: sink)
  }

  /// Writes blank cells, as far as there may be so many; else what follows stands where it is.
  private mutating func fill(upTo count: Int, into sink: any CellSink) {
    let missing = count - writer.cellCount
    guard missing > 0, missing <= blanks else { return }
    blanks -= missing
    let blank: [UInt8] = []
    for _ in 0..<missing {
      writer.cell(blank.span, line: rowLine, offset: textPlace.offset, into: sink)
    }
  }

  /// A whole number of up to five digits; 0 for anything else.
  private static func number(_ text: Span<UInt8>) -> Int {
    guard text.count <= 5 else { return 0 }
    var number = 0
    for index in text.indices {
      let digit = text[index] &- 0x30
      guard digit <= 9 else { return 0 }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
