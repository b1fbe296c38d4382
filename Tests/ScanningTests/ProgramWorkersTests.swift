import TestSupport
import Testing

@testable import Scanning

/// Workers of the whole program, seen from outside.
@Suite(.serialized) struct ProgramWorkersTests {
  private func folder(_ count: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 0..<count {
      let sample = SampleFiles.all[number % SampleFiles.all.count]
      try folder.write(sample.bytes, to: "f\(number).\(sample.nameExtension)")
    }
    return folder
  }

  /// The report without what differs from run to run.
  private func body(_ run: ProgramRun) -> String {
    run.outputText.split(separator: "\n")
      .filter { !$0.hasPrefix("\"scan\":") && !$0.hasPrefix("\"result\":") }
      .joined(separator: "\n")
  }

  @Test func anyNumberOfJobsReportsTheSame() throws {
    let folder = try folder(200)
    func run(_ jobs: Int) throws -> ProgramRun {
      try ProgramRun.run(
        Project.program,
        ["scan", folder.path, "--format", "json", "--all-files", "--jobs", "\(jobs)"])
    }
    let alone = try run(0)
    #expect(alone.outputText.contains("\"seccomp\":false"))
    for jobs in [1, 2, 8] {
      let other = try run(jobs)
      #expect(other.outputText.contains("\"seccomp\":true"))
      #expect(other.status == alone.status)
      #expect(body(other) == body(alone), "\(jobs) jobs")
    }
  }

  @Test(arguments: [64, 128, 1_024])
  func fewDescriptorsAreEnough(_ limit: Int) throws {
    let folder = try folder(300)
    func run(_ before: String) -> (output: [UInt8], status: Int32) {
      Shell.run(
        "\(before) \(Project.program) scan \(folder.path) --format json --all-files --jobs 2 2>&1"
          + " | grep -v '^\"scan\\|^\"result'")
    }
    #expect(run("ulimit -n \(limit);").output == run("").output)
  }

  @Test func workersDieWithTheirParent() throws {
    let folder = try TemporaryFolder()
    // Far more than is read in the time that it is given to die.
    _ = Shell.run("yes 'ログの一行です 2026' | head -n 1500000 > \(folder.path)/large.txt")
    var outcome = ""
    _ = try ProgramRun.run(
      Project.program, ["scan", folder.path, "--format", "json", "--jobs", "1"]
    ) { process in
      // A worker that stands still cannot end because its work is done; the kernel wakes it when it is left alone.
      let script = """
        for i in $(seq 3000); do
          w=$(pgrep -P \(process)); grep -qs 'Seccomp:.2' /proc/$w/status && break; sleep 0.01
        done
        kill -STOP $w && kill -9 \(process) || { echo "none"; kill -9 \(process); exit; }
        for i in $(seq 100); do
          grep -qs '^State:.[^Z]' /proc/$w/status || { echo "gone"; exit; }; sleep 0.02
        done
        echo "left"; kill -9 $w
        """
      outcome = String(decoding: Shell.run(script).output, as: UTF8.self)
    }
    #expect(outcome == "gone\n")
  }

  @Test func standardErrorInAFileIsNoDanger() throws {
    let folder = try folder(20)
    let run = Shell.run(
      "\(Project.program) scan \(folder.path) --format json --jobs 2 2>\(folder.path)/../log.$$ "
        + "| grep -c worker; rm -f \(folder.path)/../log.$$")
    #expect(String(decoding: run.output, as: UTF8.self) == "0\n")
  }
}
