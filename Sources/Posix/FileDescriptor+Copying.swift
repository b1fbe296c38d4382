internal import Glibc

extension FileDescriptor {
  /// A second descriptor of the same open file.
  package borrowing func duplicate() throws(SystemError) -> FileDescriptor {
    let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw SystemError(number: errno) }
    return FileDescriptor(owning: copy, on: storage)
  }
}

extension FileDescriptor.Opened {
  /// The descriptor alone.
  package consuming func taken() -> FileDescriptor { descriptor }
}
