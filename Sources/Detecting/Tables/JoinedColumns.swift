import Inventory
import Rules

/// Neighbouring columns that hold the parts of one value: 4+4+4 digits, one digit a cell, year, month and day.
struct JoinedColumns {
  /// How the parts make up the value.
  enum Form: Equatable {
    /// Digits written one after another.
    case digits
    /// Groups of digits with a dash between them.
    case groups
    /// Year, month, day; the first column may be an era.
    case date(hasEra: Bool)
    /// The code or letter of an era, and six digits of year, month and day.
    case eraDate
  }

  /// 0-based.
  let first: Int
  let count: Int
  let form: Form
  private(set) var series: Series
  private var buffer: [UInt8] = []

  init(first: Int, count: Int, form: Form, series: Series) {
    self.first = first
    self.count = count
    self.form = form
    self.series = series
  }

  /// Takes the parts of one row and reads the value they make.
  mutating func take(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, _ row: RowBlock.Row, _ rowNumber: Int,
    _ context: DetectionContext
  ) {
    guard row.count >= first + count else { return }
    buffer.removeAll(keepingCapacity: true)
    for part in 0..<count {
      let cell = block.cells[row.firstCell + first + part]
      var start = Int(cell.start)
      var end = Int(cell.end)
      Blanks.trim(text, &start, &end)
      guard start < end, end - start <= 24 else { return }
      if form == .groups, part > 0 { buffer.append(0x2D) }
      for offset in start..<end { buffer.append(text[offset]) }
      if case .date(let hasEra) = form { appendUnit(part, hasEra: hasEra) }
    }
    let offset = Int(block.cells[row.firstCell + first].start)
    let line = row.line
    let bytes = buffer
    series.take(bytes.span, 0, bytes.count, context) {
      SeriesTally.Spot(
        line: line, row: rowNumber, byteOffset: block.origin.storedOffset(of: offset, in: text))
    }
  }

  private mutating func appendUnit(_ part: Int, hasEra: Bool) {
    switch part - (hasEra ? 1 : 0) {
    case 0: buffer += Array("年".utf8)
    case 1: buffer += Array("月".utf8)
    case 2: buffer += Array("日".utf8)
    default: break
    }
  }

  // MARK: - Finding them

  /// Looks at the first rows for columns that belong together.
  static func find(
    _ head: TableHead, from firstData: Int, columns: [Series], hasHeading: Bool,
    _ context: DetectionContext
  ) -> [JoinedColumns] {
    let rows = Array(head.rows[min(firstData, head.rows.count)...])
    guard !rows.isEmpty else { return [] }
    let lengths = digitLengths(head, rows, columns: columns.count)
    var result: [JoinedColumns] = []
    var column = 0
    while column < columns.count {
      if column + 12 <= columns.count, (0..<12).allSatisfy({ lengths[column + $0] == 1 }) {
        result.append(make(column, 12, .digits, columns, context))
        column += 12
      } else if column + 3 <= columns.count, (0..<3).allSatisfy({ lengths[column + $0] == 4 }) {
        result.append(make(column, 3, .digits, columns, context))
        column += 3
      } else if let parts = numberedParts(head, rows, column, columns, context) {
        result.append(parts)
        column += parts.count
      } else if let date = dateParts(head, rows, column, columns, lengths, context) {
        result.append(date)
        column += date.count
      } else {
        column += 1
      }
    }
    return result
  }

  private static func make(
    _ first: Int, _ count: Int, _ form: Form, _ columns: [Series], _ context: DetectionContext
  ) -> JoinedColumns {
    JoinedColumns(
      first: first, count: count, form: form,
      series: context.makeSeries(
        heading: columns[first].heading, reading: columns[first].reading))
  }

  /// The number of digits that all filled cells of each column have; 0 when they differ or are no digits.
  private static func digitLengths(
    _ head: TableHead, _ rows: [TableHead.Row], columns: Int
  ) -> [Int] {
    (0..<columns).map { column in
      var length = 0
      for row in rows where column < row.count {
        guard let count = digits(head, head.cells[row.firstCell + column]) else { return 0 }
        guard count > 0 else { continue }
        if length == 0 { length = count } else if length != count { return 0 }
      }
      return length
    }
  }

  /// How many digits a cell holds, blanks aside; `nil` when it holds anything else.
  private static func digits(_ head: borrowing TableHead, _ cell: TableHead.Cell) -> Int? {
    var count = 0
    for index in cell.start..<cell.end {
      let byte = head.bytes[index]
      if byte <= 0x20 { continue }
      guard CompactText.isDigit(byte) else { return nil }
      count += 1
    }
    return count
  }

  /// Columns of digits under one heading that is numbered (電話1 電話2 電話3), or under the names of a number's parts.
  private static func numberedParts(
    _ head: TableHead, _ rows: [TableHead.Row], _ column: Int, _ columns: [Series],
    _ context: DetectionContext
  ) -> JoinedColumns? {
    guard let first = columns[column].heading, holdsDigits(head, rows, column) else { return nil }
    var count = 1
    while column + count < columns.count, count < 4 {
      let next = columns[column + count].heading
      guard next.map({ HeadingStem.areAlike(first, $0) }) ?? true,
        holdsDigits(head, rows, column + count)
      else { break }
      count += 1
    }
    if HeadingStem.isAreaCode(first), column + 2 < columns.count { count = 3 }
    guard count >= 2, next(first, columns, column) else { return nil }
    return make(column, count, .groups, columns, context)
  }

  /// Whether the next column belongs to the first by its heading.
  private static func next(
    _ first: String, _ columns: [Series], _ column: Int
  ) -> Bool {
    if HeadingStem.isAreaCode(first) { return true }
    guard column + 1 < columns.count,
      HeadingStem.length(first) != first.utf8.count || columns[column + 1].heading == nil
    else { return false }
    return !columns[column].reading.strong.isEmpty
  }

  /// Whether all filled cells of a column are digits, at most seven.
  private static func holdsDigits(
    _ head: TableHead, _ rows: [TableHead.Row], _ column: Int
  ) -> Bool {
    var filled = 0
    for row in rows where column < row.count {
      guard let count = digits(head, head.cells[row.firstCell + column]), count <= 7 else {
        return false
      }
      if count > 0 { filled += 1 }
    }
    return filled > 0
  }

  /// Year, month and day side by side under headings that say so.
  private static func dateParts(
    _ head: TableHead, _ rows: [TableHead.Row], _ column: Int, _ columns: [Series],
    _ lengths: [Int], _ context: DetectionContext
  ) -> JoinedColumns? {
    guard let rule = context.index.birthRule else { return nil }
    func isOfBirth(_ offset: Int) -> Bool {
      column + offset < columns.count && columns[column + offset].reading.weight(of: rule) >= 1
    }
    guard isOfBirth(0) || isOfBirth(1) else { return nil }
    func ends(_ offset: Int, _ words: [[UInt8]]) -> Bool {
      guard let heading = columns[column + offset].heading else { return false }
      return words.contains(where: heading.ends)
    }
    let words = DateWords.shared
    if isOfBirth(1), ends(0, words.eras), lengths[column + 1] == 6,
      holdsEras(head, rows, column)
    {
      return make(column, 2, .eraDate, columns, context)
    }
    guard isOfBirth(0) else { return nil }
    if column + 4 <= columns.count, ends(0, words.eras), ends(1, words.bareYears),
      ends(2, words.bareMonths), ends(3, words.bareDays)
    {
      return make(column, 4, .date(hasEra: true), columns, context)
    }
    guard column + 3 <= columns.count, ends(0, words.years), ends(1, words.months),
      ends(2, words.days)
    else { return nil }
    return make(column, 3, .date(hasEra: false), columns, context)
  }

  /// Whether the filled cells of a column are one digit or one letter of an era.
  private static func holdsEras(_ head: TableHead, _ rows: [TableHead.Row], _ column: Int) -> Bool {
    var filled = 0
    for row in rows where column < row.count {
      let cell = head.cells[row.firstCell + column]
      guard cell.start < cell.end else { continue }
      guard cell.end - cell.start == 1, eraCodes.contains(head.bytes[cell.start]) else {
        return false
      }
      filled += 1
    }
    return filled > 0
  }

  /// Codes of eras in notices (5 昭和, 7 平成, 9 令和) and in health care (3, 4, 5), and their letters.
  private static let eraCodes = Set("1234579MTSHRmtshr".utf8)

  /// What headings of the parts of a date end in.
  private struct DateWords {
    let eras = utf8(["年号", "元号"])
    let bareYears = utf8(["年"])
    let bareMonths = utf8(["月"])
    let bareDays = utf8(["日"])
    let years = utf8(["年", "(年)", "（年）", "year", "Year"])
    let months = utf8(["月", "(月)", "（月）", "month", "Month"])
    let days = utf8(["日", "(日)", "（日）", "day", "Day"])

    static let shared = DateWords()

    private static func utf8(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }
  }
}
