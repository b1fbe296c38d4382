import Inventory
import Posix
import TestSupport
import Testing

@testable import Walking

@Suite("Roots of a walk")
struct WalkRootsTests {
  @Test("come as given, and a file is one by its name")
  func severalRoots() throws {
    let directory = TempDirectory()
    directory.file("b/x")
    directory.file("a/y")
    directory.file("single.csv")
    let walk = try Walk(roots: ["b", "single.csv", "a/."].map { directory.bytes($0) })
    #expect(walk.roots.map(\.path) == ["b", "single.csv", "a"].map { directory.bytes($0) })
    #expect(walk.roots.map(\.isFile) == [false, true, false])
    let records = WalkRecord.all(of: walk)
    #expect(WalkRecord.table(records) == ["x: file", "single.csv: file", "y: file"])
    #expect(records.map(\.entry.root) == [0, 1, 2])
  }

  @Test("are resolved when they are links themselves")
  func linkedRoot() throws {
    let directory = TempDirectory()
    directory.file("a/y")
    directory.link("l", to: "a")
    let walk = try Walk(roots: [directory.bytes("l")])
    #expect(walk.roots.map(\.path) == [directory.bytes("a")])
    #expect(WalkRecord.table(WalkRecord.all(of: walk)) == ["y: file"])
  }

  @Test("must exist, and must not lie inside one another")
  func mistakes() throws {
    let directory = TempDirectory()
    directory.file("a/b/c")
    directory.folder("ab")
    directory.link("l", to: "a")
    let (a, b, ab, l) = (
      directory.bytes("a"), directory.bytes("a/b"), directory.bytes("ab"), directory.bytes("l")
    )
    func error(_ roots: [[UInt8]]) -> WalkError? {
      do {
        _ = try Walk(roots: roots)
        return nil
      } catch {
        return error
      }
    }
    #expect(error([]) == .noRoot)
    #expect(
      error([directory.bytes("x")]) == .missingRoot(path: directory.bytes("x"), error: "ENOENT"))
    #expect(error([[]]) == .missingRoot(path: [], error: "ENOENT"))
    #expect(error([b, a]) == .nestedRoots(outer: a, inner: b))
    #expect(
      error([a, ab, a + Array("/".utf8)]) == .nestedRoots(outer: a, inner: a + Array("/".utf8)))
    #expect(error([a, l]) == .nestedRoots(outer: a, inner: l))
    #expect(error([directory.bytes(), directory.bytes("a/b/c")]) != nil)
    #expect(error([a, ab]) == nil)
  }

  @Test("that are FIFOs or devices are not opened", .timeLimit(.minutes(1)))
  func specialRoots() throws {
    let directory = TempDirectory()
    directory.fifo("fifo")
    let walk = try Walk(roots: [directory.bytes("fifo"), Array("/dev/null".utf8)])
    #expect(
      WalkRecord.table(WalkRecord.all(of: walk)) == [
        "fifo: skipped special-file fifo", "null: skipped special-file device",
      ])
  }

  @Test("tell the storage on which they lie")
  func mounts() throws {
    let directory = TempDirectory()
    directory.file("a")
    var walk = try Walk(roots: [directory.bytes()])
    let root = try #require(walk.roots.first)
    let told = Shell.run(
      "stat -c '%m' \(directory.path); findmnt -n -o FSTYPE -T \(directory.path)")
    let lines = String(decoding: told.output, as: UTF8.self).split(separator: "\n")
    #expect(root.mount.point == lines.first.map { Array($0.utf8) })
    if lines.count == 2 { #expect(root.mount.filesystem == lines[1]) }
    guard case .file(let entry, _)? = walk.next() else {
      Issue.record("the file can be read")
      return
    }
    #expect(walk.mounts[entry.mount] == root.mount)
  }

  @Test("name mounts below them", .enabled(if: Host.user == 0))
  func crossing() throws {
    let directory = TempDirectory()
    directory.file("a")
    directory.folder("b c")
    directory.file("z")
    let point = "'\(directory.path)/b c'"
    guard Shell.run("mount -t tmpfs none \(point) 2>/dev/null").status == 0 else { return }
    defer { _ = Shell.run("umount \(point)") }
    directory.file("b c/inside")
    var walk = try Walk(roots: [directory.bytes()])
    var mounts: [Mount] = []
    while let step = walk.next() {
      if case .file(let entry, _) = consume step { mounts.append(walk.mounts[entry.mount]) }
    }
    #expect(mounts.count == 3 && mounts.first == mounts.last && mounts.first != mounts[1])
    #expect(mounts[1].point == directory.bytes("b c") && mounts[1].filesystem == "tmpfs")
    #expect(mounts[1].isEncrypted == nil && mounts[1].isRemovable == nil)
  }
}
