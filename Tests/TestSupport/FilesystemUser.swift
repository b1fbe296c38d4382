import Glibc

/// Lets a test meet refusals even when it runs as root.
package enum FilesystemUser {
  /// Runs a function with the file rights of a user who owns nothing (65534).
  ///
  /// They hold on this thread only, so nothing in it may suspend. Without root it runs as we are.
  package static func withoutRights<Result>(_ body: () throws -> Result) rethrows -> Result {
    // Safety: the symbol has this signature (setfsuid(2)); glibc's module does not show it.
    guard geteuid() == 0, let symbol = unsafe dlsym(nil, "setfsuid") else { return try body() }
    let set = unsafe unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
    _ = set(65_534)
    defer { _ = set(0) }
    return try body()
  }
}
