package import Inventory
import ScanKernels

/// Detects personal data in one document: the sink that an extractor pushes into.
///
/// After the last push ``finish()`` gives the findings. Nothing of the text is kept.
package final class DocumentDetector: CellSink {
  let context: DetectionContext
  private var format = ContentFormat.text
  private var table: TableDetector?
  private var tables: [TableDetector] = []
  private var tree = TreeDetector()
  private var text = TextTally()
  private var carry = LineScanner.Carry()
  private var hits: [TextHit] = []
  private var standing = DocumentStanding()
  private var opening: OpeningSearch
  /// Lines that are one number and nothing else: a list without columns is a series as well.
  private var bareLines: Series?
  private var records = FixedRecords()

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
    table = TableDetector(hint: hint)
  }

  package func rows(_ text: Span<UInt8>, _ block: borrowing RowBlock) {
    if table == nil { table = TableDetector(hint: TableHint()) }
    table?.take(text, block, context)
  }

  package var takesStoredRows: Bool { table?.takesStored(context) ?? false }

  package func storedRows(
    _ text: Span<UInt8>, _ block: borrowing RowBlock, from start: Int, _ decoder: any CellDecoder
  ) -> Int {
    table?.takeStored(text, block, from: start, decoder, context) ?? start
  }

  package func endTable() {
    guard var ended = table else { return }
    table = nil
    ended.finish(context)
    tables.append(ended)
    // Tables are judged as they end, so that a file of many small tables stays small in memory.
    if tables.count >= 64 { settleTables() }
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

  private func allLines(_ text: Span<UInt8>, _ block: borrowing LineBlock) {
    var line = block.firstLine
    var start = 0
    let count = text.count
    while start < count {
      var end = start
      while end < count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      if end > start { scanLong(text, start, end, line, block) }
      if end + 1 < count, text[end] == 0x0D, text[end + 1] == 0x0A { end += 1 }
      start = end + 1
      line += 1
    }
  }

  package func knows(heading: Span<UInt8>) -> Bool {
    context.headingWords.contains(heading, 0, heading.count)
  }

  /// Longest piece of a line that is scanned at once: what is weighed against what else the line holds stays bounded.
  static let pieceLimit = 8_192
  /// Bytes that a piece repeats of the one before, so that a value with its label is whole in one of them.
  private static let pieceOverlap = 512

  /// Scans a line, in overlapping pieces when it is long; of one that is mostly bytes of no encoding what can be read.
  private func scanLong(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ line: Int, _ block: borrowing LineBlock
  ) {
    if let parts = ReadableParts.find(text, start, end) {
      scanParts(text, parts, line, block, lineStart: start)
    } else {
      scanPieces(text, start, end, line, block, lineStart: start)
    }
  }

  private func scanParts(
    _ text: Span<UInt8>, _ parts: [Range<Int>], _ line: Int, _ block: borrowing LineBlock,
    lineStart: Int
  ) {
    for part in parts {
      scanPieces(text, part.lowerBound, part.upperBound, line, block, lineStart: lineStart)
    }
  }

  private func scanPieces(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ line: Int, _ block: borrowing LineBlock,
    lineStart: Int
  ) {
    guard end - start > Self.pieceLimit * 2 else {
      scanLine(text, start..<end, line, block, lineStart: lineStart, seen: lineStart, isLast: true)
      return
    }
    var piece = start
    var seen = start
    while piece < end {
      var cut = min(end, piece + Self.pieceLimit)
      while cut < end, text[cut] & 0xC0 == 0x80 { cut += 1 }
      scanLine(
        text, piece..<cut, line, block, lineStart: lineStart, seen: seen, isLast: cut == end)
      guard cut < end else { return }
      seen = cut
      piece = cut - Self.pieceOverlap
      while text[piece] & 0xC0 == 0x80 { piece += 1 }
    }
  }

  /// Scans one piece of a line; hits that end within what was seen, or that the piece's end may have cut, do not count.
  private func scanLine(
    _ text: Span<UInt8>, _ piece: Range<Int>, _ line: Int, _ block: borrowing LineBlock,
    lineStart: Int, seen: Int, isLast: Bool
  ) {
    hits.removeAll(keepingCapacity: true)
    let start = piece.lowerBound
    let end = piece.upperBound
    context.lines.scan(text, start, end, &carry, into: &hits)
    standing.note(line: text, start, end, hits.count)
    if hits.isEmpty, end - start <= 64, block.overlap == 0 {
      takeBareLine(text, start, end, line, block)
    }
    take(text, piece, line, block, lineStart: lineStart, seen: seen, isLast: isLast)
  }

  /// Counts the hits of a piece.
  private func take(
    _ text: Span<UInt8>, _ piece: Range<Int>, _ line: Int, _ block: borrowing LineBlock,
    lineStart: Int, seen: Int, isLast: Bool
  ) {
    let end = piece.upperBound
    let isFirst = line == block.firstLine
    opening.note(hits)
    for hit in hits {
      if isFirst, block.overlap > 0, hit.end <= block.overlap { continue }
      if seen > lineStart, hit.end < seen { continue }
      if !isLast, hit.end >= end { continue }
      let hash = context.hash.hash(text, hit.start, hit.end)
      self.text.add(hit, hash: hash, context: context) {
        SeriesTally.Spot(
          line: line, row: 0, byteOffset: block.origin.storedOffset(of: hit.start, in: text),
          character: Characters.count(text, lineStart, hit.start) + 1
            + (isFirst ? block.charactersBefore : 0))
      }
    }
  }

  // MARK: - Lines that may hold something

  /// Scans only the lines that the filter lets through.
  private func filteredLines(
    _ text: Span<UInt8>, _ block: borrowing LineBlock, _ filter: LineFilter
  ) {
    filter.begin(text)
    var recent = RecentLines(carry)
    while true {
      let count = filter.next(text)
      guard count > 0 else { break }
      for index in 0..<count {
        let found = filter.line(index)
        let line = block.firstLine + found.number
        if found.flags.hasAny(.high), !found.flags.hasAny(.long),
          let parts = ReadableParts.find(text, found.start, found.end)
        {
          guard !parts.isEmpty else { continue }
          carry = recent.carry(text, before: found.start, context.lines)
          scanParts(text, parts, line, block, lineStart: found.start)
          recent = RecentLines(carry, from: found.end)
          continue
        }
        if found.flags.hasAny(.long) {
          carry = recent.carry(text, before: found.start, context.lines)
          scanLong(text, found.start, found.end, line, block)
          recent = RecentLines(carry, from: found.end)
          continue
        }
        let parts = filter.parts(text, found)
        hits.removeAll(keepingCapacity: true)
        if !parts.isEmpty {
          let lines = context.lines
          lines.scan(text, found.start, found.end, parts, into: &hits) { text in
            recent.carry(text, before: found.start, lines)
          }
        }
        if hits.isEmpty {
          if found.flags.hasAny(.short), block.overlap == 0 {
            takeBareLine(text, found.start, found.end, line, block)
          }
          continue
        }
        recent.note(found.start, lastHit: hits.map(\.start).max() ?? -1)
        take(
          text, found.start..<found.end, line, block, lineStart: found.start, seen: found.start,
          isLast: true)
      }
    }
    if !block.isLast { carry = recent.carry(text, before: text.count, context.lines) }
    standing.note(filledLines: filter.filledLines, articles: filter.articles)
  }

  /// Full names that nothing points out and values below their labels, where nothing else was found.
  private func takeOpening(_ text: Span<UInt8>, _ block: borrowing LineBlock) {
    guard opening.isOpen, format != .sourceCode, let rule = context.lines.nameRule else { return }
    let found = opening.names(text, overlap: block.overlap, longLine: Self.pieceLimit * 2)
    for name in found {
      let start = name.line.lowerBound
      let isSample = Samples.stands(before: name.name.lowerBound, in: text, from: start)
      hits = [name.hit(rule, isSample: isSample)]
      take(
        text, name.line, block.firstLine + name.number, block, lineStart: start, seen: start,
        isLast: true)
    }
    opening.endBlock()
  }

  private func takeBareLine(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ line: Int, _ block: borrowing LineBlock
  ) {
    let shape = CellShape(text, start, end)
    // Words around the digits, but for one or two marks, are no number.
    guard shape.mayBeNumber, shape.digits >= 4 || shape.high >= 12,
      shape.high <= shape.wideDigits * 3 + 6
    else { return }
    var series = bareLines ?? context.makeSeries(heading: nil, reading: .none)
    bareLines = nil
    series.take(text, start, end, context) {
      SeriesTally.Spot(
        line: line, row: 0, byteOffset: block.origin.storedOffset(of: start, in: text),
        character: 1)
    }
    bareLines = series
  }

  /// Whether a pattern was given up at its match limit, so that something may have been overlooked.
  package var hasGivenUp: Bool { context.matcher.hasGivenUp }

  // MARK: - The result

  private var findings: [Finding] = []

  /// Judges what was read.
  package func finish() -> (findings: [Finding], persons: PersonEvidence, signs: [Sign]) {
    endTable()
    context.reader.forget()
    settleTables()
    settleOthers()
    standing.settle(&text, format: format, job: context.job)
    if !text.isEmpty {
      let maker = FindingMaker(index: context.index, settings: context.settings)
      findings += maker.findings(text, location: .text, column: nil)
    }
    return (
      standing.weighed(findings, format: format, job: context.job),
      standing.persons(findings, format: format, job: context.job), context.signs.signs
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
      settle(&judged.series, hasPerson: judged.standing.hasPerson, maker)
    }
    settlePairs(judge, maker)
    // They are of one record no more than lines of text are.
    for series in numbers {
      let bare = judge.judged(
        [JudgedSeries(series: series, location: .text, column: nil)], joined: [])
      standing.add(bare.standing)
      var strict = bare.series.filter { $0.accepted?.type.isStrictIdentifier ?? false }
      settle(&strict, hasPerson: true, maker)
    }
  }

  /// Judges values behind labels; only what a number itself confirms, for labels of settings are called much the same.
  private func settlePairs(_ judge: RecordJudge, _ maker: FindingMaker) {
    let group = tree.pairs.group(context)
    guard !group.isEmpty else { return }
    let judged = judge.judged(group, joined: [])
    standing.add(judged.standing)
    let known = findings.count
    var strict = judged.series.filter { $0.accepted?.type.isStrictIdentifier ?? false }
    settle(&strict, hasPerson: true, maker)
    findings = DoubledFindings.removed(from: findings, labelled: [known..<findings.count])
  }

  private func settleTables() {
    guard !tables.isEmpty else { return }
    let judge = RecordJudge(index: context.index, headings: context.headings)
    let maker = FindingMaker(index: context.index, settings: context.settings)
    var all: [TableDetector] = []
    for ended in tables { all += ended.separated() }
    tables = []
    var labels: [Range<Int>] = []
    for number in all.indices {
      let columns = all[number].handOverColumns()
      let ended = all[number]
      var judged = judge.judged(columns, joined: ended.joined)
      standing.add(judged.standing)
      for position in judged.series.indices {
        // Values that their own labels explain are not judged by the column again.
        let series = judged.series[position].series
        if series.labelledCells * 5 >= series.tally.filled * 3, series.labelledCells > 0 {
          judged.series[position].isPart = true
        }
      }
      settle(&judged.series, hasPerson: judged.standing.hasPerson, maker)
      let labelled = ended.labelled.map {
        JudgedSeries(
          series: $0, location: .column($0.labelColumn, heading: $0.heading),
          column: $0.labelColumn)
      }
      if !labelled.isEmpty {
        var judgedLabels = judge.judged(labelled, joined: [], hasPerson: judged.standing.hasPerson)
        standing.add(judgedLabels.standing)
        let known = findings.count
        settle(&judgedLabels.series, hasPerson: judgedLabels.standing.hasPerson, maker)
        labels.append(known..<findings.count)
      }
    }
    // Values of label cells were seen in their columns as well.
    findings = DoubledFindings.removed(from: findings, labelled: labels)
  }

  /// Makes the findings of judged series, and lets go of each: of thousands of columns the places would be held twice.
  private func settle(_ group: inout [JudgedSeries], hasPerson: Bool, _ maker: FindingMaker) {
    if findings.isEmpty { findings.reserveCapacity(group.count) }
    group.reverse()
    while let judged = group.popLast() {
      findings += maker.findings(judged)
      guard !judged.series.hits.isEmpty else { continue }
      var hits = judged.series.hits
      hits.removeAll { key, entry in
        entry.type == .specialCare && !hasPerson || key.note == "bare-name" && hasPerson == false
      }
      findings += maker.findings(hits, location: judged.location, column: judged.column)
    }
  }
}
