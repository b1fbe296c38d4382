import Inventory
import ScanKernels

/// Decides whether a text is a delimited table, and by which delimiter.
///
/// Inventing a table is worse than missing one: a text read as a table loses its lines. So the count of delimiters
/// per record must be constant, and the delimiters must not be those of numbers, sentences or programs.
enum TableSniffer {
  /// Bytes and records that are looked at.
  static let sampleSize = 16_384
  static let sampleRows = 200

  /// - Parameters:
  ///   - text: The first block of the file, decoded; at least 64 bytes longer than `count`.
  ///   - isWhole: Whether the block is the whole file.
  ///   - nameExtension: A hint only: it helps a table of one record, and nothing else.
  static func dialect(
    of text: Span<UInt8>, count: Int, isWhole: Bool, nameExtension: String
  ) -> TableDialect? {
    if let declared = separatorLine(text, count) {
      return TableDialect(delimiter: declared, hasSeparatorLine: true)
    }
    var best: (score: Double, delimiter: UInt8)?
    for delimiter in TableDialect.delimiters where has(delimiter, text, min(count, sampleSize)) {
      guard
        let score = score(
          text, min(count, sampleSize), isWhole: isWhole && count <= sampleSize, delimiter,
          isNamedTable: nameExtension == "csv" || nameExtension == "tsv")
      else { continue }
      if score > best?.score ?? 0 { best = (score, delimiter) }
    }
    if best == nil {
      for delimiter in rareDelimiters(text, count) {
        guard
          let score = score(
            text, min(count, sampleSize), isWhole: isWhole && count <= sampleSize, delimiter,
            isNamedTable: false)
        else { continue }
        if score > best?.score ?? 0 { best = (score, delimiter) }
      }
    }
    return best.map {
      TableDialect(delimiter: $0.delimiter, isWrapped: RowBlock.isWrapped(text, count))
    }
  }

  /// Bytes of the first line in which a rare delimiter is looked for.
  private static let firstLine = 256

  /// The rare delimiters in the first line.
  ///
  /// - Parameter text: At least 64 bytes longer than `count`.
  private static func rareDelimiters(_ text: Span<UInt8>, _ count: Int) -> [UInt8] {
    var found: [UInt8] = []
    var base = 0
    while base < min(count, firstLine) {
      let end = equalMask(text, at: base, 0x0A) | equalMask(text, at: base, 0x0D)
      let line = end == 0 ? UInt64.max : (end & (0 &- end)) &- 1
      for delimiter in TableDialect.rareDelimiters
      where equalMask(text, at: base, delimiter) & line != 0 && !found.contains(delimiter) {
        found.append(delimiter)
      }
      if end != 0 { break }
      base += 64
    }
    return found
  }

  /// - Parameter text: At least 64 bytes longer than `count`.
  private static func has(_ byte: UInt8, _ text: Span<UInt8>, _ count: Int) -> Bool {
    var base = 0
    while base < count {
      var bits = equalMask(text, at: base, byte)
      if count - base < 64 { bits &= (1 << UInt64(count - base)) - 1 }
      if bits != 0 { return true }
      base += 64
    }
    return false
  }

  /// The delimiter that a first line `sep=;` declares.
  static func separatorLine(_ text: Span<UInt8>, _ count: Int) -> UInt8? {
    guard count >= 5, (text[0] | 0x20) == 0x73, (text[1] | 0x20) == 0x65, (text[2] | 0x20) == 0x70,
      text[3] == 0x3D, TableDialect.delimiters.contains(text[4]),
      count == 5 || text[5] == 0x0A || text[5] == 0x0D
    else { return nil }
    return text[4]
  }

  /// How constant the delimiter's count per record is, and how many columns it makes; `nil` when it makes no table.
  private static func score(
    _ text: Span<UInt8>, _ count: Int, isWhole: Bool, _ delimiter: UInt8, isNamedTable: Bool
  ) -> Double? {
    var splitter = RowSplitter(delimiter: delimiter)
    _ = splitter.split(text, from: 0, count: count, isLast: isWhole)
    if splitter.block.rows.isEmpty {
      _ = splitter.split(text, from: 0, count: count, isLast: false, mustCut: true)
    }
    let rows = splitter.block.rows.prefix(sampleRows)
    guard !rows.isEmpty else { return nil }
    let (mode, modeRows) = usualWidth(rows)
    guard modeRows > 0 else { return nil }
    // Rows near the usual width are ragged, not foreign; rows of one cell are titles and remarks.
    var near = 0
    for row in rows where row.count != mode && row.count > 1 && abs(row.count - mode) * 4 <= mode {
      near += 1
    }
    let share = (Double(modeRows) + Double(near) * 0.8) / Double(rows.count)
    let shape = Shape(text, splitter.block, delimiter)
    if shape.isNumberPunctuation || shape.isSentence || shape.isProgram { return nil }
    // A list written with a blank behind each comma must be quite regular: sentences are written so too.
    if shape.hasBlanksBehind,
      share < 0.9 || rows.count < 3 || mode < 3 && !isNamedTable && !shape.endsInNumbers
    {
      return nil
    }
    if rows.count == 1 {
      guard mode >= 4 || isNamedTable && mode >= 2 else { return nil }
    } else if mode == 2 {
      guard modeRows >= 2, share >= (rows.count <= 4 ? 0.6 : 0.85) else { return nil }
    } else {
      guard modeRows >= 2 || isNamedTable, share >= (mode >= 4 ? 0.5 : 0.6) else { return nil }
    }
    return share + 0.02 * Double(min(mode, 20))
  }

  /// The number of cells, more than one, that most records have, the greatest of several; and how many have it.
  private static func usualWidth(_ rows: ArraySlice<RowBlock.Row>) -> (columns: Int, rows: Int) {
    // Few records, and few widths among them.
    var widths: [(columns: Int, rows: Int)] = []
    for row in rows where row.count > 1 {
      if let place = widths.firstIndex(where: { $0.columns == row.count }) {
        widths[place].rows += 1
      } else {
        widths.append((row.count, 1))
      }
    }
    var usual = (columns: 1, rows: 0)
    for width in widths where (width.rows, width.columns) > (usual.rows, usual.columns) {
      usual = width
    }
    return usual
  }

  /// What the delimiters of a sample stand between.
  private struct Shape {
    /// Mostly commas of thousands: `723,000`.
    var isNumberPunctuation = false
    /// Mostly followed by a blank, between long pieces.
    var isSentence = false
    /// Mostly ends of statements or arguments.
    var isProgram = false
    var hasBlanksBehind = false
    /// Whether the last cell of nearly every row but the first is a long number, which no sentence ends in.
    var endsInNumbers = false

    init(_ text: Span<UInt8>, _ block: RowBlock, _ delimiter: UInt8) {
      var borders = 0
      var thousands = 0
      var blanks = 0
      var lengths = 0
      var emptyLast = 0
      var numbers = 0
      var brackets = 0
      let rows = block.rows.prefix(TableSniffer.sampleRows)
      for row in rows {
        let cells = block.cells[row.firstCell..<row.firstCell + row.count]
        for (index, cell) in zip(cells.indices, cells) {
          let start = Int(cell.start)
          let end = Int(cell.end)
          lengths += end - start
          if start < end, text[start] == 0x7B || text[end - 1] == 0x7B || text[start] == 0x7D {
            brackets += 1
          }
          guard index > cells.startIndex else { continue }
          borders += 1
          if start < end, text[start] == 0x20 { blanks += 1 }
          if TableSniffer.isThousand(text, block.cells[index - 1], cell) { thousands += 1 }
        }
        guard row.count > 1, let last = cells.last else { continue }
        if last.start == last.end { emptyLast += 1 }
        if TableSniffer.isLongNumber(text, last) { numbers += 1 }
      }
      guard borders > 0 else { return }
      isNumberPunctuation = delimiter == 0x2C && thousands * 10 >= borders * 6
      hasBlanksBehind = delimiter == 0x2C && blanks * 10 >= borders * 7
      endsInNumbers = numbers * 10 >= (rows.count - 1) * 9
      isSentence = hasBlanksBehind && lengths / (borders + rows.count) > 24
      isProgram =
        brackets * 8 > rows.count && brackets > 2
        || delimiter == 0x3B && emptyLast * 10 >= rows.count * 6 && borders < rows.count * 2
    }
  }

  /// Whether a cell is seven digits or more with nothing but blanks around.
  private static func isLongNumber(_ text: Span<UInt8>, _ cell: RowBlock.Cell) -> Bool {
    var digits = 0
    for index in Int(cell.start)..<Int(cell.end) where text[index] != 0x20 {
      guard text[index] &- 0x30 <= 9 || text[index] == 0x2D else { return false }
      digits += 1
    }
    return digits >= 7
  }

  /// Whether a comma stands within a number: one to three digits before it, three and no more behind it, and more
  /// text than the number in one of the cells.
  ///
  /// That of a row `1,090-0000-0000` parts two cells.
  private static func isThousand(
    _ text: Span<UInt8>, _ left: RowBlock.Cell, _ right: RowBlock.Cell
  ) -> Bool {
    func isDigit(_ index: Int) -> Bool { text[index] &- 0x30 <= 9 }
    let end = Int(right.end)
    let next = Int(right.start) + 3
    guard next <= end, isDigit(next - 3), isDigit(next - 2), isDigit(next - 1),
      next == end || !isDigit(next)
    else { return false }
    var index = Int(left.end)
    let first = max(Int(left.start), index - 4)
    while index > first, isDigit(index - 1) { index -= 1 }
    guard (1...3).contains(Int(left.end) - index) else { return false }
    if index > Int(left.start) { return true }
    return next < end
      && !(text[next] == 0x2D && (next..<end).allSatisfy { isDigit($0) || text[$0] == 0x2D })
  }
}
