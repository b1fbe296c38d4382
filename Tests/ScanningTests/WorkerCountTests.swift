import Inventory
import Testing

@testable import Scanning

@Suite("How many workers when nobody says")
struct WorkerCountTests {
  private static func root(_ type: String) -> Root {
    Root(
      path: Array("/share".utf8),
      mount: Mount(point: Array("/share".utf8), filesystem: type, source: "server:/share"),
      isFile: false)
  }

  @Test(arguments: [
    (1, ["ext4"], 1), (2, ["ext4"], 2), (64, ["xfs", "ext4"], 64), (1, ["cifs"], 4),
    (2, ["nfs4"], 4),
    (4, ["cifs"], 8), (12, ["smb3"], 16), (32, ["nfs"], 32), (2, ["ext4", "cifs"], 4),
    (3, ["fuse.sshfs"], 6),
  ])
  func usual(_ cores: Int, _ types: [String], _ expected: Int) {
    #expect(WorkerCount.usual(cores: cores, roots: types.map(Self.root)) == expected)
  }
}
