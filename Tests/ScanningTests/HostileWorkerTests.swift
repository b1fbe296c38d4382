import Inventory
import Posix
import TestSupport
import Testing

@testable import Scanning

/// Workers that somebody else took over: programs that know the protocol and lie in it.
@Suite(.serialized) struct HostileWorkerTests {
  /// A program that behaves until it has its first files, and then does what `lie` says.
  ///
  /// - Parameter walls: What it says of its walls, in Python.
  private static func program(
    in folder: TempDirectory, _ lie: String, walls: String = "0x703"
  ) -> FileName {
    let text = """
      #!\(Project.python)
      import array, mmap, os, socket, struct, sys, time
      job = socket.socket(fileno=3)
      beat = mmap.mmap(4, 4096)
      def head(kind, number): return struct.pack('<IBBHI', 0x524F4E54, 1, kind, 0, number)
      def whole(value): return bytes([value & 127 | 128]) + whole(value >> 7) if value > 127 else bytes([value])
      def piece(number, last, report): return whole(number) + bytes([last]) + whole(len(report)) + report
      while True:
          if struct.unpack('<IBBHI', job.recv(1 << 16)[:12])[4] == 0: break
      walls = \(walls)
      job.send(head(2, walls))
      while True:
          message, files, flags, address = socket.recv_fds(job, 1 << 16, 64)
          if not message: break
          first = message[13]
          beat[0:8] = struct.pack('<Q', first + 1)
      \(lie.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
          time.sleep(30)
      """
    folder.file("worker", text)
    folder.mode("worker", 0o755)
    return FileName(folder.path + "/worker")
  }

  @Test(arguments: [
    "job.send(head(3, 1) + piece(first + 1000, 1, b''))",
    "job.send(head(3, 1) + piece(first, 1, b'nonsense'))",
    "job.send(head(3, 4000000000))",
    "job.send(head(1, 1))",
    "job.send(head(2, 0))",
    "job.send(b'GET / HTTP/1.0')",
    "job.send(b'x' * 100000)",
    "socket.send_fds(job, [head(3, 0)], [0])",
    "while True: job.send(head(3, 0))",
    "while True: job.send(head(3, 1) + piece(first, 0, b''))",
    "beat[0:8] = b'\\xff' * 8\njob.send(b'')",
    "beat[0:8] = bytes(8)\njob.close()\nos._exit(0)",
  ])
  func costsOnlyTheFilesItWasGiven(_ lie: String) throws {
    let folder = TempDirectory()
    let files = OpenFiles()
    for number in 0..<3 { files.add("file \(number)\n") }
    var pool = WorkerPool(
      program: Self.program(in: folder, lie), workers: 1,
      setup: WorkerSetup(settings: OpenFiles.settings))
    for report in try files.reports(&pool) {
      #expect(report?.unread?.status == .failed)
      #expect(report?.findings == [])
    }
    #expect(pool.deaths >= 3)
  }

  /// It goes back and forth between its files, at work and asleep, and sends its report byte by byte.
  @Test(arguments: [
    ("pass", 600), ("time.sleep(0.01)", 1), ("job.send(head(3, 1) + piece(first, 0, b'x'))", 600),
    ("job.send(head(3, 1) + piece(first, 0, b'x')); time.sleep(0.01)", 1),
  ])
  func aBeatPageThatLiesGainsNoTime(_ deed: String, wall: Int) throws {
    let folder = TempDirectory()
    let files = OpenFiles()
    for number in 0..<2 { files.add("file \(number)\n") }
    let lie = """
      count = 0
      while True:
          count += 1
          beat[0:8] = struct.pack('<Q', count % 2 + 1)
          \(deed)
      """
    var pool = WorkerPool(
      program: Self.program(in: folder, lie), workers: 1,
      setup: WorkerSetup(settings: OpenFiles.settings),
      budget: TimeBudget(base: 300_000_000, perMegabyte: 0, wall: wall * 1_000_000_000))
    for report in try files.reports(&pool) {
      #expect(report?.unread == Unread(.partly, .timeLimit, detail: "first 0 bytes"))
    }
  }

  /// A report of nothing found in a file of five bytes, in Python.
  private static let harmless = """
    report = bytes(3) + bytes([5, 0, 0, 0, 0, 0, 0])
    """

  /// The walls that a result tells at its beginning are those of all that read for it.
  @Test func aWorkerWithFewerWallsThanTheFirstGetsNoFile() throws {
    let folder = TempDirectory()
    let files = OpenFiles()
    for number in 0..<3 { files.add("file \(number)\n") }
    let first = folder.path + "/first"
    let lie = """
      if walls == 0x703:
          open('\(first)', 'w')
          os._exit(1)
      \(Self.harmless)
      for number in range(first, first + len(files)):
          job.send(head(3, 1) + piece(number, 1, report))
      continue
      """
    for (later, isRead) in [
      ("0x703 & ~2", false), ("0x3", false), ("0x702", false), ("0x707", true),
    ] {
      _ = Shell.run("rm -f \(first)")
      var pool = WorkerPool(
        program: Self.program(
          in: folder, lie, walls: "\(later) if os.path.exists('\(first)') else 0x703"),
        workers: 1, setup: WorkerSetup(settings: OpenFiles.settings))
      let reports = try files.reports(&pool)
      #expect(reports.contains { $0?.unread == nil } == isRead, "\(later)")
    }
  }

  /// A page that could shrink would end the parent as soon as it looks at it.
  @Test func theSharedPageKeepsItsSizeAndItsSeals() throws {
    let folder = TempDirectory()
    let files = OpenFiles()
    files.add("file\n")
    let lie = """
      import fcntl
      for size in 8192, 0:
          try:
              os.ftruncate(4, size)
              os._exit(1)
          except PermissionError:
              pass
      try:
          fcntl.fcntl(4, 1033, 1)
          os._exit(1)
      except PermissionError:
          pass
      \(Self.harmless)
      job.send(head(3, 1) + piece(first, 1, report))
      """
    var pool = WorkerPool(
      program: Self.program(in: folder, lie), workers: 1,
      setup: WorkerSetup(settings: OpenFiles.settings))
    let report = try files.reports(&pool)[0]
    #expect(report?.unread == nil)
    #expect(report?.bytesRead == 5)
    #expect(pool.deaths == 0)
  }

  @Test func aReportInManyPiecesArrivesWhole() throws {
    let folder = TempDirectory()
    let files = OpenFiles()
    files.add("file\n")
    // A report of 512 KiB: no findings, 32,768 signs.
    let lie = """
      report = bytes(3) + bytes([5, 0, 0, 0, 0]) + whole(32768)
      report += (bytes([0]) + whole(1 << 40) + whole(1 << 50)) * 32768 + bytes([0])
      for start in range(0, len(report), 60000):
          part = report[start:start + 60000]
          job.send(head(3, 1) + piece(first, start + 60000 >= len(report), part))
      """
    var pool = WorkerPool(
      program: Self.program(in: folder, lie), workers: 1,
      setup: WorkerSetup(settings: OpenFiles.settings))
    let report = try files.reports(&pool)[0]
    #expect(report?.signs.count == 32_768)
    #expect(report?.bytesRead == 5)
  }
}
