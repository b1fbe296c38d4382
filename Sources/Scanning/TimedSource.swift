internal import Extracting
internal import Posix

/// A file of which no more is read when its time is nearly used up, so that what was found before is kept.
final class TimedSource: ByteSource {
  private let source: any ByteSource
  private let clock: () -> Int
  private let end: Int
  /// Whether something was left unread.
  private(set) var hasStopped = false

  /// - Parameters:
  ///   - source: The file.
  ///   - nanoseconds: How much of this process's processor time it may use from now on.
  ///   - clock: Another clock, for tests.
  init(
    _ source: any ByteSource, nanoseconds: Int,
    clock: @escaping () -> Int = { SystemClock.processTime }
  ) {
    self.source = source
    self.clock = clock
    end = clock() + nanoseconds
  }

  func read(at offset: Int, into buffer: inout MutableSpan<UInt8>) throws(ReadError) -> Int {
    guard !hasStopped, clock() < end else {
      hasStopped = true
      return 0
    }
    return try source.read(at: offset, into: &buffer)
  }
}
