/// The mounts that this process sees, as the kernel lists them (`/proc/self/mountinfo`, `proc(5)`).
package struct MountTable: Sendable, Equatable {
  /// One mount.
  package struct Entry: Sendable, Equatable {
    /// The kernel's number of the mount, as ``FileDescriptor/mountNumber()`` gives it.
    package var number: Int
    /// Device number of the file system: major and minor part.
    package var major: UInt32
    package var minor: UInt32
    /// Absolute path at which it is mounted, as bytes.
    package var point: [UInt8]
    /// Type of the file system: `ext4`, `cifs`, `fuse.rclone`.
    package var filesystem: String
    /// What is mounted: a device, `//server/share`, `server:/export`.
    package var source: String
  }

  /// All mounts, in the kernel's order: what covers another comes later.
  package var entries: [Entry]

  /// Reads the table of this process.
  package static func current() throws(SystemError) -> MountTable {
    let bytes: [UInt8]
    do {
      bytes = try SmallFile.read(FileName("/proc/self/mountinfo"), limit: 64 << 20).bytes
    } catch .system(let error) {
      throw error
    } catch {
      throw SystemError(number: SystemError.notSupported)
    }
    return MountTable(parsing: bytes)
  }

  /// Reads a table from its text; lines of another form are left out.
  package init(parsing bytes: [UInt8]) {
    entries = bytes.split(separator: UInt8(ascii: "\n")).compactMap { Self.entry($0) }
  }

  /// The mount of a number.
  package func entry(number: Int) -> Entry? { entries.last { $0.number == number } }

  /// The mount on which a path lies: the longest mount point that leads to it, the last one where several are equal.
  ///
  /// - Parameter path: Absolute, links resolved.
  package func entry(containing path: [UInt8]) -> Entry? {
    var best: Entry?
    for entry in entries where Self.leads(entry.point, to: path) {
      if entry.point.count >= best?.point.count ?? 0 { best = entry }
    }
    return best
  }

  private static func leads(_ point: [UInt8], to path: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    guard path.starts(with: point) else { return false }
    return point.last == slash || path.count == point.count || path[point.count] == slash
  }

  // 36 35 98:0 /root /point options optional… - type source options
  private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
    let fields = line.split(separator: UInt8(ascii: " "))
    guard fields.count > 6, let number = Int(text(fields[0])),
      let dash = fields[6...].firstIndex(where: { $0.elementsEqual([UInt8(ascii: "-")]) }),
      dash + 2 < fields.count
    else { return nil }
    let device = fields[2].split(separator: UInt8(ascii: ":"))
    guard device.count == 2, let major = UInt32(text(device[0])),
      let minor = UInt32(text(device[1]))
    else { return nil }
    return Entry(
      number: number, major: major, minor: minor, point: unescaped(fields[4]),
      filesystem: text(unescaped(fields[dash + 1])[...]),
      source: text(unescaped(fields[dash + 2])[...]))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Undoes the kernel's `\040`: three octal digits for a blank, tab, line feed or backslash.
  static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let digits = bytes[(index + 1)...].prefix(3)
      if bytes[index] == UInt8(ascii: "\\"), digits.count == 3,
        digits.allSatisfy({ (0x30...0x37).contains($0) })
      {
        result.append(digits.reduce(0) { $0 &* 8 &+ ($1 &- 0x30) })
        index += 4
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
