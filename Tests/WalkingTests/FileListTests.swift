import Inventory
import TestSupport
import Testing

@testable import Walking

@Suite("Listed files")
struct FileListTests {
  static func tree() -> TempDirectory {
    let directory = TempDirectory()
    for name in ["root/a/1", "root/a/2", "root/a.d/3", "root/b/c/4", "root/z", "other/y"] {
      directory.file(name)
    }
    return directory
  }

  static func table(
    _ roots: [[UInt8]], _ list: String, _ separator: FileList.Separator = .newline
  ) throws(WalkError) -> [String] {
    let list = FileList(bytes: Array(list.utf8), separator: separator)
    return WalkRecord.table(WalkRecord.all(of: try Walk(roots: roots, only: list)))
  }

  @Test(
    "are met once each, in walking order, missing ones said",
    arguments: [
      ("z\na/2\n./b//c/4\nz\n", ["a/2: file", "b/c/4: file", "z: file"]),
      ("a\na/2\na.d/3", ["a.d/3: file", "a/1: file", "a/2: file"]),
      ("b/gone\nz", ["b/gone: failed vanished ENOENT", "z: file"]),
      (
        "gone/x/y\ngone/q\nz/below\nb/c/4/x",
        [
          "b/c/4/x: failed vanished ENOTDIR", "gone/q: failed vanished ENOENT",
          "gone/x/y: failed vanished ENOENT", "z/below: failed vanished ENOTDIR",
        ]
      ),
      ("", []),
      (
        ".",
        ["a.d/3: file", "a/1: file", "a/2: file", "b/c/4: file", "z: file"]
      ),
    ])
  func relative(list: String, expected: [String]) throws {
    let directory = Self.tree()
    #expect(try Self.table([directory.bytes("root")], list) == expected)
    let separated = list.split(separator: "\n").joined(separator: "\0")
    #expect(try Self.table([directory.bytes("root")], separated, .nul) == expected)
  }

  @Test("may be absolute, inside any root, also as the user wrote it")
  func absolute() throws {
    let directory = Self.tree()
    directory.link("l", to: "root")
    let roots = [directory.bytes("other"), directory.bytes("l")]
    let path = directory.path
    #expect(
      try Self.table(roots, "\(path)/root/z\n\(path)/other/y\n\(path)/l/a/1\n") == [
        "y: file", "a/1: file", "z: file",
      ])
    #expect(try Self.table([directory.bytes("root/z")], "z") == ["z: file"])
    #expect(try Self.table([directory.bytes("root/z")], "\(path)/root/z") == ["z: file"])
  }

  @Test("must be inside a root and clear about which")
  func mistakes() {
    let directory = Self.tree()
    let (root, other) = (directory.bytes("root"), directory.bytes("other"))
    func error(_ roots: [[UInt8]], _ list: String) -> WalkError? {
      do {
        _ = try Self.table(roots, list)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      error([root], "z\n/etc/passwd") == .outsideRoots(path: Array("/etc/passwd".utf8), line: 2))
    #expect(
      error([root], "\n../other/y") == .outsideRoots(path: Array("../other/y".utf8), line: 2))
    #expect(error([root, other], "y") == .ambiguousPath(path: Array("y".utf8), line: 1))
    #expect(
      error([root], "\(directory.path)/roots/x")
        == .outsideRoots(path: directory.bytes("roots/x"), line: 1))
  }
}
