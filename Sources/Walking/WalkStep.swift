package import Inventory
package import Posix

/// What the walk met next: every path that counts for coverage comes exactly once.
package enum WalkStep: ~Copyable {
  /// A regular file, open to be read. Its facts were taken from the descriptor.
  case file(FileEntry, FileDescriptor.Opened)
  /// A further name of a file that came before under another one; open as well, should that have been forgotten.
  case hardLink(FileEntry, of: FirstName, FileDescriptor.Opened)
  /// A path that will not be read, and why: links, special files, what is excluded, refused or gone.
  case unread(FileEntry, Unread)

  /// The name under which a file with several names came first.
  package struct FirstName: Sendable, Equatable {
    /// Index of its root; 0-based.
    package var root: Int
    /// The path relative to that root, as bytes.
    package var path: [UInt8]

    package init(root: Int, path: [UInt8]) {
      self.root = root
      self.path = path
    }
  }
}
