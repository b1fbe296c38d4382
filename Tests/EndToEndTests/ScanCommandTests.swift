import Foundation
import TestSupport
import Testing

@Suite struct ScanCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func scan(_ arguments: String..., root: String = "share") throws -> ProgramRun {
    try ProgramRun.run(
      Project.program, ["scan", folder.path(root)] + arguments, in: folder.path,
      environment: ["LANG": "en_US.UTF-8"])
  }

  private func validate(_ name: String) throws {
    let run = try ProgramRun.run(
      Project.python, [Project.folder + "/Scripts/validate.py", folder.path(name)])
    #expect(run.status == 0, "\(run.outputText)\(run.errorText)")
  }

  private func mode(_ name: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
    return attributes[.posixPermissions] as? Int
  }

  /// A small share in which nothing is wrong but what a test adds.
  ///
  /// The names are made up.
  private func plantShare() throws {
    try folder.write("氏名,電話番号\n見本太郎,090-0000-0000\n", to: "share/営業/名簿.csv")
    try folder.write("こんにちは\n", to: "share/a.txt")
    try folder.write("<a><b>1</b></a>", to: "share/b.xml")
  }

  /// The names are made up.
  @Test func masksNamesInPathsAndLeavesWordsThatSoundLikeHalfOfOne() throws {
    for path in ["gen/a", "mori/a", "佐藤様/a", "退職者/山田太郎", "Yamada_Taro/a", "営業/a"] {
      try folder.write("x\n", to: "share/\(path).txt")
    }
    let run = try scan("--mask-names", "--all-files", "--format", "json")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    let files = try #require(document["files"] as? [[String: Any]])
    #expect(
      Set(files.compactMap { $0["path"] as? String }) == [
        "gen/a.txt", "mori/a.txt", "＊様/a.txt", "退職者/＊.txt", "＊/a.txt", "営業/a.txt",
      ])
  }

  @Test func endsWith0WhenAllWasRead() throws {
    try plantShare()
    let run = try scan("--format", "text")
    #expect(run.status == 0, "\(run.errorText)")
    #expect(run.outputText.contains("Everything was read."))
    #expect(run.error.isEmpty)
  }

  @Test func endsWith3WhenSomethingWasNotRead() throws {
    try plantShare()
    try folder.write([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37, 0x0A], to: "share/c.pdf")
    let run = try scan("--format", "text")
    #expect(run.status == 3)
    #expect(run.outputText.contains("not a clean result"))
    #expect(run.outputText.contains("c.pdf"))
  }

  @Test func readsAnEmptyFolder() throws {
    try folder.write("", to: "share/sub/.keep")
    try FileManager.default.removeItem(atPath: folder.path("share/sub/.keep"))
    let run = try scan("--format", "json", "--output", folder.path("o.json"))
    #expect(run.status == 0)
    try validate("o.json")
  }

  @Test func treatsAnEmptyFileAsSkippedAndTheScanAsComplete() throws {
    try folder.write("", to: "share/empty.txt")
    let run = try scan("--format", "ndjson")
    #expect(run.status == 0)
    #expect(run.outputText.contains("\"reason\":\"empty\""))
  }

  @Test func writesPrivateFilesWhateverTheMask() throws {
    try plantShare()
    for mask in ["000", "077", "777"] {
      let run = try ProgramRun.run(
        "/bin/sh",
        [
          "-c", "umask \(mask); exec \"$0\" scan \"$1\" --output \"$2\"", Project.program,
          folder.path("share"), folder.path("o-\(mask).json"),
        ])
      #expect(run.status == 0)
      #expect(try mode("o-\(mask).json") == 0o600)
      #expect(run.output.isEmpty)
    }
  }

  @Test func replacesTheResultAtOnceAndLeavesNothingBeside() throws {
    try plantShare()
    try folder.write("old", to: "o.json")
    #expect(try scan("--output", folder.path("o.json")).status == 0)
    try validate("o.json")
    #expect(folder.contents().filter { !$0.hasPrefix("share") } == ["o.json"])
  }

  @Test func refusesToWriteThroughALink() throws {
    try plantShare()
    try folder.write("precious", to: "target")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("target"))
    #expect(try scan("--output", folder.path("link")).status == 2)
    #expect(try folder.read("target") == Array("precious".utf8))
  }

  @Test func doesNotScanItsOwnOutput() throws {
    try plantShare()
    let run = try scan("--output", folder.path("share/o.ndjson"), "--format", "ndjson")
    #expect(run.status == 0, "\(run.errorText)")
    try validate("share/o.ndjson")
    let text = String(decoding: try folder.read("share/o.ndjson"), as: UTF8.self)
    #expect(text.contains("\"walked\":4"))
    #expect(text.contains("own-output"))
  }

  @Test func leavesTheOldResultWhenTheScanCannotStart() throws {
    try folder.write("old", to: "o.json")
    let run = try scan("--output", folder.path("o.json"), root: "missing")
    #expect(run.status == 2)
    #expect(try folder.read("o.json") == Array("old".utf8))
    #expect(folder.contents() == ["o.json"])
  }

  @Test func writesTheSameInBothForms() throws {
    try plantShare()
    for index in 0..<40 { try folder.write("\(index)\n", to: "share/d\(index % 7)/f\(index).txt") }
    _ = try scan("--all-files", "--format", "json", "--output", folder.path("o.json"))
    _ = try scan("--all-files", "--format", "ndjson", "--output", folder.path("o.ndjson"))
    try validate("o.json")
    try validate("o.ndjson")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(folder.read("o.json"))) as? [String: Any])
    let files = try #require(document["files"] as? [NSDictionary])
    let lines = String(decoding: try folder.read("o.ndjson"), as: UTF8.self).split(separator: "\n")
    #expect(files.count == 43)
    #expect(lines.count == 45)
    for (file, line) in zip(files, lines.dropFirst()) {
      var record = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      record["record"] = nil
      #expect(record as NSDictionary == file)
    }
  }

  @Test func writesTheSameTwice() throws {
    try plantShare()
    for index in 0..<60 { try folder.write("\(index)\n", to: "share/d\(index % 9)/f\(index).txt") }
    func body(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter {
        !$0.hasPrefix("\"scan\":") && !$0.hasPrefix("\"result\":")
      }
    }
    let first = try scan("--all-files", "--format", "json").outputText
    let second = try scan("--all-files", "--format", "json").outputText
    #expect(body(first) == body(second))
    #expect(body(first).count > 60)
  }

  @Test func readsOnlyTheFilesListed() throws {
    try plantShare()
    try folder.write("a.txt\nb.xml\nmissing.txt\n", to: "list")
    let run = try scan("--files-from", folder.path("list"), "--format", "ndjson", "--all-files")
    #expect(run.status == 3)
    #expect(run.outputText.contains("\"walked\":3"))
    #expect(run.outputText.contains("vanished"))
    let input = try ProgramRun.run(
      Project.program,
      ["scan", folder.path("share"), "--files-from", "-", "--null", "--format", "ndjson"],
      input: Array("a.txt\0b.xml\0".utf8))
    #expect(input.status == 0, "\(input.errorText)")
  }

  @Test func leavesOutWhatIsExcluded() throws {
    try plantShare()
    let run = try scan("--exclude", "営業/**", "--exclude", "*.xml", "--format", "ndjson")
    #expect(run.status == 0, "\(run.errorText)")
    #expect(run.outputText.contains("excluded"))
  }

  @Test func refusesRootsInsideOneAnother() throws {
    try plantShare()
    let run = try scan(folder.path("share/営業"))
    #expect(run.status == 2)
    #expect(run.errorText.contains("lies inside"))
  }

  @Test func endsWith130WhenInterruptedAndTheResultIsWhole() throws {
    for index in 0..<3_000 { try folder.write("\(index)\n", to: "share/f\(index).txt") }
    // A terminal's ^C reaches the program in the middle of the walk, if it is slow enough; else nothing is to be seen.
    let run = try ProgramRun.run(
      "/bin/sh",
      [
        "-c",
        "\"$0\" scan \"$1\" --format json --output \"$2\" & sleep 0.02; kill -INT $!; wait $!",
        Project.program, folder.path("share"), folder.path("o.json"),
      ])
    #expect([130, 0].contains(run.status), "\(run.status) \(run.errorText)")
    guard FileManager.default.fileExists(atPath: folder.path("o.json")) else { return }
    try validate("o.json")
    let text = String(decoding: try folder.read("o.json"), as: UTF8.self)
    #expect(text.contains("\"outcome\":\"\(run.status == 130 ? "interrupted" : "complete")\""))
  }

  @Test func refusesAPolicyThatOthersCanWrite() throws {
    try plantShare()
    try folder.write("version: 1\ncategories:\n  - {key: a, name: A}\n", to: "policy.yaml")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o666], ofItemAtPath: folder.path("policy.yaml"))
    let run = try scan("--policy", folder.path("policy.yaml"))
    #expect(run.status == 2)
    #expect(run.errorText.contains("chmod go-w"))
  }

  @Test func namesMistakesOfThePolicyByPlace() throws {
    try plantShare()
    try folder.write("version: 1\ncatgories: []\n", to: "policy.yaml")
    let run = try scan("--policy", folder.path("policy.yaml"))
    #expect(run.status == 2)
    #expect(run.errorText.contains("policy.yaml:2:1:"))
    #expect(run.errorText.contains("categories"))
  }
}
