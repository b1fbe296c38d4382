package import ScanKernels

/// What walks over a column count, one number after another: each walk goes on behind the cell at which the one before ended.
///
/// - Parameters:
///   - cells: Each two 32-bit numbers, as ``walkColumn(_:cells:first:stride:count:kind:listed:_:_:)`` takes them.
///   - left: Filled cells that a walk may pass, and one more.
package func walkWholeColumn<Cell: BitwiseCopyable>(
  _ text: [UInt8], _ cells: [Cell], stride: Int, _ kind: ColumnKind, _ level: KernelLevel,
  listed: [UInt64], left: Int, allowed: UInt32
) -> [[Int]] {
  var results: [[Int]] = []
  var tally = ColumnCount()
  tally.left = left
  tally.allowed = allowed
  let count = (cells.count + stride - 1) / stride
  var index = 0
  while index < count {
    walkColumn(
      text.span, cells: cells.span, first: index * stride, stride: stride, count: count - index,
      kind: kind, listed: listed.span, &tally, level)
    precondition(tally.passed <= count - index, "no more cells are passed than there are")
    var result = [tally.passed, tally.filled, tally.blanks, tally.left, tally.steps]
    result += [tally.equalSteps, Int(truncatingIfNeeded: tally.previousValue)]
    result += [Int(tally.previousStep), Int(truncatingIfNeeded: tally.least)]
    result.append(Int(truncatingIfNeeded: tally.most))
    for position in 0..<8 { result.append(tally.special[position]) }
    results.append(result)
    index += tally.passed + 1
    if tally.left <= 1 { tally.left = left }
  }
  return results
}
