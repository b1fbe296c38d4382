import Inventory
import ScanKernels

/// Reads a delimited table and pushes its records.
enum TableExtractor {
  /// Bytes after which a record that does not end is cut.
  static let longestRecord = 1_048_576

  /// Reads all that is left of a reader as one table.
  static func extract(
    _ reader: inout TextReader, _ dialect: TableDialect, into sink: any CellSink,
    level: KernelLevel = .best, longestRecord: Int = longestRecord
  ) throws(ReadError) -> StructureEnd {
    var splitter = RowSplitter(delimiter: dialect.delimiter)
    splitter.level = level
    var mustSkipLine = dialect.hasSeparatorLine
    var tail = 0
    var stored = StoredTable(dialect)
    sink.begin(dialect.delimiter == 0x09 ? .tsv : .csv)
    sink.beginTable(TableHint())
    while try reader.advance(keeping: tail) {
      var start = 0
      if mustSkipLine {
        guard let next = lineEnd(reader.buffer, reader.count, isLast: reader.isLast) else {
          tail = reader.count
          continue
        }
        start = next
        splitter.line = 2
        mustSkipLine = false
      }
      var step: RowSplitter.Step
      repeat {
        // A long record is cut at the same places, however the text came.
        let mustCut = reader.count - start >= longestRecord
        var count = reader.count
        if mustCut {
          count = start + longestRecord
          while count > start + 1, reader.buffer[count] & 0xC0 == 0x80 { count -= 1 }
        }
        step = splitter.split(
          reader.buffer.span, from: start, count: count, isLast: reader.isLast && !mustCut,
          mustCut: mustCut)
        push(&reader, &splitter, dialect, into: sink)
        start = step.consumed
      } while step.isFull
      tail = reader.count - step.consumed
      if stored.mayBegin(reader, sink) {
        let isTaken = try stored.take(&reader, &splitter, keeping: tail, into: sink, level)
        if isTaken { tail = 0 }
      }
    }
    sink.endTable()
    return splitter.hasCut ? .longLine : .complete
  }

  private static func push(
    _ reader: inout TextReader, _ splitter: inout RowSplitter, _ dialect: TableDialect,
    into sink: any CellSink
  ) {
    guard !splitter.block.rows.isEmpty else { return }
    var text = reader.buffer.mutableSpan
    splitter.undoubleQuotes(in: &text)
    if dialect.isWrapped { splitter.block.unwrap(reader.buffer.span) }
    splitter.block.origin = reader.origin
    sink.rows(reader.buffer.span.extracting(0..<reader.count), splitter.block)
  }

  /// First byte of the second line.
  private static func lineEnd(_ bytes: [UInt8], _ count: Int, isLast: Bool) -> Int? {
    for index in 0..<count where bytes[index] == 0x0A || bytes[index] == 0x0D {
      if bytes[index] == 0x0A { return index + 1 }
      if index + 1 < count { return bytes[index + 1] == 0x0A ? index + 2 : index + 1 }
      return isLast ? count : nil
    }
    return isLast ? count : nil
  }
}
