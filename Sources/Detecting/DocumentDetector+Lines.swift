import Inventory
import ScanKernels

/// Running text: lines are scanned where they may hold something, and their hits counted.
extension DocumentDetector {
  func allLines(_ text: Span<UInt8>, _ block: borrowing LineBlock) {
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

  /// Longest piece of a line that is scanned at once: what is weighed against what else the line holds stays bounded.
  static let pieceLimit = 8_192
  /// Bytes that a piece repeats of the one before, so that a value with its label is whole in one of them.
  private static let pieceOverlap = 512

  /// Scans a line, in overlapping pieces when it is long; of one that is mostly bytes of no encoding what can be read.
  private func scanLong(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ line: Int, _ block: borrowing LineBlock
  ) {
    counted = nil
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
      context.runningText.add(hit, hash: hash, context: context) {
        SeriesTally.Spot(
          line: line, row: 0, byteOffset: block.origin.storedOffset(of: hit.start, in: text),
          character: characters(text, lineStart, hit.start) + 1
            + (isFirst ? block.charactersBefore : 0))
      }
    }
  }

  /// Characters of a line before a place, counted from the place before: a line of a megabyte may hold ten thousand.
  private func characters(_ text: Span<UInt8>, _ lineStart: Int, _ place: Int) -> Int {
    var count = 0
    var from = lineStart
    if let counted, counted.place <= place {
      count = counted.characters
      from = counted.place
    }
    count += Characters.count(text, from, place)
    counted = (place, count)
    return count
  }

  // MARK: - Lines that may hold something

  /// Scans only the lines that the filter lets through.
  func filteredLines(
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
          counted = nil
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
        let search = filter.search(text, found)
        hits.removeAll(keepingCapacity: true)
        if !search.parts.isEmpty {
          let lines = context.lines
          lines.scan(text, found.start, found.end, search, into: &hits) { text in
            found.flags.hasAny(.below)
              ? recent.carry(text, before: found.start, lines) : LineScanner.Carry()
          }
        }
        if hits.isEmpty {
          if found.flags.hasAny(.short), block.overlap == 0 {
            takeBareLine(text, found.start, found.end, line, block)
          }
          continue
        }
        recent.note(found.start, lastHit: hits.map(\.start).max() ?? -1)
        counted = nil
        take(
          text, found.start..<found.end, line, block, lineStart: found.start, seen: found.start,
          isLast: true)
      }
    }
    if !block.isLast {
      carry =
        filter.leavesLabels
        ? recent.carry(text, before: text.count, context.lines) : LineScanner.Carry()
    }
    standing.note(filledLines: filter.filledLines, articles: filter.articles)
  }

  /// Full names that nothing points out and values below their labels, where nothing else was found.
  func takeOpening(_ text: Span<UInt8>, _ block: borrowing LineBlock) {
    guard opening.isOpen, format != .sourceCode, let rule = context.lines.nameRule else { return }
    let found = opening.names(text, overlap: block.overlap, longLine: Self.pieceLimit * 2)
    for name in found {
      let start = name.line.lowerBound
      let isSample = Samples.stands(before: name.name.lowerBound, in: text, from: start)
      hits = [name.hit(rule, isSample: isSample)]
      counted = nil
      take(
        text, name.line, block.firstLine + name.number, block, lineStart: start, seen: start,
        isLast: true)
    }
    opening.endBlock()
  }

  private func takeBareLine(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ line: Int, _ block: borrowing LineBlock
  ) {
    var first = start
    var last = end
    Blanks.trim(text, &first, &last)
    guard first < last else { return }
    // A number that is an item of a list is a number alone.
    first = ListItem.text(text, first, last)
    let shape = CellShape(text, first, last)
    // Words around the digits, but for one or two marks, are no number.
    guard shape.mayBeNumber, shape.digits >= 4 || shape.high >= 12,
      shape.high <= shape.wideDigits * 3 + 6
    else { return }
    var series = bareLines ?? context.makeSeries(heading: nil, reading: .none)
    bareLines = nil
    series.take(text, first, last, context) {
      SeriesTally.Spot(
        line: line, row: 0, byteOffset: block.origin.storedOffset(of: first, in: text),
        character: Characters.count(text, start, first) + 1)
    }
    bareLines = series
  }
}
