import Inventory

/// Reads a text file that came with a mail: as a table when its beginning is one, else as lines.
///
/// What is held is bounded: the sample that the decision is made by, then records that have not ended.
struct AttachedText {
  /// Bytes of text that are gathered before records are pushed.
  private static var chunk: Int { 65_536 }

  private enum State {
    case sample, table, lines
  }

  private struct Held {
    var bytes: [UInt8]
    var place: LinePlace
    var isEnd: Bool
  }

  private let part: MailPart
  private var state: State = .sample
  private var held: [Held] = []
  private var heldBytes = 0
  /// What the sample is written in, where its label does not say so.
  private var encoding: TextEncoding?
  private var isFirst = true

  private var text: [UInt8] = []
  /// Where lines of the text begin, and where they stand in the mail.
  private var marks: [(decoded: Int, line: Int)] = []
  private var origin = TextOrigin(checkpoints: [])
  /// Whether bytes of the text stand in the mail as they are, so that cells have places of their own.
  private let isPlain: Bool
  private var splitter = RowSplitter(delimiter: 0x2C)
  private var isWrapped = false
  private var pushedAt = 0

  /// - Parameter part: Of a text, with the extension of its file's name.
  init(_ part: MailPart) {
    self.part = part
    isPlain = part.transfer == .identity
  }

  /// Whether a record was cut because it was too long.
  var hasCut: Bool { splitter.hasCut }

  /// Takes a line without its end.
  ///
  /// - Parameters:
  ///   - bytes: In the encoding of the attachment.
  ///   - isEnd: Whether the line ends with them.
  mutating func take(
    _ bytes: [UInt8], isEnd: Bool, _ place: LinePlace, into sink: any CellSink
  ) {
    guard state == .sample else {
      return takeDecoded(decoded(bytes), isEnd: isEnd, place, into: sink)
    }
    held.append(Held(bytes: bytes, place: place, isEnd: isEnd))
    heldBytes += bytes.count + 1
    if heldBytes >= TableSniffer.sampleSize { decide(isWhole: false, into: sink) }
  }

  mutating func finish(into sink: any CellSink) {
    if state == .sample { decide(isWhole: true, into: sink) }
    guard state == .table else { return }
    push(isLast: true, into: sink)
    sink.endTable()
  }

  private mutating func decoded(_ bytes: [UInt8]) -> [UInt8] {
    let text = CharsetDecoding.decode(bytes, label: part.charset, known: encoding)
    guard isFirst else { return text }
    isFirst = false
    return text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
  }

  private mutating func decide(isWhole: Bool, into sink: any CellSink) {
    let lines = held
    held = []
    let sample = Array(lines.map(\.bytes).joined(separator: [0x0A]))
    if part.charset == nil, sample.contains(where: { $0 >= 0x80 }) {
      encoding = EncodingContest.decide(sample, isCut: !isWhole)
    }
    let decoded = lines.map { self.decoded($0.bytes) }
    var text = Array(decoded.joined(separator: [0x0A]))
    let count = text.count
    // Kernels look at whole blocks.
    text.append(contentsOf: [UInt8](repeating: 0, count: TextReader.padding))
    let kind = TextSniffer.kind(
      of: text.span, count: count, isWhole: isWhole,
      job: ExaminationJob(size: nil, nameExtension: part.fileExtension))
    var first = 0
    if case .table(let dialect) = kind {
      state = .table
      splitter = RowSplitter(delimiter: dialect.delimiter)
      isWrapped = dialect.isWrapped
      if dialect.hasSeparatorLine { first = 1 }
      sink.beginTable(TableHint())
    } else {
      state = .lines
    }
    for (line, text) in zip(lines, decoded).dropFirst(first) {
      takeDecoded(text, isEnd: line.isEnd, line.place, into: sink)
    }
  }

  private mutating func takeDecoded(
    _ line: [UInt8], isEnd: Bool, _ place: LinePlace, into sink: any CellSink
  ) {
    guard state == .table else { return LinePump.push(line.span, place, into: sink) }
    marks.append((text.count, place.line))
    if isPlain {
      let own = place.origin
      origin.width = own.width
      for checkpoint in own.checkpoints {
        var checkpoint = checkpoint
        checkpoint.decoded += text.count
        origin.checkpoints.append(checkpoint)
      }
    } else {
      origin.checkpoints.append(
        TextOrigin.Checkpoint(decoded: text.count, stored: place.offset))
    }
    text.append(contentsOf: line)
    if isEnd { text.append(0x0A) }
    if text.count - pushedAt >= Self.chunk { push(isLast: false, into: sink) }
  }

  /// Pushes the records that have ended, and all that is left at the end.
  private mutating func push(isLast: Bool, into sink: any CellSink) {
    var text: [UInt8] = []
    swap(&text, &self.text)
    let count = text.count
    text.append(contentsOf: [UInt8](repeating: 0, count: TextReader.padding))
    var start = 0
    var step: RowSplitter.Step
    repeat {
      let longest = TableExtractor.longestRecord
      let mustCut = count - start >= longest
      var end = count
      if mustCut {
        end = start + longest
        while end > start + 1, text[end] & 0xC0 == 0x80 { end -= 1 }
      }
      step = splitter.split(
        text.span, from: start, count: end, isLast: isLast && !mustCut, mustCut: mustCut)
      pushBlock(&text, count, into: sink)
      start = step.consumed
    } while step.isFull
    text.removeLast(text.count - count)
    text.removeFirst(start)
    swap(&text, &self.text)
    forget(start)
    pushedAt = self.text.count
  }

  private mutating func pushBlock(
    _ text: inout [UInt8], _ count: Int, into sink: any CellSink
  ) {
    guard !splitter.block.rows.isEmpty else { return }
    var bytes = text.mutableSpan
    splitter.undoubleQuotes(in: &bytes)
    if isWrapped { splitter.block.unwrap(text.span) }
    var mark = 0
    for index in splitter.block.rows.indices {
      let row = splitter.block.rows[index]
      let start = Int(splitter.block.cells[row.firstCell].start)
      while mark + 1 < marks.count, marks[mark + 1].decoded <= start { mark += 1 }
      splitter.block.rows[index].line = marks.isEmpty ? 1 : marks[mark].line
      // Lines of what was encoded for transfer are not those of the mail.
      if !isPlain, row.firstColumn == 0 { splitter.block.rows[index].spansLines = false }
    }
    let places = isPlain ? origin : originOfCells()
    splitter.block.origin = places
    sink.rows(text.span.extracting(0..<count), splitter.block)
  }

  /// Each cell stands where its line does.
  private func originOfCells() -> TextOrigin {
    var result = TextOrigin(checkpoints: [])
    result.checkpoints.reserveCapacity(splitter.block.cells.count)
    var next = 0
    for cell in splitter.block.cells {
      let start = Int(cell.start)
      while next + 1 < origin.checkpoints.count, origin.checkpoints[next + 1].decoded <= start {
        next += 1
      }
      guard next < origin.checkpoints.count else { break }
      if result.checkpoints.last?.decoded == start { continue }
      result.checkpoints.append(
        TextOrigin.Checkpoint(decoded: start, stored: origin.checkpoints[next].stored))
    }
    return result
  }

  /// Drops the places of what was pushed.
  private mutating func forget(_ consumed: Int) {
    if let last = marks.lastIndex(where: { $0.decoded <= consumed }) { marks.removeFirst(last) }
    for index in marks.indices { marks[index].decoded = max(0, marks[index].decoded - consumed) }
    if let last = origin.checkpoints.lastIndex(where: { $0.decoded <= consumed }) {
      origin.checkpoints.removeFirst(last)
    }
    for index in origin.checkpoints.indices { origin.checkpoints[index].decoded -= consumed }
  }
}
