/// Moves bytes to the front of an array; the ranges may overlap.
///
/// - Parameters:
///   - bytes: At least `start + count` long; this is checked.
///   - start: 0-based.
///   - count: How many bytes to move.
package func moveBytes(in bytes: inout [UInt8], from start: Int, count: Int) {
  precondition(start >= 0 && count >= 0 && start + count <= bytes.count)
  guard count > 0, start > 0 else { return }
  // Safety: both ranges lie within the array, as just checked; update(from:) allows overlap.
  unsafe bytes.withUnsafeMutableBufferPointer { buffer in
    let front = unsafe buffer.baseAddress.unsafelyUnwrapped
    unsafe front.update(from: front + start, count: count)
  }
}

/// Copies a span to the front of another.
///
/// - Parameters:
///   - bytes: What to copy.
///   - target: At least as long; this is checked.
package func copyBytes(_ bytes: Span<UInt8>, into target: inout MutableSpan<UInt8>) {
  precondition(bytes.count <= target.count)
  guard !bytes.isEmpty else { return }
  // Safety: the target is long enough, as just checked; exclusive access keeps the two apart.
  unsafe bytes.withUnsafeBufferPointer { from in
    unsafe target.withUnsafeMutableBufferPointer { to in
      unsafe to.baseAddress.unsafelyUnwrapped.update(
        from: from.baseAddress.unsafelyUnwrapped, count: from.count)
    }
  }
}

/// Appends a span to an array.
///
/// - Parameters:
///   - bytes: What to copy.
///   - target: Grows by as much.
package func appendBytes(_ bytes: Span<UInt8>, to target: inout [UInt8]) {
  // Safety: the bytes are lent for the call and copied within it.
  unsafe bytes.withUnsafeBufferPointer { unsafe target.append(contentsOf: $0) }
}
