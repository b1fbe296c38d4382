import Glibc

@testable import Posix

extension Host {
  /// The writing end of a pipe that nobody reads.
  static func brokenPipe() throws -> Int32 {
    var ends: [Int32] = [0, 0]
    // Safety: the array has the two places that pipe fills.
    let status = unsafe ends.withUnsafeMutableBufferPointer {
      unsafe pipe($0.baseAddress.unsafelyUnwrapped)
    }
    guard status == 0 else { throw SystemError(number: errno) }
    close(ends[0])
    return ends[1]
  }

  /// Opens a file for a test.
  static func opened(_ path: String, _ flags: Int32) -> Int32 { unsafe open(path, flags) }

  /// Sets a descriptor not to wait.
  static func setNonblocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  /// Sends this process a signal and waits until it arrived, at most five seconds.
  ///
  /// The threads on which tests run may block signals, so that another one takes it a moment later.
  static func signal(_ number: Int32) {
    let before = Interruption.noted
    kill(getpid(), number)
    for _ in 0..<500 where Interruption.noted == before { usleep(10_000) }
  }
}
