package import Inventory
import ScanKernels

/// Detects personal data in one document: the sink that an extractor pushes into.
///
/// After the last push ``finish()`` gives the findings. Nothing of the text is kept.
package final class DocumentDetector: CellSink {
  let context: DetectionContext
  var format = ContentFormat.text
  private var table: TableDetector?
  /// Tables that have ended, between two of them.
  private var ended = EndedTables()
  private var tree = TreeDetector()
  var carry = LineScanner.Carry()
  var hits: [TextHit] = []
  var standing = DocumentStanding()
  /// Characters of the line in hand before a place in it; `nil` where none was counted yet.
  var counted: (place: Int, characters: Int)?
  var opening: OpeningSearch
  /// Lines that are one number and nothing else: a list without columns is a series as well.
  var bareLines: Series?
  var records = FixedRecords()
  private var findings = DocumentFindings()

  init(_ context: DetectionContext) {
    self.context = context
    opening = OpeningSearch(context.lines)
  }

  package func begin(_ format: ContentFormat) {
    self.format = format
    carry = LineScanner.Carry()
  }

  package func beginTable(_ hint: TableHint) {
    endTable()
    table = TableDetector(hint: hint, after: ended)
    ended = EndedTables()
  }

  package func rows(_ text: Span<UInt8>, _ block: borrowing RowBlock) {
    if table == nil { beginTable(TableHint()) }
    var start = 0
    while let next = table?.take(text, block, from: start, context), next < block.rows.count {
      start = next
      settle(table?.handOverEnded() ?? [])
    }
  }

  package var takesStoredRows: Bool { table?.takesStored(context) ?? false }

  package func storedRows(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, from start: Int, _ decoder: any CellDecoder
  ) -> Int {
    table?.takeStored(text, block, from: start, decoder, context) ?? start
  }

  package func endTable() {
    endReading()
    if ended.isFull { settle(ended.handOver()) }
  }

  /// Lets the table that is read wait; apart from judging it, so that nothing else holds on to its columns by then.
  private func endReading() {
    guard var last = table else { return }
    table = nil
    last.finish(context)
    ended = last.waiting()
  }

  package func value(
    _ text: Span<UInt8>, _ value: borrowing TreeValue, _ positions: borrowing TreePositions
  ) {
    tree.take(text, value, positions, context)
  }

  package func values(
    _ text: Span<UInt8>, _ block: borrowing TreeBlock, _ positions: borrowing TreePositions
  ) {
    tree.take(text, block, positions, context)
  }

  package func lines(_ text: Span<UInt8>, _ block: borrowing LineBlock) {
    context.signs.countText(text, 0, min(text.count, 64 << 10))
    // Expressions that do not ride on numbers are looked for in blocks that have one of their triggers.
    if let filter = context.filter, !context.index.ownTriggers.mayStand(in: text) {
      filteredLines(text, block, filter)
    } else {
      allLines(text, block)
    }
    takeOpening(text, block)
    records.take(text, block, context)
  }

  package func knows(heading: Span<UInt8>) -> Bool {
    context.headingWords.contains(heading, 0, heading.count)
  }

  /// Whether a pattern was given up at its match limit, so that something may have been overlooked.
  package var hasGivenUp: Bool { context.matcher.hasGivenUp }

  /// Whether it has more findings than a report takes: the first are there.
  package var hasTooManyFindings: Bool { findings.hasTooMany }

  // MARK: - The result

  /// Judges what was read.
  package func finish() -> (findings: [Finding], persons: PersonEvidence, signs: [Sign]) {
    endTable()
    context.reader.forget()
    settle(ended.handOver())
    settleOthers()
    standing.settle(&context.runningText, format: format, job: context.job)
    if !context.runningText.isEmpty {
      let maker = FindingMaker(index: context.index, settings: context.settings)
      findings.add(maker.findings(context.runningText, location: .text, column: nil))
    }
    return (
      standing.weighed(findings.list, format: format, job: context.job),
      standing.persons(findings.list, format: format, job: context.job), context.signs.signs
    )
  }

  /// Judges the values of trees, and lines and columns of fixed records that are numbers; most files of running text have neither.
  private func settleOthers() {
    let numbers = records.series + [bareLines].compactMap(\.self)
    guard !tree.isEmpty || !numbers.isEmpty else { return }
    let judge = RecordJudge(index: context.index, headings: context.headings)
    let maker = FindingMaker(index: context.index, settings: context.settings)
    for var judged in judge.judged(tree.groups(context), context) {
      standing.add(judged.standing)
      findings.settle(&judged.series, hasPerson: judged.standing.hasPerson, maker)
    }
    settlePairs(judge, maker)
    // They are of one record no more than lines of text are.
    for series in numbers {
      let bare = judge.judged(
        [JudgedSeries(series: series, location: .text, column: nil)], joined: [])
      standing.add(bare.standing)
      var strict = bare.series.filter { $0.accepted?.type.isStrictIdentifier ?? false }
      findings.settle(&strict, hasPerson: true, maker)
    }
  }

  /// Judges values behind labels; only what a number itself confirms, for labels of settings are called much the same.
  private func settlePairs(_ judge: RecordJudge, _ maker: FindingMaker) {
    let group = tree.pairs.group(context)
    guard !group.isEmpty else { return }
    let judged = judge.judged(group, joined: [])
    standing.add(judged.standing)
    let known = findings.list.count
    var strict = judged.series.filter { $0.accepted?.type.isStrictIdentifier ?? false }
    findings.settle(&strict, hasPerson: true, maker)
    findings.removeDoubled(labelled: [known..<findings.list.count])
  }

  private func settle(_ tables: consuming [TableDetector]) {
    guard !tables.isEmpty else { return }
    let judge = RecordJudge(index: context.index, headings: context.headings)
    let maker = FindingMaker(index: context.index, settings: context.settings)
    var all = tables
    var labels: [Range<Int>] = []
    for number in all.indices {
      let columns = all[number].handOverColumns()
      context.entriesLeft += columns.reduce(0) { $0 + $1.series.hits.entries.count }
      let ended = all[number]
      var judged = judge.judged(columns, joined: ended.joined)
      standing.add(judged.standing)
      for position in judged.series.indices {
        // Values that their own labels explain are not judged by the column again.
        let series = judged.series[position].series
        if series.labelledCells * 5 >= series.tally.filled * 3, series.labelledCells > 0,
          // 普通 beside a number is the kind of the account, and no label.
          !judged.series[position].accepts(.bankAccount)
        {
          judged.series[position].isPart = true
        }
      }
      findings.settle(&judged.series, hasPerson: judged.standing.hasPerson, maker)
      let labelled = ended.labelled.map {
        JudgedSeries(
          series: $0, location: .column($0.labelColumn, heading: $0.heading),
          column: $0.labelColumn)
      }
      if !labelled.isEmpty {
        var judgedLabels = judge.judged(labelled, joined: [], hasPerson: judged.standing.hasPerson)
        standing.add(judgedLabels.standing)
        let known = findings.list.count
        findings.settle(&judgedLabels.series, hasPerson: judgedLabels.standing.hasPerson, maker)
        labels.append(known..<findings.list.count)
      }
    }
    // Values of label cells were seen in their columns as well.
    findings.removeDoubled(labelled: labels)
  }
}
