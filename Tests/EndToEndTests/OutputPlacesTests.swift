import Foundation
import TestSupport
import Testing

/// Places where a result cannot be written: told before anything is read, with what would be right, and nothing is left.
///
/// All data are made up.
@Suite(.serialized) struct OutputPlacesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("マイナンバー: 987654321093\n", to: "share/a.txt")
    try folder.write("old", to: "out/file")
    try folder.write("old", to: "out/folder/kept")
    _ = Shell.run("cd \(folder.path)/out && mkfifo fifo && ln -s file link && ln -s no dangling")
  }

  private func scan(
    to output: String, behind words: [String] = [], language: String = "en",
    whileRunning: (Int32) -> Void = { _ in }
  ) throws -> ProgramRun {
    let whole =
      words + [
        Project.program, "scan", folder.path("share"), "--format", "json", "--lang", language,
        "--output", output,
      ]
    return try ProgramRun.run(
      words.isEmpty ? whole[0] : "/usr/bin/env", words.isEmpty ? Array(whole.dropFirst()) : whole,
      in: folder.path, whileRunning: whileRunning)
  }

  @Test(arguments: [
    ("out/folder", "is a folder: name a file in it", "フォルダです。"),
    ("out/folder/", "is a folder: name a file in it", "フォルダです。"),
    (".", "is a folder: name a file in it", "フォルダです。"),
    ("out/link", "is a link, and not replaced: name the file itself", "リンクなので"),
    ("out/dangling", "is a link, and not replaced: name the file itself", "リンクなので"),
    ("out/fifo", "not a regular file, and not replaced: take another name", "普通のファイルではない"),
    ("/dev/null", "not a regular file, and not replaced: take another name", "普通のファイルではない"),
    ("no/o.json", "cannot be written (ENOENT): its folder is not there", "フォルダがありません"),
    ("out/file/o.json", "cannot be written (ENOTDIR): its folder is not there", "フォルダがありません"),
  ])
  func whatIsWrongAndRightIsSaid(_ output: String, _ english: String, _ japanese: String) throws {
    let before = folder.contents()
    for (language, told) in [("en", english), ("ja", japanese)] {
      let run = try scan(to: output, language: language)
      #expect(run.status == 2)
      #expect(run.errorText.hasPrefix("tanaoroshi: \(output): "), "\(run.errorText)")
      #expect(run.errorText.contains(told), "\(run.errorText)")
      #expect(run.output.isEmpty)
    }
    #expect(folder.contents() == before)
  }

  @Test(.enabled(if: getuid() == 0, "changes the user"))
  func aFolderThatMayNotBeWrittenToIsSaid() throws {
    _ = Shell.run("chmod 755 \(folder.path); chmod -R a+rX \(folder.path)/share")
    let run = try scan(
      to: "out/o.json",
      behind: ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"])
    #expect(run.status == 2)
    #expect(
      run.errorText.contains("out/o.json: cannot be written (EACCES): you may not write to"),
      "\(run.errorText)")
    #expect(!folder.contents().contains { $0.contains(".tanaoroshi-") })
  }

  private static let canMount = Shell.run("unshare -rm true 2>/dev/null").status == 0

  @Test(.enabled(if: Self.canMount, "needs namespaces of users and mounts"))
  func storageThatIsReadOnlyIsSaid() throws {
    let run = try scan(
      to: "out/o.json",
      behind: [
        "unshare", "-rm", "sh", "-c",
        "mount -t tmpfs -o ro none out || exit 99; exec \"$0\" \"$@\"",
      ])
    #expect(run.status == 2)
    #expect(
      run.errorText.contains("(EROFS): its folder is read-only"), "\(run.status) \(run.errorText)")
  }

  /// The folder of the result is moved, removed, or its name taken while files are read.
  @Test(arguments: [
    ("mv moving moved", 0, ["moved/o.json"], ""),
    ("rm -r moving", 3, [], "cannot be written (ENOENT): its folder is not there"),
    ("mkdir moving/o.json", 3, ["moving/o.json"], "is a folder: name a file in it"),
    ("ln -s ../share/a.txt moving/o.json", 3, ["moving/o.json"], "is a link, and not replaced"),
  ])
  func whatHappensToTheFolderMeanwhileIsSaid(
    _ command: String, _ status: Int32, _ left: [String], _ told: String
  ) throws {
    let line = Array("担当の山田です。マイナンバー: 987654321093、2026年の記録。\n".utf8)
    try folder.write((0..<15_000).flatMap { _ in line }, to: "share/large.txt")
    _ = Shell.run("mkdir \(folder.path)/moving")
    let run = try scan(to: "moving/o.json") { _ in
      let begun = "ls -A \(folder.path)/moving | grep -q tanaoroshi"
      _ = Shell.run("for i in $(seq 400); do \(begun) && break; sleep 0.01; done")
      _ = Shell.run("cd \(folder.path) && \(command)")
    }
    #expect(run.status == status)
    #expect(told.isEmpty ? run.error.isEmpty : run.errorText.contains(told), "\(run.errorText)")
    #expect(folder.contents().filter { $0.hasPrefix("mov") && $0.contains("/") } == left)
  }

  /// In the scanned tree itself: what is being written is listed and not read, and nothing else changes.
  @Test func aResultInTheScannedTreeIsNotReadWhileItIsWritten() throws {
    let run = try ProgramRun.run(
      Project.program,
      ["scan", "share", "--format", "json", "--all-files", "--output", "share/o.json"],
      in: folder.path)
    #expect(run.status == 0)
    let result = String(decoding: try folder.read("share/o.json"), as: UTF8.self)
    #expect(
      result.contains(
        "\"status\":\"skipped\",\"reason\":\"excluded\",\"detail\":\"own-output\""))
    #expect(folder.contents().filter { $0.hasPrefix("share/") } == ["share/a.txt", "share/o.json"])
  }
}
