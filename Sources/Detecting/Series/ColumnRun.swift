import Inventory

/// The cells of one column in a run of plain records, as they lie in lent text.
struct ColumnRun {
  /// Index of the first record of the run in its block; 0-based.
  var first: Int
  /// One past the last record.
  var end: Int
  /// 0-based; `nil` when the cells are not those of records but stand one after another, `first` and `end` counting them.
  var column: Int?

  /// What ``walk(_:_:_:samples:read:)`` went over.
  struct Walked {
    /// The record at which it stopped: its cell is to be read in full, or it is the end of the run.
    var stop: Int
    /// Cells that were read.
    var filled: Int
    var blanks: Int
  }

  /// Goes over the cells from `start` on for as long as each is empty or of the usual shape.
  ///
  /// - Parameters:
  ///   - start: Index of the first record to look at.
  ///   - cells: All cells of the block.
  ///   - rows: All records of the block.
  ///   - samples: How many cells may be read by shape before one is to be read in full; reduced by those read.
  ///   - read: Takes a cell of which neither end is blank, and says whether it has the usual shape.
  @inline(__always)
  func walk(
    _ text: Span<UInt8>, from start: Int, _ cells: Span<RowBlock.Cell>, _ rows: Span<RowBlock.Row>,
    samples: inout Int, read: (Int, Int) -> Bool
  ) -> Walked {
    var filled = 0
    var blanks = 0
    var index = start
    var left = samples
    while index < end {
      if let cell = cell(index, cells, rows) {
        let from = Int(cell.start)
        let to = Int(cell.end)
        if from == to {
          blanks &+= 1
        } else {
          guard left > 1, !ColumnRun.hasBlankEnds(text, from, to), read(from, to) else { break }
          left &-= 1
          filled &+= 1
        }
      }
      index &+= 1
    }
    samples = left
    return Walked(stop: index, filled: filled, blanks: blanks)
  }

  /// The cell at an index; `nil` when the record has none in this column.
  @inline(__always)
  func cell(
    _ index: Int, _ cells: Span<RowBlock.Cell>, _ rows: Span<RowBlock.Row>
  ) -> RowBlock.Cell? {
    guard let column else { return cells[index] }
    let row = rows[index]
    return column < row.count ? cells[row.firstCell &+ column] : nil
  }

  /// Whether a cell may begin or end with blanks as ``Blanks`` takes them off.
  @inline(__always)
  private static func hasBlankEnds(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = text[start]
    let last = text[end &- 1]
    if first <= 0x20 || first == 0xC2 || last <= 0x20 { return true }
    if first == 0xE3, end &- start > 1, text[start &+ 1] == 0x80 { return true }
    return (last == 0x80 || last == 0xA0) && end &- start > 1
      && (text[end &- 2] == 0x80 || text[end &- 2] == 0xC2)
  }
}
