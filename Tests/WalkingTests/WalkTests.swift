import Inventory
import Posix
import TestSupport
import Testing

@testable import Walking

@Suite("Walking")
struct WalkTests {
  @Test("meets what find meets, in the order of bytes with directories as if they ended in a slash")
  func order() throws {
    let directory = TempDirectory()
    for name in [
      "a", "a.txt", "a-b", "z", "営業/顧客.csv", "b/x/y", "b!", "b.d/q", "b0", "c\nd", "e\u{1B}[m",
    ] {
      directory.file(name == "a" ? "a/inner" : name)
    }
    directory.file("a0/b/c/d/e")
    directory.folder("empty/inside")
    let records = WalkRecord.all(of: try Walk(roots: [directory.bytes()]))
    #expect(records.map(\.path) == directory.found())
    #expect(records.allSatisfy { $0.outcome == "file" && $0.entry.kind == .file })
    #expect(Array(records.map(\.name).prefix(4)) == ["a-b", "a.txt", "a/inner", "a0/b/c/d/e"])
  }

  @Test("takes names that are not UTF-8 as bytes")
  func bytes() throws {
    let directory = TempDirectory()
    let name: [UInt8] = [0x8B, 0xE0, 0x2F, 0x97, 0x5A, 0xFF]
    directory.file(name, Array("x".utf8))
    let records = WalkRecord.all(of: try Walk(roots: [directory.bytes()]))
    #expect(records.map(\.path) == [name])
  }

  @Test("tells the facts of the opened file")
  func facts() throws {
    let directory = TempDirectory()
    directory.file("a", "12345")
    directory.mode("a", 0o640)
    var seen: FileFacts?
    let records = try WalkRecord.all(of: try Walk(roots: [directory.bytes()])) { _, opened in
      seen = try opened.descriptor.facts()
      let touches = opened.touchesAccessTime
      #expect(!touches)
    }
    let entry = try #require(records.first).entry
    let facts = try #require(seen)
    #expect(entry.size == 5 && entry.mode == 0o640 && entry.links == 1)
    #expect(entry.inode == facts.inode && entry.device == facts.device)
    #expect(entry.modified == facts.modified && entry.modified > 1_600_000_000_000_000_000)
    let told = Shell.run("stat -c '%u %g %i' \(directory.path)/a").output
    #expect(
      String(decoding: told, as: UTF8.self) == "\(entry.owner) \(entry.group) \(entry.inode)\n")
  }

  @Test("lists links and never follows them, loops included")
  func links() throws {
    let directory = TempDirectory()
    let outside = TempDirectory()
    outside.file("secret")
    directory.file("a/file")
    directory.link("a/loop", to: "..")
    directory.link("self", to: "self")
    directory.link("gone", to: "nowhere")
    directory.link("out", to: outside.path)
    directory.link("outfile", to: outside.path + "/secret")
    let records = WalkRecord.all(of: try Walk(roots: [directory.bytes()]))
    #expect(
      WalkRecord.table(records) == [
        "a/file: file", "a/loop: skipped link", "gone: skipped link", "out: skipped link",
        "outfile: skipped link", "self: skipped link",
      ])
    #expect(records.dropFirst().allSatisfy { $0.entry.kind == .link && $0.entry.inode != 0 })
  }

  @Test("never opens FIFOs, sockets and devices", .timeLimit(.minutes(1)))
  func specialFiles() throws {
    let directory = TempDirectory()
    directory.fifo("fifo")
    _ = Shell.run("mknod \(directory.path)/null c 1 3 2>/dev/null")
    _ = Shell.run(
      "python3 -c 'import socket,sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' "
        + "\(directory.path)/socket 2>/dev/null")
    let records = WalkRecord.all(of: try Walk(roots: [directory.bytes()]))
    let expected = ["fifo", "null", "socket"].filter {
      directory.found().contains(Array($0.utf8))
    }.map { "\($0): skipped special-file \($0 == "null" ? "device" : $0)" }
    #expect(WalkRecord.table(records) == expected && !expected.isEmpty)
  }

  @Test("reads a file with several names once, under its first name")
  func hardLinks() throws {
    let directory = TempDirectory()
    directory.file("b/first")
    directory.hardLink("c", to: "b/first")
    directory.hardLink("d", to: "b/first")
    directory.file("other")
    var walk = try Walk(roots: [directory.bytes()])
    var table: [String] = []
    while let step = walk.next() {
      switch consume step {
      case .file(let entry, _): table.append(String(decoding: entry.path, as: UTF8.self))
      case .hardLink(let entry, let first, _):
        #expect(entry.links == 3 && first.root == 0)
        table.append(
          String(decoding: entry.path, as: UTF8.self) + " = "
            + String(decoding: first.path, as: UTF8.self))
      case .unread: Issue.record("everything can be read")
      }
    }
    #expect(table == ["b/first", "c = b/first", "d = b/first", "other"])
    #expect(walk.firstNames.isEmpty, "nothing is remembered once all names were met")
  }

  @Test("remembers so many files with several names, and reads others under each name")
  func hardLinksBeyondTheLimit() throws {
    let directory = TempDirectory()
    for name in ["a", "b", "c"] {
      directory.file(name)
      directory.hardLink("\(name)2", to: name)
    }
    // Its other name lies where the walk never comes.
    let outside = TempDirectory()
    outside.file("x")
    #expect(Shell.run("ln \(outside.path)/x \(directory.path)/0").status == 0)
    let walk = try Walk(
      roots: [directory.bytes()], excluding: [], only: nil, openLimit: 8, mostFirstNames: 2)
    let records = try WalkRecord.all(of: walk) { _, _ in }
    #expect(
      WalkRecord.table(records)
        == ["0: file", "a: file", "a2: = a", "b: file", "b2: = b", "c: file", "c2: = c"])
    let narrow = try Walk(
      roots: [directory.bytes()], excluding: [], only: nil, openLimit: 8, mostFirstNames: 1)
    let others = try WalkRecord.all(of: narrow) { _, _ in }
    #expect(
      WalkRecord.table(others) == ["0", "a", "a2", "b", "b2", "c", "c2"].map { "\($0): file" })
  }

  @Test("says what it is not allowed to read")
  func refusals() throws {
    let directory = TempDirectory()
    directory.file("closed/inside")
    directory.file("listable/inside")
    directory.file("private")
    directory.file("open")
    directory.mode("closed", 0o700)
    directory.mode("listable", 0o744)
    directory.mode("private", 0o600)
    _ = Shell.run(
      "chmod 755 \(directory.path); [ $(id -u) = 0 ] || chmod 0 \(directory.path)/closed "
        + "\(directory.path)/private; [ $(id -u) = 0 ] || chmod 444 \(directory.path)/listable")
    let records = try FilesystemUser.withoutRights {
      WalkRecord.all(of: try Walk(roots: [directory.bytes()]))
    }
    #expect(
      WalkRecord.table(records) == [
        "closed: failed permission EACCES", "listable/inside: failed permission EACCES",
        "open: file", "private: failed permission EACCES",
      ])
    #expect(records.first?.entry.kind == .directory)
  }

  @Test("counts a root that cannot be listed")
  func closedRoot() throws {
    let directory = TempDirectory()
    directory.folder("root")
    directory.mode("root", 0o700)
    _ = Shell.run("chmod 755 \(directory.path); [ $(id -u) = 0 ] || chmod 0 \(directory.path)/root")
    let records = try FilesystemUser.withoutRights {
      WalkRecord.all(of: try Walk(roots: [directory.bytes("root")]))
    }
    #expect(WalkRecord.table(records) == [".: failed permission EACCES"])
    #expect(records.first?.entry.kind == .directory)
  }

  @Test("says what vanished, became a link or was replaced after it was listed")
  func races() throws {
    let directory = TempDirectory()
    for name in ["a", "b", "c", "d/x", "e", "f/x", "z"] { directory.file(name) }
    var walk = try Walk(roots: [directory.bytes()])
    var table: [String] = []
    func note(_ step: consuming WalkStep) {
      switch consume step {
      case .file(let entry, _): table.append(String(decoding: entry.path, as: UTF8.self))
      case .hardLink: Issue.record("no file has two names")
      case .unread(let entry, let unread):
        table.append(
          String(decoding: entry.path, as: UTF8.self) + " \(unread.reason.rawValue) "
            + (unread.detail ?? ""))
      }
    }
    if let step = walk.next() { note(step) }
    _ = Shell.run(
      "cd \(directory.path) && rm b && rm c && ln -s a c && rm -r d && rm e && mkfifo e "
        + "&& rm -r f && ln -s / f")
    while let step = walk.next() { note(step) }
    #expect(
      table == [
        "a", "b vanished ENOENT", "c link ", "d vanished ENOENT", "e special-file fifo",
        "f vanished ENOTDIR", "z",
      ])
  }

  @Test("leaves access times alone")
  func accessTimes() throws {
    let directory = TempDirectory()
    directory.file("d/a", "12345")
    _ = Shell.run("touch -a -d '2020-01-01 UTC' \(directory.path)/d/a \(directory.path)/d")
    let stat = "cd \(directory.path) && stat -c '%n %X %Y %Z' . d d/a"
    let before = Shell.run(stat).output
    var touches = 0
    _ = try WalkRecord.all(of: try Walk(roots: [directory.bytes()])) { _, opened in
      var buffer = [UInt8](repeating: 0, count: 16)
      var span = buffer.mutableSpan
      let count = try opened.descriptor.read(at: 0, into: &span)
      #expect(count == 5)
      if opened.touchesAccessTime { touches += 1 }
    }
    #expect(touches == 0 && Shell.run(stat).output == before)
  }

  @Test("reads another's file all the same and says that its access time moves")
  func othersFiles() throws {
    let directory = TempDirectory()
    directory.file("a", "12345")
    _ = Shell.run("chmod 755 \(directory.path)")
    guard Host.user == 0 else { return }
    let touches = try FilesystemUser.withoutRights {
      var touches: [Bool] = []
      _ = try WalkRecord.all(of: try Walk(roots: [directory.bytes()])) { _, opened in
        touches.append(opened.touchesAccessTime)
      }
      return touches
    }
    #expect(touches == [true])
  }
}
