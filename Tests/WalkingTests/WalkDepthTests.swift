import Inventory
import Posix
import TestSupport
import Testing

@testable import Walking

@Suite("Walking wide and deep")
struct WalkDepthTests {
  @Test("meets 20,000 files of one directory")
  func wide() throws {
    let directory = TempDirectory()
    _ = Shell.run(
      "cd \(directory.path) && seq -f 'file %g' 20000 | tr '\\n' '\\0' | xargs -0 touch")
    let records = WalkRecord.all(of: try Walk(roots: [directory.bytes()]))
    #expect(records.count == 20_000 && records.map(\.path) == directory.found())
  }

  @Test("goes down 2,000 directories with long names, beyond every limit of a path")
  func deep() throws {
    let directory = TempDirectory()
    let script = """
      import os, sys
      os.chdir(sys.argv[1])
      for level in range(2000):
          open('a', 'w').close(); open('z', 'w').close()
          os.mkdir('m' * 200); os.chdir('m' * 200)
      """
    directory.file("make.py", script)
    directory.folder("root")
    #expect(Shell.run("python3 \(directory.path)/make.py \(directory.path)/root").status == 0)
    var walk = try Walk(
      roots: [directory.bytes("root")], excluding: [], only: nil, openLimit: 10)
    var files = 0
    var longest = 0
    while let step = walk.next() {
      guard case .file(let entry, _) = consume step else {
        Issue.record("everything can be read")
        continue
      }
      files += 1
      longest = max(longest, entry.path.count)
      #expect(walk.stack.count { $0.descriptor != nil } <= 10)
    }
    #expect(files == 4_000 && longest == 1_999 * 201 + 1)
  }

  @Test("finds its way up when a directory was moved meanwhile")
  func moved() throws {
    let directory = TempDirectory()
    directory.file("root/1/2/3/4/a")
    for folder in ["root/1/2/3", "root/1/2", "root/1", "root"] { directory.file(folder + "/z") }
    directory.folder("elsewhere")
    var walk = try Walk(roots: [directory.bytes("root")], excluding: [], only: nil, openLimit: 2)
    let first = walk.next()
    guard case .file(let entry, _)? = consume first else {
      Issue.record("the deepest file comes first")
      return
    }
    #expect(entry.path == Array("1/2/3/4/a".utf8))
    _ = Shell.run("mv \(directory.path)/root/1/2/3/4 \(directory.path)/elsewhere/")
    _ = Shell.run("mv \(directory.path)/root/1/2 \(directory.path)/elsewhere/")
    let rest = WalkRecord.table(WalkRecord.all(of: walk))
    #expect(
      rest == [
        "1/2/3/z: failed vanished ENOENT", "1/2/z: failed vanished ENOENT", "1/z: file", "z: file",
      ])
  }

  @Test("climbs from the root when the directory below was moved away alone")
  func movedBelow() throws {
    let directory = TempDirectory()
    directory.file("root/1/2/3/4/a")
    for folder in ["root/1/2/3", "root/1/2", "root/1", "root"] { directory.file(folder + "/z") }
    directory.folder("elsewhere")
    var walk = try Walk(roots: [directory.bytes("root")], excluding: [], only: nil, openLimit: 2)
    _ = walk.next()
    _ = Shell.run("mv \(directory.path)/root/1/2/3/4 \(directory.path)/elsewhere/")
    let rest = WalkRecord.table(WalkRecord.all(of: walk))
    #expect(rest == ["1/2/3/z: file", "1/2/z: file", "1/z: file", "z: file"])
  }
}
