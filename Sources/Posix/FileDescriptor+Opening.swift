internal import CPosix
internal import Glibc

extension FileDescriptor {
  /// A file that was opened to be read.
  package struct Opened: ~Copyable, Sendable {
    package var descriptor: FileDescriptor
    /// Whether reading it will move its access time, since the kernel refused `O_NOATIME` (the file is another's).
    package let touchesAccessTime: Bool

    /// Gives up the descriptor without closing it; the caller closes it from now on.
    package consuming func release() -> Int32 { descriptor.release() }
  }

  /// Opens a file of this directory to read it: no link is followed, a FIFO does not wait, no access time moves where
  /// the kernel lets us.
  ///
  /// What was opened need not be a file: ask ``facts()`` of the descriptor, and only that.
  package borrowing func open(_ name: FileName) throws(SystemError) -> Opened {
    try Self.open(on: storage) { quiet in
      unsafe name.withPointer { pointer in
        // Safety: a FileName ends in NUL and outlives the call.
        unsafe px_stored_open_file(storage.handle, number, pointer, quiet)
      }
    }
  }

  /// Opens by calls of the shim, first without moving the access time.
  static func open(on storage: StorageAccess, _ attempt: (_ quiet: Bool) -> Int32)
    throws(SystemError) -> Opened
  {
    var waits = 0
    while true {
      var status = attempt(true)
      let isRefused = status == -EPERM
      if isRefused { status = attempt(false) }
      if status >= 0 {
        return Opened(
          descriptor: FileDescriptor(owning: status, on: storage), touchesAccessTime: isRefused)
      }
      // A file server that holds a lease on the file was just told to give it up.
      guard status == -EAGAIN, waits < longestWaitForLease else {
        throw SystemError(number: -status)
      }
      waits += 1
      usleep(20_000)
    }
  }

  /// How often opening is tried again, 20 ms apart, while another process holds a lease: two seconds.
  private static var longestWaitForLease: Int { 100 }

  /// Opens a directory of this directory to list it; a link is not followed.
  package borrowing func openDirectory(_ name: FileName) throws(SystemError) -> FileDescriptor {
    let status = unsafe name.withPointer { pointer in
      // Safety: a FileName ends in NUL and outlives the call.
      unsafe px_stored_open_directory(storage.handle, number, pointer, false)
    }
    return FileDescriptor(owning: try SystemError.check(status), on: storage)
  }

  /// Opens a directory by the path that a user gave; links are followed.
  package static func openDirectory(
    path: FileName, on storage: StorageAccess = .direct
  ) throws(SystemError) -> FileDescriptor {
    let status = unsafe path.withPointer { pointer in
      // Safety: a FileName ends in NUL and outlives the call.
      unsafe px_stored_open_directory(storage.handle, AT_FDCWD, pointer, true)
    }
    return FileDescriptor(owning: try SystemError.check(status), on: storage)
  }

  /// Opens a file of the user's own by its path, to read it; links are followed.
  package static func openFollowed(path: FileName) throws(SystemError) -> FileDescriptor {
    let status = unsafe path.withPointer { pointer in
      // Safety: a FileName ends in NUL and outlives the call.
      unsafe px_open_followed(pointer)
    }
    return FileDescriptor(owning: try SystemError.check(status))
  }

  /// What the kernel says of the file at a path; of a link itself.
  package static func facts(
    path: FileName, on storage: StorageAccess = .direct
  ) throws(SystemError) -> FileFacts {
    var facts = px_facts()
    let status = unsafe path.withPointer { pointer in
      // Safety: a FileName ends in NUL and outlives the call, as does the local.
      unsafe px_stored_facts_at(storage.handle, AT_FDCWD, pointer, &facts)
    }
    try SystemError.check(status)
    return FileFacts(facts)
  }
}
