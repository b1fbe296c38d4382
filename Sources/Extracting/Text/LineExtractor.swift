import Inventory

/// Pushes running text line by line.
enum LineExtractor {
  /// Reads all that is left of a reader as lines.
  ///
  /// - Parameter firstLine: Lines before this one were understood already and are passed over; 1-based.
  static func extract<Source: ByteSource & ~Copyable, Sink: CellSink>(
    _ reader: inout TextReader<Source>, from firstLine: Int = 1, into sink: inout Sink
  ) throws(ReadError) {
    var block = LineBlock()
    var tail = 0
    while try reader.advance(keeping: tail) {
      block.origin = reader.origin
      sink.lines(reader.buffer.span.extracting(0..<reader.count), block)
      tail = 0
    }
  }
}
