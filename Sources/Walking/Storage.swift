internal import Inventory
internal import Posix

/// The mounts that a walk meets, numbered in the order in which it meets them.
struct Storage {
  private(set) var mounts: [Mount] = []
  private var table: MountTable
  /// Index into ``mounts`` by the kernel's number.
  private var indexes: [Int: Int] = [:]
  /// How each mount is reached, as soon as that was asked.
  private var accesses: [Int: StorageAccess] = [:]
  /// Milliseconds after which a call to storage that may never answer is given up.
  private let patience: Int

  init(patience: Int) {
    self.patience = patience
    table = (try? MountTable.current()) ?? MountTable(parsing: [])
  }

  /// The storage on which a path lies.
  ///
  /// - Parameter path: Absolute, links resolved.
  mutating func index(containing path: [UInt8]) -> Int { index(of: table.entry(containing: path)) }

  /// The storage of a kernel's number, for a directory that was just opened.
  ///
  /// - Parameters:
  ///   - number: As the descriptor tells it; `nil` when it does not.
  ///   - root: The absolute path of the root below which the directory lies.
  ///   - path: The directory's path below the root, in case the number is unknown.
  mutating func index(number: Int?, root: [UInt8], path: [UInt8]) -> Int {
    guard let number else { return index(containing: Self.joined(root, path)) }
    if let known = indexes[number] { return known }
    if table.entry(number: number) == nil, let newer = try? MountTable.current() {
      // Mounted since the walk began.
      table = newer
    }
    let index = index(
      of: table.entry(number: number) ?? table.entry(containing: Self.joined(root, path)))
    indexes[number] = index
    return index
  }

  /// How a mount is reached.
  mutating func access(to index: Int) -> StorageAccess {
    guard mounts[index].mayNeverAnswer else { return .direct }
    if let known = accesses[index] { return known }
    let access = StorageAccess.distant(patience: patience)
    accesses[index] = access
    return access
  }

  private static func joined(_ root: [UInt8], _ path: [UInt8]) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    return root.last == slash ? root + path : root + [slash] + path
  }

  private mutating func index(of entry: MountTable.Entry?) -> Int {
    if let entry, let known = indexes[entry.number] { return known }
    let mount: Mount
    if let entry {
      let device = BlockDevice(of: entry)
      mount = Mount(
        point: entry.point, filesystem: entry.filesystem, source: entry.source,
        isRemovable: device.isRemovable, isEncrypted: device.isEncrypted)
    } else {
      mount = Mount(point: Array("/".utf8), filesystem: "unknown", source: "unknown")
      if let known = mounts.firstIndex(of: mount) { return known }
    }
    mounts.append(mount)
    if let entry { indexes[entry.number] = mounts.count - 1 }
    return mounts.count - 1
  }
}
