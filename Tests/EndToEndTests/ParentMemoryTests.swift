import Foundation
import TestSupport
import Testing

/// The process that walks and writes never holds content: all of its memory is searched from outside.
///
/// All data are made up.
@Suite(
  .serialized,
  .enabled(if: getuid() == 0, "only root may read the memory of a process that refuses dumps"))
struct ParentMemoryTests {
  private static let number = "2718-2818-2840"
  private static let name = "長谷川美津江"
  private let folder: TemporaryFolder
  private let line = Array("社員 \(number) の件、\(name)より。マイナンバー: 987654321093\n".utf8)

  init() throws { folder = try TemporaryFolder() }

  private func scan(_ jobs: String, whileRunning: (Int32) -> Void) throws -> ProgramRun {
    try ProgramRun.run(
      Project.program,
      [
        "scan", folder.path("share"), "--format", "json", "--places", "all", "--all-files",
        "--jobs",
        jobs, "--output", folder.path("o.json"),
      ], whileRunning: whileRunning)
  }

  /// Megabytes searched, how often a value was there in any spelling, and regions that could not be read.
  private func searched(_ process: Int32) -> [Int] {
    String(
      decoding: Shell.run(
        "\(Project.python) \(HostileTree.script)resident.py \(process) \(Self.number) 271828182840 \(Self.name) 987654321093"
      ).output, as: UTF8.self
    ).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
  }

  /// With a control: in a process that reads for itself, the same search finds them.
  @Test(arguments: [("1", false), ("0", true)])
  func theParentNeverHoldsContent(_ jobs: String, _ isHeld: Bool) throws {
    try folder.write((0..<100_000).flatMap { _ in line }, to: "share/large.txt")
    for index in 0..<50 { try folder.write(line, to: "share/a\(index).txt") }
    var figures: [Int] = []
    _ = try scan(jobs) { process in
      Thread.sleep(forTimeInterval: 1.5)
      figures = searched(process)
      _ = Shell.run("kill -9 \(process)")
    }
    try #require(figures.count == 3)
    #expect(figures[0] >= 20)
    #expect((figures[1] > 0) == isHeld)
    #expect(figures[2] == 0)
  }

  /// Reports come from all sides, and workers die while nobody takes what they send.
  @Test func notEvenWhileManySendAndSomeAreKilled() throws {
    for index in 0..<2_000 {
      try folder.write((0..<60).flatMap { _ in line }, to: "share/\(index % 60)/a\(index).txt")
    }
    var all: [[Int]] = []
    _ = try scan("32") { process in
      let workers = "pgrep -P \(process)"
      _ = Shell.run("for i in $(seq 400); do [ $(\(workers) -c) -ge 8 ] && break; sleep 0.02; done")
      for _ in 0..<3 {
        all.append(searched(process))
        // Killed while nobody takes what they send.
        let killing = Shell.run(
          "kill -STOP \(process); sleep 0.1; kill -9 $(\(workers) | shuf -n 4); s=$?; kill -CONT \(process); exit $s"
        )
        #expect(killing.status == 0)
        all.append(searched(process))
      }
    }
    #expect(all.count == 6)
    for figures in all {
      try #require(figures.count == 3, "the scan has ended before")
      #expect(figures[0] >= 20)
      #expect(figures[1] == 0)
      #expect(figures[2] == 0)
    }
    let result = String(decoding: try folder.read("o.json"), as: UTF8.self)
    #expect(result.contains("\"coverage\":{\"walked\":2000,"))
    #expect(result.contains("my-number"))
  }
}
