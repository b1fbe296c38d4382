internal import Inventory
internal import Posix

extension Unread {
  /// Why a path was not read at all, told from what the system answered.
  init(_ error: SystemError) {
    if error.isRefusal {
      self.init(.failed, .permission, detail: error.name)
    } else if error.isVanished {
      self.init(.failed, .vanished, detail: error.name)
    } else {
      self.init(.failed, .ioError, detail: error.name)
    }
  }

  /// Why a path is not read that is no file; `nil` for a file.
  init?(kind: FileKind) {
    switch kind {
    case .file: return nil
    case .link: self.init(.skipped, .link)
    case .fifo: self.init(.skipped, .specialFile, detail: "fifo")
    case .socket: self.init(.skipped, .specialFile, detail: "socket")
    case .device: self.init(.skipped, .specialFile, detail: "device")
    case .directory, .unknown: self.init(.failed, .vanished, detail: "replaced")
    }
  }
}
