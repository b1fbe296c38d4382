package import Inventory

/// A walk over roots that meets every path once, in the order in which reports list them.
///
/// Roots come as given; within a directory, entries by the bytes of their names, directories as if their names
/// ended in `/`. One walk belongs to one thread.
package struct Walk: ~Copyable {
  /// The roots, made absolute, links resolved; in the order given.
  package let roots: [Root]
  /// The storage met so far; ``FileEntry/mount`` is an index into it. Grows while the walk goes on.
  package private(set) var mounts: [Mount]

  /// Prepares a walk.
  ///
  /// - Parameters:
  ///   - roots: Directories or files as the user wrote them.
  ///   - excluded: What not to enter or read; relative to the root, or absolute where the glob is.
  ///   - listed: Only these files; `nil` for all.
  /// - Throws: ``WalkError`` when the roots or the list cannot be meant.
  package init(
    roots: [[UInt8]], excluding excluded: [Glob] = [], only listed: FileList? = nil
  ) throws(WalkError) {
    self.roots = []
    mounts = []
  }

  /// Goes on to the next path.
  ///
  /// - Returns: The path; `nil` when everything was met.
  package mutating func next() -> WalkStep? { nil }
}
