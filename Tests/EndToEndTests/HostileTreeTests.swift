import Foundation
import TestSupport
import Testing

/// Whatever somebody puts on the share: every case ends as it must, and nothing else is touched.
@Suite(.serialized) struct HostileTreeTests {
  private let tree: HostileTree

  init() throws { tree = try #require(HostileTree.shared) }

  /// Every case with its own expected outcome, no path of the tree that is not told, sums that add up, nothing changed.
  @Test func everyCaseEndsAsItMust() throws {
    let before = try HostileTree.python("state.py", tree.folder.path("tree"))
    #expect(before.status == 0, "\(before.errorText)")
    let start = ContinuousClock.now
    let run = try tree.scan([], "--jobs", "2", as: "all.ndjson")
    let duration = ContinuousClock.now - start
    #expect(run.status == 3, "\(run.errorText)")
    #expect(duration < .seconds(300))
    // Content, owner, mode, none of the times: before anything else looks at the tree.
    let after = try HostileTree.python("state.py", tree.folder.path("tree"))
    #expect(before.output.count > 50_000)
    #expect(before.output == after.output)
    let verdict = try HostileTree.python(
      "tree.py", "judge", tree.folder.path, tree.folder.path("all.ndjson"))
    #expect(verdict.status == 0, "\(verdict.outputText)\(verdict.errorText)")
    let cases = try JSONSerialization.jsonObject(with: Data(tree.folder.read("cases.json")))
    #expect((cases as? [Any])?.count ?? 0 >= 350)
    try theCoverageAddsUp()
  }

  /// Scanned, partly, skipped and failed add up to what was walked, each with a reason of the closed list.
  private func theCoverageAddsUp() throws {
    let lines = String(decoding: try tree.folder.read("all.ndjson"), as: UTF8.self)
      .split(separator: "\n")
    let end = try #require(
      JSONSerialization.jsonObject(with: Data((lines.last ?? "").utf8)) as? [String: Any])
    let coverage = try #require(end["coverage"] as? [String: Any])
    func sum(_ name: String) -> Int { coverage[name] as? Int ?? -1 }
    #expect(sum("walked") == sum("scanned") + sum("partly") + sum("skipped") + sum("failed"))
    #expect(sum("walked") == lines.count - 2)
    let reasons = try #require(coverage["reasons"] as? [String: Int])
    #expect(reasons.values.reduce(0, +) == sum("walked") - sum("scanned"))
    let bytes = try #require(coverage["bytes"] as? [String: Int])
    #expect(bytes["read"] ?? 0 <= bytes["walked"] ?? 0)
  }

  @Test func anyNumberOfProcessesSaysTheSame() throws {
    _ = try tree.scan(HostileTree.quickFamilies, "--jobs", "2", as: "two.ndjson")
    let two = try tree.records("two.ndjson")
    #expect(two.count > 150)
    for jobs in ["0", "1", "8"] {
      _ = try tree.scan(HostileTree.quickFamilies, "--jobs", jobs, as: "other.ndjson")
      #expect(try two == tree.records("other.ndjson"), "\(jobs)")
    }
  }

  /// A file system that lists the same names in another order: the newest first, as one in memory does.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/shm"), "needs storage in memory"))
  func theOrderOfTheFileSystemChangesNothing() throws {
    let base = "/dev/shm/tanaoroshi-test-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: base) }
    let source = tree.folder.path("tree/encodings")
    var outputs: [String] = []
    for order in ["sort -z", "sort -z -r"] {
      let copy =
        "mkdir -p \(base)/share && cd \(source) && find . -type f -print0 | \(order) | xargs -0 cp -p --parents -t \(base)/share"
      #expect(
        Shell.run("\(copy) && touch -d @1700000000 $(find \(base)/share -type d)").status == 0)
      let listed = String(decoding: Shell.run("ls -U \(base)/share").output, as: UTF8.self)
      let run = try ProgramRun.run(
        Project.program,
        ["scan", base + "/share", "--format", "ndjson", "--all-files", "--jobs", "2"])
      #expect(run.status == 3 || run.status == 0, "\(run.errorText)")
      outputs += [
        listed,
        run.outputText.split(separator: "\n").dropFirst().dropLast()
          .map { $0.replacing(#/"device":[0-9]+,"inode":[0-9]+/#, with: "") }.joined(
            separator: "\n"),
      ]
      try FileManager.default.removeItem(atPath: base)
    }
    #expect(outputs[0] != outputs[2], "the order of the names is another")
    #expect(outputs[1] == outputs[3])
    #expect(outputs[1].utf8.count > 20_000)
  }

  /// Masking is for the eye of the reader: what is counted, and where, stays.
  @Test func maskingNamesChangesNoFinding() throws {
    let plain = try tree.scan(HostileTree.quickFamilies, "--jobs", "2", as: "plain.ndjson")
    let masked = try tree.scan(
      HostileTree.quickFamilies, "--jobs", "2", "--mask-names", as: "masked.ndjson")
    #expect(plain.status == masked.status)
    func counts(_ name: String) throws -> [[String]] {
      try tree.records(name).dropLast().map { line in
        let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let findings = record?["findings"] as? [[String: Any]] ?? []
        return [record?["status"] as? String ?? ""]
          + findings.map { finding in
            let places = (finding["places"] as? [[String: Any]] ?? []).map { $0["line"] as? Int }
            return "\(finding["type"] ?? "") \(finding["count"] ?? "") \(places)"
          }
      }
    }
    #expect(try counts("plain.ndjson") == counts("masked.ndjson"))
  }

  /// No byte of a name or heading that a terminal would obey stands raw in any form of the result.
  @Test(arguments: ["text", "json", "ndjson"])
  func nothingReachesATerminalRaw(_ format: String) throws {
    let run = try ProgramRun.run(
      Project.program,
      ["scan", tree.folder.path("tree/names"), "--format", format, "--all-files"])
    let text = try #require(String(validating: run.output + run.error, as: UTF8.self))
    let obeyed = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    #expect(obeyed.isEmpty)
    // And whatever the names, a strict reader takes all of it.
    switch format {
    case "json":
      let document = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
      #expect((document?["files"] as? [Any])?.count ?? 0 >= 60)
    case "ndjson":
      let lines = text.split(separator: "\n")
      #expect(lines.count >= 62)
      for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    default: break
    }
  }
}
