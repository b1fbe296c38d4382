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
  /// - Parameter firstLine: Lines before this one were understood already and are passed over; 1-based.
  static func extract(
    _ reader: inout TextReader, from firstLine: Int = 1, into sink: any CellSink,
    longestLine: Int = longestLine, overlap: Int = overlap
  ) throws(ReadError) {
    var block = LineBlock()
    var tail = 0
    while try reader.advance(keeping: tail) {
      if block.firstLine < firstLine {
        let start = LineEnds.skip(
          reader.buffer.span, reader.count, isLast: reader.isLast, line: &block.firstLine,
          to: firstLine)
        reader.discard(start)
        tail = reader.count
        if block.firstLine < firstLine || tail == 0 { continue }
      }
      let count = reader.count
      let end =
        reader.isLast ? count : LineEnds.last(reader.buffer.span, from: 0, to: count)
      if end > 0 {
        push(reader.buffer.span.extracting(0..<end), reader.origin, &block, into: sink)
        block.firstLine += LineEnds.count(reader.buffer.span, end)
        block.charactersBefore = 0
        tail = count - end
      } else if count >= longestLine {
        push(reader.buffer.span.extracting(0..<count), reader.origin, &block, into: sink)
        var next = max(count - overlap, 1)
        while next < count, reader.buffer[next] & 0xC0 == 0x80 { next += 1 }
        block.charactersBefore += characters(reader.buffer.span.extracting(0..<next))
        tail = count - next
        block.overlap = tail
      } else {
        tail = count
      }
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
