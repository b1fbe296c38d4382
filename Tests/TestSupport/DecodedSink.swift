package import Inventory

/// Passes everything on, and takes no record as it is stored: so tables are decoded first.
package final class DecodedSink: CellSink {
  private let sink: any CellSink

  package init(_ sink: any CellSink) { self.sink = sink }

  package func begin(_ format: ContentFormat) { sink.begin(format) }
  package func beginTable(_ hint: TableHint) { sink.beginTable(hint) }
  package func rows(_ text: Span<UInt8>, _ block: borrowing RowBlock) { sink.rows(text, block) }
  package func endTable() { sink.endTable() }
  package func value(
    _ text: Span<UInt8>, _ value: borrowing TreeValue, _ positions: borrowing TreePositions
  ) { sink.value(text, value, positions) }
  package func lines(_ text: Span<UInt8>, _ block: borrowing LineBlock) { sink.lines(text, block) }
  package func knows(heading: Span<UInt8>) -> Bool { sink.knows(heading: heading) }
}
