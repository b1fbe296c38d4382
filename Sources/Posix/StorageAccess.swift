internal import CPosix

/// What calls to a file go through: the kernel, or, where storage may never answer, a process that is left behind when it
/// does not come back.
///
/// A call that hangs in a server's answer cannot always be ended, not even by killing who made it. Used by one thread.
@safe
package struct StorageAccess: Equatable, @unchecked Sendable {
  // Safety: made once and never let go; NULL is none. It holds what one thread at a time uses.
  let handle: OpaquePointer?

  /// Calls go to the kernel, and wait for it.
  package static let direct = unsafe StorageAccess(handle: nil)

  /// Storage to which calls are given up when they take longer than this.
  ///
  /// Kept until this process ends, so that one is made for a mount and not for a file.
  ///
  /// - Parameter patience: Milliseconds.
  /// - Returns: ``direct`` when no process can be had.
  package static func distant(patience: Int) -> StorageAccess {
    // Safety: takes a number and gives a pointer or NULL.
    unsafe StorageAccess(handle: px_storage_new(Int64(patience)))
  }

  package static func == (left: StorageAccess, right: StorageAccess) -> Bool {
    // Safety: addresses are compared, and nothing is read.
    unsafe left.handle == right.handle
  }

  /// Whether calls are given up at some time.
  package var isDistant: Bool { unsafe handle != nil }

  /// Whether a call was given up and has not come back yet; until then all others fail at once.
  package var isSilent: Bool {
    guard let handle = unsafe handle else { return false }
    // Safety: the handle lives as long as the process.
    return unsafe px_storage_is_silent(handle)
  }
}
