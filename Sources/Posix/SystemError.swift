internal import CPosix

/// What the system answered instead of doing what it was asked.
package struct SystemError: Error, Equatable, Hashable, Sendable {
  /// The error number (`errno`).
  package var number: Int32

  package init(number: Int32) { self.number = number }

  /// The number's name, such as `EACCES`; `errno 999` when it has none.
  ///
  /// Fixed words, fit for reports.
  package var name: String {
    // Safety: strerrorname_np gives a constant string or NULL.
    guard let name = unsafe px_error_name(number) else { return "errno \(number)" }
    return unsafe String(cString: name)
  }

  /// Gives back what a call of the C shim returned, or throws when it is a negated error number.
  @discardableResult
  static func check<Value: FixedWidthInteger & SignedInteger>(
    _ result: Value
  ) throws(SystemError) -> Value {
    guard result < 0 else { return result }
    throw SystemError(number: Int32(truncatingIfNeeded: 0 - result))
  }
}
