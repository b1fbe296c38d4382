/// What the kernel says of the device below a mount (`/sys`).
package struct BlockDevice: Sendable, Equatable {
  /// Whether it can be taken out or pulled off: removable media, USB, SD cards; `nil` when it cannot be told.
  package var isRemovable: Bool?
  /// Whether an encrypting layer is seen; `nil` when it cannot be told.
  ///
  /// `false` says nothing about disks that encrypt themselves.
  package var isEncrypted: Bool?

  /// Looks below a mount.
  ///
  /// - Parameters:
  ///   - mount: An entry of the mount table.
  ///   - sys: Where the kernel's view of devices is mounted; another folder in tests.
  package init(of mount: MountTable.Entry, sys: String = "/sys") {
    if Self.encryptingFilesystems.contains(mount.filesystem) {
      isEncrypted = true
    }
    let start: String
    if mount.major != 0 {
      start = "\(sys)/dev/block/\(mount.major):\(mount.minor)"
    } else if mount.source.hasPrefix("/dev/"),
      let device = try? FileName(mount.source).resolved(),
      let name = device.split(separator: UInt8(ascii: "/")).last
    {
      // Btrfs and the like have a device number of their own.
      start = "\(sys)/class/block/" + String(decoding: name, as: UTF8.self)
    } else {
      return
    }
    var seen: Set<String> = []
    look(at: start, seen: &seen)
  }

  /// File systems that encrypt what lies under them.
  private static let encryptingFilesystems: Set<String> = [
    "ecryptfs", "fuse.encfs", "fuse.gocryptfs", "fuse.cryfs", "fuse.veracrypt",
  ]

  /// Looks at a device and at those on which it stands; encrypted when any of them is, removable likewise.
  private mutating func look(at path: String, seen: inout Set<String>) {
    guard let bytes = try? FileName(path).resolved() else { return }
    let device = String(decoding: bytes, as: UTF8.self)
    guard seen.insert(device).inserted, seen.count <= 64 else { return }
    let isCrypt = Self.read(device + "/dm/uuid")?.hasPrefix("CRYPT-") ?? false
    isEncrypted = isCrypt || isEncrypted ?? false
    let below = Self.names(in: device + "/slaves")
    guard below.isEmpty else {
      for name in below { look(at: device + "/slaves/" + name, seen: &seen) }
      return
    }
    let disk = Self.read(device + "/partition") == nil ? device : device + "/.."
    guard let flag = Self.read(disk + "/removable") else { return }
    let isPluggable =
      device.contains("/usb")
      || device.contains("/mmc_host/") && Self.read(disk + "/device/type") == "SD"
    isRemovable = flag == "1" || isPluggable || isRemovable ?? false
  }

  private static func read(_ path: String) -> String? {
    guard let file = try? SmallFile.read(FileName(path), limit: 4_096) else { return nil }
    return String(decoding: file.bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  private static func names(in path: String) -> [String] {
    guard let directory = try? FileDescriptor.openDirectory(path: FileName(path)) else { return [] }
    let listing = DirectoryListing(of: directory)
    return (0..<listing.count).map { String(decoding: listing.name(at: $0), as: UTF8.self) }
  }
}
