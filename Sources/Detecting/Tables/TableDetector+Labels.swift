import Inventory

/// Cells that say what stands beside them.
extension TableDetector {
  /// Reads `label, value` pairs side by side: in a table without heading, and behind the columns of labels of one with it.
  mutating func takeLabels(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ row: RowBlock.Row, _ rowNumber: Int,
    _ context: DetectionContext
  ) {
    guard row.count >= 2 else { return }
    // Columns of labels hold few words; elsewhere only those of the vocabulary count.
    let isOwnWord = hasHeading && !isOnItsSide
    for position in 0..<(row.count - 1)
    where !hasHeading || labelColumns.contains(row.firstColumn + position) {
      let cell = block.cells[row.firstCell + position]
      var start = Int(cell.start)
      var end = Int(cell.end)
      Blanks.trim(text, &start, &end)
      Blanks.trimColon(text, start, &end)
      guard start < end, end - start <= 60,
        isOwnWord || context.headingWords.contains(text, start, end)
      else { continue }
      let hash = context.hash.hash(text, start, end)
      let values = values(behind: position, text, block, row, context)
      guard !values.isEmpty else { continue }
      let series = labelledSeries(text, start, end, hash, context)
      if !isOnItsSide,
        takeBoxes(text, block, row, rowNumber, from: values.lowerBound, series, context)
      {
        continue
      }
      for place in values {
        let value = block.cells[row.firstCell + place]
        let valueStart = Int(value.start)
        labelled[series].take(text, valueStart, Int(value.end), context) {
          SeriesTally.Spot(
            line: row.line, row: rowNumber,
            byteOffset: block.origin.storedOffset(of: valueStart, in: text))
        }
        noteColumn(row.firstColumn + place, series)
      }
    }
  }

  /// The cells that a label explains: the one to its right, the next filled one where forms leave cells free between
  /// them, or all of them in a table on its side.
  private func values(
    behind position: Int, _ text: Span<UInt8>, _ block: borrowing RowBlock, _ row: RowBlock.Row,
    _ context: DetectionContext
  ) -> Range<Int> {
    let next = position + 1
    if isOnItsSide { return next..<row.count }
    if hasHeading { return next..<(next + 1) }
    for place in next..<row.count {
      let cell = block.cells[row.firstCell + place]
      var start = Int(cell.start)
      var end = Int(cell.end)
      Blanks.trim(text, &start, &end)
      guard start < end else { continue }
      // 氏名,,個人番号: what stands far from a label and is one itself is no value.
      if place > next, context.headingWords.contains(text, start, end) { break }
      return place..<(place + 1)
    }
    return next..<(next + 1)
  }

  private mutating func noteColumn(_ column: Int, _ series: Int) {
    labelled[series].labelColumn = column + 1
    if column < columns.count { columns[column].labelledCells += 1 }
  }

  /// Digits of a form below which boxes are no number, and the most of them.
  private static let boxes = (fewest: 7, most: 16)

  /// Reads a number that stands one digit a cell, as in the boxes of a form; groups may have a free cell or two between them.
  ///
  /// - Returns: Whether there was one.
  private mutating func takeBoxes(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ row: RowBlock.Row, _ rowNumber: Int,
    from first: Int, _ series: Int, _ context: DetectionContext
  ) -> Bool {
    guard row.count - first >= Self.boxes.fewest else { return false }
    var digits: [UInt8] = []
    var last = first
    var blanks = 0
    for place in first..<row.count {
      let cell = block.cells[row.firstCell + place]
      var start = Int(cell.start)
      var end = Int(cell.end)
      Blanks.trim(text, &start, &end)
      guard start < end else {
        blanks += 1
        if blanks > 2 { break }
        continue
      }
      let width = NumberToken.digitWidth(text, start, end)
      guard width == end - start else { break }
      digits.append(width == 1 ? text[start] : text[start + 2] &- 0x60)
      blanks = 0
      last = place
    }
    guard digits.count >= Self.boxes.fewest, digits.count <= Self.boxes.most else { return false }
    let count = digits.count
    // Readers look at whole blocks.
    for _ in 0..<64 { digits.append(0x2C) }
    let start = Int(block.cells[row.firstCell + first].start)
    labelled[series].take(digits.span, 0, count, context) {
      SeriesTally.Spot(
        line: row.line, row: rowNumber,
        byteOffset: block.origin.storedOffset(of: start, in: text))
    }
    for place in first...last { noteColumn(row.firstColumn + place, series) }
    labelled[series].labelColumn = row.firstColumn + first + 1
    return true
  }

  private mutating func labelledSeries(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ hash: UInt64, _ context: DetectionContext
  ) -> Int {
    if let known = labelledByHash[hash] { return known }
    var bytes: [UInt8] = []
    for offset in start..<end { bytes.append(text[offset]) }
    let heading = String(decoding: bytes, as: UTF8.self)
    context.countHeading(heading)
    let word = context.reading(ofHeading: heading)
    let reading = hasHeading && !isOnItsSide ? word.asLabel : word
    labelled.append(
      context.makeSeries(heading: HeadingMask.shown(heading, context), reading: reading))
    labelledByHash[hash] = labelled.count - 1
    return labelled.count - 1
  }

  /// Columns that hold a few words again and again, each the name of a document or field: 確認書類, 項目.
  func findLabelColumns(
    _ head: TableHead, from firstData: Int, _ context: DetectionContext
  ) -> Set<Int> {
    var result: Set<Int> = []
    let rows = head.rows[min(firstData, head.rows.count)...]
    guard rows.count >= 4 else { return [] }
    for column in 0..<max(0, columns.count - 1) {
      // A column with a clear heading of its own needs no label for each cell.
      let next = columns[column + 1].reading.strong
      guard !next.entries.contains(where: { context.index.types[$0.rule] != nil }) else { continue }
      // Most columns are refused for the number of their words, before any is looked at.
      var words: [(hash: UInt64, first: TableHead.Cell, count: Int)] = []
      var filled = 0
      for row in rows where column < row.count {
        let cell = head.cells[row.firstCell + column]
        guard cell.end > cell.start, cell.end - cell.start <= 60 else { continue }
        filled += 1
        let hash = context.hash.hash(head.bytes.span, cell.start, cell.end)
        if let place = words.firstIndex(where: { $0.hash == hash }) {
          words[place].count += 1
        } else {
          guard words.count < 12 else { break }
          words.append((hash, cell, 1))
        }
      }
      guard filled >= 4, words.count >= 2, words.count * 2 <= filled else { continue }
      let own = columns[column].reading
      let known = words.reduce(0) { sum, word in
        let reading = context.index.lexicon.reading(of: head.string(word.first))
        // 新宿支店 under 支店名 is a value of what its heading names, and 東京都国民健康保険組合 no field: neither is a label.
        let isKnown = reading.asLabel.strong.entries.contains {
          context.index.types[$0.rule] != nil && own.strong[$0.rule] == nil
            && own.weak[$0.rule] == nil
            && ((reading.weak[$0.rule] ?? 0) > HeadingLexicon.weakWeight
              || $0.weight >= HeadingLexicon.strongWeight)
        }
        return sum + (isKnown ? word.count : 0)
      }
      if known * 5 >= filled * 4 { result.insert(column) }
    }
    return result
  }
}
