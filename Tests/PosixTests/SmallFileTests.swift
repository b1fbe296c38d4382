import TestSupport
import Testing

@testable import Posix

@Suite("Small files of the user")
struct SmallFileTests {
  static func failure(_ path: [UInt8], limit: Int = 100) -> SmallFile.Failure? {
    do {
      _ = try SmallFile.read(FileName(path), limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test("are read whole, links followed, up to a limit")
  func reading() throws {
    let directory = TempDirectory()
    directory.file("a", String(repeating: "x", count: 100))
    directory.link("l", to: "a")
    #expect(try SmallFile.read(FileName(directory.bytes("l")), limit: 100).bytes.count == 100)
    #expect(Self.failure(directory.bytes("a"), limit: 99) == .tooLarge(limit: 99))
    #expect(Self.failure(Array("/proc/self/mountinfo".utf8), limit: 3) == .tooLarge(limit: 3))
  }

  @Test("are refused when they are none", .timeLimit(.minutes(15)))
  func refusals() {
    let directory = TempDirectory()
    directory.fifo("f")
    #expect(Self.failure(directory.bytes("f")) == .notAFile(.fifo))
    #expect(Self.failure(directory.bytes()) == .notAFile(.directory))
    #expect(Self.failure(Array("/dev/zero".utf8)) == .notAFile(.device))
    #expect(Self.failure(directory.bytes("x")) == .system(SystemError(number: 2)))
  }

  @Test(
    "tell whether others can write them",
    arguments: [(0o600, false), (0o644, false), (0o664, true), (0o646, true), (0o620, true)]
      as [(UInt32, Bool)])
  func writable(mode: UInt32, expected: Bool) throws {
    let directory = TempDirectory()
    directory.file("a")
    directory.mode("a", mode)
    let file = try SmallFile.read(FileName(directory.bytes("a")), limit: 100)
    #expect(file.isWritableByOthers == expected)
  }

  @Test("of another user are writable by others", .enabled(if: Host.user == 0))
  func owner() throws {
    let directory = TempDirectory()
    directory.file("a")
    _ = Shell.run("chown 65534 \(directory.path)/a")
    #expect(try SmallFile.read(FileName(directory.bytes("a")), limit: 100).isWritableByOthers)
  }

  @Test("have paths that are resolved")
  func resolving() throws {
    let directory = TempDirectory()
    directory.file("d/a")
    directory.link("l", to: "d")
    #expect(try FileName(directory.path + "/l/../l//a").resolved() == directory.bytes("d/a"))
    #expect(throws: SystemError.vanished) { try FileName("").resolved() }
  }
}
