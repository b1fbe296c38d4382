import Inventory
import Testing

@testable import Scanning

@Suite("Reports of files with several names") struct SharedReportsTests {
  private func entry(_ inode: UInt64, links: Int = 3) -> FileEntry {
    var entry = FileEntry(root: 0, path: Array("f\(inode)".utf8), kind: .file, mount: 0)
    entry.inode = inode
    entry.links = links
    return entry
  }

  @Test func isKeptUntilAllNamesCame() {
    var shared = SharedReports()
    shared.expect(entry(1))
    #expect(shared.count == 1)
    shared.keep(.ofMails(), of: entry(1))
    for left in [1, 0] {
      #expect(shared.await(entry(1)) == true)
      #expect(shared.take(entry(1)) == .ofMails())
      #expect(shared.count == left)
    }
    #expect(shared.await(entry(1)) == false)
    #expect(shared.take(entry(1)) == nil)
  }

  @Test func aNameMayComeBeforeTheFirstIsComplete() {
    var shared = SharedReports(mostWeight: 0)
    shared.expect(entry(1, links: 4))
    #expect(shared.await(entry(1)) && shared.await(entry(1)))
    // Heavy as it is, it is kept for those that wait, and no longer.
    shared.keep(.ofMails(), of: entry(1))
    #expect(shared.take(entry(1)) == .ofMails())
    #expect(shared.take(entry(1)) == .ofMails())
    #expect(shared.count == 0 && !shared.await(entry(1)))
  }

  @Test func isBoundedInFilesAndWeight() {
    var shared = SharedReports(most: 2, mostWeight: 2_048)
    for inode: UInt64 in 1...5 { shared.expect(entry(inode)) }
    #expect(shared.count == 2)
    #expect(shared.await(entry(3)) == false)
    shared.keep(.ofMails(places: 100), of: entry(1))
    #expect(shared.count == 1 && !shared.await(entry(1)))
    shared.keep(.ofMails(places: 1), of: entry(2))
    #expect(shared.await(entry(2)) == true)
    // Room again.
    shared.expect(entry(3))
    #expect(shared.await(entry(3)) == true)
    shared.expect(entry(9, links: 1))
    #expect(shared.count == 2)
  }
}
