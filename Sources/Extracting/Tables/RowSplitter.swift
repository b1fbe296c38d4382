import Inventory
import ScanKernels

/// Splits delimited text into records and cells: the one pass over the bytes of a table.
///
/// Each call takes text that begins with a record. Nothing is carried from call to call but numbers of lines and
/// rows: a record that does not end in the text is left, and split again when more of it is there.
struct RowSplitter {
  /// Bytes after which a quote that was not closed is taken for a literal one.
  static let longestQuoted = 65_536
  /// Cells after which a record is cut.
  static let mostCells = 65_536

  let delimiter: UInt8
  var level = KernelLevel.best
  var block = RowBlock()
  /// Physical line of the next record; 1-based.
  var line = 1
  /// Number of the next record; 1-based.
  var row = 1
  /// Whether a record was cut because it was too long.
  var hasCut = false
  /// Column of the first cell of what is still to be split; 0-based, more than 0 behind a cut.
  private var firstColumn = 0

  /// Places of the marks of one chunk; kept for its memory.
  private var places: [UInt32] = []
  /// Bytes of text whose marks are found at a time, at most.
  private static let chunk = 4_096
  /// Behind a quote or line break within a quoted cell fewer are enough: what follows is mostly plain again.
  private static let shortChunk = 256
  /// Ends of the records of a block; kept for its memory.
  var recordEnds: [PlainSplit.RecordEnd] = []

  /// Cells of complete records in which doubled quotes stand.
  var doubled: [Int] = []

  init(delimiter: UInt8, firstLine: Int = 1) {
    self.delimiter = delimiter
    line = firstLine
  }

  /// Cells after which the caller pushes what is there: they stay near while all columns are read.
  static let cellsPerBlock = 8_192
  /// Records after which it does so as well: their text is read again, column by column, while it is near.
  static let recordsPerBlock = 1_024

  /// What a call of ``split(_:count:isLast:mustCut:)`` took.
  struct Step {
    /// Bytes of complete records.
    var consumed: Int
    /// Whether the block is full although complete records may follow.
    var isFull: Bool
  }

  /// The record at hand.
  struct Record {
    var start: Int
    var firstCell: Int
    var firstDoubled: Int
    var lineBreaks = 0
    /// Column of its first cell; 0-based.
    var firstColumn = 0
  }

  /// The cell at hand.
  struct CellState {
    var start: Int
    /// First byte behind the opening quote; -1 when the cell is not quoted.
    var content = -1
    /// The closing quote; -1 while it is open or when the cell is not quoted.
    var close = -1
    var isDoubled = false
    /// Line breaks of the record before the cell.
    var breaksBefore = 0

    var isOpen: Bool { content >= 0 && close < 0 }
  }

  /// Fills ``block`` with the complete records of the text.
  ///
  /// - Parameters:
  ///   - text: At least 64 bytes longer than `count`.
  ///   - start: Where the next record begins.
  ///   - count: Bytes that are text.
  ///   - isLast: Whether nothing follows, so that the text's end ends the last record.
  ///   - mustCut: Whether the text ends where its first record is to be cut, if it does not end before.
  mutating func split(
    _ text: Span<UInt8>, from start: Int, count: Int, isLast: Bool, mustCut: Bool = false
  ) -> Step {
    // Held apart from the rest while it is filled, so that one check of its owner serves many cells.
    var cells: [RowBlock.Cell] = []
    swap(&cells, &block.cells)
    var places = self.places
    self.places = []
    cells.removeAll(keepingCapacity: true)
    cells.reserveCapacity(Self.cellsPerBlock + 2 * 64)
    block.rows.removeAll(keepingCapacity: true)
    doubled.removeAll(keepingCapacity: true)
    block.firstRow = row
    let step = fill(
      &cells, &places, text, from: start, count: count, isLast: isLast, mustCut: mustCut)
    swap(&cells, &block.cells)
    swap(&places, &self.places)
    return step
  }

  private mutating func fill(
    _ cells: inout [RowBlock.Cell], _ places: inout [UInt32], _ text: Span<UInt8>,
    from start: Int, count: Int, isLast: Bool, mustCut: Bool
  ) -> Step {
    var record = Record(start: start, firstCell: 0, firstDoubled: 0, firstColumn: firstColumn)
    var cell = CellState(start: start)
    // Quotes before this offset are literal: one of their line was never closed.
    var literalBefore = -1
    var skip = -1
    var base = start
    var chunk = Self.shortChunk / 2
    scan: while true {
      while base < count {
        let before = base
        if base > literalBefore, isPlain(cell, record) {
          let isFull = splitPlain(&cells, text, &base, &record, &cell, count: count)
          if isFull {
            cells.removeLast(cells.count - record.firstCell)
            doubled.removeLast(doubled.count - record.firstDoubled)
            return Step(consumed: record.start, isFull: true)
          }
          guard base < count else { break }
        }
        chunk = base - before < Self.chunk ? min(chunk * 2, Self.chunk) : Self.shortChunk
        let length = min(chunk, count - base)
        // A small file has few: making room for all would cost more than splitting it.
        if places.count < length { places = [UInt32](repeating: 0, count: length) }
        let found = findStructure(
          text, from: base, count: length, delimiter: delimiter, into: &places, level)
        var next = 0
        while next < found {
          if cell.content < 0 {
            switch fillPlain(
              &cells, text, at: base, places.span.extracting(0..<found), &next, &record, &cell,
              count: count, isLast: isLast)
            {
            case .through: continue
            case .full: return Step(consumed: record.start, isFull: true)
            case .openEnd: break scan
            case .special: break
            }
          }
          let position = base &+ Int(places[next])
          next &+= 1
          // The second half of CR LF.
          if position < record.start { continue }
          let byte = text[position]
          if cell.isOpen, position - cell.content > Self.longestQuoted { break }
          if byte == 0x22 {
            if position == skip { continue }
            if cell.isOpen {
              if position + 1 == count, !isLast { continue }
              if position + 1 < count, text[position + 1] == 0x22 {
                skip = position + 1
                cell.isDoubled = true
              } else {
                cell.close = position
              }
            } else if cell.content < 0, position >= literalBefore,
              opensCell(text, cell.start, position)
            {
              cell.content = position + 1
              cell.breaksBefore = record.lineBreaks
            }
            continue
          }
          if cell.isOpen {
            if byte == 0x0A
              || byte == 0x0D && !(position + 1 < count && text[position + 1] == 0x0A)
            {
              record.lineBreaks += 1
            }
            continue
          }
          if byte == delimiter {
            append(text, cell, end: position, to: &cells)
            cell = CellState(start: position &+ 1)
            if cells.count - record.firstCell >= Self.mostCells {
              hasCut = true
              let next = record.firstColumn + cells.count - record.firstCell
              commit(&record, next: position + 1, endsLine: false, cells.count, column: next)
              return Step(consumed: record.start, isFull: true)
            }
            continue
          }
          var after = position + 1
          if byte == 0x0D {
            if after == count, !isLast { break scan }
            if after < count, text[after] == 0x0A { after += 1 }
          }
          if position == record.start {
            // A blank line is no record.
            line += 1
            record.start = after
          } else {
            append(text, cell, end: position, to: &cells)
            commit(&record, next: after, endsLine: true, cells.count)
          }
          cell = CellState(start: after)
          if isFull(cells.count) { return Step(consumed: record.start, isFull: true) }
        }
        base += length
        if cell.isOpen, base - cell.content > Self.longestQuoted {
          literalBefore = endOfLine(text, from: cell.content, count: count)
          base = cell.content
          skip = -1
          record.lineBreaks = cell.breaksBefore
          cell = CellState(start: cell.start)
        }
      }
      guard isLast else { break }
      if cell.isOpen {
        literalBefore = endOfLine(text, from: cell.content, count: count)
        base = cell.content
        skip = -1
        record.lineBreaks = cell.breaksBefore
        cell = CellState(start: cell.start)
        continue
      }
      if record.start < count {
        append(text, cell, end: count, to: &cells)
        commit(&record, next: count, endsLine: true, cells.count)
      }
      return Step(consumed: count, isFull: false)
    }
    let isCut = mustCut && record.start == start
    if isCut { cut(text, &record, cell, count: count, &cells) }
    cells.removeLast(cells.count - record.firstCell)
    doubled.removeLast(doubled.count - record.firstDoubled)
    // What was not looked at since a record had to be cut comes with the next call.
    return Step(consumed: record.start, isFull: mustCut)
  }

  /// Makes one quote of two in the cells at hand; each cell keeps its first byte, and its bytes their sum of widths.
  ///
  /// The quotes that fall away are moved behind the cell's end, so that offsets can still be led back to the file.
  mutating func undoubleQuotes(in text: inout MutableSpan<UInt8>) {
    for index in doubled {
      let cell = block.cells[index]
      var target = Int(cell.start)
      var position = target
      let end = Int(cell.end)
      while position < end {
        let byte = text[position]
        text[target] = byte
        target += 1
        position += byte == 0x22 && position + 1 < end && text[position + 1] == 0x22 ? 2 : 1
      }
      let newEnd = target
      while target < end {
        text[target] = 0x22
        target += 1
      }
      block.cells[index].end = UInt32(newEnd)
      // ="0123" written as a quoted cell.
      let start = Int(cell.start)
      if newEnd - start >= 4, text[start] == 0x3D, text[start + 1] == 0x22, text[newEnd - 1] == 0x22
      {
        block.cells[index] = RowBlock.Cell(start: UInt32(start + 2), end: UInt32(newEnd - 1))
      }
    }
    doubled.removeAll(keepingCapacity: true)
  }

  func isFull(_ cells: Int) -> Bool {
    cells >= Self.cellsPerBlock || block.rows.count >= Self.recordsPerBlock
  }

  /// Whether a quote opens the cell: at its start, behind blanks or behind the guard of a spreadsheet.
  private func opensCell(_ text: Span<UInt8>, _ start: Int, _ position: Int) -> Bool {
    if position == start { return true }
    guard position - start <= 8 else { return false }
    var index = start
    while index < position, text[index] == 0x20 { index += 1 }
    return index == position || index == position - 1 && text[index] == 0x3D
  }

  private mutating func append(
    _ text: Span<UInt8>, _ cell: CellState, end: Int, to cells: inout [RowBlock.Cell]
  ) {
    var start = cell.start
    var end = end
    if cell.content >= 0 {
      start = cell.content
      // Text behind the closing quote stays with the cell.
      if isBlank(text, cell.close + 1, end) { end = cell.close }
      if cell.isDoubled { doubled.append(cells.count) }
    }
    cells.append(Self.plainCell(text, start, end))
  }

  private func isBlank(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      if text[index] != 0x20 { return false }
      index += 1
    }
    return true
  }

  /// Ends a record.
  ///
  /// - Parameters:
  ///   - endsLine: Whether it ends; when not, it is cut, and its rest is a record of the next block.
  ///   - cells: How many cells the block has, this record's included.
  ///   - column: Column of the first cell that follows.
  mutating func commit(
    _ record: inout Record, next: Int, endsLine: Bool, _ cells: Int, column: Int = 0
  ) {
    block.rows.append(
      RowBlock.Row(
        firstCell: record.firstCell, count: cells - record.firstCell, line: line,
        spansLines: record.lineBreaks > 0 || record.firstColumn > 0,
        firstColumn: record.firstColumn))
    if endsLine { row += 1 }
    firstColumn = column
    line += record.lineBreaks + (endsLine ? 1 : 0)
    record = Record(
      start: next, firstCell: cells, firstDoubled: doubled.count, firstColumn: column)
  }

  /// Gives out what is there of a record that is longer than allowed: its complete cells, or a piece of its only one.
  private mutating func cut(
    _ text: Span<UInt8>, _ record: inout Record, _ cell: CellState, count: Int,
    _ cells: inout [RowBlock.Cell]
  ) {
    hasCut = true
    if cells.count > record.firstCell {
      let column = record.firstColumn + cells.count - record.firstCell
      commit(&record, next: cell.start, endsLine: false, cells.count, column: column)
      return
    }
    // Cut on the border of a character, and give the next piece the end of this one again.
    cells.append(RowBlock.Cell(start: UInt32(cell.start), end: UInt32(count)))
    var next = max(count - LineExtractor.overlap, cell.start + 1)
    while next < count, text[next] & 0xC0 == 0x80 { next += 1 }
    commit(&record, next: next, endsLine: false, cells.count, column: record.firstColumn)
  }

  private func endOfLine(_ text: Span<UInt8>, from start: Int, count: Int) -> Int {
    var index = start
    while index < count, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
    return index
  }
}
