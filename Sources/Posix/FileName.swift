/// A name, or a path, as the system takes it: bytes without NUL, closed by one.
package struct FileName: Equatable, Hashable, Sendable {
  /// The bytes and the NUL that ends them.
  private let terminated: [UInt8]

  /// Takes bytes up to the first NUL.
  package init(_ bytes: some Sequence<UInt8>) {
    var terminated: [UInt8] = []
    terminated.reserveCapacity(bytes.underestimatedCount + 1)
    for byte in bytes {
      if byte == 0 { break }
      terminated.append(byte)
    }
    terminated.append(0)
    self.terminated = terminated
  }

  /// Takes a name out of a program's text.
  package init(_ text: String) { self.init(text.utf8) }

  /// The name without the NUL.
  package var bytes: [UInt8] { Array(terminated.dropLast()) }

  /// Lends the name to a C call, for that call only.
  func withPointer<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    unsafe terminated.withUnsafeBytes { bytes in
      // Safety: there is always a NUL, so the base exists and the text ends within the array.
      unsafe body(bytes.assumingMemoryBound(to: CChar.self).baseAddress.unsafelyUnwrapped)
    }
  }
}
