internal import Glibc

extension FileName {
  /// The absolute path to which the name leads from here, all links resolved (`realpath(3)`).
  package func resolved() throws(SystemError) -> [UInt8] {
    let result: UnsafeMutablePointer<CChar>? = unsafe withPointer { pointer in
      // Safety: a FileName ends in NUL and outlives the call; the result is ours to free.
      unsafe realpath(pointer, nil)
    }
    guard let result = unsafe result else { throw SystemError(number: errno) }
    defer { unsafe free(result) }
    // Safety: the result ends in NUL and is freed only after it was copied.
    return unsafe Array(UnsafeBufferPointer(start: result, count: strlen(result))).map {
      UInt8(bitPattern: $0)
    }
  }

  /// The working directory, absolute.
  package static func workingDirectory() throws(SystemError) -> [UInt8] {
    try FileName(".").resolved()
  }
}

extension SystemError {
  /// `ENOTSUP`: the system does not offer this.
  static var notSupported: Int32 { ENOTSUP }
  /// Whether a name is not there (any more): `ENOENT`, `ENOTDIR`, `ESTALE`.
  package var isVanished: Bool { number == ENOENT || number == ENOTDIR || number == ESTALE }
  /// Whether the system refused: `EACCES`, `EPERM`.
  package var isRefusal: Bool { number == EACCES || number == EPERM }
  /// Whether a link stood where none was to be followed: `ELOOP`.
  package var isLink: Bool { number == ELOOP }
  /// Whether the name is a socket or a device without a driver: `ENXIO`, `ENODEV`.
  package var isSpecialFile: Bool { number == ENXIO || number == ENODEV }
  /// Whether this process, or the system, has no descriptor left: `EMFILE`, `ENFILE`.
  package var isOutOfDescriptors: Bool { number == EMFILE || number == ENFILE }
  /// Whether the other end of a pipe is gone: `EPIPE`.
  package var isBrokenPipe: Bool { number == EPIPE }
}
