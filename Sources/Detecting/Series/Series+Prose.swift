/// Cells that are running text, which are read as lines are, and cells that are lists.
extension Series {
  /// Keeps the place of a cell, and reads it as running text when it is that.
  @inline(__always)
  mutating func keep(
    _ pending: Pending, _ text: Span<UInt8>, _ context: DetectionContext,
    spot: () -> SeriesTally.Spot
  ) {
    if pending.reading.isList {
      takeItems(text, pending.start..<pending.end, context, spot: spot)
      return
    }
    if pending.wanted != 0 { tally.keep(spot(), of: pending.reading, wanted: pending.wanted) }
    guard pending.reading.isProse else { return }
    tally.addProse()
    readProse(text, pending.start, pending.end, context, spot: spot)
  }

  /// Counts each item of a cell as a cell.
  private mutating func takeItems(
    _ text: Span<UInt8>, _ cell: Range<Int>, _ context: DetectionContext,
    spot: () -> SeriesTally.Spot
  ) {
    guard var list = ListCell(text, cell.lowerBound, cell.upperBound) else { return }
    while let item = list.next(text) {
      take(text, item.lowerBound, item.upperBound, context, spot: spot)
    }
  }

  /// Reads a title or remark above the heading as running text; it does not count as a value of the series.
  mutating func takeTitle(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ context: DetectionContext,
    spot: () -> SeriesTally.Spot
  ) {
    readProse(text, start, end, context, isTitle: true, spot: spot)
  }

  private mutating func readProse(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ context: DetectionContext,
    isTitle: Bool = false, spot: () -> SeriesTally.Spot
  ) {
    // A clear heading is the label of what stands in its cells.
    if !isTitle, reading.speaksClearly { context.lines.heading = reading }
    defer { context.lines.heading = nil }
    var carry = LineScanner.Carry()
    var found: [TextHit] = []
    var lineStart = start
    while lineStart < end {
      var lineEnd = lineStart
      while lineEnd < end, text[lineEnd] != 0x0A, text[lineEnd] != 0x0D { lineEnd += 1 }
      found.removeAll(keepingCapacity: true)
      context.lines.scan(text, lineStart, lineEnd, &carry, into: &found)
      // Of shorter cells the reader of cells has seen every word.
      if !isTitle, end - start > CellReader.longestRead {
        context.lines.scanCare(text, lineStart, lineEnd, into: &found)
      }
      for hit in found {
        count(hit, context.hash.hash(text, hit.start, hit.end), context, spot: spot)
      }
      lineStart = lineEnd + 1
    }
  }

  /// Counts a hit as one of this series, or as one of the file's running text when too many series have hits.
  private mutating func count(
    _ hit: TextHit, _ hash: UInt64, _ context: DetectionContext, spot: () -> SeriesTally.Spot
  ) {
    guard context.entriesLeft > 0 || hits.has(hit) else {
      context.runningText.add(hit, hash: hash, context: context, spot: spot)
      return
    }
    let before = hits.entries.count
    hits.add(hit, hash: hash, context: context, spot: spot)
    context.entriesLeft -= hits.entries.count - before
  }
}
