import Inventory
import Rules
import ScanKernels

/// One series while its document is read: the heading, the tally, and the hits inside longer texts.
struct Series {
  var tally: SeriesTally
  /// The heading as it may be shown; `nil` when there is none or it could be a value.
  var heading: String?
  var reading: HeadingReading
  var wanted = CellReader.Wanted.all
  /// Hits of the rules inside cells that are running text.
  var hits = TextTally()
  /// Column of the values of a labelled series; 1-based; 0 for plain columns.
  var labelColumn = 0
  /// Cells of this column that a label in the cell to their left explains.
  var labelledCells = 0
  /// Whether the heading clearly names My Numbers; `nil` until a cell asks.
  private var isOfMyNumbers: Bool?
  private var untilReview = 48
  private var settled: SettledReader?
  private var untilSample = SettledKind.sampling(after: 0)

  init(tally: SeriesTally, heading: String?, reading: HeadingReading) {
    self.tally = tally
    self.heading = heading
    self.reading = reading
  }

  /// Reads one cell and counts it.
  ///
  /// - Parameters:
  ///   - text: UTF-8, lent for the call.
  ///   - start: First byte of the cell.
  ///   - end: One past its last byte.
  ///   - spot: Makes the place; called only when one is kept.
  mutating func take(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ context: DetectionContext,
    spot: () -> SeriesTally.Spot
  ) {
    var budget = context.distinctBudget
    let pending = take(
      text, start, end, context, context.reader, context.hash, budget: &budget)
    context.distinctBudget = budget
    if let pending { keep(pending, text, context, spot: spot) }
  }

  /// A cell whose place is wanted, or that is running text or a list and must be read as such.
  struct Pending {
    var reading: CellReading
    /// Signals of the reading that want its place, one bit each.
    var wanted: UInt32
    var start: Int
    var end: Int
  }

  /// The same without asking for a place: rows of dense tables take this way, cell by cell.
  ///
  /// - Parameter known: What the cell shows to all readers, when it was read before.
  /// - Returns: What is left to do with ``keep(_:_:_:spot:)``; `nil` for most cells.
  mutating func take(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ context: DetectionContext,
    _ reader: CellReader, _ hashing: CountingHash, budget: inout Int, known: CellReading? = nil
  ) -> Pending? {
    var start = start
    var end = end
    Blanks.trim(text, &start, &end)
    guard start < end else {
      tally.addBlank()
      return nil
    }
    if let settled {
      if settled.kind.goesByShape { untilSample -= 1 }
      var reading = CellReading()
      if untilSample > 0, settled.read(text, start, end, into: &reading) {
        let hash = budget > 0 ? hashing.hash(text, start, end) : 0
        let wanted = tally.add(reading, hash: hash, budget: &budget)
        return wanted != 0
          ? Pending(reading: reading, wanted: wanted, start: start, end: end) : nil
      }
      if untilSample <= 0 { untilSample = SettledKind.sampling(after: tally.filled) }
    }
    var reading =
      if let known, wanted == .all { known } else {
        reader.read(text, start, end, wanted: wanted)
      }
    if reading.isVoid {
      tally.addVoid()
      return nil
    }
    if reading.isList { return Pending(reading: reading, wanted: 0, start: start, end: end) }
    if reading.digits == 0, !reading.isProse, namesMyNumber(context),
      CellShape(text, start, end).digits >= Self.digitsInPhrase
    {
      // No.1234…: what looks like a code elsewhere is a phrase with the number in it here.
      reading.isProse = true
    }
    // Nothing is counted by it any more when the budget is spent.
    let hash = budget > 0 ? hashing.hash(text, start, end) : 0
    let wanted = tally.add(reading, hash: hash, budget: &budget)
    untilReview -= 1
    if untilReview == 0 { reviewAgain(context) }
    if wanted != 0 || reading.isProse {
      return Pending(reading: reading, wanted: wanted, start: start, end: end)
    }
    return nil
  }

  /// Counts the cell that was taken last again, as the same text stands in further records.
  ///
  /// - Parameter times: In how many.
  /// - Returns: For how many it was done; 0 when the next must be taken by itself.
  mutating func takeAgain(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, times: Int, _ context: DetectionContext
  ) -> Int {
    var start = start
    var end = end
    Blanks.trim(text, &start, &end)
    guard start < end else {
      tally.addBlanks(times)
      return times
    }
    guard settled == nil else { return 0 }
    let reading = context.reader.read(text, start, end, wanted: wanted)
    if reading.isVoid {
      tally.addVoids(times)
      return times
    }
    guard reading.digits == 0, !reading.isProse, !reading.isList else { return 0 }
    for index in 0..<reading.count where !tally.hasPlaces(Int(reading.signals[index])) { return 0 }
    let done = min(times, untilReview)
    tally.addAgain(reading, times: done, isCounted: context.distinctBudget > 0)
    untilReview -= done
    if untilReview == 0 { reviewAgain(context) }
    return done
  }

  /// Counts the cells of a run of plain records for as long as they have the usual shape of a settled series.
  ///
  /// - Parameters:
  ///   - start: Index of the first cell to look at.
  ///   - budget: Distinct values that the file may still count; reduced by those that are new.
  ///   - isStored: Whether the text is well-formed CP932.
  /// - Returns: Index of the cell that must be taken by itself, or the end of the run.
  mutating func takeUsual(
    _ text: Span<UInt8>, _ run: ColumnRun, from start: Int, _ cells: Span<RowBlock.Cell>,
    budget: inout Int, _ hashing: CountingHash, isStored: Bool
  ) -> Int {
    if let settled {
      return settled.count(
        text, run, from: start, cells, budget: &budget, hashing, isStored: isStored,
        samples: &untilSample, into: &tally)
    }
    // A column that has shown nothing so far: its empty cells.
    guard tally.filled == 0 else { return start }
    var walk = ColumnCount()
    let stop = run.walk(text, from: start, cells, as: .blanks, listed: Span(), &walk)
    tally.addBlanks(walk.blanks)
    return stop
  }

  /// Reads a run of cells, those of the usual shape many at a time.
  ///
  /// - Parameters:
  ///   - decoder: Decodes cells when the text is as stored; `nil` when it is UTF-8.
  ///   - spot: Makes the place of the cell at an index within the run.
  @inline(__always)
  mutating func take(
    _ text: Span<UInt8>, _ run: ColumnRun, _ cells: Span<RowBlock.Cell>,
    _ context: DetectionContext, _ reader: CellReader, _ hashing: CountingHash,
    budget: inout Int, decoder: (any CellDecoder)? = nil,
    spot: (Int, RowBlock.Cell) -> SeriesTally.Spot
  ) {
    var index = 0
    while true {
      index = takeUsual(
        text, run, from: index, cells, budget: &budget, hashing, isStored: decoder != nil)
      guard index < run.count else { return }
      let cell = run.cell(index, cells)
      if let decoder {
        take(text, cell, decoder, context, reader, hashing, budget: &budget) {
          spot(index, cell)
        }
        index += 1
        continue
      }
      let pending = take(
        text, Int(cell.start), Int(cell.end), context, reader, hashing, budget: &budget)
      if let pending {
        context.distinctBudget = budget
        keep(pending, text, context) { spot(index, cell) }
        budget = context.distinctBudget
      }
      index += 1
    }
  }

  /// Reads one cell that is lent as it is stored.
  private mutating func take(
    _ text: Span<UInt8>, _ cell: RowBlock.Cell, _ decoder: any CellDecoder,
    _ context: DetectionContext, _ reader: CellReader, _ hashing: CountingHash,
    budget: inout Int, spot: () -> SeriesTally.Spot
  ) {
    var decoded: [UInt8] = []
    decoder.decode(text.extracting(Int(cell.start)..<Int(cell.end)), into: &decoded)
    let count = decoded.count
    // Readers look at whole blocks, as they can where the cell lies within a text.
    for _ in 0..<64 { decoded.append(0x2C) }
    let pending = take(
      decoded.span, 0, count, context, reader, hashing, budget: &budget)
    if let pending {
      context.distinctBudget = budget
      keep(pending, decoded.span, context, spot: spot)
      budget = context.distinctBudget
    }
  }

  /// Digits that a cell has in which a My Number may stand among words.
  private static let digitsInPhrase = 12

  private mutating func namesMyNumber(_ context: DetectionContext) -> Bool {
    if let isOfMyNumbers { return isOfMyNumbers }
    let result =
      context.myNumberRule.map { reading.weight(of: $0) >= HeadingLexicon.clearWeight } ?? false
    isOfMyNumbers = result
    return result
  }

  private mutating func reviewAgain(_ context: DetectionContext) {
    if tally.filled < SettledKind.cellsBefore {
      review(context)
      untilReview = SettledKind.cellsBefore
    } else {
      // From time to time, so that a series that changes its kind is read in full again.
      settled = SettledKind.of(self, context).map { SettledReader($0, context.index) }
      untilReview = 64
    }
  }

  /// Stops asking readers that have recognised nothing in the first cells of a series.
  private mutating func review(_ context: DetectionContext) {
    func seen(_ signals: [TextSignal]) -> Bool {
      signals.contains { tally.count(of: context.index.signal($0)) > 0 }
    }
    if !seen([.fullName, .likelyName, .singleName, .unknownName]) { wanted.remove(.names) }
    if !seen([.organisation, .soleProprietor]) { wanted.remove(.organisations) }
    // Of remarks few are about an illness or an address, and the first can stand late.
    let isOfRemarks = isOfRemarks(context)
    if !seen([.address, .likelyAddress, .addressPart]), !isOfRemarks { wanted.remove(.addresses) }
    if !seen([.specialCare, .specialField, .negation, .careGrade]), !isOfRemarks {
      wanted.remove(.specialCare)
    }
    if !seen([.vehicle]) { wanted.remove(.vehicles) }
    if !seen([.bankWord, .accountKind]) { wanted.remove(.banks) }
    // Dates in text are cheap to refuse and may begin late.
  }

  /// Whether the heading lets special care be expected: 備考, 特記事項.
  private func isOfRemarks(_ context: DetectionContext) -> Bool {
    context.index.readers[.specialCare].map { reading.weight(of: $0) > 0 } ?? false
  }

  /// Whether nearly all cells so far hold digits or mail addresses.
  func holdsDigits(_ context: DetectionContext) -> Bool {
    guard tally.filled >= 3 else { return false }
    func count(_ signals: [TextSignal]) -> Int {
      signals.reduce(0) { $0 + tally.count(of: context.index.signal($1)) }
    }
    let digits = count([
      .number, .date, .eraDate, .mobilePhone, .fixedPhone, .email, .roleEmail, .address,
      .postalCode,
    ])
    return digits * 10 >= tally.filled * 9
  }

  var view: SeriesView { SeriesView(self) }
}
