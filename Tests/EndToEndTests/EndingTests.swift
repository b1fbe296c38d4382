import Foundation
import TestSupport
import Testing

/// How scans end before their time, what they leave, and what they need of the storage.
///
/// All data are made up.
@Suite(.serialized) struct EndingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A file that takes a debug build many seconds.
  private func plantLargeFile() throws {
    let line = Array("担当の山田です。マイナンバー: 987654321093、2026年の記録。\n".utf8)
    try folder.write((0..<300_000).flatMap { _ in line }, to: "share/large.txt")
  }

  /// Begins a scan and asks it to end; what it gave, and when it was asked.
  private func terminated(_ arguments: [String]) throws -> (run: ProgramRun, asked: Date) {
    var asked = Date()
    let run = try ProgramRun.run(
      Project.program, ["scan", "--format", "json", "--lang", "en"] + arguments
    ) { process in
      Thread.sleep(forTimeInterval: 1.5)
      asked = Date()
      _ = Shell.run("kill -TERM \(process)")
    }
    return (run, asked)
  }

  /// One file that is far from done: it must not hold the end up.
  @Test(arguments: ["0", "1", "2"])
  func aSignalEndsTheScanWithinSecondsAndWhatWasReadIsTold(_ jobs: String) throws {
    try plantLargeFile()
    let (run, asked) = try terminated([folder.path("share"), "--jobs", jobs])
    // A block of a file, and a second of patience; debug builds take their time for a block.
    #expect(Date().timeIntervalSince(asked) < 6)
    #expect(run.status == 143)
    #expect(run.outputText.contains("\"outcome\":\"interrupted\""))
    #expect(
      run.outputText.contains(
        "\"status\":\"partly\",\"reason\":\"time-limit\",\"detail\":\"interrupted\""))
    #expect(run.outputText.contains("\"coverage\":{\"walked\":1,\"scanned\":0,\"partly\":1,"))
  }

  /// The program is waiting in a call that nobody can end.
  @Test(
    .enabled(if: DistantFolder.isPossible, "needs root and /dev/fuse"),
    arguments: ["never-opened", "never-read"])
  func aSignalEndsTheScanOfStorageThatDoesNotAnswer(_ name: String) throws {
    try folder.write("マイナンバー: 987654321093\n", to: "share/a.txt")
    try folder.write("x\n", to: "share/\(name)")
    try FileManager.default.createDirectory(
      atPath: folder.path("mount"), withIntermediateDirectories: true)
    let server = try DistantFolder(showing: folder.path("share"), at: folder.path("mount"))
    let (run, asked) = try terminated([server.path])
    #expect(Date().timeIntervalSince(asked) < 20)
    #expect(run.status == 143)
    #expect(run.outputText.contains("\"filesystem\":\"fuse.sshfs\""))
    // What was read goes out with its batch, which the worker never ends.
    let scanned = name == "never-read" ? 0 : 1
    #expect(run.outputText.contains("\"coverage\":{\"walked\":2,\"scanned\":\(scanned),"))
    #expect(run.outputText.contains("my-number") == (scanned == 1))
    #expect(run.outputText.contains("\"outcome\":\"interrupted\""))
    server.end()
  }

  /// The terminal that a scan was begun in goes away: it ends in good order, or goes on when it was begun by nohup.
  @Test(arguments: [false, true])
  func theEndOfTheTerminalEndsTheScanInGoodOrder(isIgnored: Bool) throws {
    try plantLargeFile()
    try FileManager.default.createDirectory(
      atPath: folder.path("results"), withIntermediateDirectories: true)
    let command =
      "\(isIgnored ? "trap '' HUP; " : "")exec \(Project.program) scan \(folder.path("share")) "
      + "--format json --jobs 1 --lang en --output \(folder.path("results/r.json"))"
    let run = try ProgramRun.run("/bin/sh", ["-c", command]) { process in
      Thread.sleep(forTimeInterval: 1.5)
      _ = Shell.run("kill -HUP \(process)")
      guard isIgnored else { return }
      Thread.sleep(forTimeInterval: 0.5)
      _ = Shell.run("kill -TERM \(process)")
    }
    #expect(run.status == (isIgnored ? 143 : 129))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("results"))
    #expect(left == ["r.json"])
    let result = try String(contentsOfFile: folder.path("results/r.json"), encoding: .utf8)
    #expect(result.contains("\"outcome\":\"interrupted\""))
  }

  /// The kernel gives the files under `/proc` of a process that may not be dumped to root: so it is seen from outside.
  @Test func neitherProcessCanBeDumped() throws {
    try plantLargeFile()
    _ = Shell.run("chmod -R a+rX \(folder.path)")
    let isRoot = getuid() == 0
    let user = isRoot ? 65_534 : Int(getuid())
    let change = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    func started(_ words: [String]) -> [String] { isRoot ? change + words : words }
    // What the owner of an ordinary process looks like, by the same way.
    let words = started(["/bin/sleep", "5"])
    var ordinary = ""
    _ = try ProgramRun.run(words[0], Array(words.dropFirst())) { process in
      Thread.sleep(forTimeInterval: 0.5)
      ordinary = Self.said("stat -c %u /proc/\(process)/mem; kill \(process)")
    }
    #expect(ordinary == "\(user)")
    let scan = started([Project.program, "scan", folder.path("share"), "--jobs", "1"])
    var owners = ""
    var users = ""
    var cores = ""
    let run = try ProgramRun.run(scan[0], Array(scan.dropFirst())) { process in
      let both =
        "for i in $(seq 400); do w=$(pgrep -P \(process)); grep -qs 'Seccomp:.2' /proc/$w/status && break; sleep 0.01; done; for p in \(process) $w; do"
      users = Self.said("\(both) grep Uid: /proc/$p/status | cut -f 2; done")
      owners = Self.said("\(both) stat -c %u /proc/$p/mem; done")
      cores = Self.said("\(both) grep 'Max core' /proc/$p/limits | cut -c 27-28; done")
      _ = Shell.run("kill \(process); kill \(process)")
    }
    try #require(!users.isEmpty, "\(run.errorText)")
    #expect(users == "\(user)\n\(user)")
    #expect(owners == "0\n0")
    // Only root may look at the limits of such a process.
    if isRoot { #expect(cores == "0 \n0") }
  }

  private static func said(_ command: String) -> String {
    String(decoding: Shell.run(command).output, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static let canMount = Shell.run("unshare -rm true 2>/dev/null").status == 0

  @Test(.enabled(if: Self.canMount, "needs namespaces of users and mounts"))
  func aShareThatIsMountedReadOnlyIsReadAsAnyOther() throws {
    try folder.write("マイナンバー: 987654321093\n", to: "share/a.txt")
    try folder.write("氏名,電話\n山田太郎,090-0000-0000\n", to: "share/sub/b.csv")
    try FileManager.default.createDirectory(
      atPath: folder.path("mount"), withIntermediateDirectories: true)
    let script = """
      mount -t tmpfs none "$1" && cp -r "$2/." "$1" && mount -o remount,ro "$1" || exit 99
      touch "$1/x" 2>/dev/null && exit 98
      exec "$0" scan "$1" --format json --jobs "$3" --lang en
      """
    for jobs in ["0", "1"] {
      let run = try ProgramRun.run(
        "/usr/bin/unshare",
        [
          "-rm", "/bin/sh", "-c", script, Project.program, folder.path("mount"),
          folder.path("share"), jobs,
        ])
      #expect(run.status == 0, "\(run.errorText)")
      #expect(run.outputText.contains("\"filesystem\":\"tmpfs\""))
      #expect(run.outputText.contains("my-number"))
      #expect(run.outputText.contains("\"coverage\":{\"walked\":2,\"scanned\":2,"))
    }
  }

  @Test(.enabled(if: Self.canMount, "needs namespaces of users and mounts"))
  func aFolderInsideItselfIsToldAndEnteredOnce() throws {
    try folder.write("マイナンバー: 987654321093\n", to: "share/a.txt")
    try folder.write("x\n", to: "share/sub/inner/b.txt")
    let run = try ProgramRun.run(
      "/usr/bin/unshare",
      [
        "-rm", "/bin/sh", "-c",
        "mount --bind \"$1\" \"$1/sub/inner\" || exit 99; exec \"$0\" scan \"$1\" --format json --all-files",
        Project.program, folder.path("share"),
      ])
    #expect(run.status == 0, "\(run.errorText)")
    #expect(run.outputText.contains("\"reason\":\"link\",\"detail\":\"loop\""))
    #expect(
      run.outputText.contains(
        "\"coverage\":{\"walked\":2,\"scanned\":1,\"partly\":0,\"skipped\":1,"))
  }
}
