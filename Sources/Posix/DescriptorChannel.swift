internal import CPosix
internal import Glibc

/// A local connection that carries messages, and open files with them.
///
/// Messages keep their boundaries. What was received belongs to the receiver, who closes it.
package struct DescriptorChannel: ~Copyable, Sendable {
  /// The most descriptors that one message carries.
  package static let mostDescriptors = 64
  /// The most bytes of one message.
  ///
  /// The kernel takes 200 KiB with its usual buffers.
  package static let mostBytes = 65_536

  private let descriptor: FileDescriptor

  /// Takes over a connected socket.
  package init(owning descriptor: consuming FileDescriptor) { self.descriptor = descriptor }

  /// Two ends of a new connection.
  ///
  /// - Returns: The parent's end, and the one to be given to a child.
  package static func pair() throws(SystemError) -> Pair {
    var parent: Int32 = -1
    var child: Int32 = -1
    // Safety: the pointers are to locals that outlive the call.
    try SystemError.check(unsafe px_socket_pair(&parent, &child))
    return Pair(
      parent: DescriptorChannel(owning: FileDescriptor(owning: parent)),
      child: FileDescriptor(owning: child))
  }

  /// Two ends of a connection.
  package struct Pair: ~Copyable {
    package let parent: DescriptorChannel
    package let child: FileDescriptor

    /// Lets go of the child's end and gives the parent's.
    package consuming func keepingParent() -> DescriptorChannel { parent }
  }

  /// Sends one message.
  ///
  /// - Parameters:
  ///   - descriptors: Numbers of open files to pass along; they stay open here.
  ///   - waiting: Whether to wait for room; otherwise a full connection is `EAGAIN`.
  /// - Throws: `EPIPE` when the other end is closed; `ETOOMANYREFS` when too many files are on their way.
  package borrowing func send(
    _ bytes: [UInt8], passing descriptors: [Int32] = [], waiting: Bool
  ) throws(SystemError) {
    let status = unsafe bytes.withUnsafeBytes { buffer in
      unsafe descriptors.withUnsafeBufferPointer { numbers in
        // Safety: both arrays outlive the call, and their lengths go with them.
        unsafe px_send(
          descriptor.number, buffer.baseAddress, buffer.count, numbers.baseAddress, numbers.count,
          waiting)
      }
    }
    try SystemError.check(status)
  }

  /// Receives one message.
  ///
  /// - Parameters:
  ///   - buffer: Takes the message, from its beginning; made as large as needed.
  ///   - descriptors: Takes the numbers of open files that came with it.
  ///   - most: The most descriptors to accept; more are an error.
  ///   - waiting: Whether to wait for a message; otherwise none is `EAGAIN`.
  /// - Returns: The message's length; 0 when the other end is closed.
  /// - Throws: `EPROTO` when the message, or what came with it, was cut off.
  package borrowing func receive(
    into buffer: inout [UInt8], descriptors: inout [Int32], most: Int = 0, waiting: Bool
  ) throws(SystemError) -> Int {
    if buffer.count < Self.mostBytes { buffer = [UInt8](repeating: 0, count: Self.mostBytes) }
    var numbers = [Int32](repeating: -1, count: min(most, Self.mostDescriptors))
    var passed = numbers.count
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe numbers.withUnsafeMutableBufferPointer { places in
        // Safety: as much is written as the lengths allow, while both arrays are lent.
        unsafe px_receive(
          descriptor.number, bytes.baseAddress, bytes.count, places.baseAddress, &passed, waiting)
      }
    }
    try SystemError.check(count)
    descriptors = Array(numbers.prefix(passed))
    return Int(count)
  }

  /// The process's number for it, lent.
  package var number: Int32 { descriptor.number }

  /// Waits until something can be received from, or sent on, one of several connections.
  ///
  /// - Parameters:
  ///   - numbers: Their numbers, and whether it is awaited that they can be sent on, too.
  ///   - milliseconds: How long at most.
  /// - Returns: For each, whether there is something to receive or to be told, and whether there is room to send.
  package static func wait(
    for numbers: [(number: Int32, toSend: Bool)], milliseconds: Int
  ) -> [(canReceive: Bool, canSend: Bool)] {
    var polled = numbers.map {
      pollfd(fd: $0.number, events: Int16(POLLIN | ($0.toSend ? POLLOUT : 0)), revents: 0)
    }
    let status = unsafe polled.withUnsafeMutableBufferPointer { places in
      // Safety: as many places are read and written as there are.
      unsafe poll(places.baseAddress, nfds_t(places.count), Int32(clamping: milliseconds))
    }
    guard status > 0 else { return numbers.map { _ in (false, false) } }
    return polled.map {
      let event = Int32($0.revents)
      return (event & (POLLIN | POLLHUP | POLLERR) != 0, event & POLLOUT != 0)
    }
  }
}
