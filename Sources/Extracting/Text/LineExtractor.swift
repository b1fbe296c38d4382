import Inventory
import ScanKernels

/// Pushes running text as whole lines.
enum LineExtractor {
  /// Bytes after which a line that does not end is pushed in pieces.
  static let longestLine = 1_048_576
  /// Bytes at the end of a piece that the next piece begins with: the longest value with its label fits many times.
  static let overlap = 1_024

  /// Reads all that is left of a reader as lines.
  ///
  /// - Parameter first: What stands before was understood already and is passed over.
  static func extract(
    _ reader: inout TextReader, from first: TextBreak = TextBreak(line: 1, offset: 0),
    into sink: any CellSink,
    longestLine: Int = longestLine, overlap: Int = overlap
  ) throws(ReadError) {
    var block = LineBlock()
    block.firstLine = first.line
    var tail = 0
    // Bytes at the front in which no line ends.
    var scanned = 0
    var passed = 0
    while try reader.advance(keeping: tail) {
      if passed < first.offset {
        passed += passOver(min(reader.count, first.offset - passed), &reader, &block)
        tail = reader.count
        scanned = 0
        if passed < first.offset || tail == 0 { continue }
      }
      let count = reader.count
      let end =
        reader.isLast
        ? count : LineEnds.last(reader.buffer.span, from: max(scanned - 1, 0), to: count)
      if end > 0 {
        block.isLast = reader.isLast
        TerminalMarks.blank(&reader.buffer, to: end)
        push(reader.buffer.span.extracting(0..<end), reader.origin, &block, into: sink)
        block.firstLine += LineEnds.count(reader.buffer.span, end)
        block.charactersBefore = 0
        tail = count - end
      } else if count >= longestLine {
        TerminalMarks.blank(&reader.buffer, to: count)
        push(reader.buffer.span.extracting(0..<count), reader.origin, &block, into: sink)
        var next = max(count - overlap, 1)
        while next < count, reader.buffer[next] & 0xC0 == 0x80 { next += 1 }
        block.charactersBefore += characters(reader.buffer.span.extracting(0..<next))
        tail = count - next
        block.overlap = tail
      } else {
        tail = count
      }
      scanned = tail
    }
  }

  /// Drops text from the front, and counts the characters of its last line.
  private static func passOver(
    _ wanted: Int, _ reader: inout TextReader, _ block: inout LineBlock
  ) -> Int {
    var end = wanted
    while end < reader.count, reader.buffer[end] & 0xC0 == 0x80 { end += 1 }
    note(reader.buffer.span.extracting(0..<end), &block)
    reader.discard(end)
    return end
  }

  private static func note(_ text: Span<UInt8>, _ block: inout LineBlock) {
    let endsInCR = text.count > 0 && text[text.count - 1] == 0x0D
    let lineStart = LineEnds.last(text, from: 0, to: text.count)
    if lineStart > 0 || endsInCR { block.charactersBefore = 0 }
    if !endsInCR {
      block.charactersBefore += characters(text.extracting(lineStart..<text.count))
    }
  }

  private static func push(
    _ text: Span<UInt8>, _ origin: TextOrigin, _ block: inout LineBlock, into sink: any CellSink
  ) {
    block.origin = origin
    sink.lines(text, block)
    block.overlap = 0
  }

  private static func characters(_ text: Span<UInt8>) -> Int {
    var count = 0
    for index in text.indices where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
