import Inventory

/// Says of each cell of a table's first rows whether it names a field or is a value.
struct HeadKinds {
  private let context: DetectionContext
  private let reader: CellReader
  private let words: HeadingWords
  /// Patterns of rules: the fixed signals come behind them.
  private let patterns: Int
  /// What each cell of the head shows, in the order of ``TableHead/cells``; `nil` for blank ones and for heading words known from before.
  private(set) var readings: [CellReading?] = []

  /// What was found out about the cells of a head before its rows are taken, in the order of its cells.
  struct Known {
    /// `nil` for blank cells and for those that were not read.
    var readings: [CellReading?]
    var cells: [TableHead.Cell]
  }

  init(_ context: DetectionContext) {
    self.context = context
    reader = context.reader
    words = context.headingWords
    patterns = context.index.patternSignals
  }

  mutating func kinds(_ head: TableHead) -> [[HeadingDecision.Kind]] {
    let bytes = head.bytes
    readings.reserveCapacity(head.cells.count)
    var kinds: [[HeadingDecision.Kind]] = []
    kinds.reserveCapacity(head.rows.count)
    for row in head.rows {
      var ofRow: [HeadingDecision.Kind] = []
      ofRow.reserveCapacity(row.count)
      for position in 0..<row.count {
        ofRow.append(kind(bytes.span, head.cells[row.firstCell + position], head))
      }
      kinds.append(ofRow)
    }
    return kinds
  }

  private mutating func kind(
    _ bytes: Span<UInt8>, _ cell: TableHead.Cell, _ head: TableHead
  ) -> HeadingDecision.Kind {
    var start = cell.start
    var end = cell.end
    Blanks.trim(bytes, &start, &end)
    guard start < end else {
      readings.append(nil)
      return .blank
    }
    if end - start <= Self.longestWord, words.contains(bytes, start, end) {
      // Heading words are the same in file after file: what they are was told before.
      let hash = context.hash.hash(bytes, start, end)
      if let known = context.headings.kind(ofWord: hash) {
        readings.append(nil)
        return known
      }
      let reading = reader.read(bytes, start, end, wanted: .all)
      readings.append(reading)
      let kind = kindOfWord(reading)
      context.headings.note(kind, ofWord: hash)
      return kind
    }
    let reading = reader.read(bytes, start, end, wanted: .all)
    readings.append(reading)
    return kind(bytes, start, end, reading, cell, head)
  }

  /// Digits that no heading has.
  private static let digitsOfValue = 9

  /// Longest heading in bytes.
  private static let longestWord = 90

  /// The kind of a cell that is a heading word as written.
  private func kindOfWord(_ reading: CellReading) -> HeadingDecision.Kind {
    if reading.isVoid { return .text }
    if reading.digits > 0 { return reading.digits >= 3 ? .value : .smallNumber }
    return .vocabulary
  }

  private func kind(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ reading: CellReading,
    _ cell: TableHead.Cell, _ head: TableHead
  ) -> HeadingDecision.Kind {
    if reading.isVoid { return .text }
    // 千葉・福島 heads the column of an area; names in a list of persons are told by what stands beside them.
    if reading.isList { return reading.digits > 0 ? .value : .text }
    if reading.digits > 0 { return reading.digits >= 3 ? .value : .smallNumber }
    let isShort = end - start <= Self.longestWord
    let shown = reading.texts(behind: patterns)
    if shown.hasAny(Self.values) { return .value }
    // 山田 花子（旧姓：佐藤） is a person, whatever the word in its bracket says.
    if shown.hasAny(Self.names), HeadingMask.holdsNote(bytes, start, end, context.index.lexicon) {
      return .value
    }
    if isShort, isNote(bytes, start, end) { return .value }
    if isShort {
      let heading = context.index.lexicon.reading(of: head.string(cell))
      if !heading.strong.isEmpty || !heading.weak.isEmpty {
        // マイナンバー 1234…, No.1234…: a label with its value.
        return CellShape(bytes, start, end).digits >= Self.digitsOfValue ? .value : .vocabulary
      }
    }
    if !isShort { return .numberedText }
    return shown.hasAny(Self.codes) ? .numberedText : .text
  }

  /// Whether a cell is a label and its value, as titles above tables have: 作成日：2026/04/12, 作成者：総務部.
  ///
  /// 住所：市区町村 and 性別(1:男 2:女) are headings.
  private func isNote(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end {
      // ： is EF BC 9A.
      let isWide =
        bytes[index] == 0xEF && index + 2 < end && bytes[index + 1] == 0xBC
        && bytes[index + 2] == 0x9A
      guard bytes[index] == 0x3A || isWide else { continue }
      var from = index + (isWide ? 3 : 1)
      var to = end
      Blanks.trim(bytes, &from, &to)
      guard index > start, from < to, !words.contains(bytes, from, to) else {
        return false
      }
      let reading = reader.read(bytes, from, to, wanted: .all)
      let shown = reading.texts(behind: patterns)
      return reading.digits >= 4 || shown.hasAny(Self.values) || shown.hasAny(Self.offices)
    }
    return false
  }

  private static let offices = TextSignals([.organisation])

  /// Whether the words that most rows begin with are values of a column, and no labels: 社員区分, 社員番号 above 正社員, 10482.
  ///
  /// The first row with two filled cells names fields and holds no value. Then the words are values when they speak for what
  /// the row's first word speaks for, without being it (支店 above 新宿支店); when the first word is the name of data and
  /// hardly any below is a heading as written; or when further cells of the row are the names of data, which are not named
  /// again below: two of them, or one where all below it are numbers; or when the words come again and again and
  /// the row stands above values.
  func areLabelsValues(_ head: TableHead, _ kinds: [[HeadingDecision.Kind]]) -> Bool {
    guard
      let heading = kinds.firstIndex(where: { row in row.count { $0 != .blank } >= 2 }),
      kinds[heading].allSatisfy({ $0 == .vocabulary || $0 == .text || $0 == .blank }),
      let first = kinds[heading].firstIndex(where: { $0 != .blank })
    else { return false }
    let below = kinds.indices.dropFirst(heading + 1)
    let labels = below.compactMap { row -> (row: Int, position: Int)? in
      guard let position = kinds[row].firstIndex(where: { $0 != .blank }),
        kinds[row][position] == .vocabulary
      else { return nil }
      return (row, position)
    }
    if kinds[heading][first] == .vocabulary {
      let named = rules(head, heading, first)
      let related = labels.count {
        !isWord(head, $0.row, $0.position)
          && !rules(head, $0.row, $0.position).isDisjoint(with: named)
      }
      if related > 0, related * 2 > labels.count { return true }
      // 社員番号, 連番 above 第12地区の3, 1: a row of field names, and hardly a label below that is one.
      let isWhole = kinds[heading].allSatisfy { $0 != .text } && namesData(head, heading, first)
      if isWhole, labels.count(where: { isWord(head, $0.row, $0.position) }) * 4 < labels.count {
        return true
      }
    }
    let columns = kinds[heading].indices.filter { column in
      guard column > first, namesData(head, heading, column) else { return false }
      let cells = below.filter { column < kinds[$0].count && kinds[$0][column] != .blank }
      return !cells.isEmpty && cells.count { kinds[$0][column] == .vocabulary } * 4 < cells.count
    }
    if columns.count >= 2 { return true }
    let words = Set(labels.map { hash(head, $0.row, $0.position) })
    if labels.count >= 4, words.count * 2 <= labels.count,
      !columns.isEmpty || HeadingDecision.standsAboveDigits(kinds, heading)
    {
      return true
    }
    let isNumeric = columns.contains { column in
      let cells = below.filter { column < kinds[$0].count && kinds[$0][column] != .blank }
      return cells.count >= 2
        && cells.allSatisfy {
          kinds[$0][column] == .smallNumber
            || kinds[$0][column] == .value && isNumber(head, $0, column)
        }
    }
    return isNumeric && labels.count { namesData(head, $0.row, $0.position) } * 2 < labels.count
  }

  /// Whether a cell is the name of data: a whole heading, or one that ends so.
  private func namesData(_ head: TableHead, _ row: Int, _ position: Int) -> Bool {
    let cell = head.cells[head.rows[row].firstCell + position]
    guard cell.end - cell.start <= Self.longestWord else { return false }
    return context.index.lexicon.reading(of: head.string(cell)).strong.entries.contains {
      context.index.types[$0.rule] != nil && $0.weight >= HeadingLexicon.strongWeight
    }
  }

  private func isNumber(_ head: TableHead, _ row: Int, _ position: Int) -> Bool {
    let cell = head.cells[head.rows[row].firstCell + position]
    return CellShape(head.bytes.span, cell.start, cell.end).mayBeNumber
  }

  private func hash(_ head: TableHead, _ row: Int, _ position: Int) -> UInt64 {
    let cell = trimmed(head, row, position)
    return context.hash.hash(head.bytes.span, cell.lowerBound, cell.upperBound)
  }

  private func trimmed(_ head: TableHead, _ row: Int, _ position: Int) -> Range<Int> {
    let cell = head.cells[head.rows[row].firstCell + position]
    var start = cell.start
    var end = cell.end
    Blanks.trim(head.bytes.span, &start, &end)
    return start..<max(start, end)
  }

  /// The rules of data and look-alikes for which a cell's words speak.
  private func rules(_ head: TableHead, _ row: Int, _ position: Int) -> Set<Int> {
    let cell = head.cells[head.rows[row].firstCell + position]
    let reading = context.index.lexicon.reading(of: head.string(cell))
    return Set(reading.strong.entries.map(\.rule) + reading.weak.entries.map(\.rule))
  }

  /// Whether a cell is a word of the vocabulary as it is written.
  private func isWord(_ head: TableHead, _ row: Int, _ position: Int) -> Bool {
    let cell = trimmed(head, row, position)
    return words.contains(head.bytes.span, cell.lowerBound, cell.upperBound)
  }

  /// Whether a cell shows a value by itself: a whole name, an address, a date.
  static func isValue(_ shown: TextSignals) -> Bool { shown.hasAny(values) }

  private static let values = TextSignals([
    .fullName, .email, .roleEmail, .mobilePhone, .fixedPhone, .bareMobile, .bareFixed, .address,
    .postalCode, .date, .eraDate, .compactDate, .vehicle, .ipAddress, .sex, .legalForm,
  ])
  private static let names = TextSignals([.likelyName, .singleName, .unknownName])
  private static let codes = TextSignals([.code])
}
