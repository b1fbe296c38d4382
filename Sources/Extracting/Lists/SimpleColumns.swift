import Inventory

/// Reads lists whose fields are parted by single blanks or by full-width punctuation.
///
/// Sentences are written with the same marks, so only lists with a heading, the same number of fields in nearly every line
/// and a column of long numbers are read so.
struct SimpleColumns: LineWalk {
  /// What parts the fields.
  enum Delimiter: Equatable {
    /// Runs of ASCII blanks and U+3000.
    case blanks
    /// The last two bytes of a character that begins with E3 or EF.
    case wide(UInt8, UInt8, UInt8)
  }

  /// The full-width comma, the ideographic comma, the full-width bar and semicolon.
  private static let wide: [Delimiter] = [
    .wide(0xEF, 0xBC, 0x8C), .wide(0xE3, 0x80, 0x81), .wide(0xEF, 0xBD, 0x9C),
    .wide(0xEF, 0xBC, 0x9B),
  ]
  private static let mostFields = 16
  /// Digits that make a number long enough.
  private static let longNumber = 7
  private static var longestRow: Int { 4_096 }

  private let delimiter: Delimiter
  private var writer = TableWriter()
  private var columns = 0

  init(_ delimiter: Delimiter) { self.delimiter = delimiter }

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    guard place.isStart, place.isEnd, text.count <= Self.longestRow else {
      return LinePump.push(text, place, into: sink)
    }
    let fields = Self.fields(text, 0..<text.count, delimiter)
    if columns == 0 { columns = fields.count > 1 ? fields.count : 0 }
    guard fields.count > 1, fields.count == columns else {
      // Titles and remarks; the table goes on behind them.
      return LinePump.push(text, place, into: sink)
    }
    if !writer.isOpen { writer.begin(TableHint(), into: sink) }
    writer.row(text, fields, place, into: sink)
  }

  mutating func finish(into sink: any CellSink) { writer.end(into: sink) }

  // MARK: - Telling

  /// What parts the fields of a list; `nil` when the text is none.
  static func delimiter(of sample: SampleLines) -> Delimiter? {
    let text = sample.bytes.span
    let lines = sample.filled
    // Nearly all texts end here.
    guard lines.count >= 4, holdsLongNumber(text, lines[2]), holdsLongNumber(text, lines[3]) else {
      return nil
    }
    return (wide + [.blanks]).first { isList(text, lines, $0) }
  }

  private static func isList(_ text: Span<UInt8>, _ lines: [Range<Int>], _ delimiter: Delimiter)
    -> Bool
  {
    let columns = fields(text, lines[2], delimiter).count
    guard columns >= 2, columns <= mostFields else { return false }
    var rows = 0
    var numbers = [Int](repeating: 0, count: columns)
    for (index, line) in lines.enumerated() {
      let fields = fields(text, line, delimiter)
      guard fields.count == columns else {
        // Nothing but a heading of as many fields begins a table.
        if index == 0 { return false }
        continue
      }
      if index == 0 {
        if fields.contains(where: { holdsLongNumber(text, $0) }) { return false }
        continue
      }
      rows += 1
      for (column, field) in fields.enumerated() where isLongNumber(text, field) {
        numbers[column] += 1
      }
    }
    return rows >= 3 && rows * 5 >= (lines.count - 1) * 4
      && numbers.contains { $0 * 5 >= rows * 4 }
  }

  private static func holdsLongNumber(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    func isPart(_ index: Int) -> Bool { text[index] &- 0x30 <= 9 || text[index] == 0x2D }
    // So long a run holds one of the bytes that stand so far apart.
    var index = line.lowerBound + longNumber - 1
    while index < line.upperBound {
      guard isPart(index) else {
        index += longNumber
        continue
      }
      var start = index
      while start > line.lowerBound, isPart(start - 1) { start -= 1 }
      var end = index
      var digits = 0
      while start < index {
        if text[start] != 0x2D { digits += 1 }
        start += 1
      }
      while end < line.upperBound, isPart(end) {
        if text[end] != 0x2D { digits += 1 }
        end += 1
      }
      if digits >= longNumber { return true }
      index = end + longNumber
    }
    return false
  }

  private static func isLongNumber(_ text: Span<UInt8>, _ field: Range<Int>) -> Bool {
    var digits = 0
    for index in field {
      if text[index] &- 0x30 <= 9 { digits += 1 } else if text[index] != 0x2D { return false }
    }
    return digits >= longNumber
  }

  /// The fields of a line, without blanks around; more than ``mostFields`` make none.
  private static func fields(
    _ text: Span<UInt8>, _ line: Range<Int>, _ delimiter: Delimiter
  ) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = line.lowerBound
    var index = start
    while index <= line.upperBound {
      let width = index == line.upperBound ? 1 : width(text, index, line.upperBound, delimiter)
      guard width > 0 else {
        index += 1
        continue
      }
      let field = trimmed(text, start, index)
      if !field.isEmpty || delimiter != .blanks {
        fields.append(field)
        if fields.count > mostFields { return [] }
      }
      index += width
      start = index
    }
    return fields
  }

  /// The width of the delimiter at a place; 0 when none stands there.
  private static func width(
    _ text: Span<UInt8>, _ index: Int, _ end: Int, _ delimiter: Delimiter
  ) -> Int {
    switch delimiter {
    case .blanks:
      if text[index] == 0x20 || text[index] == 0x09 { return 1 }
      return isWideBlank(text, index, end) ? 3 : 0
    case .wide(let first, let second, let third):
      guard index + 2 < end, text[index] == first, text[index + 1] == second,
        text[index + 2] == third
      else { return 0 }
      return 3
    }
  }

  private static func isWideBlank(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    text[index] == 0xE3 && index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0x80
  }

  private static func trimmed(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int> {
    var start = start
    var end = end
    while start < end, text[start] <= 0x20 { start += 1 }
    while start < end, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
