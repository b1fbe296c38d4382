public import CScanKernels

/// Which implementation of the kernels that are inlined runs; both give the same results.
///
/// Those that stand in functions of their own know more levels: ``KernelLevel``.
@usableFromInline package enum KernelPath: Sendable, CaseIterable {
  /// What the processor's baseline offers (SSE2, NEON).
  case native
  /// Plain C, for other processors and as the reference in tests.
  case portable
}

/// One bit for each of 64 bytes: whether it equals a wanted byte; bit 0 is the first byte.
///
/// - Parameters:
///   - bytes: At least `offset + 64` long; this is checked.
///   - offset: 0-based.
///   - byte: The wanted byte.
@inlinable @inline(__always)
package func equalMask(
  _ bytes: Span<UInt8>, at offset: Int, _ byte: UInt8, _ path: KernelPath = .native
) -> UInt64 {
  precondition(offset >= 0 && offset <= bytes.count - 64)
  // Safety: 64 bytes from `offset` on lie within the span, as just checked; the pointer is not kept.
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    let start = unsafe buffer.baseAddress.unsafelyUnwrapped + offset
    return switch path {
    case .native: unsafe tanaoroshi_equal64(start, byte)
    case .portable: unsafe tanaoroshi_equal64_portable(start, byte)
    }
  }
}

/// Where words may begin among 64 bytes.
@frozen @usableFromInline package struct WordMarks {
  /// ASCII letters, one bit each; bit 0 is the first byte.
  @usableFromInline package var letters: UInt64
  /// ASCII digits, likewise.
  @usableFromInline package var digits: UInt64
  /// First bytes of characters outside ASCII (0xC0 and more), likewise.
  @usableFromInline package var leads: UInt64

  @inlinable @inline(__always) package init(letters: UInt64, digits: UInt64, leads: UInt64) {
    self.letters = letters
    self.digits = digits
    self.leads = leads
  }

  /// Drops what stands behind the first `count` bytes, fewer than 64.
  @inlinable @inline(__always) package mutating func keep(_ count: Int) {
    let kept = (1 as UInt64) << UInt64(count) - 1
    letters &= kept
    digits &= kept
    leads &= kept
  }

  /// - Parameters:
  ///   - bytes: At least `offset + 64` long; this is checked.
  ///   - offset: 0-based.
  @inlinable @inline(__always)
  package init(_ bytes: Span<UInt8>, at offset: Int, _ path: KernelPath = .native) {
    precondition(offset >= 0 && offset <= bytes.count - 64)
    // Safety: 64 bytes from `offset` on lie within the span, as just checked; the pointer is not kept.
    let marks = unsafe bytes.withUnsafeBufferPointer { buffer in
      let start = unsafe buffer.baseAddress.unsafelyUnwrapped + offset
      return switch path {
      case .native: unsafe tanaoroshi_word_marks64(start)
      case .portable: unsafe tanaoroshi_word_marks64_portable(start)
      }
    }
    self.init(letters: marks.letters, digits: marks.digits, leads: marks.leads)
  }
}
