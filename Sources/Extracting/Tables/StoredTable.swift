import Inventory
import ScanKernels

/// Reads the long middle of a table in CP932 without decoding it.
///
/// Digits, quotes, delimiters and line breaks are below 40, where no second byte of a character lies: records and
/// cells can be told as they are stored. Detection takes those records whose columns it knows, and asks for the text of
/// single cells only. Blocks that are not well-formed throughout, and the end of the file, are decoded as any other text.
struct StoredTable {
  private var mayStore: Bool
  private var buffer: [UInt8] = []
  private let decoder = CP932Cells()

  init(_ dialect: TableDialect) {
    // The bar is a second byte of many characters.
    mayStore = dialect.delimiter < 0x40 && !dialect.isWrapped
  }

  /// Whether it is worth trying after a block that was decoded.
  func mayBegin(_ reader: borrowing TextReader, _ sink: any CellSink) -> Bool {
    mayStore && reader.decision.encoding == .cp932 && !reader.decision.isOpen && !reader.isLast
      && sink.takesStoredRows
  }

  /// Takes records as they are stored, for as long as all is well-formed.
  ///
  /// - Parameters:
  ///   - reader: Goes on behind the last record that was taken.
  ///   - tail: Bytes at the end of the reader's text that are still needed.
  /// - Returns: Whether any record was taken; then nothing is left in the reader's buffer.
  mutating func take(
    _ reader: inout TextReader, _ splitter: inout RowSplitter, keeping tail: Int,
    into sink: any CellSink, _ level: KernelLevel
  ) throws(ReadError) -> Bool {
    let begin = reader.storedOffset(ofLast: tail)
    let end = reader.bytesRead
    var offset = begin
    let size = max(reader.blockSize, 4_096)
    if buffer.isEmpty {
      buffer = [UInt8](repeating: 0, count: size + TextReader.padding)
    }
    while true {
      let count = try reader.readStored(at: offset, into: &buffer, size)
      let sound = soundBytes(count, level)
      var start = 0
      var step: RowSplitter.Step
      repeat {
        step = splitter.split(buffer.span, from: start, count: sound, isLast: false)
        push(&splitter, at: offset, count: sound, into: sink)
        start = step.consumed
      } while step.isFull
      offset += start
      // At the end of the file, at a byte that fits no character, and in a record longer than the block.
      if count < size { mayStore = false }
      if count < size || sound < count - 1 || start == 0 { break }
    }
    guard offset > begin else {
      reader.bytesRead = end
      return false
    }
    reader.resume(at: offset)
    return true
  }

  /// How many bytes of the buffer are well-formed: all but the half of a character at the end, or those before the line
  /// that comes before the one in which something else stands, for that line is judged as a whole.
  private func soundBytes(_ count: Int, _ level: KernelLevel) -> Int {
    let table = DoubleByteTable.cp932
    var sound = checkCP932(buffer.span.extracting(0..<count), table.span, level)
    guard sound < count - 1 else { return sound }
    for _ in 0..<2 {
      while sound > 0, buffer[sound - 1] != 0x0A { sound -= 1 }
      sound = max(0, sound - 1)
    }
    return sound
  }

  private mutating func push(
    _ splitter: inout RowSplitter, at offset: Int, count: Int, into sink: any CellSink
  ) {
    guard !splitter.block.rows.isEmpty else { return }
    var text = buffer.mutableSpan
    splitter.undoubleQuotes(in: &text)
    splitter.block.origin = TextOrigin(
      checkpoints: [TextOrigin.Checkpoint(decoded: 0, stored: offset)])
    let stored = buffer.span.extracting(0..<count)
    var index = 0
    while true {
      index = sink.storedRows(stored, splitter.block, from: index, decoder)
      guard index < splitter.block.rows.count else { return }
      pushDecoded(splitter.block, index, stored, at: offset, into: sink)
      index += 1
    }
  }

  /// Decodes one record and pushes it as any other.
  private func pushDecoded(
    _ block: borrowing RowBlock, _ index: Int, _ stored: Span<UInt8>, at offset: Int,
    into sink: any CellSink
  ) {
    let row = block.rows[index]
    var single = RowBlock()
    var text: [UInt8] = []
    var checkpoints: [TextOrigin.Checkpoint] = []
    for position in 0..<row.count {
      let cell = block.cells[row.firstCell + position]
      let start = text.count
      checkpoints.append(
        TextOrigin.Checkpoint(decoded: start, stored: offset + Int(cell.start)))
      decoder.decode(stored.extracting(Int(cell.start)..<Int(cell.end)), into: &text)
      single.cells.append(
        RowBlock.Cell(
          start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: text.count)))
      text.append(0x2C)
    }
    single.rows.append(
      RowBlock.Row(firstCell: 0, count: row.count, line: row.line, spansLines: row.spansLines))
    single.firstRow = block.firstRow + index
    single.origin = TextOrigin(checkpoints: checkpoints, width: .cp932)
    // Kernels look at whole blocks.
    for _ in 0..<64 { text.append(0x2C) }
    sink.rows(text.span, single)
  }
}

/// Decodes cells of CP932.
struct CP932Cells: CellDecoder {
  func decode(_ stored: Span<UInt8>, into text: inout [UInt8]) {
    let room = stored.count * 3 + 2 * decodeSlack + 32
    var cursor = DecodeCursor(input: 0, output: text.count)
    text.append(contentsOf: repeatElement(0, count: room))
    var output = text.mutableSpan
    _ = CP932Decoding.decode(stored, upTo: stored.count, into: &output, &cursor)
    text.removeLast(text.count - cursor.output)
  }
}
