import Foundation
import TestSupport
import Testing

/// Nothing that a scan writes holds a value, a part or a form of one.
///
/// All planted values are synthetic (Scripts/leak.py).
@Suite struct LeakTests {
  private func leak(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun.run(Project.python, [Project.folder + "/Scripts/leak.py"] + arguments)
  }

  @Test func findsADeliberateLeakInEveryForm() throws {
    let folder = try TemporaryFolder()
    _ = try leak("plant", folder.path("share"), folder.path("values.json"))
    let control = try leak("control", folder.path("values.json"))
    #expect(control.status == 0, "\(control.outputText)")
    // And through the file search itself.
    try folder.write("line 1\n番号は８１０９８７６５４３２１\n", to: "out/log.txt")
    let check = try leak("check", folder.path("values.json"), folder.path("out"))
    #expect(check.status == 0)
    try folder.write("at MTIzNDU2Nzg5MDE4", to: "out/log.txt")
    #expect(try leak("check", folder.path("values.json"), folder.path("out")).status == 1)
  }

  @Test(arguments: [
    ["--format", "json"], ["--format", "ndjson"], ["--format", "text"],
    ["--format", "json", "--places", "all", "--all-files"],
    ["--format", "ndjson", "--places", "none", "--mask-names"],
    ["--format", "text", "--lang", "ja"],
    ["--format", "json", "--min-confidence", "0.9"],
  ])
  func leavesNoTrace(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let values = folder.path("values.json")
    #expect(try leak("plant", folder.path("share"), values).status == 0)
    try folder.write("", to: "out/temporary/.keep")
    let environment = ["LC_ALL": "C.UTF-8", "TMPDIR": folder.path("out/temporary")]
    let toFile = try ProgramRun.run(
      Project.program,
      ["scan", folder.path("share"), "--output", folder.path("out/result")] + arguments,
      in: folder.path("out"), environment: environment)
    let toStream = try ProgramRun.run(
      Project.program, ["scan", folder.path("share")] + arguments, in: folder.path("out"),
      environment: environment)
    #expect(toFile.status == 3, "\(toFile.errorText)")
    #expect(toStream.status == 3)
    #expect(toStream.output.count > 1_000)
    try folder.write(toFile.output + toStream.output, to: "out/stdout")
    try folder.write(toFile.error + toStream.error, to: "out/stderr")
    let check = try leak("check", values, folder.path("out"))
    #expect(check.status == 0, "\(check.outputText)\(check.errorText)")
  }

  /// The planted values are ones that a scan finds: silence about what was never seen would prove nothing.
  @Test func findsWhatIsPlanted() throws {
    let folder = try TemporaryFolder()
    let values = folder.path("values.json")
    #expect(try leak("plant", folder.path("share"), values).status == 0)
    let planted = try #require(
      JSONSerialization.jsonObject(with: Data(try folder.read("values.json"))) as? [String: Any])
    let run = try ProgramRun.run(
      Project.program, ["scan", folder.path("share"), "--format", "json"])
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    let found = try #require(
      (document["summary"] as? [String: Any])?["by_type"] as? [String: Any])
    // The planted address is of a network reserved for documentation, which is never reported.
    #expect(Set(planted.keys).subtracting(found.keys).sorted() == ["ip-address"])
  }

  /// Ended in the middle, with half a result beside its place.
  @Test(arguments: ["ABRT", "SEGV", "KILL"])
  func leavesNoTraceWhenItIsKilledInTheMiddle(_ signal: String) throws {
    let folder = try TemporaryFolder()
    let values = folder.path("values.json")
    #expect(try leak("plant", folder.path("share"), values).status == 0)
    // Behind all others, so many that the result is written as they are read.
    let line = Array("個人番号: 123456789018 氏名: 渡邉喜代志\n".utf8)
    for index in 0..<3_000 { try folder.write(line, to: "share/黒/\(index).txt") }
    try folder.write("", to: "out/temporary/.keep")
    var left: [String] = []
    let run = try ProgramRun.run(
      Project.program,
      [
        "scan", folder.path("share"), "--format", "ndjson", "--all-files", "--places", "all",
        "--jobs", "1",
        "--output", folder.path("out/result"),
      ], in: folder.path("out"),
      environment: ["LC_ALL": "C.UTF-8", "TMPDIR": folder.path("out/temporary")]
    ) { process in
      for _ in 0..<200 where left.isEmpty {
        Thread.sleep(forTimeInterval: 0.05)
        left = folder.contents().filter { $0.hasPrefix("out/.tanaoroshi-") }
          .filter { (try? folder.read($0).count) ?? 0 > 10_000 }
      }
      _ = Shell.run("kill -\(signal) \(process)")
    }
    #expect(run.status > 128)
    #expect(left.count == 1, "\(folder.contents())")
    try folder.write(run.output, to: "out/stdout")
    try folder.write(run.error, to: "out/stderr")
    let check = try leak("check", values, folder.path("out"))
    #expect(check.status == 0, "\(check.outputText)\(check.errorText)")
  }

  @Test func leavesNoTraceInErrorsAboutPolicies() throws {
    let folder = try TemporaryFolder()
    let values = folder.path("values.json")
    _ = try leak("plant", folder.path("share"), values)
    for name in ["表/utf-8.csv", "a.xml", "a.json", "文書/utf-8.txt"] {
      let run = try ProgramRun.run(
        Project.program, ["policy", "check", folder.path("share/" + name)])
      #expect(run.status == 2)
      try folder.write(run.output + run.error, to: "out/" + name.replacing("/", with: "-"))
    }
    let check = try leak("check", values, folder.path("out"))
    #expect(check.status == 0, "\(check.outputText)")
  }
}
