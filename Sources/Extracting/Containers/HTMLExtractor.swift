import Inventory

/// Reads HTML, as pages and as tables that are called `.xls`.
package enum HTMLExtractor {
  static func extract<Source: ByteSource & ~Copyable, Sink: CellSink>(
    _ reader: inout TextReader<Source>, into sink: inout Sink
  ) throws(ReadError) -> StructureEnd {
    sink.begin(.html)
    var walk = HTMLWalk<Sink>()
    // Short pieces keep offsets exact where characters are stored in another width.
    try LinePump.run(&reader, &walk, into: &sink, longestLine: 4_096)
    return .complete
  }
}
