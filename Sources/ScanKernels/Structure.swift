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
