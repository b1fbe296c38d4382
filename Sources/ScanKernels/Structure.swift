import CScanKernels

/// Finds quotes, delimiters and line breaks (LF and CR) of a delimited table.
///
/// - Parameters:
///   - text: At least 64 bytes longer than `start + count`; this is checked.
///   - start: 0-based.
///   - count: Bytes to look at, at most as many as `places` has.
///   - delimiter: What stands between cells.
///   - places: Takes their places, relative to `start`, ascending.
/// - Returns: How many there are.
package func findStructure(
  _ text: Span<UInt8>, from start: Int, count: Int, delimiter: UInt8, into places: inout [UInt32],
  _ level: KernelLevel = .best
) -> Int {
  precondition(start >= 0 && count >= 0 && start + count <= text.count - 64)
  precondition(places.count >= count)
  guard count > 0 else { return 0 }
  // Safety: text and places are long enough, as just checked; neither pointer is kept.
  return unsafe text.withUnsafeBufferPointer { bytes in
    unsafe places.withUnsafeMutableBufferPointer { places in
      unsafe tanaoroshi_find_structure(
        bytes.baseAddress.unsafelyUnwrapped + start, count, delimiter,
        places.baseAddress.unsafelyUnwrapped, level.code)
    }
  }
}

/// Where a delimited table is being split by ``splitPlain(_:count:delimiter:_:_:_:most:_:)``.
package struct PlainSplit {
  /// The first byte not looked at; not the second half of CR LF.
  package var place: Int
  /// First byte of the cell at hand.
  package var cell: Int
  /// Whether that is a quote, and the place within what it opened.
  package var isQuoted: Bool
  /// First byte of the record at hand when splitting began.
  package let record: Int

  package init(place: Int, cell: Int, isQuoted: Bool = false, record: Int) {
    self.place = place
    self.cell = cell
    self.isQuoted = isQuoted
    self.record = record
  }

  /// The end of a record.
  package struct RecordEnd {
    /// How many cells were split up to it.
    package var cells: UInt32
    /// Where the next record begins.
    package var next: UInt32

    package init() {
      cells = 0
      next = 0
    }
  }

  /// Why splitting ended.
  package enum End {
    /// Fewer than 65 bytes are left.
    case through
    /// There is no room for the cells of another 64 bytes, or there are as many records as are wanted.
    case full
    /// The next 64 bytes hold a blank line, an apostrophe in front of a cell, a line break within quotes, or a quote that
    /// neither begins a cell nor ends one that a quote began.
    case special
  }
}

/// Splits records, and the cells of the one at the end as far as they go; quotes around a cell are no part of it.
///
/// - Parameters:
///   - text: At least `count` bytes.
///   - delimiter: What stands between cells.
///   - split: Where splitting begins, and where it ended.
///   - cells: Takes the cells, each two 32-bit numbers: its first byte and one past its last; the size is checked.
///   - ends: Takes the ends of the records; at least as long as `cells` has room, which is checked.
///   - most: Records that are enough; it ends within 64 bytes of them.
/// - Returns: Why it ended, and how many records ended.
package func splitPlain<Cell: BitwiseCopyable>(
  _ text: Span<UInt8>, count: Int, delimiter: UInt8, _ split: inout PlainSplit,
  _ cells: inout OutputSpan<Cell>, _ ends: inout [PlainSplit.RecordEnd], most: Int = .max,
  _ level: KernelLevel = .best
) -> (end: PlainSplit.End, records: Int) {
  precondition(count <= text.count && count <= Int(UInt32.max) - 128)
  precondition(
    split.record >= 0 && split.record <= split.cell && split.place >= 0 && split.cell <= count)
  precondition(!split.isQuoted || split.cell < split.place)
  precondition(most > 0)
  precondition(MemoryLayout<Cell>.stride == 8 && MemoryLayout<Cell>.alignment >= 4)
  let room = min(cells.freeCapacity, ends.count)
  guard count > 64, room > 0 else { return (.through, 0) }
  var seen = tanaoroshi_split(
    place: split.place, cell: split.cell, record: split.record, cells: 0, records: 0,
    delimiter: delimiter, is_quoted: split.isQuoted)
  // Safety: the kernel reads what the span holds and writes as many cells and ends as there is room for, as just
  // counted; a cell is two numbers of 32 bits in Swift as in C, as is an end. No pointer is kept.
  let end = unsafe text.withUnsafeBufferPointer { text in
    unsafe cells.withUnsafeMutableBufferPointer { buffer, initialized in
      unsafe ends.withUnsafeMutableBufferPointer { ends in
        let free = unsafe UnsafeMutableRawPointer(
          buffer.baseAddress.unsafelyUnwrapped + initialized)
        let records = unsafe UnsafeMutableRawPointer(ends.baseAddress.unsafelyUnwrapped)
        let end = unsafe tanaoroshi_split_plain(
          text.baseAddress.unsafelyUnwrapped, count, &seen,
          free.assumingMemoryBound(to: tanaoroshi_cell.self),
          records.assumingMemoryBound(to: tanaoroshi_record_end.self), room, most, level.code)
        initialized += seen.cells
        return end
      }
    }
  }
  split.place = seen.place
  split.cell = seen.cell
  split.isQuoted = seen.is_quoted
  return switch end {
  case tanaoroshi_split_full: (.full, seen.records)
  case tanaoroshi_split_special: (.special, seen.records)
  default: (.through, seen.records)
  }
}

/// The bytes of a cell that matter for a mail address, one bit each; bit 0 is the first byte.
package struct MailMarks {
  package let at: UInt64
  package let dots: UInt64
  /// Dots, underscores and digits.
  package let personal: UInt64
  /// What plain addresses do not hold.
  package let unusual: UInt64
}

/// The marks of `text[start ..< start + count]`.
///
/// - Parameters:
///   - text: At least `start + 64` long; this is checked.
///   - start: 0-based.
///   - count: At most 64.
@inline(__always)
package func mailMarks(_ text: Span<UInt8>, from start: Int, count: Int) -> MailMarks {
  precondition(start >= 0 && count >= 0 && count <= 64 && start <= text.count - 64)
  // Safety: 64 bytes from `start` on lie within the span, as just checked; the pointer is not kept.
  let marks = unsafe text.withUnsafeBufferPointer { bytes in
    unsafe tanaoroshi_mail_marks64(bytes.baseAddress.unsafelyUnwrapped + start, count)
  }
  return MailMarks(
    at: marks.at, dots: marks.dots, personal: marks.personal, unusual: marks.unusual)
}

/// Whether `text[start ..< start + count]` holds letters outside ASCII and blanks only, no full-width signs.
///
/// - Parameters:
///   - text: UTF-8, at least `start + 64` long; this is checked.
///   - start: 0-based.
///   - count: At most 64.
package func isLettersAndBlanks(_ text: Span<UInt8>, from start: Int, count: Int) -> Bool {
  precondition(start >= 0 && count >= 0 && count <= 64 && start <= text.count - 64)
  // Safety: as above.
  return unsafe text.withUnsafeBufferPointer { bytes in
    unsafe tanaoroshi_is_letters64(bytes.baseAddress.unsafelyUnwrapped + start, count) != 0
  }
}
