import CScanKernels

/// Copies well-formed UTF-8 up to some place before the first mistake or cut-off character.
///
/// - Parameters:
///   - bytes: What to copy, beginning with a character.
///   - target: At least as long; this is checked. Bytes behind those copied may be written.
/// - Returns: How many bytes were copied: whole characters, perhaps fewer than could be.
package func copyUTF8(
  _ bytes: Span<UInt8>, into target: inout MutableSpan<UInt8>, _ level: KernelLevel = .best
) -> Int {
  precondition(bytes.count <= target.count)
  guard !bytes.isEmpty else { return 0 }
  // Safety: both hold as many bytes as are named, as just checked; exclusive access keeps the two apart.
  return unsafe bytes.withUnsafeBufferPointer { from in
    unsafe target.withUnsafeMutableBufferPointer { to in
      unsafe tanaoroshi_copy_utf8(
        from.baseAddress.unsafelyUnwrapped, to.baseAddress.unsafelyUnwrapped, from.count,
        level.code)
    }
  }
}

/// How many bytes ``copyUTF8(_:into:_:)`` would copy.
package func checkUTF8(_ bytes: Span<UInt8>, _ level: KernelLevel = .best) -> Int {
  guard !bytes.isEmpty else { return 0 }
  // Safety: the span holds as many bytes as are named; the pointer is not kept.
  return unsafe bytes.withUnsafeBufferPointer { bytes in
    unsafe tanaoroshi_check_utf8(bytes.baseAddress.unsafelyUnwrapped, bytes.count, level.code)
  }
}

/// Copies ASCII without ESC, in steps of 64 bytes.
///
/// - Parameters:
///   - bytes: What to copy.
///   - target: At least as long; this is checked.
/// - Returns: How many bytes were copied, a multiple of 64.
package func copyPlain(
  _ bytes: Span<UInt8>, into target: inout MutableSpan<UInt8>, _ level: KernelLevel = .best
) -> Int {
  precondition(bytes.count <= target.count)
  guard !bytes.isEmpty else { return 0 }
  // Safety: as above.
  return unsafe bytes.withUnsafeBufferPointer { from in
    unsafe target.withUnsafeMutableBufferPointer { to in
      unsafe tanaoroshi_copy_plain(
        from.baseAddress.unsafelyUnwrapped, to.baseAddress.unsafelyUnwrapped, from.count,
        level.code)
    }
  }
}

/// How many bytes ``copyPlain(_:into:_:)`` would copy.
package func checkPlain(_ bytes: Span<UInt8>, _ level: KernelLevel = .best) -> Int {
  guard !bytes.isEmpty else { return 0 }
  // Safety: the span holds as many bytes as are named; the pointer is not kept.
  return unsafe bytes.withUnsafeBufferPointer { bytes in
    unsafe tanaoroshi_check_plain(bytes.baseAddress.unsafelyUnwrapped, bytes.count, level.code)
  }
}

/// Decodes CP932 to UTF-8 up to some place before the first byte that begins no character, or the end.
///
/// - Parameters:
///   - bytes: What to decode, beginning with a character.
///   - target: Takes the text, as much as there is room for; bytes behind it may be written.
///   - table: 128 x 256 characters by `(lead & 0x7F) << 8 | trail`: the UTF-8 bytes, first in the lowest bits, and their
///     count in the highest; 0 where there is none. Its length is checked.
/// - Returns: How many bytes were decoded, and how many bytes of text they gave.
package func copyCP932(
  _ bytes: Span<UInt8>, into target: inout MutableSpan<UInt8>, _ table: Span<UInt32>,
  _ level: KernelLevel = .best
) -> (decoded: Int, written: Int) {
  precondition(table.count == 128 * 256)
  guard !bytes.isEmpty, !target.isEmpty else { return (0, 0) }
  let room = target.count
  var written = 0
  // Safety: all three hold as many elements as are named; exclusive access keeps the target apart from the others.
  let decoded = unsafe bytes.withUnsafeBufferPointer { from in
    unsafe table.withUnsafeBufferPointer { table in
      unsafe target.withUnsafeMutableBufferPointer { to in
        unsafe tanaoroshi_copy_cp932(
          from.baseAddress.unsafelyUnwrapped, from.count, to.baseAddress.unsafelyUnwrapped, room,
          table.baseAddress.unsafelyUnwrapped, &written, level.code)
      }
    }
  }
  return (decoded, written)
}

/// How far a text is well-formed CP932: the place of the first byte that begins no character, a cut-off one included.
///
/// - Parameters:
///   - bytes: Beginning with a character.
///   - table: As for ``copyCP932(_:into:_:_:)``; its length is checked.
package func checkCP932(
  _ bytes: Span<UInt8>, _ table: Span<UInt32>, _ level: KernelLevel = .best
) -> Int {
  precondition(table.count == 128 * 256)
  guard !bytes.isEmpty else { return 0 }
  // Safety: both hold as many elements as are named; no pointer is kept.
  return unsafe bytes.withUnsafeBufferPointer { bytes in
    unsafe table.withUnsafeBufferPointer { table in
      unsafe tanaoroshi_check_cp932(
        bytes.baseAddress.unsafelyUnwrapped, bytes.count, table.baseAddress.unsafelyUnwrapped,
        level.code)
    }
  }
}
