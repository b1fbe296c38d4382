/// Reads eight bytes as one little-endian word.
///
/// - Parameters:
///   - bytes: At least `offset + 8` long; this is checked.
///   - offset: 0-based.
@inlinable @inline(__always)
package func loadWord(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
  // Safety: the bound is checked by the call; every pattern of bits is an integer.
  unsafe UInt64(
    littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
}

/// Writes one word as eight little-endian bytes.
///
/// - Parameters:
///   - word: The bytes, first in the lowest bits.
///   - bytes: At least `offset + 8` long; this is checked.
///   - offset: 0-based.
@inlinable @inline(__always)
package func storeWord(_ word: UInt64, into bytes: inout MutableSpan<UInt8>, at offset: Int) {
  // Safety: whatever integer is stored, its bytes are bytes; the bound is checked by the call.
  var raw = unsafe bytes.mutableBytes
  raw.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
}

/// Writes four little-endian bytes.
///
/// - Parameters:
///   - word: The bytes, first in the lowest bits.
///   - bytes: At least `offset + 4` long; this is checked.
///   - offset: 0-based.
@inlinable @inline(__always)
package func storeHalfWord(_ word: UInt32, into bytes: inout MutableSpan<UInt8>, at offset: Int) {
  // Safety: whatever integer is stored, its bytes are bytes; the bound is checked by the call.
  var raw = unsafe bytes.mutableBytes
  raw.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt32.self)
}
