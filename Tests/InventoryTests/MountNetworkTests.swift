import Testing

@testable import Inventory

@Suite("Mounts that cross a network")
struct MountNetworkTests {
  @Test(arguments: [
    ("nfs", true), ("nfs4", true), ("cifs", true), ("smb3", true), ("fuse.sshfs", true),
    ("fuse.rclone", true),
    ("9p", true), ("ceph", true), ("ext4", false), ("xfs", false), ("btrfs", false),
    ("overlay", false),
    ("tmpfs", false), ("fuse", false), ("fuseblk", false), ("fuse.encfs", false),
    ("unknown", false), ("", false),
  ])
  func types(_ type: String, _ isNetwork: Bool) {
    let mount = Mount(point: Array("/share".utf8), filesystem: type, source: "somewhere")
    #expect(mount.isNetwork == isNetwork)
  }
}
