internal import CPosix

/// What the kernel says of a file.
package struct FileFacts: Equatable, Sendable {
  package var kind: FileKind
  package var device: UInt64
  package var inode: UInt64
  /// Number of names (hard links).
  package var links: Int
  /// Size in bytes.
  package var size: Int
  /// Last change of the content; nanoseconds since 1970-01-01 UTC.
  package var modified: Int
  /// Last change of content or facts; nanoseconds since 1970-01-01 UTC.
  package var changed: Int
  /// Last reading, as far as the file system notes it; nanoseconds since 1970-01-01 UTC.
  package var accessed: Int
  package var owner: UInt32
  package var group: UInt32
  /// Permission bits only (07777).
  package var mode: UInt32

  /// Whether somebody other than the owner (and root) can write it.
  package var isWritableByOthers: Bool { mode & 0o022 != 0 }

  /// Whether both are facts of the same file, whatever its names.
  package func isSameFile(as other: FileFacts) -> Bool {
    device == other.device && inode == other.inode
  }

  init(_ facts: px_facts) {
    kind = FileKind(rawValue: facts.kind) ?? .unknown
    device = facts.device
    inode = facts.inode
    links = Int(clamping: facts.links)
    size = Int(facts.size)
    modified = Int(facts.modified)
    changed = Int(facts.changed)
    accessed = Int(facts.accessed)
    owner = facts.owner
    group = facts.group
    mode = facts.mode
  }
}

/// What a name of a directory stands for.
package enum FileKind: UInt8, Equatable, Sendable {
  case unknown, file, directory, link, fifo, socket, device
}
