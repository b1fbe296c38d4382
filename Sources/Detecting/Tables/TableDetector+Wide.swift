import Inventory

/// Tables of hundreds and thousands of columns: what is kept of all columns does not fit the processor's memory, so that
/// going from one to the next costs more than reading a cell.
extension TableDetector {
  /// Columns from which on even two records are better taken column by column.
  static let wide = 512

  /// Cells by which another table's heading is known.
  private static let headColumns = 64

  /// Whether a record of very many cells is surely data, by what stands in it alone.
  ///
  /// Below a heading, a record with a digit somewhere is no other heading by its shape. Without one, a record is read by
  /// itself as soon as one of its cells may be the label of the next.
  func isPlainAndWide(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ row: RowBlock.Row,
    _ context: DetectionContext
  ) -> Bool {
    guard row.count >= TableDetector.wide, row.firstColumn == 0, !row.spansLines, dataRows > 0,
      columns.count >= Self.headColumns,
      hasHeading ? holdsDigit(text, block, row) : !holdsLabel(text, block, row, context)
    else { return false }
    return !isHeadingAgain(text, block, row, context)
      && !beginsAnotherTable(text, block, row, context)
  }

  /// Whether a digit or `@` stands in one of those cells.
  private func holdsDigit(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ row: RowBlock.Row
  ) -> Bool {
    for position in 0..<min(row.count, Self.headColumns) {
      let cell = block.cells[row.firstCell + position]
      let shape = CellShape(text, Int(cell.start), Int(cell.end))
      if shape.digits > 0 || shape.hasAt { return true }
    }
    return false
  }
}
