internal import CPosix
internal import Glibc

/// What the program asks of the machine and of its own process.
package enum Host {
  /// The machine's name; empty when it has none.
  package static var name: String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let status = unsafe buffer.withUnsafeMutableBytes { bytes in
      // Safety: one byte is left for the NUL, and the array outlives the call.
      unsafe gethostname(
        bytes.assumingMemoryBound(to: CChar.self).baseAddress.unsafelyUnwrapped, bytes.count - 1)
    }
    guard status == 0 else { return "" }
    return String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// A variable of the environment; `nil` when it is not set.
  package static func environment(_ variable: String) -> String? {
    // Safety: nothing in this program changes the environment, so the text stays until it is copied.
    guard let value = unsafe getenv(variable) else { return nil }
    return unsafe String(cString: value)
  }

  /// What the program was started with, byte for byte, its own name first.
  ///
  /// Swift's own list needs `/proc`, and repairs what is not UTF-8.
  package static var arguments: [[UInt8]] {
    (0..<px_argument_count()).map { index in
      var bytes: [UInt8] = []
      // Safety: the kernel ends each word by NUL, and they stay as long as the process.
      guard var next = unsafe px_argument(index) else { return bytes }
      while unsafe next.pointee != 0 {
        bytes.append(UInt8(bitPattern: unsafe next.pointee))
        unsafe next += 1
      }
      return bytes
    }
  }

  /// Has a mistake in the program end it without a word: a report of the crash could show what was in memory.
  package static func dieSilently() { px_die_silently() }

  /// Number of processors that this process may use; at least 1.
  package static var processorCount: Int { max(1, Int(px_processors())) }

  /// The number of the user with whose rights this process acts.
  package static var user: UInt32 { geteuid() }

  /// The number of this process.
  package static var process: Int32 { getpid() }

  /// The most memory that this process held so far, in bytes.
  package static var memoryPeak: Int { Int(max(0, px_memory_peak(false))) }

  /// The most memory that any child held that was waited for, in bytes.
  package static var childMemoryPeak: Int { Int(max(0, px_memory_peak(true))) }

  /// Bytes from the kernel's random source.
  package static func randomBytes(_ count: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let status = unsafe bytes.withUnsafeMutableBytes { buffer in
      // Safety: as many bytes are filled as the array has.
      unsafe px_random(buffer.baseAddress, buffer.count)
    }
    try SystemError.check(status)
    return bytes
  }
}

/// The clocks of the machine.
package enum SystemClock {
  /// Nanoseconds since 1970-01-01 UTC.
  package static var now: Int { read(CLOCK_REALTIME) }

  /// Nanoseconds since some moment; never goes back.
  package static var monotonic: Int { read(CLOCK_MONOTONIC) }

  /// Nanoseconds of processor time that this process used.
  package static var processTime: Int { read(CLOCK_PROCESS_CPUTIME_ID) }

  /// How far the local time is ahead of UTC at a moment, in seconds.
  ///
  /// - Parameter moment: Nanoseconds since 1970-01-01 UTC.
  package static func offsetFromUTC(at moment: Int) -> Int {
    var seconds = time_t(moment / 1_000_000_000)
    var parts = unsafe tm()
    // Safety: both pointers are to locals that outlive the call.
    guard unsafe localtime_r(&seconds, &parts) != nil else { return 0 }
    return unsafe Int(parts.tm_gmtoff)
  }

  private static func read(_ clock: clockid_t) -> Int {
    var time = timespec()
    // Safety: the pointer is to a local that outlives the call.
    _ = unsafe clock_gettime(clock, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
