import TestSupport
import Testing

@testable import Posix

@Suite("File descriptors")
struct FileDescriptorTests {
  /// Opens a name of a directory and reads it whole.
  static func content(_ directory: TempDirectory, _ name: String) throws -> [UInt8] {
    let folder = try FileDescriptor.openDirectory(path: FileName(directory.bytes()))
    let opened = try folder.open(FileName(name))
    var buffer = [UInt8](repeating: 0, count: 100_000)
    var span = buffer.mutableSpan
    let count = try opened.descriptor.read(at: 0, into: &span)
    return Array(buffer[..<count])
  }

  @Test("read from any offset, fewer bytes only at the end")
  func reading() throws {
    let directory = TempDirectory()
    directory.file("a", "0123456789")
    #expect(try Self.content(directory, "a") == Array("0123456789".utf8))
    let folder = try FileDescriptor.openDirectory(path: FileName(directory.bytes()))
    let opened = try folder.open(FileName("a"))
    var buffer = [UInt8](repeating: 0, count: 4)
    var span = buffer.mutableSpan
    let middle = try opened.descriptor.read(at: 3, into: &span)
    #expect(middle == 4 && buffer == Array("3456".utf8))
    span = buffer.mutableSpan
    let end = try opened.descriptor.read(at: 8, into: &span)
    #expect(end == 2 && buffer == Array("8956".utf8))
    span = buffer.mutableSpan
    let behind = try opened.descriptor.read(at: 11, into: &span)
    #expect(behind == 0)
  }

  @Test("are closed with their owner, unless it gave them up")
  func ownership() throws {
    let directory = TempDirectory()
    directory.file("a")
    let folder = try FileDescriptor.openDirectory(path: FileName(directory.bytes()))
    func isOpen(_ number: Int32) -> Bool {
      let path = Shell.run("readlink /proc/\(Host.process)/fd/\(number)").output
      return String(decoding: path, as: UTF8.self) == directory.path + "/a\n"
    }
    let opened = try folder.open(FileName("a"))
    let kept = opened.release()
    #expect(isOpen(kept))
    do {
      let owned = FileDescriptor(owning: kept)
      #expect(owned.number == kept)
    }
    #expect(!isOpen(kept))
  }

  @Test("are never opened through a link, nor wait for a FIFO", .timeLimit(.minutes(15)))
  func linksAndFIFOs() throws {
    let directory = TempDirectory()
    directory.file("a")
    directory.link("l", to: "a")
    directory.link("d", to: ".")
    directory.fifo("f")
    let folder = try FileDescriptor.openDirectory(path: FileName(directory.bytes()))
    #expect(throws: SystemError(number: 40)) {
      _ = try folder.open(FileName("l")).descriptor.number
    }
    #expect(throws: SystemError(number: 20)) { _ = try folder.openDirectory(FileName("d")).number }
    let opened = try folder.open(FileName("f"))
    #expect(try opened.descriptor.facts().kind == .fifo)
    #expect(try folder.facts(of: FileName("l")).kind == .link)
  }

  @Test("tell the same facts as stat")
  func facts() throws {
    let directory = TempDirectory()
    directory.file("a", "12345")
    directory.hardLink("b", to: "a")
    directory.mode("a", 0o4751)
    let folder = try FileDescriptor.openDirectory(path: FileName(directory.bytes()))
    let facts = try folder.open(FileName("a")).descriptor.facts()
    let told = Shell.run("stat -c '%i %h %s %u %g %a %Y %Z' \(directory.path)/a").output
    let mode = String(facts.mode, radix: 8)
    #expect(
      String(decoding: told, as: UTF8.self)
        == "\(facts.inode) \(facts.links) \(facts.size) \(facts.owner) \(facts.group) \(mode) "
        + "\(facts.modified / 1_000_000_000) \(facts.changed / 1_000_000_000)\n")
    #expect(try facts.isSameFile(as: folder.facts(of: FileName("b"))))
    #expect(try !facts.isSameFile(as: folder.facts(of: FileName("."))))
    #expect(!facts.isWritableByOthers)
    directory.mode("a", 0o620)
    #expect(try folder.facts(of: FileName("a")).isWritableByOthers)
  }

  @Test("name errors and what they mean")
  func errors() throws {
    let directory = TempDirectory()
    let folder = try FileDescriptor.openDirectory(path: FileName(directory.bytes()))
    do {
      _ = try folder.facts(of: FileName("missing"))
      Issue.record("nothing is there")
    } catch {
      #expect(error.name == "ENOENT" && error.isVanished && !error.isRefusal)
    }
    #expect(SystemError(number: 13).name == "EACCES" && SystemError(number: 13).isRefusal)
    #expect(SystemError(number: 9_999).name == "errno 9999")
  }

  @Test("take names up to the first NUL")
  func names() {
    #expect(FileName([0x61, 0, 0x62]).bytes == [0x61])
    #expect(FileName("あ").bytes == Array("あ".utf8))
  }
}
