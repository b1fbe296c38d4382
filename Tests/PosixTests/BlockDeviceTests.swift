import TestSupport
import Testing

@testable import Posix

/// The `/sys` of these tests is made up.
@Suite("Devices below mounts")
struct BlockDeviceTests {
  static func sys() -> TempDirectory {
    let sys = TempDirectory()
    let devices = [
      // Name, folder, removable.
      ("8:0", "devices/pci/ata1/block/sda", "0"), ("8:16", "devices/pci/usb1/block/sdb", "0"),
      ("8:32", "devices/pci/ata2/block/sdc", "1"),
      ("179:0", "devices/mmc_host/mmc0/block/mmcblk0", "0"),
    ]
    sys.folder("dev/block")
    for (number, folder, removable) in devices {
      sys.file(folder + "/removable", removable + "\n")
      sys.link("dev/block/\(number)", to: "../../" + folder)
    }
    sys.file("devices/mmc_host/mmc0/block/mmcblk0/device/type", "SD\n")
    sys.file("devices/pci/usb1/block/sdb/sdb1/partition", "1\n")
    sys.link("dev/block/8:17", to: "../../devices/pci/usb1/block/sdb/sdb1")
    sys.file("devices/virtual/dm-0/dm/uuid", "CRYPT-LUKS2-0000-name\n")
    sys.folder("devices/virtual/dm-0/slaves")
    sys.link("devices/virtual/dm-0/slaves/sdb1", to: "../../../pci/usb1/block/sdb/sdb1")
    sys.link("dev/block/253:0", to: "../../devices/virtual/dm-0")
    sys.file("devices/virtual/dm-1/dm/uuid", "LVM-0000\n")
    sys.folder("devices/virtual/dm-1/slaves")
    sys.link("devices/virtual/dm-1/slaves/dm-0", to: "../../dm-0")
    sys.link("devices/virtual/dm-1/slaves/dm-1", to: "../../dm-1")
    sys.link("dev/block/253:1", to: "../../devices/virtual/dm-1")
    return sys
  }

  @Test(
    "tell whether they are removable or encrypted",
    arguments: [
      (8, 0, "ext4", false, false), (8, 16, "vfat", true, false), (8, 17, "vfat", true, false),
      (8, 32, "vfat", true, false), (179, 0, "vfat", true, false), (253, 0, "ext4", true, true),
      (253, 1, "ext4", true, true), (9, 9, "ext4", nil, nil), (0, 45, "cifs", nil, nil),
      (0, 46, "fuse.gocryptfs", nil, true),
    ] as [(UInt32, UInt32, String, Bool?, Bool?)])
  func facts(
    major: UInt32, minor: UInt32, filesystem: String, isRemovable: Bool?, isEncrypted: Bool?
  ) {
    let sys = Self.sys()
    let mount = MountTable.Entry(
      number: 1, major: major, minor: minor, point: Array("/mnt".utf8), filesystem: filesystem,
      source: "x")
    let device = BlockDevice(of: mount, sys: sys.path)
    #expect(device.isRemovable == isRemovable && device.isEncrypted == isEncrypted)
  }
}
