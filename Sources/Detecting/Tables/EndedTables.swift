import Inventory

/// Tables of one document that have ended and wait to be judged: where the heading of one comes again, it goes on.
///
/// Those that wait are bounded (``isFull``), so that a document of very many tables stays small in memory.
struct EndedTables {
  /// Tables that wait at most.
  private static let mostTables = 512
  /// Columns of them, all together, from which on they no longer wait: each takes one to three kilobytes.
  private static let mostColumns = 4_000

  private var tables: [TableDetector] = []
  private var columns = 0

  /// Whether they are to be judged before another one begins.
  var isFull: Bool { tables.count >= Self.mostTables || columns >= Self.mostColumns }

  /// Behind the places of all that wait.
  var nextPlace: Int { (tables.lazy.map(\.place).max() ?? -1) + 1 }

  mutating func append(_ table: TableDetector) {
    columns += table.columns.count
    tables.append(table)
  }

  /// Takes out the last one that has a row for its heading.
  mutating func takeOut(
    headedBy row: RowBlock.Row, _ text: Span<UInt8>, _ block: borrowing RowBlock,
    _ context: DetectionContext
  ) -> TableDetector? {
    guard row.count > 0, !tables.isEmpty else { return nil }
    let cell = block.cells[row.firstCell]
    let first = context.hash.hash(text, Int(cell.start), Int(cell.end))
    let found = tables.lastIndex {
      $0.headingHashes.first == first && $0.isHeadingAgain(text, block, row, context)
    }
    guard let found else { return nil }
    let table = tables.remove(at: found)
    columns -= table.columns.count
    return table
  }

  /// Gives them away, in the order in which they began.
  mutating func handOver() -> [TableDetector] {
    let waiting = tables.sorted { $0.place < $1.place }
    self = EndedTables()
    return waiting
  }
}
