import ScanKernels

/// Bytes that can be read at any offset: an open file, or memory in tests.
package protocol ByteSource: AnyObject {
  /// Reads up to `buffer.count` bytes from `offset`, which is 0-based.
  ///
  /// - Returns: How many bytes were read; 0 at the end.
  /// - Throws: ``ReadError`` when the storage fails.
  func read(at offset: Int, into buffer: inout MutableSpan<UInt8>) throws(ReadError) -> Int

  /// Where bytes are stored next, at an offset or behind it; all before reads as zeros, or is the end.
  func nextStored(from offset: Int) -> Int
}

extension ByteSource {
  /// Knows of no holes.
  package func nextStored(from offset: Int) -> Int { offset }
}

/// The storage failed while a file was read.
package struct ReadError: Error, Equatable {
  /// The system's error number.
  package var number: Int32

  package init(number: Int32) { self.number = number }
}

/// Bytes in memory.
package final class MemorySource: ByteSource {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package func read(
    at offset: Int, into buffer: inout MutableSpan<UInt8>
  ) throws(ReadError) -> Int {
    let bytes = bytes
    guard offset < bytes.count else { return 0 }
    let count = min(buffer.count, bytes.count - offset)
    copyBytes(bytes.span.extracting(offset..<offset + count), into: &buffer)
    return count
  }
}
