internal import Extracting
internal import Posix

/// An open file as a source of bytes.
final class DescriptorSource: ByteSource {
  private let descriptor: FileDescriptor

  /// Takes over the descriptor; it is closed with the source.
  init(_ descriptor: consuming FileDescriptor) { self.descriptor = descriptor }

  func nextStored(from offset: Int) -> Int { descriptor.nextStored(from: offset) }

  func read(
    at offset: Int, into buffer: inout MutableSpan<UInt8>
  ) throws(ReadError) -> Int {
    do {
      return try descriptor.read(at: offset, into: &buffer)
    } catch {
      throw ReadError(number: error.number)
    }
  }
}
