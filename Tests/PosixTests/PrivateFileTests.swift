import TestSupport
import Testing

@testable import Posix

@Suite("Private files")
struct PrivateFileTests {
  static func names(_ directory: TempDirectory) -> [String] {
    directory.path.isEmpty
      ? []
      : String(decoding: Shell.run("ls -A \(directory.path)").output, as: UTF8.self)
        .split(separator: "\n").map(String.init)
  }

  static func failure(_ path: [UInt8]) -> PrivateFile.Failure? {
    do {
      var file = try PrivateFile(path: path)
      try file.commit()
      return nil
    } catch {
      return error
    }
  }

  @Test("appear whole, for their owner only")
  func committing() throws {
    let directory = TempDirectory()
    directory.file("out", "old")
    directory.mode("out", 0o666)
    var file = try PrivateFile(path: directory.bytes("out"))
    for _ in 0..<300 { try file.append([UInt8](repeating: 0x61, count: 1_000)) }
    #expect(Shell.run("cat \(directory.path)/out").output == Array("old".utf8))
    let during = Shell.run("stat -c %a \(directory.path)/.tanaoroshi-*").output
    #expect(during == Array("600\n".utf8))
    try file.commit()
    #expect(Shell.run("stat -c '%a %s' \(directory.path)/out").output == Array("600 300000\n".utf8))
    #expect(Self.names(directory) == ["out"])
  }

  @Test("leave nothing when they are abandoned")
  func abandoning() throws {
    let directory = TempDirectory()
    do {
      var file = try PrivateFile(path: directory.bytes("out"))
      try file.append("half".utf8)
      #expect(Self.names(directory).count == 1)
    }
    #expect(Self.names(directory).isEmpty)
  }

  @Test("never replace what is no plain file", .timeLimit(.minutes(15)))
  func refusals() {
    let directory = TempDirectory()
    directory.file("a", "old")
    directory.link("l", to: "a")
    directory.link("dangling", to: "x")
    directory.fifo("f")
    directory.folder("d")
    #expect(Self.failure(directory.bytes("l")) == .refused(.link))
    #expect(Self.failure(directory.bytes("dangling")) == .refused(.link))
    #expect(Self.failure(directory.bytes("f")) == .refused(.fifo))
    #expect(Self.failure(directory.bytes("d")) == .refused(.directory))
    #expect(Self.failure(directory.bytes("d/")) == .refused(.directory))
    #expect(Self.failure(directory.bytes("..")) == .refused(.directory))
    #expect(Self.failure(Array("/dev/null".utf8)) == .refused(.device))
    #expect(Self.failure(directory.bytes("x/y")) == .system(SystemError(number: 2)))
    #expect(Self.failure(directory.bytes("new")) == nil)
    #expect(Self.names(directory) == ["a", "d", "dangling", "f", "l", "new"])
  }

  @Test("never replace another's file", .enabled(if: Host.user == 0))
  func anothers() {
    let directory = TempDirectory()
    directory.file("a")
    _ = Shell.run("chown 65534 \(directory.path)/a")
    #expect(Self.failure(directory.bytes("a")) == .ownedByAnother)
  }

  @Test("never replace a link that came meanwhile")
  func race() throws {
    let directory = TempDirectory()
    var file = try PrivateFile(path: directory.bytes("out"))
    directory.link("out", to: "elsewhere")
    #expect(throws: PrivateFile.Failure.refused(.link)) { try file.commit() }
  }

  @Test("say when the disk is full", .enabled(if: Host.user == 0))
  func fullDisk() throws {
    let directory = TempDirectory()
    directory.folder("small")
    let point = directory.path + "/small"
    guard Shell.run("mount -t tmpfs -o size=64k none \(point) 2>/dev/null").status == 0 else {
      return
    }
    defer { _ = Shell.run("umount \(point)") }
    do {
      var file = try PrivateFile(path: directory.bytes("small/out"))
      #expect(throws: SystemError(number: 28)) {
        try file.append([UInt8](repeating: 0, count: 200_000))
      }
    }
    #expect(Shell.run("ls -A \(point)").output.isEmpty)
  }
}
