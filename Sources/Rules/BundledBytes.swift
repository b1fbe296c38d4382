internal import CPatterns

/// Bytes of an embedded file, read in place; they live as long as the program.
///
/// Public, since only public code is inlined into other modules: a call for each unit would cost more than the work.
@safe public struct BundledBytes: @unchecked Sendable {
  @usableFromInline let base: UnsafeRawPointer
  /// How many there are.
  public let count: Int

  /// Finds an embedded file by its path below `Patterns/`; without it the list is empty.
  public init(_ name: String) {
    for index in 0..<tanaoroshi_embedded_count() {
      let file = unsafe tanaoroshi_embedded(index)
      // Safety: names are NUL-terminated constants.
      guard unsafe String(cString: file.name) == name else { continue }
      // Safety: `bytes` points to `count` constant bytes.
      unsafe base = UnsafeRawPointer(file.bytes)
      unsafe count = file.count
      return
    }
    // Safety: any valid pointer does, since the count 0 forbids reading.
    unsafe base = UnsafeRawPointer(tanaoroshi_embedded(0).bytes)
    count = 0
  }

  /// The byte at `offset`; 0-based, below ``count``.
  @inlinable @inline(__always)
  public subscript(_ offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count)
    // Safety: checked above against the number of constant bytes.
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// The little-endian number of 16 bits at `offset` bytes.
  @inlinable @inline(__always)
  public func uint16(at offset: Int) -> UInt16 {
    precondition(offset >= 0 && offset &+ 2 <= count)
    // Safety: checked above against the number of constant bytes.
    return unsafe UInt16(
      littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  /// The little-endian number of 32 bits at `offset` bytes.
  @inlinable @inline(__always)
  public func uint32(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset &+ 4 <= count)
    // Safety: checked above against the number of constant bytes.
    return unsafe UInt32(
      littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The little-endian number of 64 bits at `offset` bytes.
  package func uint64(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset &+ 8 <= count)
    // Safety: checked above against the number of constant bytes.
    return unsafe UInt64(
      littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// A copy of `count` bytes at `offset`.
  package func array(at offset: Int, count: Int) -> [UInt8] {
    precondition(offset >= 0 && count >= 0 && offset <= self.count - count)
    // Safety: checked above against the number of constant bytes.
    return unsafe Array(UnsafeRawBufferPointer(start: base + offset, count: count))
  }

  /// Lends `count` bytes at `offset`, where they lie.
  package func withSpan<Result>(
    at offset: Int, count: Int, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    precondition(offset >= 0 && count >= 0 && offset <= self.count - count)
    // Safety: checked above against the number of constant bytes.
    return unsafe body(
      Span(
        _unsafeStart: (base + offset).assumingMemoryBound(to: UInt8.self), count: count))
  }

  /// The UTF-8 text of `count` bytes at `offset`.
  func text(at offset: Int, count: Int) -> String {
    precondition(offset >= 0 && count >= 0 && offset <= self.count - count)
    // Safety: checked above against the number of constant bytes.
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: base + offset, count: count), as: UTF8.self)
  }
}
