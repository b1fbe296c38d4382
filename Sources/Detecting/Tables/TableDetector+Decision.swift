import Inventory

/// Deciding on the heading of a table from its first rows, which are held back until then.
extension TableDetector {
  mutating func decide(_ context: DetectionContext) {
    isDecided = true
    let head = self.head
    self.head.removeAll()
    var headKinds = HeadKinds(context)
    let kinds = headKinds.kinds(head)
    var decision = HeadingDecision.decide(kinds, firstRowIsHeading: hint.firstRowIsHeading) {
      headKinds.areLabelsValues(head, kinds)
    }
    if head.rows.isEmpty { decision = HeadingDecision(heading: 0..<0, firstData: 0) }
    if !decision.heading.isEmpty { setHeadings(head, decision, context) }
    let width = head.rows.map(\.count).max() ?? 0
    growColumns(to: width, context)
    isOnItsSide =
      HeadingDecision.isOnItsSide(kinds[min(decision.firstData, kinds.count)...])
      && !(hasHeading && headKinds.areLabelsValues(head, kinds))
    if isOnItsSide {
      labelColumns = [0]
    } else if hasHeading {
      labelColumns = findLabelColumns(head, from: decision.firstData, context)
    }
    joined = JoinedColumns.find(
      head, from: decision.firstData, columns: columns, hasHeading: hasHeading, context)
    // Titles above the heading may hold values too.
    readTitles(head, before: decision.heading.lowerBound, context)
    // The held-back rows take the same way as all others, from a copy of their bytes.
    var block = RowBlock()
    block.cells = head.cells.map {
      RowBlock.Cell(
        start: UInt32(truncatingIfNeeded: $0.start), end: UInt32(truncatingIfNeeded: $0.end))
    }
    let firstRow = head.rows.first?.row ?? 1
    block.firstRow = firstRow
    block.rows = head.rows.map {
      RowBlock.Row(
        firstCell: $0.firstCell, count: $0.count,
        line: $0.count > 0 ? head.cells[$0.firstCell].line : 1)
    }
    block.origin = TextOrigin(
      checkpoints: head.cells.map {
        TextOrigin.Checkpoint(decoded: $0.start, stored: $0.byteOffset)
      })
    let bytes = head.bytes
    let known = HeadKinds.Known(readings: headKinds.readings, cells: head.cells)
    for index in decision.firstData..<max(decision.firstData, block.rows.count) {
      takeRow(bytes.span, block, index, context, known: known)
      if !isDecided { self.headContinues(head, from: index, context) }
      if !isDecided { break }
    }
  }

  /// A held-back row began another table: the rows after it are held back again, for that table.
  private mutating func headContinues(
    _ old: TableHead, from index: Int, _ context: DetectionContext
  ) {
    var rest = TableHead()
    for row in old.rows[index...] { rest.append(old, row) }
    head = rest
    if head.isFull { decide(context) }
  }

  private mutating func readTitles(
    _ head: TableHead, before end: Int, _ context: DetectionContext
  ) {
    guard end > 0 else { return }
    let bytes = head.bytes
    for row in head.rows[..<end] {
      for position in 0..<row.count {
        let cell = head.cells[row.firstCell + position]
        context.signs.countText(bytes.span, cell.start, cell.end)
        guard position < columns.count else { continue }
        columns[position].takeTitle(bytes.span, cell.start, cell.end, context) {
          SeriesTally.Spot(line: cell.line, row: row.row, byteOffset: cell.byteOffset)
        }
      }
    }
  }

  private mutating func setHeadings(
    _ head: TableHead, _ decision: HeadingDecision, _ context: DetectionContext
  ) {
    hasHeading = true
    let lower = head.rows[decision.heading.upperBound - 1]
    let upper =
      decision.heading.count > 1 ? head.rows[decision.heading.lowerBound] : nil
    var upperText = ""
    growColumns(to: max(lower.count, upper?.count ?? 0), context)
    headingHashes = (0..<lower.count).map {
      let cell = head.cells[lower.firstCell + $0]
      return context.hash.hash(head.bytes.span, cell.start, cell.end)
    }
    for position in 0..<columns.count {
      if upper == nil, position < lower.count {
        let facts = context.facts(ofHeading: headingHashes[position]) {
          head.string(head.cells[lower.firstCell + position])
        }
        context.signs.count(heading: facts.signs)
        columns[position].heading = facts.shown
        columns[position].reading = facts.reading
        continue
      }
      if let upper, position < upper.count {
        let text = head.string(head.cells[upper.firstCell + position])
        // A merged cell stands over the columns to its right as well.
        if !text.isEmpty { upperText = text }
      }
      let text =
        position < lower.count ? head.string(head.cells[lower.firstCell + position]) : ""
      context.countHeading(text)
      if !upperText.isEmpty { context.countHeading(upperText) }
      var reading = context.reading(ofHeading: text)
      if !upperText.isEmpty {
        let above = context.reading(ofHeading: upperText)
        if text.isEmpty { reading = above } else { reading.add(upper: above) }
      }
      let shown = upperText.isEmpty || upperText == text ? text : upperText + "/" + text
      columns[position].heading = HeadingMask.shown(shown, context)
      columns[position].reading = reading
    }
    if lower.count > 0 {
      let first = head.cells[lower.firstCell]
      firstHeadingLength = first.end - first.start
      firstHeadingByte = first.start < first.end ? head.bytes[first.start] : 0
      firstHeadingStoredLength = Self.storedLength(head.bytes.span, first.start, first.end)
    }
  }
}
