import Inventory

/// The values of a block sorted by series, in file order within each.
struct TreeColumns {
  /// Where the values of each series begin and, once they are sorted, end.
  fileprivate var ends: [Int] = []
  fileprivate var cells: [RowBlock.Cell] = []
  /// Index in the block of each cell.
  fileprivate var sources: [UInt32] = []
  /// Series of each value of the block.
  fileprivate var numbers: [UInt32] = []
}

/// Blocks of many values: series that have settled are counted as the columns of a table are.
extension TreeDetector {
  mutating func take(
    _ text: Span<UInt8>, _ block: borrowing TreeBlock, _ positions: borrowing TreePositions,
    _ context: DetectionContext
  ) {
    // Few values of many series are not worth sorting.
    if context.distinctBudget > 0 || block.values.count < max(16, series.count) {
      takeInOrder(text, block, positions, context)
    } else {
      takeBySeries(text, block, positions, context)
    }
    if pairs.holdsLabels { takePairs(text, block, positions, context) }
  }

  /// Values behind labels, in the order of the file.
  private mutating func takePairs(
    _ text: Span<UInt8>, _ block: borrowing TreeBlock, _ positions: borrowing TreePositions,
    _ context: DetectionContext
  ) {
    let values = block.values.span
    for index in values.indices {
      let value = values[index]
      guard
        pairs.concerns(
          text, Int(value.start), Int(value.end), path: Int(value.path), context)
      else { continue }
      takePair(text, value, block, positions, context)
    }
  }

  private mutating func takePair(
    _ text: Span<UInt8>, _ value: TreeBlock.Value, _ block: borrowing TreeBlock,
    _ positions: borrowing TreePositions, _ context: DetectionContext
  ) {
    pairs.take(
      text, Int(value.start), Int(value.end), path: Int(value.path), record: value.record,
      positions, context
    ) { [mask] in
      var place = block.place
      var above = TreePositions.Above()
      return spot(value, block, positions, &place, &above, mask, context)
    }
  }

  /// Distinct values are counted in the order of the file.
  private mutating func takeInOrder(
    _ text: Span<UInt8>, _ block: borrowing TreeBlock, _ positions: borrowing TreePositions,
    _ context: DetectionContext
  ) {
    var place = block.place
    var above = TreePositions.Above()
    let values = block.values.span
    let reader = context.reader
    let hashing = context.hash
    let mask = mask
    var budget = context.distinctBudget
    for index in values.indices {
      let value = values[index]
      let number = seriesNumber(Int(value.path), positions, context)
      let pending = series[number].take(
        text, Int(value.start), Int(value.end), context, reader, hashing, budget: &budget)
      guard let pending else { continue }
      context.distinctBudget = budget
      if pending.wanted != 0 {
        // Made here: a closure would copy the block and the names for each value.
        let spot = spot(value, block, positions, &place, &above, mask, context)
        series[number].keep(pending, text, context) { spot }
      } else {
        series[number].keep(pending, text, context) {
          spot(value, block, positions, &place, &above, mask, context)
        }
      }
      budget = context.distinctBudget
    }
    context.distinctBudget = budget
  }

  private mutating func takeBySeries(
    _ text: Span<UInt8>, _ block: borrowing TreeBlock, _ positions: borrowing TreePositions,
    _ context: DetectionContext
  ) {
    sort(block, positions, context)
    let columns = self.columns
    var place = block.place
    var above = TreePositions.Above()
    let values = block.values.span
    let reader = context.reader
    let hashing = context.hash
    let mask = mask
    var budget = context.distinctBudget
    let cells = columns.cells.span
    let sources = columns.sources.span
    var first = 0
    for number in columns.ends.indices {
      let end = columns.ends[number]
      guard first < end else { continue }
      series[number].take(
        text, ColumnRun(first: first, count: end - first), cells, context, reader, hashing,
        budget: &budget
      ) { index, _ in
        spot(
          values[Int(sources[first + index])], block, positions, &place, &above, mask, context)
      }
      first = end
    }
    context.distinctBudget = budget
  }

  /// Sorts the values by series: counts them, then puts each where its series begins.
  private mutating func sort(
    _ block: borrowing TreeBlock, _ positions: borrowing TreePositions, _ context: DetectionContext
  ) {
    let values = block.values.span
    columns.makeRoom(for: values.count)
    for index in values.indices {
      let number = seriesNumber(Int(values[index].path), positions, context)
      columns.numbers[index] = UInt32(truncatingIfNeeded: number)
    }
    columns.sort(values, series: series.count)
  }
}

extension TreeColumns {
  fileprivate mutating func makeRoom(for count: Int) {
    while numbers.count < count {
      numbers.append(0)
      cells.append(RowBlock.Cell(start: 0, end: 0))
      sources.append(0)
    }
  }

  /// Puts each value where its series begins.
  fileprivate mutating func sort(_ values: Span<TreeBlock.Value>, series: Int) {
    while ends.count < series { ends.append(0) }
    Self.sort(values, by: numbers, &ends, into: &cells, &sources)
  }

  private static func sort(
    _ values: Span<TreeBlock.Value>, by numbers: [UInt32], _ ends: inout [Int],
    into cells: inout [RowBlock.Cell], _ sources: inout [UInt32]
  ) {
    var ends = ends.mutableSpan
    var cells = cells.mutableSpan
    var sources = sources.mutableSpan
    for index in ends.indices { ends[index] = 0 }
    for index in values.indices { ends[Int(numbers[index])] &+= 1 }
    var next = 0
    for number in ends.indices {
      let count = ends[number]
      ends[number] = next
      next &+= count
    }
    for index in values.indices {
      let number = Int(numbers[index])
      let place = ends[number]
      ends[number] = place &+ 1
      cells[place] = RowBlock.Cell(start: values[index].start, end: values[index].end)
      sources[place] = UInt32(truncatingIfNeeded: index)
    }
  }
}

/// Where a value stands.
private func spot(
  _ value: TreeBlock.Value, _ block: borrowing TreeBlock, _ positions: borrowing TreePositions,
  _ place: inout BlockPlace, _ above: inout TreePositions.Above, _ mask: StepMask,
  _ context: DetectionContext
) -> SeriesTally.Spot {
  let path = positions.text(of: value, in: block, &above) {
    mask.isHidden($0, positions, context)
  }
  return SeriesTally.Spot(
    line: value.line, row: 0, byteOffset: place.storedOffset(of: value.offset),
    path: Masking.masked(path: path))
}
