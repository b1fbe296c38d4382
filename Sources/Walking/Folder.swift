internal import Posix

/// A directory that the walk stands in, or above.
///
/// A class, since arrays cannot hold what cannot be copied; it belongs to one walk.
final class Folder {
  /// The open directory; `nil` while it is put aside, so that depth costs no descriptors.
  var descriptor: FileDescriptor?
  let listing: DirectoryListing
  /// The listed entry to take next.
  var next = 0
  /// Device and inode, by which it is known again.
  let facts: FileFacts
  /// Index into the walk's mounts.
  let mount: Int
  /// Length of the walk's path while it stands in this directory: the directory's own path and a `/`, nothing for a root.
  let pathLength: Int
  /// What to take from it, by name; `nil` for everything.
  let picks: [[UInt8]: PickedPaths.Pick]?

  init(
    descriptor: consuming FileDescriptor, listing: DirectoryListing, facts: FileFacts, mount: Int,
    pathLength: Int, picks: [[UInt8]: PickedPaths.Pick]?
  ) {
    self.descriptor = consume descriptor
    self.listing = listing
    self.facts = facts
    self.mount = mount
    self.pathLength = pathLength
    self.picks = picks
  }

  /// Opens an entry to read it; what was opened need not be a file.
  func open(at index: Int) throws(SystemError) -> FileDescriptor.Opened {
    switch descriptor {
    case .some(let open): return try open.open(at: index, of: listing)
    case .none: throw .vanished
    }
  }

  /// The kernel's number of the mount on which an entry lies; `nil` when it cannot be told.
  func mountNumber(at index: Int) -> Int? {
    switch descriptor {
    case .some(let open): return open.mountNumber(at: index, of: listing)
    case .none: return nil
    }
  }

  /// Opens an entry to list it.
  ///
  /// - Parameter storage: What it lies on.
  func openDirectory(
    at index: Int, on storage: StorageAccess
  ) throws(SystemError) -> FileDescriptor {
    switch descriptor {
    case .some(let open): return try open.openDirectory(at: index, of: listing, on: storage)
    case .none: throw .vanished
    }
  }

  /// Asks for the facts of an entry, of a link itself.
  func facts(at index: Int) throws(SystemError) -> FileFacts {
    switch descriptor {
    case .some(let open): return try open.facts(at: index, of: listing)
    case .none: throw .vanished
    }
  }

  /// Opens the directory above, whatever it is by now.
  func openAbove() throws(SystemError) -> FileDescriptor {
    switch descriptor {
    case .some(let open): return try open.openDirectory(FileName(".."))
    case .none: throw .vanished
    }
  }

  /// Opens a directory in it by name; `nil` when that cannot be done.
  func openedBelow(_ name: FileName) -> FileDescriptor? {
    switch descriptor {
    case .some(let open): return try? open.openDirectory(name)
    case .none: return nil
    }
  }
}
