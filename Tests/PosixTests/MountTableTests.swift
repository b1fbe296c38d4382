import TestSupport
import Testing

@testable import Posix

@Suite("The mount table")
struct MountTableTests {
  static let text = """
    22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
    30 22 0:45 / /mnt/share\\040one rw - cifs //fs01/share\\0401 rw,addr=192.0.2.1
    31 22 0:46 / /mnt/x rw shared:3 master:1 - nfs4 server:/export rw
    32 22 0:47 / /mnt/x rw - fuse.rclone remote:bucket rw
    33 22 8:17 /sub /mnt/x/y rw - vfat /dev/sdb1 rw
    broken line
    34 22 8:x / /bad rw - ext4 /dev/sda1 rw
    """

  @Test("is read as the kernel writes it, names unescaped")
  func parsing() throws {
    let table = MountTable(parsing: Array(Self.text.utf8))
    #expect(table.entries.map(\.number) == [22, 30, 31, 32, 33])
    let share = try #require(table.entry(number: 30))
    #expect(share.point == Array("/mnt/share one".utf8) && share.source == "//fs01/share 1")
    #expect(share.filesystem == "cifs" && share.major == 0 && share.minor == 45)
    #expect(table.entry(number: 34) == nil)
  }

  @Test(
    "knows where a path lies",
    arguments: [
      ("/etc", 22), ("/mnt/share one/a", 30), ("/mnt/x", 32), ("/mnt/xy", 22), ("/mnt/x/y", 33),
      ("/mnt/x/y/z", 33), ("/mnt/x/yz", 32), ("/", 22),
    ])
  func containing(path: String, number: Int) {
    let table = MountTable(parsing: Array(Self.text.utf8))
    #expect(table.entry(containing: Array(path.utf8))?.number == number)
  }

  @Test(
    "undoes octal escapes and nothing else",
    arguments: [
      ("a\\040b", "a b"), ("\\134\\011", "\\\t"), ("\\04", "\\04"), ("\\089", "\\089"),
      ("a\\", "a\\"),
    ])
  func unescaping(written: String, meant: String) {
    #expect(MountTable.unescaped(Array(written.utf8)[...]) == Array(meant.utf8))
  }

  @Test("of this process holds the mount of every open directory")
  func current() throws {
    let table = try MountTable.current()
    let root = try FileDescriptor.openDirectory(path: FileName("/"))
    let told = root.mountNumber()
    let number = try #require(told)
    #expect(table.entry(number: number)?.point == Array("/".utf8))
  }
}
