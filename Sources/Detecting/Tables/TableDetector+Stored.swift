import Inventory

/// Dense tables in CP932: records that are surely data are taken as they are stored.
extension TableDetector {
  /// Whether ``takeStored(_:_:from:_:_:)`` would take plain records now.
  func takesStored(_ context: DetectionContext) -> Bool {
    isDecided && hasHeading && labelColumns.isEmpty && joined.isEmpty
      && context.distinctBudget <= 0
  }

  /// Takes plain records; cells that are not of the usual shape of a settled series are decoded one by one.
  ///
  /// - Parameters:
  ///   - text: Well-formed CP932.
  ///   - start: Index of the first record to take.
  /// - Returns: Index of the first that was not taken: it is to be decoded, and given to ``take(_:_:_:)``.
  mutating func takeStored(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, from start: Int,
    _ decoder: any CellDecoder, _ context: DetectionContext
  ) -> Int {
    guard takesStored(context) else { return start }
    var index = start
    while true {
      let run = storedRun(text, block, from: index)
      guard run.count > 0 else { return index }
      takeColumns(text, block, run, context, decoder: decoder)
      index = run.end
    }
  }

  private mutating func storedRun(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, from start: Int
  ) -> PlainRun {
    let rows = block.rows.span
    let cells = block.cells.span
    let end = min(rows.count, start + TableDetector.longestRun)
    var run = PlainRun(start: start, end: start)
    var digits = digitColumn
    if start < end, rows[start].count < TableDetector.columnLimit {
      run.take(
        text, rows, cells, upTo: end, headingLength: UInt32(firstHeadingStoredLength), digits)
    }
    while run.end < end {
      let row = rows[run.end]
      guard row.count > 0, row.count < TableDetector.columnLimit, !row.spansLines,
        !mayBeHeading(text, cells[row.firstCell]),
        TableDetector.holdsNumber(text, cells, row, &digits)
      else { break }
      run.take(row, rows[start])
    }
    digitColumn = digits
    return run
  }

  /// How many bytes CP932 has for a range of UTF-8.
  static func storedLength(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var position = start
    var length = 0
    while position < end {
      let widths = TextOrigin.widths(at: position, in: text, as: .cp932)
      length += widths.stored
      position += widths.decoded
    }
    return length
  }

  /// Whether a record's first cell may be that of the heading.
  @inline(__always)
  private func mayBeHeading(_ text: Span<UInt8>, _ cell: RowBlock.Cell) -> Bool {
    guard Int(cell.end &- cell.start) == firstHeadingStoredLength else { return false }
    guard cell.start < cell.end else { return true }
    let byte = text[Int(cell.start)]
    return byte < 0x80 ? byte == firstHeadingByte : firstHeadingByte >= 0x80
  }
}
