/// A walk that cannot start: what the user asked for cannot be meant.
package enum WalkError: Error, Equatable, Sendable {
  /// Nothing was asked for.
  case noRoot
  /// A root is not there, or cannot be reached; with the name of the system's error (`ENOENT`).
  case missingRoot(path: [UInt8], error: String)
  /// One root lies inside another, or is the same.
  case nestedRoots(outer: [UInt8], inner: [UInt8])
  /// A line of the list of files is an absolute path inside no root, or leads out of one by `..`; `line` is 1-based.
  case outsideRoots(path: [UInt8], line: Int)
  /// A line of the list of files is relative while there are several roots; `line` is 1-based.
  case ambiguousPath(path: [UInt8], line: Int)
}
