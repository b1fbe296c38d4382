import Inventory
import TestSupport
import Testing

@testable import Walking

@Suite("Exclusions of a walk")
struct ExclusionsTests {
  static let names = ["a/b/keep", "a/b/x.bak", "a/tmp/1", "a/tmp/2", "tmp", "営業/が.csv", "営業/他.csv"]

  @Test(
    "leave out what the globs name, a directory as one",
    arguments: [
      ([], []), (["*.bak"], ["a/b/x.bak"]), (["tmp"], ["a/tmp", "tmp"]), (["tmp/"], ["a/tmp"]),
      (["a/**"], ["a/b", "a/tmp"]), (["a"], ["a"]), (["営業/か\u{3099}.csv"], ["営業/が.csv"]),
      (["a/*/?"], ["a/tmp/1", "a/tmp/2"]), (["*.bak", "a/b"], ["a/b"]), (["/a"], []),
    ])
  func table(globs: [String], excluded: [String]) throws {
    let directory = TempDirectory()
    for name in Self.names { directory.file(name) }
    let walk = try Walk(roots: [directory.bytes()], excluding: try globs.map { try Glob($0) })
    let records = WalkRecord.all(of: walk)
    let left = records.filter { $0.outcome == "skipped excluded" }
    #expect(left.map(\.name) == excluded)
    let kept = Self.names.filter { name in
      !excluded.contains { name == $0 || name.hasPrefix($0 + "/") }
    }
    #expect(records.filter { $0.outcome == "file" }.map(\.name).sorted() == kept.sorted())
    #expect(records.count == left.count + kept.count)
  }

  @Test("hold against the absolute path when they begin with a slash")
  func absolute() throws {
    let directory = TempDirectory()
    for name in Self.names { directory.file(name) }
    let glob = try Glob("\(directory.path)/a/b/**")
    let records = WalkRecord.all(of: try Walk(roots: [directory.bytes()], excluding: [glob]))
    #expect(
      records.filter { $0.outcome != "file" }.map(\.name) == ["a/b/keep", "a/b/x.bak"])
  }
}
