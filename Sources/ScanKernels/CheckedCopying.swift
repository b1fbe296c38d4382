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

/// Copies ASCII without ESC, in steps of 64 bytes.
///
/// - Parameters:
///   - bytes: What to copy.
///   - target: At least as long; this is checked.
/// - Returns: How many bytes were copied, a multiple of 64.
package func copyPlain(_ bytes: Span<UInt8>, into target: inout MutableSpan<UInt8>) -> Int {
  precondition(bytes.count <= target.count)
  guard !bytes.isEmpty else { return 0 }
  // Safety: as above.
  return unsafe bytes.withUnsafeBufferPointer { from in
    unsafe target.withUnsafeMutableBufferPointer { to in
      unsafe tanaoroshi_copy_plain(
        from.baseAddress.unsafelyUnwrapped, to.baseAddress.unsafelyUnwrapped, from.count)
    }
  }
}
