import Inventory

/// Rows within a table that are headings: its own again, or that of another table.
extension TableDetector {
  /// Whether the row repeats the heading, as on every page of a print file.
  func isHeadingAgain(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ row: RowBlock.Row,
    _ context: DetectionContext
  ) -> Bool {
    guard row.count == headingHashes.count, row.count > 0 else { return false }
    for position in 0..<row.count {
      let cell = block.cells[row.firstCell + position]
      guard
        context.hash.hash(text, Int(cell.start), Int(cell.end)) == headingHashes[position]
      else { return false }
    }
    return true
  }

  /// Whether the row is a heading of other fields: at least two heading words as written, half of the cells, no values.
  func beginsAnotherTable(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ row: RowBlock.Row,
    _ context: DetectionContext
  ) -> Bool {
    namesOtherFields(text, block, row, context) || breaksShape(text, block, row, context)
  }

  /// Whether short text stands in all columns that held numbers, dates or addresses so far: field names not in the lexicon.
  private func breaksShape(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ row: RowBlock.Row,
    _ context: DetectionContext
  ) -> Bool {
    guard hasHeading, dataRows >= 3, row.count >= 3 else { return false }
    var broken = 0
    for position in 0..<min(row.count, columns.count, 64) {
      let cell = block.cells[row.firstCell + position]
      var start = Int(cell.start)
      var end = Int(cell.end)
      Blanks.trim(text, &start, &end)
      guard start < end else { continue }
      let shape = CellShape(text, start, end)
      guard shape.digits == 0, !shape.hasAt, end - start <= 60 else { return false }
      if columns[position].holdsDigits(context) { broken += 1 }
    }
    return broken >= 2
  }

  private func namesOtherFields(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ row: RowBlock.Row,
    _ context: DetectionContext
  ) -> Bool {
    guard dataRows > 0, row.count >= 2 else { return false }
    var filled = 0
    var words = 0
    for position in 0..<min(row.count, 64) {
      let cell = block.cells[row.firstCell + position]
      var start = Int(cell.start)
      var end = Int(cell.end)
      Blanks.trim(text, &start, &end)
      guard start < end else { continue }
      // Most rows are refused here, at their first number.
      if text[start] >= 0x30, text[start] <= 0x39 { return false }
      guard end - start <= 60 else { return false }
      if end - start > 2 {
        guard CellShape(text, start, end).digits < 3 else { return false }
      }
      filled += 1
      if context.headingWords.contains(text, start, end) { words += 1 }
      if filled == 3, words == 0 { return false }
    }
    guard hasHeading ? words >= 2 && words * 2 >= filled : words >= 3 && words * 3 >= filled * 2
    else { return false }
    // 雇用保険, 佐藤花子, 完了: a person among words is a value. Few rows come so far, so the cells are not kept for it.
    for position in 0..<min(row.count, 64) {
      let cell = block.cells[row.firstCell + position]
      var start = Int(cell.start)
      var end = Int(cell.end)
      Blanks.trim(text, &start, &end)
      guard start < end, !context.headingWords.contains(text, start, end) else { continue }
      let reading = context.reader.read(text, start, end, wanted: .all)
      if HeadKinds.isValue(reading.texts(behind: context.index.patternSignals)) { return false }
    }
    return true
  }
}
