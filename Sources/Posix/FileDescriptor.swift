internal import CPosix
internal import Glibc

/// An open file or directory, closed when its owner lets it go.
package struct FileDescriptor: ~Copyable, Sendable {
  /// The process's number for it, lent: it is closed with this value.
  package let number: Int32
  /// What calls to it go through; ``StorageAccess/direct`` where they go to the kernel.
  package var storage = StorageAccess.direct

  /// Takes over a descriptor that is open.
  package init(owning number: Int32) { self.number = number }

  /// Takes over a descriptor that was opened from another one, which lies on the same storage as far as is known.
  init(owning number: Int32, on storage: StorageAccess) {
    self.number = number
    self.storage = storage
  }

  deinit {
    // Safety: handles of storage live as long as the process.
    unsafe px_stored_close(storage.handle, number)
  }

  /// Gives up the descriptor without closing it; the caller closes it from now on.
  package consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }

  /// What the kernel says of the open file.
  package borrowing func facts() throws(SystemError) -> FileFacts {
    var facts = px_facts()
    // Safety: the pointer is to a local that outlives the call.
    try SystemError.check(unsafe px_stored_facts_of(storage.handle, number, &facts))
    return FileFacts(facts)
  }

  /// Whether the storage on which the file lies still answers; it is asked, and what the kernel remembers does not count.
  package borrowing func isAnswered() -> Bool {
    // Safety: takes numbers, and a handle that lives as long as the process.
    unsafe px_stored_ask(storage.handle, number) == 0
  }

  /// What the kernel says of a name in this directory; of a link itself, not of what it leads to.
  package borrowing func facts(of name: FileName) throws(SystemError) -> FileFacts {
    var facts = px_facts()
    let status = unsafe name.withPointer { pointer in
      // Safety: a FileName ends in NUL and outlives the call, as does the local.
      unsafe px_stored_facts_at(storage.handle, number, pointer, &facts)
    }
    try SystemError.check(status)
    return FileFacts(facts)
  }

  /// The kernel's number of the mount on which it lies, as in ``MountTable``; `nil` before Linux 5.8.
  package borrowing func mountNumber() -> Int? {
    let number = px_mount_of(number)
    return number < 0 ? nil : Int(number)
  }

  /// Reads from an offset without moving anything.
  ///
  /// - Parameters:
  ///   - offset: In bytes from the beginning; 0-based.
  ///   - buffer: Filled from its beginning, as far as the file goes.
  /// - Returns: How many bytes were read: fewer than the buffer holds only at the end of the file; 0 behind it.
  package borrowing func read(
    at offset: Int, into buffer: inout MutableSpan<UInt8>
  ) throws(SystemError) -> Int {
    var filled = 0
    let wanted = buffer.count
    while filled < wanted {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        // Safety: `filled ..< wanted` lies within the span, which is lent for the call.
        return unsafe pread(number, base + filled, wanted - filled, offset + filled)
      }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(number: errno)
      }
      filled += count
    }
    return filled
  }

  /// Where bytes are stored next, at an offset or behind it, as far as the file system can tell holes from them.
  ///
  /// - Returns: The end of the file where nothing but a hole follows; the offset itself where it cannot be told.
  package borrowing func nextStored(from offset: Int) -> Int {
    max(offset, Int(px_next_stored(number, Int64(offset))))
  }

  /// Makes what was written lasting.
  package borrowing func synchronize() throws(SystemError) {
    while fsync(number) != 0 {
      if errno != EINTR { throw SystemError(number: errno) }
    }
  }
}
