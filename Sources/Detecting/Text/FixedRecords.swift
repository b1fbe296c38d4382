import Inventory
import Rules

/// Finds My Numbers and card numbers in records of fixed fields, where digits of other fields stand directly around them.
///
///     00001佐藤　太郎      12345678901819800304…
///
/// Nothing parts such a number from its neighbours, but it stands at the same column of each line. Where the lines at
/// the top of a text are equally wide and the digits at one column pass the check in all of them, that column is a series.
struct FixedRecords {
  /// A kind of number, by its digits and check.
  private struct Kind {
    var digits: Int
    var check: CheckDigit
  }

  private static let kinds = [
    Kind(digits: 12, check: .myNumber), Kind(digits: 16, check: .paymentCard),
  ]
  /// Lines that decide, at least and at most.
  private static let fewestLines = 5
  private static let mostLines = 64
  /// Columns of the widest record, and columns of numbers that are followed.
  private static let widest = 4_096
  private static let mostFields = 4

  /// How columns are counted: as they were stored or shown, or each character as one.
  private enum Measure: CaseIterable {
    case width, characters
  }

  /// A column of numbers.
  private struct Field {
    var column: Int
    var digits: Int
    var series: Series
  }

  private var isDecided = false
  private var measure = Measure.width
  private var width = 0
  private var fields: [Field] = []

  /// The series of numbers that were found.
  var series: [Series] { fields.map(\.series) }

  /// Takes a block of lines.
  mutating func take(
    _ text: Span<UInt8>, _ block: borrowing LineBlock, _ context: DetectionContext
  ) {
    if !isDecided {
      isDecided = true
      guard block.overlap == 0, block.charactersBefore == 0 else { return }
      decide(text, context)
    }
    guard !fields.isEmpty else { return }
    var number = block.firstLine
    var start = 0
    while let line = Self.line(text, from: start) {
      takeLine(text, line.range, number, block, context)
      start = line.next
      number += 1
    }
  }

  private mutating func takeLine(
    _ text: Span<UInt8>, _ line: Range<Int>, _ number: Int, _ block: borrowing LineBlock,
    _ context: DetectionContext
  ) {
    guard !line.isEmpty, line.count <= Self.widest * 4 else { return }
    let columns = Self.columns(text, line, measure)
    guard columns.count == width else { return }
    for index in fields.indices {
      let first = fields[index].column
      guard let start = Self.digits(columns, first, fields[index].digits, text),
        !Self.areZeros(text, start..<start + fields[index].digits)
      else { continue }
      fields[index].series.take(text, start, start + fields[index].digits, context) {
        SeriesTally.Spot(
          line: number, row: 0, byteOffset: block.origin.storedOffset(of: start, in: text),
          character: Characters.count(text, line.lowerBound, start) + 1)
      }
    }
  }

  // MARK: - The decision

  private mutating func decide(_ text: Span<UInt8>, _ context: DetectionContext) {
    for measure in Measure.allCases {
      let lines = Self.equalLines(text, measure)
      guard lines.count >= Self.fewestLines, let width = lines.first?.count else { continue }
      self.measure = measure
      self.width = width
      for kind in Self.kinds { find(kind, lines, text, context) }
      return
    }
  }

  /// Finds the columns at which a kind of number stands in all lines.
  private mutating func find(
    _ kind: Kind, _ lines: [[Int]], _ text: Span<UInt8>, _ context: DetectionContext
  ) {
    var column = 0
    while column + kind.digits <= width, fields.count < Self.mostFields {
      if Self.isGlued(column, kind.digits, lines, text), Self.passes(kind, column, lines, text) {
        fields.append(
          Field(
            column: column, digits: kind.digits,
            series: context.makeSeries(heading: nil, reading: .none)))
        column += kind.digits
      } else {
        column += 1
      }
    }
  }

  /// Whether a digit stands before or behind the columns in some line: what stands alone is found as any other number.
  private static func isGlued(
    _ column: Int, _ count: Int, _ lines: [[Int]], _ text: Span<UInt8>
  ) -> Bool {
    lines.contains { line in
      column > 0 && isDigit(text[line[column - 1]])
        || column + count < line.count && isDigit(text[line[column + count]])
    }
  }

  /// Whether the digits pass the check in all lines but those that hold zeros only, with enough different numbers.
  private static func passes(
    _ kind: Kind, _ column: Int, _ lines: [[Int]], _ text: Span<UInt8>
  ) -> Bool {
    var values: Set<UInt64> = []
    for line in lines {
      guard let start = digits(line, column, kind.digits, text),
        let run = DigitRun(text.extracting(start..<start + kind.digits))
      else { return false }
      // A record without a number.
      if run.value == 0 { continue }
      guard run.passes(kind.check) else { return false }
      values.insert(run.value)
    }
    return values.count >= fewestLines
  }

  /// Where digits of ASCII stand in some columns; `nil` when there is anything else.
  private static func digits(
    _ line: [Int], _ column: Int, _ count: Int, _ text: Span<UInt8>
  ) -> Int? {
    guard column + count <= line.count else { return nil }
    for place in line[column..<column + count] where !isDigit(text[place]) { return nil }
    return line[column]
  }

  private static func areZeros(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for place in range where text[place] != 0x30 { return false }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

  // MARK: - Lines

  /// The first lines of a text, each as where its columns stand; empty when they are not of the same width.
  private static func equalLines(_ text: Span<UInt8>, _ measure: Measure) -> [[Int]] {
    var lines: [[Int]] = []
    var start = 0
    while lines.count < mostLines, let line = line(text, from: start) {
      start = line.next
      // Blank lines, and the mark at the end of old files.
      if line.range.isEmpty || line.range.count == 1 && text[line.range.lowerBound] == 0x1A {
        continue
      }
      guard line.range.count <= widest * 4 else { return [] }
      let columns = columns(text, line.range, measure)
      guard columns.count <= widest, columns.count == lines.first?.count ?? columns.count else {
        return []
      }
      lines.append(columns)
    }
    return lines
  }

  /// The line that begins at a place, without its end.
  private static func line(
    _ text: Span<UInt8>, from start: Int
  ) -> (range: Range<Int>, next: Int)? {
    guard start < text.count else { return nil }
    var end = start
    while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
    let isPair = end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A
    return (start..<end, end + (isPair ? 2 : 1))
  }

  /// The byte at which the character of each column begins.
  private static func columns(
    _ text: Span<UInt8>, _ line: Range<Int>, _ measure: Measure
  ) -> [Int] {
    var columns: [Int] = []
    columns.reserveCapacity(line.count)
    var index = line.lowerBound
    while index < line.upperBound {
      let start = index
      let scalar = UTF8Bytes.next(text, &index, line.upperBound)
      columns.append(start)
      // Kana of half width take one byte in CP932, all else that is not ASCII two.
      if measure == .width, scalar >= 0x80, !(0xFF61...0xFF9F).contains(scalar) {
        columns.append(start)
      }
    }
    return columns
  }
}
