import Inventory
import ScanKernels

/// Cells without quotes inside: the usual ones, many at a time.
extension RowSplitter {
  /// A cell without the apostrophe that keeps a spreadsheet from counting; it is not part of the value.
  @inline(__always)
  static func plainCell(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> RowBlock.Cell {
    let isGuarded = end &- start > 1 && text[start] == 0x27
    return RowBlock.Cell(
      start: UInt32(truncatingIfNeeded: isGuarded ? start &+ 1 : start),
      end: UInt32(truncatingIfNeeded: end))
  }

  /// Whether splitting many cells at a time can go on with the cell at hand: not behind its closing quote, nor where
  /// quotes or line breaks stand in it.
  func isPlain(_ cell: CellState, _ record: Record) -> Bool {
    guard cell.content >= 0 else { return true }
    return cell.close < 0 && !cell.isDoubled && cell.content == cell.start + 1
      && cell.breaksBefore == record.lineBreaks
  }

  /// Splits records of plain and quoted cells, 64 bytes at a time, up to something else or the last bytes.
  ///
  /// - Parameter base: The first byte not looked at; moved on.
  /// - Returns: Whether the block is full; then cells of a record that has not ended lie behind those of the records.
  mutating func splitPlain(
    _ cells: inout [RowBlock.Cell], _ text: Span<UInt8>, _ base: inout Int,
    _ record: inout Record, _ cell: inout CellState, count: Int
  ) -> Bool {
    // The second half of CR LF may lie in front.
    var split = PlainSplit(
      place: max(base, cell.start), cell: cell.start, isQuoted: cell.isOpen, record: record.start)
    let before = cells.count
    guard split.place + 64 < count, before < Self.cellsPerBlock,
      block.rows.count < Self.recordsPerBlock
    else { return false }
    // What keeps a spreadsheet from counting is taken off cells by the other way.
    let first = cell.isOpen ? cell.content : cell.start
    if first < split.place, text[first] == 0x27 { return false }
    var ends = recordEnds
    recordEnds = []
    // A cell takes a byte at least; what the kernel wants free at the end is added.
    let most = min(Self.cellsPerBlock, count - split.place + 192)
    if ends.count < most {
      ends = [PlainSplit.RecordEnd](repeating: PlainSplit.RecordEnd(), count: most)
    }
    var result = (end: PlainSplit.End.through, records: 0)
    let (delimiter, level) = (delimiter, level)
    let wanted = Self.recordsPerBlock - block.rows.count
    cells.append(addingCapacity: Self.cellsPerBlock &- before) {
      (output: inout OutputSpan<RowBlock.Cell>) in
      result = ScanKernels.splitPlain(
        text, count: count, delimiter: delimiter, &split, &output, &ends, most: wanted, level)
    }
    commit(&record, ends.span.extracting(0..<result.records), before)
    swap(&ends, &recordEnds)
    base = split.place
    cell = CellState(start: split.cell)
    if split.isQuoted || split.cell < split.place && text[split.cell] == 0x22 {
      cell.content = split.cell + 1
      cell.breaksBefore = record.lineBreaks
      // What ends the cell comes next.
      if !split.isQuoted { cell.close = split.place - 1 }
    }
    return result.end == .full && record.firstCell > 0
  }

  /// Ends the record at hand, and those behind it that hold no line breaks and no doubled quotes.
  ///
  /// - Parameters:
  ///   - ends: Of these records, in their order.
  ///   - before: Cells that the block has before those that the ends count.
  mutating func commit(
    _ record: inout Record, _ ends: Span<PlainSplit.RecordEnd>, _ before: Int
  ) {
    guard let last = ends.indices.last else { return }
    commit(&record, next: Int(ends[0].next), endsLine: true, before &+ Int(ends[0].cells))
    guard last > 0 else { return }
    var first = record.firstCell
    var line = self.line
    block.rows.append(addingCapacity: last) { (output: inout OutputSpan<RowBlock.Row>) in
      for index in 1...last {
        let end = before &+ Int(ends[index].cells)
        output.append(RowBlock.Row(firstCell: first, count: end &- first, line: line))
        first = end
        line &+= 1
      }
    }
    self.line = line
    row += last
    record = Record(
      start: Int(ends[last].next), firstCell: first, firstDoubled: doubled.count)
  }

  /// Why ``fillPlain(_:_:at:_:_:_:_:count:isLast:)`` stopped.
  enum PlainEnd {
    /// All marks were taken.
    case through
    case full
    /// A CR at the end of what is there: whether an LF follows is not known.
    case openEnd
    /// A quote, or a record that grows too long.
    case special
  }

  /// Takes marks up to the first quote: cells without any, and the ends of records.
  ///
  /// - Parameters:
  ///   - base: What the places of the marks are relative to.
  ///   - places: The marks.
  ///   - next: Index of the first mark to take; becomes that of the first not taken.
  mutating func fillPlain(
    _ cells: inout [RowBlock.Cell], _ text: Span<UInt8>, at base: Int, _ places: Span<UInt32>,
    _ next: inout Int, _ record: inout Record, _ cell: inout CellState, count: Int, isLast: Bool
  ) -> PlainEnd {
    let before = cells.count
    var index = next
    var result = PlainEnd.through
    var start = cell.start
    let delimiter = delimiter
    cells.append(addingCapacity: places.count &- index) {
      (output: inout OutputSpan<RowBlock.Cell>) in
      // Where the record at hand has as many cells as it may.
      var most = Self.mostCells - 1 + record.firstCell - before
      while index < places.count {
        let position = base &+ Int(places[index])
        let byte = text[position]
        if byte == delimiter {
          guard output.count < most else {
            result = .special
            return
          }
          output.append(Self.plainCell(text, start, position))
          start = position &+ 1
          index &+= 1
          continue
        }
        if byte == 0x22 {
          result = .special
          return
        }
        index &+= 1
        // The second half of CR LF.
        if position < record.start { continue }
        var after = position &+ 1
        if byte == 0x0D {
          if after == count, !isLast {
            result = .openEnd
            return
          }
          if after < count, text[after] == 0x0A { after &+= 1 }
        }
        if position == record.start {
          // A blank line is no record.
          line += 1
          record.start = after
        } else {
          output.append(Self.plainCell(text, start, position))
          commit(&record, next: after, endsLine: true, before &+ output.count)
          most = Self.mostCells - 1 + record.firstCell - before
        }
        start = after
        if isFull(before &+ output.count) {
          result = .full
          return
        }
      }
    }
    next = index
    cell = CellState(start: start)
    return result
  }
}
