internal import CPosix
internal import Glibc

/// The three streams that a program is started with.
package enum StandardStream: Int32, Sendable, Equatable, CaseIterable {
  case input = 0
  case output = 1
  case error = 2

  /// Whether a person sits at the other end.
  package var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Columns of the terminal; `nil` when it is none or does not tell.
  package var terminalWidth: Int? {
    let width = px_terminal_width(rawValue)
    return width > 0 ? Int(width) : nil
  }

  /// Writes all bytes, waiting as long as the other end needs.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    try Self.write(bytes, to: rawValue)
  }

  /// Writes a text as UTF-8.
  package func write(_ text: String) throws(SystemError) { try write(Array(text.utf8)) }

  /// Reads to the end.
  ///
  /// - Parameter limit: The most bytes to accept.
  package func readToEnd(limit: Int) throws(SmallFile.Failure) -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        // Safety: at most as many bytes are read as the array has.
        unsafe Glibc.read(rawValue, bytes.baseAddress, bytes.count)
      }
      if count == 0 { return result }
      if count < 0 {
        let number = errno
        guard Self.waits(after: number, on: rawValue, for: POLLIN) else {
          throw .system(SystemError(number: number))
        }
        continue
      }
      guard result.count + count <= limit else { throw .tooLarge(limit: limit) }
      result.append(contentsOf: buffer[..<count])
    }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        // Safety: `written ..< count` lies within the array, which outlives the call.
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.unsafelyUnwrapped + written, buffer.count - written)
      }
      if count < 0 {
        let number = errno
        guard waits(after: number, on: descriptor, for: POLLOUT) else {
          throw SystemError(number: number)
        }
        continue
      }
      written += count
    }
  }

  /// Waits until a stream that is set not to block can go on; `false` when the error is another one.
  private static func waits(after number: Int32, on descriptor: Int32, for event: Int32) -> Bool {
    if number == EINTR { return true }
    guard number == EAGAIN else { return false }
    var wait = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    // Safety: the pointer is to one local, as the count says.
    _ = unsafe poll(&wait, 1, 1_000)
    return true
  }
}
