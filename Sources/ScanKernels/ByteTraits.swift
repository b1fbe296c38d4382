import CScanKernels

/// What stands somewhere in a stretch of bytes.
package struct ByteTraits: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Zero bytes.
  package static let zero = ByteTraits(rawValue: 1)
  /// Control characters that no text has: all but tab, LF, CR, form feed, ESC, SO, SI, SUB and zero; DEL is one.
  package static let control = ByteTraits(rawValue: 2)
  /// ESC.
  package static let escape = ByteTraits(rawValue: 4)
  /// Bytes outside ASCII.
  package static let high = ByteTraits(rawValue: 8)

  /// Looks at all bytes.
  package init(of bytes: Span<UInt8>) { self.init(of: bytes, .native) }

  @usableFromInline package init(of bytes: Span<UInt8>, _ path: KernelPath) {
    // Safety: the kernels read what the span holds and keep no pointer.
    rawValue = unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return switch path {
      case .native: unsafe tanaoroshi_traits(base, bytes.count)
      case .portable: unsafe tanaoroshi_traits_portable(base, bytes.count)
      }
    }
  }
}
