import Inventory

/// Records that stand in a table many times in a row, as in padded exports: read once and counted.
extension TableDetector {
  /// Records below which counting them at once is not worth looking.
  private static let fewest = 8

  /// Takes the records that are the same, byte for byte, as the one before them, which was taken as data.
  ///
  /// - Parameter start: Index of the first record that may be the same; at least 1.
  /// - Returns: Index of the first record that is left.
  mutating func takeRepeated(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, from start: Int, _ context: DetectionContext
  ) -> Int {
    guard joined.isEmpty else { return start }
    let rows = block.rows.span
    let cells = block.cells.span
    let model = rows[start - 1]
    guard model.count > 0, !model.spansLines, model.count < TableDetector.columnLimit else {
      return start
    }
    var end = start
    while end < rows.count, Self.isSame(text, cells, model, rows[end]) { end += 1 }
    guard end - start >= Self.fewest, !holdsLabel(text, block, model, context) else {
      return start
    }
    dataRows += end - start
    for column in 0..<model.count {
      var index = start
      while index < end {
        let cell = cells[rows[index].firstCell + column]
        let done = columns[column].takeAgain(
          text, Int(cell.start), Int(cell.end), times: end - index, context)
        index += done
        guard done == 0 else { continue }
        let row = rows[index]
        columns[column].take(text, Int(cell.start), Int(cell.end), context) {
          SeriesTally.Spot(
            line: row.line, row: block.firstRow + index,
            byteOffset: block.origin.storedOffset(of: Int(cell.start), in: text))
        }
        index += 1
      }
    }
    return end
  }

  private static func isSame(
    _ text: Span<UInt8>, _ cells: Span<RowBlock.Cell>, _ one: RowBlock.Row, _ other: RowBlock.Row
  ) -> Bool {
    guard other.count == one.count, !other.spansLines else { return false }
    let first = cells[one.firstCell].start
    let second = cells[other.firstCell].start
    for index in 0..<one.count {
      let left = cells[one.firstCell &+ index]
      let right = cells[other.firstCell &+ index]
      guard left.start &- first == right.start &- second, left.end &- first == right.end &- second
      else { return false }
    }
    let length = cells[one.firstCell &+ one.count &- 1].end &- first
    var offset: UInt32 = 0
    while offset < length {
      guard text[Int(first &+ offset)] == text[Int(second &+ offset)] else { return false }
      offset &+= 1
    }
    return true
  }

  /// Whether a cell of a record says what stands to its right, so that it must be read by itself.
  func holdsLabel(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ row: RowBlock.Row,
    _ context: DetectionContext
  ) -> Bool {
    guard labelColumns.isEmpty else { return true }
    guard !hasHeading else { return false }
    for position in 0..<(row.count - 1) {
      let cell = block.cells[row.firstCell + position]
      var start = Int(cell.start)
      var end = Int(cell.end)
      Blanks.trim(text, &start, &end)
      Blanks.trimColon(text, start, &end)
      if start < end, end - start <= 60, context.headingWords.contains(text, start, end) {
        return true
      }
    }
    return false
  }
}
