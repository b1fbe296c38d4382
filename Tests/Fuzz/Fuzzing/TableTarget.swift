import Inventory

@testable import Extracting

/// The splitter of delimited text: the first byte picks the delimiter.
struct TableTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    // Bad bytes are the decoders' matter.
    let content = Array(String(decoding: bytes.dropFirst(), as: UTF8.self).utf8)
    let dialect = TableDialect(
      delimiter: TableDialect.delimiters[Int(first & 3)], hasSeparatorLine: first & 4 != 0)
    let whole = read(content, dialect, blockSize: 262_144)
    for blockSize in [8, 61] {
      require(
        read(content, dialect, blockSize: blockSize) == whole, "any block size gives the same rows")
    }
  }

  private func read(
    _ bytes: [UInt8], _ dialect: TableDialect, blockSize: Int
  ) -> [[[UInt8]]] {
    var reader = TextReader(
      MemorySource(bytes), decision: EncodingDecision(.utf8), blockSize: blockSize)
    let sink = RowKeeper()
    _ = try? TableExtractor.extract(&reader, dialect, into: sink)
    return sink.rows
  }
}

/// Keeps the rows of a table, and nothing else.
final class RowKeeper: CellSink {
  var rows: [[[UInt8]]] = []
  private var lastLine = 0

  func begin(_ format: ContentFormat) {}
  func beginTable(_ hint: TableHint) {}
  func endTable() {}

  func rows(_ text: Span<UInt8>, _ block: borrowing RowBlock) {
    for row in block.rows {
      require(row.line > lastLine, "lines go forward")
      lastLine = row.line
      rows.append(
        block.cells[row.firstCell..<row.firstCell + row.count].map { cell in
          (Int(cell.start)..<Int(cell.end)).map { text[$0] }
        })
    }
  }

  func value(
    _ text: Span<UInt8>, _ value: borrowing TreeValue, _ positions: borrowing TreePositions
  ) {}
  func lines(_ text: Span<UInt8>, _ block: borrowing LineBlock) {}
}
