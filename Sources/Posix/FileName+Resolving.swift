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
