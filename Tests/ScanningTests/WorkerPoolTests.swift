import Inventory
import Posix
import TestSupport
import Testing

@testable import Scanning

/// One after the other: each starts processes of its own.
@Suite(.serialized) struct WorkerPoolTests {
  @Test(arguments: [1, 2, 8])
  func anyNumberOfWorkersSaysTheSame(_ workers: Int) throws {
    let files = OpenFiles.mixed(300)
    files.add(Array("名簿\n".utf8) + [UInt8](repeating: 0x61, count: 1_100_000))
    let alone = try files.localReports()
    var pool = try OpenFiles.pool(workers: workers)
    let walls = try pool.walls()
    #expect(walls.seccomp && walls.noNewPrivileges)
    let reports = try files.reports(&pool)
    #expect(reports == alone)
    #expect(pool.deaths == 0)
    #expect(reports.contains { !($0?.findings.isEmpty ?? true) })
  }

  /// Every kind of death, and a report that takes many messages, in one run.
  @Test func oneBadFileCostsOneFile() throws {
    let files = OpenFiles.mixed(260)
    let alone = try files.localReports()
    let faults = [
      "segv:7", "abort:40", "trap:41", "alloc:90", "stack:130", "exit:131", "open:170",
      "socket:171", "segv!:200", "open!:201",
    ]
    var pool = try OpenFiles.pool(workers: 2, faults: faults)
    let reports = try files.reports(&pool)
    #expect(pool.deaths == 12)
    let rescued: [Int: Reason] = [
      7: .workerCrash, 40: .workerCrash, 41: .workerCrash, 90: .workerCrash, 130: .workerCrash,
      131: .workerCrash, 170: .workerViolation, 171: .workerViolation,
    ]
    for (number, report) in reports.enumerated() {
      if let reason = rescued[number] {
        #expect(
          report?.unread == Unread(.partly, .structureBroken, detail: reason.rawValue),
          "file \(number)")
        #expect(report?.bytesRead == files.contents[number].count)
      } else if number == 200 {
        #expect(report == ContentReport(unread: Unread(.failed, .workerCrash)))
      } else if number == 201 {
        #expect(report == ContentReport(unread: Unread(.failed, .workerViolation)))
      } else {
        #expect(report == alone[number], "file \(number)")
      }
    }
  }

  /// What is read of others would have to wait for one file: so none of them is begun.
  @Test func whileItIsHeldOnlyOneFileIsBegun() throws {
    let files = OpenFiles.mixed(40)
    var pool = try OpenFiles.pool(workers: 2)
    pool.hold(allBut: 30)
    for number in files.contents.indices {
      pool.submit(number, try files.open(number), files.job(number))
    }
    #expect(pool.nextExamined(waiting: true)?.number == .some(30))
    #expect(pool.nextExamined(waiting: false)?.number == .none)
    pool.hold(allBut: nil)
    var rest: Set<Int> = []
    while let file = pool.nextExamined(waiting: true) { rest.insert(file.number) }
    #expect(rest == Set(files.contents.indices).subtracting([30]))
    pool.close()
  }

  @Test func anEndlessLoopIsEnded() throws {
    let files = OpenFiles.mixed(70)
    let alone = try files.localReports()
    let budget = TimeBudget(base: 1_500_000_000, perMegabyte: 0, wall: 600_000_000_000)
    var pool = try OpenFiles.pool(workers: 2, faults: ["loop:5", "loop!:6"], budget: budget)
    let reports = try files.reports(&pool)
    for number in alone.indices where number != 5 && number != 6 {
      #expect(reports[number] == alone[number])
    }
    let all = Unread.upTo(files.contents[5].count)
    #expect(reports[5]?.unread == Unread(.partly, .timeLimit, detail: all))
    #expect(reports[5]?.bytesRead == files.contents[5].count)
    let none = Unread(.partly, .timeLimit, detail: "first 0 bytes")
    #expect(reports[6] == ContentReport(unread: none))
  }

  /// The one that is idle has read files before, and what ended its reader is for one that has read none.
  @Test(.timeLimit(.minutes(1)))
  func aFileThatEndsItsReaderWhileAnotherIsIdleIsReadOnceMore() throws {
    let files = OpenFiles.mixed(300)
    let last = files.contents.count
    files.add([UInt8](repeating: 0x61, count: 1_100_000))
    let budget = TimeBudget(base: 1_500_000_000, perMegabyte: 0, wall: 600_000_000_000)
    var pool = try OpenFiles.pool(workers: 2, faults: ["loop:\(last)"], budget: budget)
    let reports = try files.reports(&pool)
    let all = Unread.upTo(files.contents[last].count)
    #expect(reports[last]?.unread == Unread(.partly, .timeLimit, detail: all))
    #expect(pool.deaths == 1)
  }

  /// Ended or stopped from outside, in the middle: what stands still uses no processor time, so that the wall must tell.
  @Test func aWorkerThatIsKilledOrStoppedCostsOneFile() throws {
    let files = OpenFiles.mixed(70)
    let alone = try files.localReports()
    let budget = TimeBudget(
      base: 60_000_000_000, perMegabyte: 0, wall: 3_000_000_000)
    var pool = try OpenFiles.pool(
      workers: 2, faults: ["kill:5", "stop:40", "stop!:41"], budget: budget)
    let reports = try files.reports(&pool)
    for number in alone.indices where ![5, 40, 41].contains(number) {
      #expect(reports[number] == alone[number])
    }
    #expect(
      reports[5]?.unread
        == Unread(.partly, .structureBroken, detail: Reason.workerCrash.rawValue))
    #expect(reports[5]?.bytesRead == files.contents[5].count)
    let all = Unread.upTo(files.contents[40].count)
    #expect(reports[40]?.unread == Unread(.partly, .timeLimit, detail: all))
    #expect(reports[40]?.bytesRead == files.contents[40].count)
    let none = Unread(.partly, .timeLimit, detail: "first 0 bytes")
    #expect(reports[41] == ContentReport(unread: none))
    #expect(pool.deaths == 4)
  }

  @Test func numbersAreStillFoundInAFileThatKillsItsReader() throws {
    let files = OpenFiles()
    files.add("<a><マイナンバー>1234-5678-9018</マイナンバー></a>\nマイナンバー: 1234-5678-9018\n")
    var pool = try OpenFiles.pool(workers: 1, faults: ["segv:0"])
    let report = try files.reports(&pool)[0]
    #expect(report?.findings.contains { $0.type == .myNumber } == true)
    #expect(report?.format == .text)
  }

  @Test(arguments: ["/bin/false", "/bin/true"])
  func aProgramThatIsNoWorkerIsNoPool(_ program: String) throws {
    let files = OpenFiles.mixed(1)
    var pool = WorkerPool(
      program: FileName(program), workers: 2, setup: WorkerSetup(settings: OpenFiles.settings))
    pool.submit(0, try files.open(0), files.job(0))
    #expect(throws: WorkerPool.Failure.doNotLive) { try pool.walls() }
  }

  @Test func noWorkerIsStartedWithoutAFile() throws {
    var pool = try OpenFiles.pool(workers: 2)
    let walls = try pool.walls()
    #expect(walls.seccomp && walls.noNewPrivileges)
    #expect(pool.workers.isEmpty)
    let files = OpenFiles.mixed(40)
    _ = try files.reports(&pool, closes: false)
    #expect(try pool.walls() == walls)
    #expect(pool.workers.count == 1)
  }

  @Test func aProgramThatIsNotThereIsSaidSo() throws {
    let files = OpenFiles.mixed(1)
    var pool = WorkerPool(
      program: FileName("/nowhere/program"), workers: 1,
      setup: WorkerSetup(settings: OpenFiles.settings))
    pool.submit(0, try files.open(0), files.job(0))
    #expect(throws: WorkerPool.Failure.cannotStart(.vanished)) { try pool.walls() }
  }

  private static func exists(_ process: Int32) -> Bool {
    Shell.run("test -e /proc/\(process)").status == 0
  }

  @Test func aPoolLeavesNoProcessBehind() throws {
    // Other tests have children of their own at the same time: only those of this pool count.
    var numbers: Set<Int32> = []
    do {
      let files = OpenFiles.mixed(400)
      var pool = try OpenFiles.pool(workers: 4)
      for number in files.contents.indices {
        pool.submit(number, try files.open(number), files.job(number))
        numbers.formUnion(pool.workers.map { $0.process.number })
        while pool.nextExamined(waiting: false) != nil {}
      }
      while pool.nextExamined(waiting: true) != nil {}
      numbers.formUnion(pool.workers.map { $0.process.number })
      #expect(!numbers.isEmpty)
      for number in numbers { #expect(Self.exists(number)) }
    }
    // One that has ended and was not waited for still has a folder there.
    for number in numbers { #expect(!Self.exists(number)) }
  }
}
