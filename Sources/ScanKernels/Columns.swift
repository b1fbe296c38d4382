import CScanKernels

/// What the cells of a column usually are, for ``walkColumn(_:cells:first:stride:count:kind:listed:_:_:)``.
package enum ColumnKind: Int, Sendable, CaseIterable {
  /// Nothing but empty cells.
  case blanks
  case names, addresses, mails, dates, mobiles, postalCodes, myNumbers, shortNumbers
  /// In CP932 known to be well-formed; all other kinds are ASCII, for which it makes no difference.
  case storedNames, storedAddresses

  fileprivate var code: tanaoroshi_column_kind {
    switch self {
    case .blanks: tanaoroshi_column_blanks
    case .names: tanaoroshi_column_names
    case .addresses: tanaoroshi_column_addresses
    case .mails: tanaoroshi_column_mails
    case .dates: tanaoroshi_column_dates
    case .mobiles: tanaoroshi_column_mobiles
    case .postalCodes: tanaoroshi_column_postal_codes
    case .myNumbers: tanaoroshi_column_my_numbers
    case .shortNumbers: tanaoroshi_column_short_numbers
    case .storedNames: tanaoroshi_column_stored_names
    case .storedAddresses: tanaoroshi_column_stored_addresses
    }
  }
}

/// What is counted on a walk over the cells of a column.
package struct ColumnCount {
  /// Cells passed.
  package var passed = 0
  package var filled = 0
  package var blanks = 0
  /// Filled cells that the walk may pass, and one more; counted down.
  package var left = Int.max
  /// By kind.
  ///
  /// Dates: those that may be numbers, before 1990, from 2009 on, on the first of April; postal codes: those
  /// listed; My Numbers: those that end in 0; short numbers: by their count of digits.
  package var special = InlineArray<8, Int>(repeating: 0)
  /// Bit n is set when `special[n]` may be counted; a cell that would be ends the walk otherwise.
  package var allowed: UInt32 = 0
  /// The number before; 0 for none.
  package var previousValue: UInt64 = 0
  package var previousStep: Int64 = 0
  package var steps = 0
  package var equalSteps = 0
  /// The least number of those passed.
  package var least = UInt64.max
  /// The greatest.
  package var most: UInt64 = 0

  package init() {}
}

/// Counts the cells of a column up to the first that is not of its usual shape.
///
/// - Parameters:
///   - text: What the cells point into; those that begin in its last 160 bytes end the walk, unless they are empty.
///   - cells: Each two 32-bit numbers: its first byte and one past its last; the size is checked.
///   - first: Index of the first cell to look at.
///   - stride: From one cell of the column to the next; positive.
///   - count: Cells to look at; that all lie within `cells` is checked.
///   - listed: One bit for each of 10,000,000 postal codes, whether it is one; its length is checked.
///   - tally: What is added to; `passed` begins with 0.
package func walkColumn<Cell: BitwiseCopyable>(
  _ text: Span<UInt8>, cells: Span<Cell>, first: Int, stride: Int, count: Int, kind: ColumnKind,
  listed: Span<UInt64>, _ tally: inout ColumnCount, _ level: KernelLevel = .best
) {
  tally.passed = 0
  guard count > 0, !text.isEmpty else { return }
  precondition(first >= 0 && stride > 0)
  let (beyond, overflows) = (count - 1).multipliedReportingOverflow(by: stride)
  precondition(!overflows && beyond < cells.count && first < cells.count - beyond)
  precondition(MemoryLayout<Cell>.stride == 8 && MemoryLayout<Cell>.alignment >= 4)
  precondition(kind != .postalCodes || listed.count >= 10_000_000 / 64)
  var seen = tanaoroshi_column_tally()
  seen.left = tally.left
  seen.allowed = tally.allowed
  seen.previous_value = tally.previousValue
  seen.previous_step = tally.previousStep
  seen.least = tally.least
  seen.most = tally.most
  // Safety: all cells lie within the span and the bits of all codes are there, as just checked; the kernel looks at no
  // bytes but those within the text, and keeps no pointer. A cell is two numbers of 32 bits in Swift as in C.
  unsafe text.withUnsafeBufferPointer { text in
    unsafe cells.withUnsafeBytes { cells in
      unsafe listed.withUnsafeBufferPointer { listed in
        var column = unsafe tanaoroshi_column(
          text: text.baseAddress, count: text.count,
          cells: cells.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: tanaoroshi_cell.self)
            + first, stride: stride, records: count, listed: listed.baseAddress)
        unsafe tanaoroshi_walk_column(&column, kind.code, &seen, level.code)
      }
    }
  }
  tally.passed = seen.record
  tally.filled += seen.filled
  tally.blanks += seen.blanks
  tally.left = seen.left
  tally.special[0] += seen.special.0
  tally.special[1] += seen.special.1
  tally.special[2] += seen.special.2
  tally.special[3] += seen.special.3
  tally.special[4] += seen.special.4
  tally.special[5] += seen.special.5
  tally.special[6] += seen.special.6
  tally.special[7] += seen.special.7
  tally.previousValue = seen.previous_value
  tally.previousStep = seen.previous_step
  tally.steps += seen.steps
  tally.equalSteps += seen.equal_steps
  tally.least = seen.least
  tally.most = seen.most
}

/// Puts the hashes of the filled cells of a column into a table, and gathers the cells whose hash was not there.
///
/// - Parameters:
///   - text: What the cells point into; those that do not lie in it are passed over.
///   - cells: Each two 32-bit numbers: its first byte and one past its last; the size is checked.
///   - first: Index of the first cell to look at.
///   - stride: From one cell of the column to the next; positive.
///   - count: Cells to look at; that all lie within `cells` is checked.
///   - key: Of the hash; its second word has the lowest and the highest bit set.
///   - slots: A power of two of hashes, 0 where there is none, more of them free than `count`; the caller knows how many
///     are taken.
///   - fresh: Takes the new cells, as many as there may be; its room is checked.
package func gatherNew<Cell: BitwiseCopyable>(
  _ text: Span<UInt8>, cells: Span<Cell>, first: Int, stride: Int, count: Int,
  key: (UInt64, UInt64), slots: inout [UInt64], into fresh: inout OutputSpan<Cell>
) {
  guard count > 0, !text.isEmpty else { return }
  precondition(first >= 0 && stride > 0)
  let (beyond, overflows) = (count - 1).multipliedReportingOverflow(by: stride)
  precondition(!overflows && beyond < cells.count && first < cells.count - beyond)
  precondition(MemoryLayout<Cell>.stride == 8 && MemoryLayout<Cell>.alignment >= 4)
  precondition(fresh.freeCapacity >= count)
  precondition(slots.count > count && slots.count & (slots.count - 1) == 0)
  // Safety: all cells lie within the span and the new ones have room, as just checked; slots are looked at by their number
  // modulo their count, and at least one is free, so that the search ends. No pointer is kept; a cell is two numbers of 32
  // bits in Swift as in C.
  unsafe text.withUnsafeBufferPointer { text in
    unsafe cells.withUnsafeBytes { cells in
      unsafe slots.withUnsafeMutableBufferPointer { slots in
        unsafe fresh.withUnsafeMutableBufferPointer { buffer, initialized in
          var column = unsafe tanaoroshi_column(
            text: text.baseAddress, count: text.count,
            cells: cells.baseAddress.unsafelyUnwrapped.assumingMemoryBound(
              to: tanaoroshi_cell.self) + first, stride: stride, records: count, listed: nil)
          let free = unsafe UnsafeMutableRawPointer(
            buffer.baseAddress.unsafelyUnwrapped + initialized)
          initialized += unsafe tanaoroshi_gather_new(
            &column, key.0, key.1, slots.baseAddress.unsafelyUnwrapped, slots.count - 1,
            free.assumingMemoryBound(to: tanaoroshi_cell.self))
        }
      }
    }
  }
}
