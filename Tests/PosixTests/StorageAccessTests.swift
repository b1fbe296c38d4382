import Glibc
import TestSupport
import Testing

@testable import Posix

@Suite("Access to storage") struct StorageAccessTests {
  private let folder = TempDirectory()

  @Test("through another process says the same as without it")
  func alike() throws {
    folder.file("a", "content\n")
    folder.folder("b")
    folder.link("c", to: "a")
    let storage = StorageAccess.distant(patience: 60_000)
    #expect(storage.isDistant && !StorageAccess.direct.isDistant)
    let near = try FileDescriptor.openDirectory(path: FileName(folder.path))
    let far = try FileDescriptor.openDirectory(path: FileName(folder.path), on: storage)
    let listing = DirectoryListing(of: near)
    let other = DirectoryListing(of: far)
    #expect(other.count == 3 && other.failure == nil)
    for index in 0..<3 {
      #expect(listing.name(at: index) == other.name(at: index))
      #expect(listing.kind(at: index) == other.kind(at: index))
      let facts = (
        try near.facts(at: index, of: listing), try far.facts(at: index, of: other)
      )
      #expect(facts.0 == facts.1)
      let mounts = (
        near.mountNumber(at: index, of: listing), far.mountNumber(at: index, of: other)
      )
      let own = near.mountNumber()
      #expect(mounts == (own, own))
    }
    let file = try far.open(FileName("a"))
    let isQuiet = !file.touchesAccessTime
    let facts = try file.descriptor.facts()
    let isAnswered = file.descriptor.isAnswered()
    let isDistant = file.descriptor.storage.isDistant
    #expect(isDistant && isQuiet && isAnswered && facts.kind == .file && facts.size == 8)
    let below = try far.openDirectory(FileName("b"))
    let kind = try below.facts().kind
    #expect(kind == .directory)
    #expect(throws: SystemError(number: ELOOP)) { _ = try far.open(FileName("c")) }
    #expect(throws: SystemError.vanished) { _ = try far.openDirectory(FileName("d")) }
    #expect(!storage.isSilent)
  }

  @Test(
    "that does not answer fails at once, until it does",
    .enabled(if: DistantFolder.isPossible, "needs root and /dev/fuse"))
  func silence() throws {
    folder.file("server/a")
    folder.file("server/late")
    folder.folder("mount")
    let server = try DistantFolder(
      showing: folder.path + "/server", at: folder.path + "/mount")
    let storage = StorageAccess.distant(patience: 300)
    let directory = try FileDescriptor.openDirectory(path: FileName(server.path), on: storage)
    #expect(throws: SystemError.unanswered) { _ = try directory.open(FileName("late")) }
    #expect(storage.isSilent)
    #expect(throws: SystemError.unanswered) { _ = try directory.open(FileName("a")) }
    server.answerWhatIsLate()
    for _ in 0..<1_000 where storage.isSilent { usleep(10_000) }
    #expect(!storage.isSilent)
    let facts = try directory.open(FileName("a")).descriptor.facts()
    #expect(facts.size == 8)
    server.end()
    #expect(throws: SystemError(number: ENOTCONN)) { _ = try directory.open(FileName("a")) }
  }
}
