internal import Extracting
internal import Posix

/// A file of which no more is read when its time is nearly used up, or when the user wants the scan to end, so that what
/// was found before is kept.
final class TimedSource: ByteSource {
  private let source: any ByteSource
  private let isOver: () -> Bool
  /// Whether something was left unread.
  private(set) var hasStopped = false

  /// - Parameters:
  ///   - source: The file.
  ///   - isOver: Asked before each read whether it is one too many.
  init(_ source: any ByteSource, isOver: @escaping () -> Bool) {
    self.source = source
    self.isOver = isOver
  }

  /// - Parameters:
  ///   - source: The file.
  ///   - nanoseconds: How much of this process's processor time it may use from now on.
  ///   - clock: Another clock, for tests.
  convenience init(
    _ source: any ByteSource, nanoseconds: Int,
    clock: @escaping () -> Int = { SystemClock.processTime }
  ) {
    let end = clock() + nanoseconds
    self.init(source) { clock() >= end }
  }

  func nextStored(from offset: Int) -> Int { source.nextStored(from: offset) }

  func read(at offset: Int, into buffer: inout MutableSpan<UInt8>) throws(ReadError) -> Int {
    guard !hasStopped, !isOver() else {
      hasStopped = true
      return 0
    }
    return try source.read(at: offset, into: &buffer)
  }
}
