import Foundation
import TestSupport
import Testing

/// What the program may do, seen from outside.
@Suite(.serialized) struct ContainmentTests {
  private let folder: TemporaryFolder

  /// A small share; the number is made up.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write("マイナンバー: 987654321093\n", to: "share/a.txt")
    try folder.write(
      "<!DOCTYPE a [<!ENTITY e SYSTEM \"http://127.0.0.1:9/\">]><a>&e;</a>", to: "share/b.xml")
  }

  private func confined(_ calls: String, _ jobs: String = "2") throws -> ProgramRun {
    try ProgramRun.run(
      Project.python,
      [
        HostileTree.script + "confined.py", calls, Project.program, "scan", folder.path("share"),
        "--format", "json", "--jobs", jobs,
      ], environment: ["LC_ALL": "en_US.UTF-8"])
  }

  @Test func withoutSeccompTheScanWarnsTwiceAndEndsWith3() throws {
    let run = try confined("seccomp")
    #expect(run.status == 3)
    #expect(run.errorText.components(separatedBy: "seccomp is not available").count == 3)
    #expect(run.outputText.contains("\"seccomp\":false"))
    #expect(run.outputText.contains("my-number"))
    let doctor = try ProgramRun.run(
      Project.python,
      [HostileTree.script + "confined.py", "seccomp", Project.program, "doctor", "--lang", "en"])
    #expect(doctor.outputText.contains("its status is 3"))
  }

  @Test func withoutLandlockTheReportSaysSo() throws {
    let run = try confined("landlock_create_ruleset")
    #expect(run.outputText.contains("\"seccomp\":true,\"landlock\":false"))
    #expect(run.error.isEmpty)
    #expect(run.outputText.contains("my-number"))
  }

  /// Each limit, wall and variable of a worker, as the kernel tells them.
  @Test func aWorkerHasTheWallsAndLimitsThatAreWrittenDown() throws {
    let line = Array("ログの一行です 2026\n".utf8)
    try folder.write((0..<100_000).flatMap { _ in line }, to: "share/large.txt")
    var status = ""
    var limits = ""
    var parentLimits = ""
    var variables = ""
    var files = ""
    // From limits that are none, as far as this process may.
    _ = try ProgramRun.run(
      "/bin/sh",
      [
        "-c",
        "ulimit -S -c $(ulimit -H -c); ulimit -S -s $(ulimit -H -s); exec \"$0\" scan \"$1\" --format json --jobs 1",
        Project.program, folder.path("share"),
      ]
    ) { process in
      // The lock is closed once the filter stands.
      let worker =
        "for i in $(seq 400); do w=$(pgrep -P \(process)); grep -qs 'Seccomp:.2' /proc/$w/status && break; sleep 0.01; done"
      func read(_ name: String, of which: String = "$w") -> String {
        String(
          decoding: Shell.run("\(worker); cat /proc/\(which)/\(name) | tr '\\0' '\\n'").output,
          as: UTF8.self)
      }
      status = read("status")
      limits = read("limits")
      variables = read("environ")
      parentLimits = read("limits", of: "\(process)")
      files = String(decoding: Shell.run("\(worker); ls /proc/$w/fd").output, as: UTF8.self)
      _ = Shell.run("kill \(process); kill \(process)")
    }
    #expect(status.contains("Seccomp:\t2"))
    #expect(status.contains("NoNewPrivs:\t1"))
    #expect(status.contains("Threads:\t1\n"))
    func limit(_ name: String, _ text: String) -> String? {
      text.split(separator: "\n").first { $0.hasPrefix(name) }?
        .dropFirst(26).split(separator: " ").first.map(String.init)
    }
    #expect(limit("Max core file size", limits) == "0")
    #expect(limit("Max core file size", parentLimits) == "0")
    #expect(limit("Max file size", limits) == "0")
    #expect(limit("Max processes", limits) == "0")
    #expect(limit("Max open files", limits) == "96")
    #expect(limit("Max data size", limits) == "268435456")
    #expect(limit("Max address space", limits) == "1073741824")
    #expect(limit("Max stack size", limits) == "8388608")
    // What is kept of another user's process is not for everybody; root may look.
    if getuid() == 0 {
      #expect(
        Set(variables.split(separator: "\n").compactMap { $0.split(separator: "=").first })
          == ["LC_ALL", "TZ", "SWIFT_BACKTRACE"], "\(variables)")
      #expect(files.split(separator: "\n").count <= 5 + 64)
    }
  }

  /// What whoever starts a scan has open is none of a worker's business.
  @Test(
    .enabled(if: getuid() == 0, "only root may look at the files of a process that refuses dumps"))
  func aWorkerInheritsNoOpenFile() throws {
    try folder.write(
      (0..<100_000).flatMap { _ in Array("ログの一行です 2026\n".utf8) }, to: "share/large.txt")
    try folder.write("kept open", to: "inherited")
    var files = ""
    _ = try ProgramRun.run(
      "/bin/sh",
      [
        "-c", "exec 9<\"$0\" 8>>\"$0\"; exec \"$1\" scan \"$2\" --format json --jobs 1",
        folder.path("inherited"), Project.program, folder.path("share"),
      ]
    ) { process in
      let worker =
        "for i in $(seq 400); do w=$(pgrep -P \(process)); grep -qs 'Seccomp:.2' /proc/$w/status && break; sleep 0.01; done"
      files = String(
        decoding: Shell.run("\(worker); ls -l /proc/$w/fd; ls -l /proc/\(process)/fd").output,
        as: UTF8.self)
      _ = Shell.run("kill \(process); kill \(process)")
    }
    let lists = files.components(separatedBy: "total 0\n").dropFirst()
    try #require(lists.count == 2, "\(files)")
    // It is there in the parent, and not in the worker: that has its streams, the connection, the page and files of the share.
    #expect(lists.last?.contains("/inherited") == true)
    #expect(lists.first?.contains("/inherited") == false)
    #expect(lists.first?.components(separatedBy: "/dev/null").count == 4)
    for line in lists.first?.split(separator: "\n") ?? [] {
      #expect(
        ["/dev/null", "socket:", "memfd:beat", "/share/"].contains { line.contains($0) }, "\(line)")
    }
  }

  /// A result is made lasting before it takes the old one's place, and its folder after that.
  @Test func aResultIsLastingBeforeItIsInItsPlace() throws {
    let run = try ProgramRun.run(
      "/usr/bin/strace",
      [
        "-qq", "-o", folder.path("trace"), "-e",
        "trace=openat,write,fsync,fdatasync,renameat,renameat2,rename",
        Project.program, "scan", folder.path("share"), "--format", "json", "--jobs", "0",
        "--output",
        folder.path("o.json"),
      ])
    #expect([0, 3].contains(run.status), "\(run.errorText)")
    let lines = String(decoding: try folder.read("trace"), as: UTF8.self).split(separator: "\n")
    func number(after name: String) -> Substring? {
      lines.first { $0.contains(name) && $0.contains(" = ") }?.split(separator: " ").last
    }
    let file = try #require(number(after: "O_EXCL"))
    let steps = lines.compactMap { line -> String? in
      if line.hasPrefix("write(\(file),") { return "write" }
      if line.hasPrefix("fsync(\(file))") { return "file" }
      if line.hasPrefix("fsync(") { return "folder" }
      return line.hasPrefix("rename") ? "rename" : nil
    }
    #expect(steps.drop { $0 == "write" } == ["file", "rename", "folder"], "\(steps)")
    #expect(steps.first == "write")
  }

  /// Every call that opens, changes, connects: nothing is opened to be written, nothing is connected.
  @Test func theKernelSeesNoWritingAndNoNetwork() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") else {
      Issue.record("strace is missing: make setup installs it")
      return
    }
    try folder.write("x", to: "share/sub/c.csv")
    let run = try ProgramRun.run(
      "/usr/bin/strace",
      [
        "-f", "-qq", "-s", "300", "-o", folder.path("trace"), "-e", "trace=%file,%network,%desc",
        Project.program, "scan", folder.path("share"), "--format", "json", "--jobs", "2",
      ])
    #expect([0, 3].contains(run.status), "\(run.errorText)")
    #expect(run.outputText.contains("my-number"))
    let lines = String(decoding: try folder.read("trace"), as: UTF8.self).split(separator: "\n")
    #expect(lines.contains { $0.contains("\"a.txt\"") })
    #expect(!lines.contains { $0.contains("AF_INET") })
    let writing = lines.filter { line in
      ["O_WRONLY", "O_RDWR", "O_CREAT"].contains { line.contains($0) } && line.contains("open")
    }
    // The wish to be taken first when memory runs out, and the workers' three streams.
    #expect(
      writing.allSatisfy { $0.contains("oom_score_adj") || $0.contains("/dev/null") },
      "\(writing)")
    let changing = [
      "unlink", "rename", "link(", "linkat", "chmod", "chown", "utime", "truncate", "mkdir",
      "rmdir",
      "mknod", "setxattr", "removexattr", "fallocate", "flock",
    ]
    #expect(
      !lines.contains { line in
        changing.contains { line.contains(" " + $0) || line.contains($0 + "at(") }
          && !line.contains("readlink")
      })
  }

  @Test func needsNoNetwork() throws {
    guard Shell.run("unshare -rn true 2>/dev/null").status == 0 else { return }
    let run = try ProgramRun.run(
      "/usr/bin/unshare",
      ["-rn", Project.program, "scan", folder.path("share"), "--format", "json"])
    #expect(run.outputText.contains("my-number"))
    #expect(run.outputText.contains("\"seccomp\":true"))
  }

  /// Neither root nor any capability is needed.
  @Test func needsNoRights() throws {
    guard getuid() == 0 else { return }
    _ = Shell.run("chmod -R go+rX \(folder.path)")
    let run = try ProgramRun.run(
      "/usr/bin/setpriv",
      [
        "--reuid=65534", "--regid=65534", "--clear-groups", "--bounding-set=-all", Project.program,
        "scan", folder.path("share"), "--format", "json",
      ])
    #expect(run.outputText.contains("my-number"), "\(run.errorText)")
    #expect(run.outputText.contains("\"seccomp\":true"))
  }

  /// Only the libraries that docs/architecture.md names, and the C library.
  @Test func linksOnlyWhatIsWrittenDown() {
    let lines = String(decoding: Shell.run("ldd \(Project.program)").output, as: UTF8.self)
    let names = lines.split(separator: "\n").compactMap { line in
      line.split(separator: " ").first?.split(whereSeparator: { "\t.".contains($0) }).first
    }
    let known: Set<Substring> = [
      "linux-vdso", "libxml2", "libpcre2-8", "libyaml-0", "libc", "libm", "libz", "liblzma",
      "libicuuc", "libicudata", "libstdc++", "libdispatch", "libgcc_s", "/lib64/ld-linux-x86-64",
      "/lib/ld-linux-aarch64", "libpthread", "libdl",
    ]
    // Their versions stand in every result.
    let run = try? ProgramRun.run(
      Project.program, ["scan", folder.path("share"), "--format", "json"])
    #expect(
      run?.outputText.contains(#/"libraries":\{"libxml2":"2\.[0-9.]+","pcre2":"10\.[0-9]+"\}/#)
        == true)
    // Of Swift's own, which a release has within itself.
    let others = names.filter {
      !known.contains($0) && !$0.hasPrefix("libswift") && $0 != "libBlocksRuntime"
    }
    #expect(names.contains("libxml2"))
    #expect(others.isEmpty, "\(others)")
  }

  /// A result that was never put in its place goes with the next scan; one that is being written stays.
  @Test func theNextScanRemovesWhatAKilledOneLeft() throws {
    try folder.write("left", to: "out/.tanaoroshi-0123.tmp")
    try folder.write("left", to: "out/.tanaoroshi-readable.tmp")
    try folder.write("busy", to: "out/.tanaoroshi-4567.tmp")
    try folder.write("kept", to: "out/mine.tmp")
    _ = Shell.run(
      "chmod 600 \(folder.path("out"))/.tanaoroshi-[04]*; chmod 644 \(folder.path("out"))/.tanaoroshi-r*"
    )
    let run = Shell.run(
      "flock \(folder.path("out"))/.tanaoroshi-4567.tmp \(Project.program) scan \(folder.path("share")) --output \(folder.path("out"))/o.json"
    )
    #expect([0, 3].contains(run.status))
    #expect(
      Set(folder.contents().filter { $0.hasPrefix("out/") }) == [
        "out/.tanaoroshi-4567.tmp", "out/.tanaoroshi-readable.tmp", "out/mine.tmp", "out/o.json",
      ])
  }
}
