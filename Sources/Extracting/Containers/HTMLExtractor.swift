import Inventory

/// Reads HTML, as pages and as tables that are called `.xls`.
package enum HTMLExtractor {
  static func extract(
    _ reader: inout TextReader, into sink: any CellSink
  ) throws(ReadError) -> StructureEnd {
    sink.begin(.html)
    var walk = HTMLWalk()
    try LinePump.run(&reader, &walk, into: sink, longestLine: 4_096)
    return .complete
  }
}
