import Inventory
import Posix
import Rules
import TestSupport
import Testing

@testable import Scanning

/// Storage that does not answer costs what lies on it, and never the end of the scan.
///
/// A call that hangs on such a mount cannot be ended, not even by killing who made it.
@Suite(
  "Storage that does not answer", .serialized,
  .enabled(if: DistantFolder.isPossible, "needs root and /dev/fuse"))
struct DistantStorageTests {
  private let folder = TempDirectory()

  init() {
    folder.folder("server")
    folder.folder("local/mount")
  }

  private func mounted() throws -> DistantFolder {
    try DistantFolder(showing: folder.path + "/server", at: folder.path + "/local/mount")
  }

  /// Scans with little patience, and gives each path with what became of it.
  private func scan(
    _ roots: [String], wall: Int = 60_000_000_000
  ) throws -> (paths: [String], totals: ScanTotals) {
    var request = ScanRequest(
      roots: roots.map { folder.bytes($0) }, kinds: CategoryKinds(kinds: []), now: 0)
    request.patience = 1_000
    let budget = TimeBudget(
      base: TimeBudget.standard.base, perMegabyte: TimeBudget.standard.perMegabyte, wall: wall)
    var pool = try OpenFiles.pool(workers: 2, budget: budget)
    var scan = try Scan(request)
    var paths: [String] = []
    let totals = try scan.run(pool: &pool) { holding in
      let words = [
        String(decoding: holding.entry.path, as: UTF8.self), "\(holding.status)",
        holding.reason?.rawValue, holding.detail,
      ]
      paths.append(words.compactMap(\.self).joined(separator: " "))
    }
    return (paths, totals)
  }

  @Test("says the same as the folder itself while it answers")
  func answering() throws {
    for name in ["a", "b/c", "b/d/e"] {
      folder.file("server/\(name).txt", "マイナンバー: 987654321093\n")
    }
    folder.folder("server/empty")
    let server = try mounted()
    let distant = try scan(["local/mount"])
    server.end()
    let local = try scan(["server"])
    #expect(distant.paths == ["a.txt scanned", "b/c.txt scanned", "b/d/e.txt scanned"])
    #expect(distant.paths == local.paths && distant.totals.coverage == local.totals.coverage)
    #expect(distant.totals.summary.byType == local.totals.summary.byType)
  }

  @Test("while a file is opened: what lies behind it is told, and other storage is read")
  func opening() throws {
    for name in ["a", "never-opened", "z"] { folder.file("server/\(name)") }
    folder.file("other/b")
    let server = try mounted()
    let (paths, totals) = try scan(["local/mount", "other"])
    #expect(
      paths == [
        "a scanned", "never-opened failed io-error ETIMEDOUT", "z failed io-error ETIMEDOUT",
        "b scanned",
      ])
    #expect(totals.outcome == .incomplete)
    server.end()
  }

  @Test("while a folder is listed, and where it is mounted below a root")
  func listing() throws {
    folder.file("server/never-listed/a")
    folder.file("local/before")
    folder.file("local/then")
    let server = try mounted()
    let (paths, totals) = try scan(["local"])
    #expect(
      paths == [
        "before scanned", "mount/never-listed failed io-error ETIMEDOUT", "then scanned",
      ])
    #expect(totals.outcome == .incomplete)
    server.end()
  }

  @Test("when the mount itself is entered")
  func entering() throws {
    folder.file("never-opened/a")
    folder.file("local/then")
    let server = try DistantFolder(
      showing: folder.path + "/never-opened", at: folder.path + "/local/mount")
    let (paths, _) = try scan(["local"])
    #expect(paths == ["mount failed io-error ETIMEDOUT", "then scanned"])
    server.end()
  }

  @Test("while a file is read: that file alone while all else is answered")
  func reading() throws {
    for name in ["a", "never-read", "z"] { folder.file("server/\(name)") }
    let server = try mounted()
    let (paths, totals) = try scan(["local/mount"], wall: 1_500_000_000)
    #expect(paths.count == 3 && paths[0] == "a scanned" && paths[2] == "z scanned")
    #expect(paths[1].hasPrefix("never-read partly time-limit"))
    #expect(totals.outcome == .incomplete)
    server.end()
  }

  @Test(
    "at all from some file on: it is not tried for each file that was opened",
    arguments: ["silences", "hangs"])
  func silence(_ name: String) throws {
    folder.file("server/\(name)")
    for number in 100..<160 { folder.file("server/z\(number)") }
    let server = try mounted()
    let begin = SystemClock.monotonic
    let (paths, totals) = try scan(["local/mount"], wall: 1_500_000_000)
    #expect(paths.count == 61)
    #expect(paths.allSatisfy { !$0.hasSuffix(" scanned") })
    #expect(totals.outcome == .incomplete)
    #expect(SystemClock.monotonic - begin < 30_000_000_000)
    server.end()
  }
}
