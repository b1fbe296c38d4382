import Foundation
import TestSupport
import Testing

/// Memory of the built program and its workers, whatever the size of a file, the number of files and of hits.
///
/// Sums of the kernel's own high-water marks over all processes (Tests/Hostile/memory.py); all values are made up.
@Suite struct MemoryTests {
  private struct Use: Decodable {
    /// KiB: the highest sum over all processes, the parent's, the highest of a worker.
    var sum: Int
    var parent: Int
    var worker: Int
    var paths: Int
    var numbers: Int
    var status: Int
  }

  private static let twoAtOnce: Set = [
    "people.csv", "remarks.csv", "lists.csv", "same.html", "different.html", "wide.html",
    "statements.sql",
  ]

  @Test func staysWithin128MiBAndGrowsWithNothing() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun.run(
      Project.python, [HostileTree.script + "memory.py", folder.path, Project.program])
    #expect(run.status == 0, "\(run.errorText)")
    let uses = try JSONDecoder().decode([String: [Use]].self, from: Data(run.output))
    #expect(uses.count == 20)
    for (name, sizes) in uses {
      try #require(sizes.count == 2)
      for use in sizes {
        // Seen at all: a process that nobody looked at would be within every bound.
        #expect(use.parent > 1_024 && use.worker > 1_024, "\(name)")
        #expect(use.sum <= 128 << 10, "\(name): \(use.sum) KiB")
      }
      // A tenth, and what the allocator keeps: the large input is two to twenty times the small one. Of two files that are
      // read at once the parent holds one report, or both, of at most 16,384 findings each.
      let (small, large) = (sizes[0], sizes[1])
      let report = Self.twoAtOnce.contains(name) ? 12 << 10 : 0
      #expect(
        large.parent <= small.parent * 11 / 10 + 2_048 + report, "\(name), parent: \(sizes)")
      #expect(large.worker <= small.worker * 11 / 10 + 2_048, "\(name), worker: \(sizes)")
    }
    // What was read is what was there.
    #expect(uses["files"]?.map(\.paths) == [300, 3_000])
    #expect(uses["files"]?.map(\.numbers) == [300, 3_000])
    // Two tables of 5,000 columns at once; 1,667 of each are My Numbers, and half of those of running text hold one.
    #expect(uses["people.csv"]?.map(\.numbers) == [34, 60].map { $0 * 2 * 1_667 })
    #expect(uses["remarks.csv"]?.map(\.numbers) == [6, 12].map { $0 * 2 * 1_250 })
    #expect(uses["same.html"]?.map(\.numbers) == [6_000, 24_000].map { $0 * 2 * 3 })
    #expect(uses["statements.sql"]?.map(\.numbers) == [10_000, 40_000].map { $0 * 2 })
    // More findings than a report takes: said, and the first are there.
    #expect(uses["different.html"]?.map(\.status) == [3, 3])
    #expect(uses["different.html"]?.allSatisfy { $0.numbers >= 40_000 } == true)
    #expect(uses["words.txt"]?.map(\.numbers) == [1, 1])
    #expect(uses["open.csv"]?.map(\.numbers) == [1, 1])
    #expect(uses["hits.txt"]?.allSatisfy { $0.numbers >= 4_000 } == true)
  }
}
