import Inventory
import ScanKernels

/// The cells of one column in a run of plain records: every so many of a block's, or gathered one behind the other.
struct ColumnRun {
  /// Index of the first cell; 0-based.
  var first: Int
  /// From one cell to the next.
  var stride = 1
  /// How many there are.
  var count: Int

  /// The cell at an index within the run.
  @inline(__always)
  func cell(_ index: Int, _ cells: Span<RowBlock.Cell>) -> RowBlock.Cell {
    cells[first &+ index &* stride]
  }

  /// Counts cells from `start` on for as long as they have the usual shape.
  ///
  /// - Returns: Index of the first that has not, or ``count``.
  func walk(
    _ text: Span<UInt8>, from start: Int, _ cells: Span<RowBlock.Cell>, as kind: ColumnKind,
    listed: Span<UInt64>, _ tally: inout ColumnCount
  ) -> Int {
    walkColumn(
      text, cells: cells, first: first + start * stride, stride: stride,
      count: count - start, kind: kind, listed: listed, &tally)
    return start + tally.passed
  }
}
