import Foundation
import TestSupport
import Testing

/// Surroundings in which something is missing or nearly used up: said in words, and nothing left behind.
///
/// All data are made up.
@Suite(.serialized) struct SurroundingsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for index in 0..<30 {
      try folder.write("マイナンバー: 987654321093\n", to: "share/a\(index).txt")
    }
  }

  /// Runs the program behind a command of the shell, with the signal of too large files neither ignored nor kept from it.
  private func scan(
    behind command: String, _ arguments: String, in language: String = "en_US.UTF-8"
  ) throws -> ProgramRun {
    try ProgramRun.run(
      "/bin/sh",
      ["-c", "\(command); exec env --default-signal=XFSZ \(Project.program) \(arguments)"],
      in: folder.path,
      environment: ["LC_ALL": language])
  }

  private static let canMount = Shell.run("unshare -rm true 2>/dev/null").status == 0

  @Test(.enabled(if: Self.canMount, "needs namespaces of users and mounts"))
  func withoutProcItIsSaidWhatIsMissing() throws {
    func run(_ arguments: String) throws -> ProgramRun {
      try ProgramRun.run(
        "/usr/bin/unshare",
        ["-rm", "/bin/sh", "-c", "mount -t tmpfs none /proc && exec \"$0\" \(arguments)"]
          + [Project.program], in: folder.path)
    }
    let contained = try run("scan share --format json --lang en")
    #expect(contained.status == 2)
    #expect(contained.errorText.contains("(/proc is not there)"), "\(contained.errorText)")
    #expect(contained.output.isEmpty)
    let open = try run("scan share --format json --jobs 0")
    #expect(open.status == 0, "\(open.errorText)")
    #expect(open.outputText.contains("my-number"))
  }

  /// A result that meets a limit of size or a full disk: an error, not a death, and no temporary file.
  ///
  /// The shell counts in 512 bytes.
  @Test(arguments: [(0, "0"), (1, "0"), (16, "2")])
  func aLimitOfSizeLeavesNothingBehind(_ limit: Int, _ jobs: String) throws {
    try folder.write("old", to: "out/o.json")
    let run = try scan(
      behind: "ulimit -f \(limit)",
      "scan share --all-files --format json --output out/o.json --jobs \(jobs)")
    #expect(run.status == 3)
    // Standard error is a file here as well.
    let told = "tanaoroshi: out/o.json: cannot be written (EFBIG)\n"
    #expect(limit == 0 || run.errorText == told, "\(run.errorText)")
    #expect(folder.contents().filter { $0.hasPrefix("out/") } == ["out/o.json"])
    #expect(try folder.read("out/o.json") == Array("old".utf8))
  }

  @Test func aLimitOfSizeThatLetsNoWorkerStartIsSaid() throws {
    let run = try scan(behind: "ulimit -f 2", "scan share --output o.json")
    #expect(run.status == 2)
    #expect(run.errorText.contains("ulimit -f"), "\(run.errorText)")
    #expect(folder.contents().allSatisfy { $0.hasPrefix("share") })
  }

  @Test(.enabled(if: Self.canMount, "needs namespaces of users and mounts"))
  func aFullDiskLeavesNothingBehind() throws {
    try folder.write("", to: "disk/x")
    let script = """
      mount -t tmpfs -o size=8k none disk || exit 99
      "$0" scan share --all-files --format json --lang en --output disk/o.json
      status=$?; ls -A disk; exit $status
      """
    let run = try ProgramRun.run(
      "/usr/bin/unshare", ["-rm", "/bin/sh", "-c", script, Project.program], in: folder.path)
    #expect(run.status == 3)
    #expect(run.errorText.contains("disk/o.json: cannot be written (ENOSPC)"), "\(run.errorText)")
    #expect(run.output.isEmpty, "\(run.outputText)")
  }

  @Test(arguments: [6, 8, 16, 31])
  func tooFewOpenFilesAreSaid(_ limit: Int) throws {
    for jobs in ["0", "2"] {
      let run = try scan(behind: "ulimit -n \(limit)", "scan share --format json --jobs \(jobs)")
      #expect(run.status == 2)
      #expect(run.errorText.contains("\(limit) open files at a time are too few"))
      #expect(run.errorText.contains("at least 32"))
    }
    let japanese = try scan(
      behind: "ulimit -n \(limit)", "scan share --format json", in: "ja_JP.UTF-8")
    #expect(japanese.errorText.contains("\(limit) では足りません。32 以上が必要です"))
  }

  @Test func thirtyTwoOpenFilesAreEnough() throws {
    let run = try scan(behind: "ulimit -n 32", "scan share --format json --jobs 2")
    #expect(run.status == 0, "\(run.errorText)")
    #expect(run.outputText.contains("\"scanned\":30,"))
  }

  /// A report of a crash would show registers and the memory that they point to.
  @Test(arguments: ["ABRT", "SEGV", "BUS", "ILL", "FPE", "TRAP", "QUIT"])
  func aCrashOfTheScanPrintsNothing(_ signal: String) throws {
    let line = Array("担当の山田です。マイナンバー: 987654321093、2026年の記録。\n".utf8)
    try folder.write((0..<100_000).flatMap { _ in line }, to: "share/large.txt")
    let run = try ProgramRun.run(
      Project.program, ["scan", folder.path("share"), "--format", "json", "--jobs", "0"]
    ) { process in
      Thread.sleep(forTimeInterval: 0.7)
      _ = Shell.run("kill -\(signal) \(process)")
    }
    #expect(run.status > 128)
    #expect(run.error.isEmpty, "\(run.errorText)")
  }

  @Test func closedStreamsHurtNobody() throws {
    for closed in ["<&-", "2>&-", "<&- 2>&-"] {
      let run = try scan(behind: "true", "scan share --format json \(closed)")
      #expect(run.status == 0)
      #expect(run.outputText.contains("my-number"))
    }
    let none = try scan(behind: "true", "scan share --format json --output o.json <&- >&- 2>&-")
    #expect(none.status == 0)
    #expect(String(decoding: try folder.read("o.json"), as: UTF8.self).contains("my-number"))
    let unheard = try scan(behind: "true", "scan share --format json >&-")
    #expect(unheard.status == 3)
    #expect(unheard.errorText.contains("standard output: cannot be written (EBADF)"))
    let full = try scan(behind: "true", "scan share --format json >/dev/full")
    #expect(full.status == 3)
    #expect(full.errorText.contains("standard output: cannot be written (ENOSPC)"))
  }

  // MARK: - Calls that fail

  /// Scans in one process under strace, which answers one call in the system's place.
  private func scan(
    failing call: String, _ error: String, at number: Int, on path: String? = nil,
    _ arguments: String...
  ) throws -> ProgramRun {
    var words = ["-qq", "-o", "/dev/null", "-e", "trace=\(call)"]
    if let path { words += ["-P", folder.path(path)] }
    words += ["-e", "inject=\(call):error=\(error):when=\(number)"]
    return try ProgramRun.run(
      "/usr/bin/strace",
      words + [Project.program, "scan", "share", "--format", "json", "--jobs", "0"] + arguments,
      in: folder.path)
  }

  private static let canTrace = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")

  /// Each call by which a result is written fails in turn, until a run passes untouched.
  @Test(
    .enabled(if: Self.canTrace, "needs strace, which make setup installs"),
    arguments: ["write", "fsync", "renameat"])
  func everyCallOfWritingMayFail(_ call: String) throws {
    var failures = 0
    for number in 1..<40 {
      try folder.write("old", to: "out/o.json")
      let run = try scan(
        failing: call, "ENOSPC", at: number, "--all-files", "--output", "out/o.json")
      #expect(folder.contents().filter { $0.hasPrefix("out/") } == ["out/o.json"])
      let result = String(decoding: try folder.read("out/o.json"), as: UTF8.self)
      if run.status == 0 {
        #expect(result.hasSuffix("}\n"))
        break
      }
      failures += 1
      #expect(run.status == 3)
      #expect(run.errorText.contains("out/o.json: cannot be written (ENOSPC)"))
      // Once it is in its place, only making the folder lasting can fail.
      #expect(result == "old" || call == "fsync" && result.hasSuffix("}\n"))
    }
    #expect(failures > 0)
    #expect(failures < 39)
  }

  /// Storage that goes away: told of the file or folder, with the rest read.
  @Test(
    .enabled(if: Self.canTrace, "needs strace, which make setup installs"),
    arguments: [
      (
        "pread64", 1, "share/a7.txt", "EIO",
        "\"status\":\"failed\",\"reason\":\"io-error\",\"detail\":\"EIO\""
      ),
      (
        "pread64", 1, "share/a7.txt", "ESTALE",
        "\"status\":\"failed\",\"reason\":\"io-error\",\"detail\":\"ESTALE\""
      ),
      ("openat", 9, "share", "ESTALE", "\"status\":\"failed\",\"reason\":\"vanished\""),
      ("openat", 9, "share", "EIO", "\"status\":\"failed\",\"reason\":\"io-error\""),
    ])
  func storageThatGoesAwayIsTold(
    _ call: String, _ number: Int, _ path: String, _ error: String, _ told: String
  ) throws {
    let run = try scan(failing: call, error, at: number, on: path, "--all-files")
    #expect(run.status == 3)
    #expect(run.outputText.contains(told), "\(run.outputText.prefix(900))\(run.errorText)")
    #expect(run.outputText.contains("\"coverage\":{\"walked\":30,\"scanned\":29,"))
  }

  /// A folder of which only a part can be listed: what was listed is read, and the folder itself is told.
  @Test(.enabled(if: Self.canTrace, "needs strace, which make setup installs"))
  func aFolderThatCannotBeListedToItsEndIsTold() throws {
    let run = try scan(failing: "getdents64", "EIO", at: 2, on: "share", "--all-files")
    #expect(run.status == 3)
    #expect(
      run.outputText.contains(#/"path":"\."[^\n]*"status":"failed","reason":"io-error"/#),
      "\(run.outputText.prefix(900))\(run.errorText)")
    #expect(
      run.outputText.contains(
        "\"coverage\":{\"walked\":31,\"scanned\":30,\"partly\":0,\"skipped\":0,\"failed\":1,"))
  }
}
