import Inventory

/// Says of each cell of a table's first rows whether it names a field or is a value.
struct HeadKinds {
  private let context: DetectionContext
  private let reader: CellReader
  private let words: WordHashes
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
    words = context.wordHashes
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
    if end - start <= Self.longestWord, words.mayContain(bytes, start, end) {
      // Heading words are the same in file after file: what they are was told before.
      let hash = context.hash.hash(bytes, start, end)
      if words.contains(hash) {
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
    }
    let reading = reader.read(bytes, start, end, wanted: .all)
    readings.append(reading)
    return kind(bytes, start, end, reading, cell, head)
  }

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
    if reading.digits > 0 { return reading.digits >= 3 ? .value : .smallNumber }
    let isShort = end - start <= Self.longestWord
    let shown = reading.texts(behind: patterns)
    if shown.hasAny(Self.values) { return .value }
    // 山田 花子（旧姓：佐藤） is a person, whatever the word in its bracket says.
    if shown.hasAny(Self.names), HeadingMask.holdsNote(bytes, start, end, context.index.lexicon) {
      return .value
    }
    if isShort {
      let heading = context.index.lexicon.reading(of: head.string(cell))
      if !heading.strong.isEmpty || !heading.weak.isEmpty { return .vocabulary }
    }
    if !isShort { return .numberedText }
    return shown.hasAny(Self.codes) ? .numberedText : .text
  }

  private static let values = TextSignals([
    .fullName, .email, .roleEmail, .mobilePhone, .fixedPhone, .bareMobile, .bareFixed, .address,
    .postalCode, .date, .eraDate, .compactDate, .vehicle, .ipAddress, .sex, .legalForm,
  ])
  private static let names = TextSignals([.likelyName, .singleName, .unknownName])
  private static let codes = TextSignals([.code])
}
