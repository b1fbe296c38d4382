/// A path that the walker met, with what the system says of it.
///
/// Its content has not been read.
package struct FileEntry: Sendable, Equatable {
  /// Index of the root below which it was met; 0-based.
  package var root: Int
  /// The path relative to its root, as the bytes that the file system holds; for a root that is a file, its name.
  package var path: [UInt8]
  package var kind: Kind
  package var device: UInt64
  package var inode: UInt64
  /// Number of names (hard links) that the file has.
  package var links: Int
  /// Size in bytes.
  package var size: Int
  /// Nanoseconds since 1970-01-01 UTC.
  package var modified: Int
  package var owner: UInt32
  package var group: UInt32
  /// Permission bits only (07777).
  package var mode: UInt32
  /// Index into the walk's mounts: the storage on which it lies; 0-based.
  package var mount: Int

  /// What a directory entry is.
  package enum Kind: String, Sendable, Equatable {
    case file, directory, link, fifo, socket, device, unknown
  }

  package init(
    root: Int, path: [UInt8], kind: Kind, device: UInt64 = 0, inode: UInt64 = 0, links: Int = 1,
    size: Int = 0, modified: Int = 0, owner: UInt32 = 0, group: UInt32 = 0, mode: UInt32 = 0,
    mount: Int = 0
  ) {
    self.root = root
    self.path = path
    self.kind = kind
    self.device = device
    self.inode = inode
    self.links = links
    self.size = size
    self.modified = modified
    self.owner = owner
    self.group = group
    self.mode = mode
    self.mount = mount
  }
}

/// The storage on which files lie, as the kernel's mount table tells it.
package struct Mount: Sendable, Equatable, Hashable {
  /// Absolute path of the mount point.
  package var point: [UInt8]
  /// Type of the file system: `ext4`, `cifs`, `nfs4`, `fuse.rclone`.
  package var filesystem: String
  /// What is mounted: a device, `//server/share`, `server:/export`, `remote:bucket`.
  package var source: String
  /// Whether the device below is seen to be removable.
  ///
  /// `nil` when it cannot be told.
  package var isRemovable: Bool?
  /// Whether the device below is seen to be encrypted.
  ///
  /// `nil` when it cannot be told.
  package var isEncrypted: Bool?

  package init(
    point: [UInt8], filesystem: String, source: String, isRemovable: Bool? = nil,
    isEncrypted: Bool? = nil
  ) {
    self.point = point
    self.filesystem = filesystem
    self.source = source
    self.isRemovable = isRemovable
    self.isEncrypted = isEncrypted
  }
}

/// One of the directories or files that a scan was asked for.
package struct Root: Sendable, Equatable {
  /// Absolute path, as bytes; made from what the user typed, links resolved.
  package var path: [UInt8]
  package var mount: Mount
  /// Whether the root is a single file, so that the one entry's path is the last name of `path`.
  package var isFile: Bool

  package init(path: [UInt8], mount: Mount, isFile: Bool = false) {
    self.path = path
    self.mount = mount
    self.isFile = isFile
  }
}
