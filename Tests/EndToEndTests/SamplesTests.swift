import Foundation
import TestSupport
import Testing

/// The sample share shows every verdict where Samples/expected.tsv says, and nothing anywhere else.
@Suite struct SamplesTests {
  private static let rules: Set = [
    "my-number-outside-purpose", "prohibited-identifier", "undeclared-country",
    "no-declared-purpose", "outside-declared-location", "third-party-without-ground",
    "processor-not-entrusted", "special-care-undeclared", "portable-unencrypted",
    "retention-exceeded", "undeclared-type", "access-too-wide", "country-unknown",
    "health-insurance-outside-purpose", "country-not-named", "country-review-overdue",
    "declared-location-empty", "held-in-declared-country",
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let prepared = try ProgramRun.run(
      Project.folder + "/Samples/prepare", [folder.path("share")])
    #expect(prepared.status == 0, "\(prepared.errorText)")
  }

  /// Lines of path and rule, or of path and `status:reason` where a file was not fully read.
  private func scan(policy: String) throws -> Set<String> {
    let run = try ProgramRun.run(
      Project.program,
      ["scan", folder.path("share"), "--policy", policy, "--format", "json", "--all-files"])
    #expect(run.status == 3, "\(run.errorText)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    var lines: Set<String> = []
    for file in try #require(document["files"] as? [[String: Any]]) {
      let path = try #require(file["path"] as? String)
      for verdict in try #require(file["verdicts"] as? [[String: Any]]) {
        lines.insert("\(path)\t\(try #require(verdict["rule"] as? String))")
      }
      let status = try #require(file["status"] as? String)
      if status != "scanned" {
        lines.insert("\(path)\t\(status):\(file["reason"] as? String ?? "")")
      }
    }
    for verdict in try #require(document["verdicts"] as? [[String: Any]]) {
      lines.insert("-\t\(try #require(verdict["rule"] as? String))")
    }
    return lines
  }

  private func expected() throws -> Set<String> {
    let text = try String(
      contentsOf: URL(fileURLWithPath: Project.folder + "/Samples/expected.tsv"), encoding: .utf8)
    return Set(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
  }

  @Test func showsWhatItIsMeantToShowAndNothingElse() throws {
    let expected = try expected()
    let found = try scan(policy: Project.folder + "/Samples/policy.yaml")
    #expect(found.subtracting(expected).sorted() == [])
    #expect(expected.subtracting(found).sorted() == [])
  }

  @Test func expectsEveryRuleSomewhere() throws {
    let shown = Set(try expected().compactMap { $0.split(separator: "\t").last.map(String.init) })
    #expect(Self.rules.subtracting(shown).sorted() == [])
  }

  /// A nightly scan leaves its results on the share that it reads the next night.
  @Test func findsNothingInItsOwnResults() throws {
    for (name, format) in [("last.json", "json"), ("last.ndjson", "ndjson"), ("last.txt", "text")] {
      let run = try ProgramRun.run(
        Project.program,
        [
          "scan", folder.path("share"), "--policy", Project.folder + "/Samples/policy.yaml",
          "--format", format, "--all-files",
        ])
      #expect(run.outputText.contains("my-number"))
      try folder.write(run.outputText, to: "results/\(name)")
    }
    let run = try ProgramRun.run(
      Project.program, ["scan", folder.path("results"), "--format", "json", "--all-files"])
    #expect(run.status == 0, "\(run.errorText)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    for file in try #require(document["files"] as? [[String: Any]]) {
      let found = try #require(file["findings"] as? [[String: Any]])
      #expect(found.map { "\($0["type"] ?? "") \($0["where"] ?? "")" } == [])
    }
  }

  @Test func acceptsOnlyWhatThePolicySuppresses() throws {
    let policy = try String(
      contentsOf: URL(fileURLWithPath: Project.folder + "/Samples/policy.yaml"), encoding: .utf8)
    let start = try #require(policy.range(of: "suppress:"))
    try folder.write(String(policy[..<start.lowerBound]), to: "policy.yaml")
    let without = try scan(policy: folder.path("policy.yaml"))
    #expect(
      without.subtracting(try expected()) == ["営業/見本/会員登録_記入例.txt\tundeclared-type"])
  }

  @Test func givesThePolicyWithoutMistakes() throws {
    let run = try ProgramRun.run(
      Project.program, ["policy", "check", Project.folder + "/Samples/policy.yaml"])
    #expect(run.status == 0, "\(run.errorText)")
  }

  @Test func isNotPreparedOverOtherFiles() throws {
    try folder.write("precious", to: "other/file")
    let run = try ProgramRun.run(
      Project.folder + "/Samples/prepare", [folder.path("other")])
    #expect(run.status == 2)
    #expect(try folder.read("other/file") == Array("precious".utf8))
  }
}
