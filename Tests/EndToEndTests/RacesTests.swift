import Foundation
import TestSupport
import Testing

/// A tree that somebody changes all the time while it is scanned.
@Suite(.serialized) struct RacesTests {
  @Test func nothingOutsideIsReadAndEveryResultIsWhole() throws {
    let folder = try TemporaryFolder()
    // Payment cards stand nowhere but outside; the numbers are well formed and belong to nobody.
    let cards = (0..<50).map { "カード番号: 453957876362148\($0 % 10)\n" }.joined()
    try folder.write(cards + "カード番号: 4539578763621486\n", to: "outside/secret.txt")
    try folder.write("カード番号: 4539578763621486\n", to: "outside/inner.txt")
    try folder.write("x\n", to: "tree/d0/f0.txt")
    let control = try ProgramRun.run(
      Project.program, ["scan", folder.path("outside"), "--format", "json"])
    #expect(control.outputText.contains("credit-card"))

    let mutator = Process()
    mutator.executableURL = URL(fileURLWithPath: Project.python)
    mutator.arguments = [
      HostileTree.script + "races.py", folder.path("tree"), folder.path("outside"),
    ]
    let stop = Pipe()
    let told = Pipe()
    mutator.standardInput = stop
    mutator.standardOutput = told
    try mutator.run()
    var statuses: Set<Int32> = []
    for round in 0..<100 {
      let run = try ProgramRun.run(
        Project.program,
        [
          "scan", folder.path("tree"), "--format", "json", "--all-files", "--jobs",
          round % 10 == 0 ? "2" : "1",
          "--output", folder.path("o.json"),
        ])
      statuses.insert(run.status)
      let document = try JSONSerialization.jsonObject(with: Data(folder.read("o.json")))
      let text = String(decoding: try folder.read("o.json"), as: UTF8.self)
      #expect(document is [String: Any], "round \(round)")
      #expect(!text.contains("credit-card"), "round \(round)")
      #expect(!text.contains("worker-crash"), "round \(round)")
    }
    try stop.fileHandleForWriting.close()
    mutator.waitUntilExit()
    let changes = Int(
      String(decoding: told.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines))
    #expect(changes ?? 0 > 1_000)
    #expect(statuses.isSubset(of: [0, 1, 3]), "\(statuses)")
  }

  /// What grows while it is read is told, and read.
  @Test func aFileThatGrowsIsReadInPart() throws {
    let folder = try TemporaryFolder()
    let line = Array("ログの一行です\n".utf8)
    try folder.write((0..<60_000).flatMap { _ in line }, to: "tree/growing.log")
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = [
      "-c", "while :; do echo x >> \"$0\"; sleep 0.001; done", folder.path("tree/growing.log"),
    ]
    try writer.run()
    defer { writer.terminate() }
    let run = try ProgramRun.run(
      Project.program, ["scan", folder.path("tree"), "--format", "ndjson", "--all-files"])
    #expect(run.status == 3)
    #expect(run.outputText.contains("\"reason\":\"changed-while-read\""))
  }
}
