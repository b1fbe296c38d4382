internal import Inventory
internal import Posix

extension FileEntry {
  /// An entry of which only the listing is known.
  init(root: Int, path: [UInt8], kind: FileKind, mount: Int) {
    self.init(root: root, path: path, kind: Kind(kind), mount: mount)
  }

  /// An entry with what the kernel says of it.
  init(root: Int, path: [UInt8], facts: FileFacts, mount: Int) {
    self.init(
      root: root, path: path, kind: Kind(facts.kind), device: facts.device, inode: facts.inode,
      links: facts.links, size: facts.size, modified: facts.modified, owner: facts.owner,
      group: facts.group, mode: facts.mode, mount: mount)
  }
}

extension FileEntry.Kind {
  init(_ kind: FileKind) {
    switch kind {
    case .file: self = .file
    case .directory: self = .directory
    case .link: self = .link
    case .fifo: self = .fifo
    case .socket: self = .socket
    case .device: self = .device
    case .unknown: self = .unknown
    }
  }
}
