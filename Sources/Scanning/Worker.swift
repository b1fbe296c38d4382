internal import Inventory
internal import Posix

/// The parent's side of one worker.
final class Worker {
  var process: ChildProcess
  private let channel: DescriptorChannel
  private let page: BeatPage
  /// The walls around it; `nil` until it said that it is ready.
  private(set) var isolation: Isolation?
  /// The files it has, in the order in which it reads them.
  private(set) var files: [OpenFile] = []
  /// How many reports are due of each message that it was sent.
  private var due: [Int] = []
  /// Whether it was sent a file already.
  private(set) var hasWorked = false
  /// Messages that the connection had no room for yet.
  private var outbox: [Outgoing] = []
  private var outboxHead = 0
  private var receiver = ReportReceiver()
  private var buffer: [UInt8] = []
  private var watch: Watch

  private struct Outgoing {
    var bytes: [UInt8]
    var descriptors: [Int32] = []
  }

  /// Reports that came so far.
  private var reported = 0

  /// What was seen when the worker last began a further file, or sent a report.
  private struct Watch {
    /// Files begun since the start, those whose reports are there among them.
    var begun = 0
    var processorTime = 0
    var wall: Int
    /// Processor time at the last report.
    var progress = 0
  }

  /// Starts a worker and begins to tell it about the scan.
  ///
  /// - Parameter setup: The bytes of a ``WorkerSetup``.
  init(program: FileName, setup: [UInt8]) throws(SystemError) {
    page = try BeatPage()
    let pair = try DescriptorChannel.pair()
    process = try ChildProcess(
      program: program, command: FileName(WorkerLoop.command), channel: pair.child, beatPage: page)
    channel = pair.keepingParent()
    watch = Watch(wall: SystemClock.monotonic)
    var start = 0
    repeat {
      let end = min(setup.count, start + WireMessage.mostBytes)
      let head = WireMessage(.setup, number: UInt32(clamping: setup.count - end))
      outbox.append(Outgoing(bytes: head.bytes(carrying: Array(setup[start..<end]))))
      start = end
    } while start < setup.count
  }

  /// The number to wait on.
  var number: Int32 { channel.number }

  var hasMail: Bool { outboxHead < outbox.count }

  var isIdle: Bool { isolation != nil && files.isEmpty }

  /// Whether it can be sent another batch: two at most, and nothing behind a file that goes alone.
  var hasRoom: Bool {
    isolation != nil && due.count < 2 && !hasMail && !(files.first?.isAlone ?? false)
  }

  // MARK: - Sending

  /// Hands it a batch.
  func send(_ batch: [OpenFile]) {
    let entries = batch.map { JobFrame.Entry(number: $0.number, job: $0.job) }
    let message = WireMessage(.jobs, number: UInt32(clamping: batch.count))
    outbox.append(
      Outgoing(
        bytes: message.bytes(carrying: JobFrame.encode(entries)),
        descriptors: batch.map { $0.descriptor.number }))
    if files.isEmpty { restartWatch() }
    files += batch
    due.append(batch.count)
    hasWorked = true
  }

  /// Sends as much of what is due as there is room for.
  ///
  /// - Returns: Whether room must be made by others first: too many files are on their way.
  func flush() -> Bool {
    while outboxHead < outbox.count {
      let message = outbox[outboxHead]
      do {
        try channel.send(message.bytes, passing: message.descriptors, waiting: false)
      } catch {
        // A closed connection shows when receiving.
        return error.isShortage
      }
      outboxHead += 1
    }
    outbox.removeAll(keepingCapacity: true)
    outboxHead = 0
    return false
  }

  // MARK: - Receiving

  /// Messages that are taken at a time, so that who never stops sending is looked at like all others.
  private static let mostMessages = 256

  /// Receives what is there.
  ///
  /// - Parameter words: Number of words in the vocabulary.
  func receive(words: Int) -> (reports: [ExaminedFile], end: Ending?) {
    var reports: [ExaminedFile] = []
    var descriptors: [Int32] = []
    for _ in 0..<Self.mostMessages {
      let count: Int
      do {
        count = try channel.receive(into: &buffer, descriptors: &descriptors, waiting: false)
      } catch {
        if error.isAgain { return (reports, nil) }
        return (reports, error.isCutOff ? .hostile : .closed)
      }
      if count == 0 { return (reports, .closed) }
      do {
        try take(count, words, &reports)
      } catch {
        return (reports, .hostile)
      }
    }
    return (reports, nil)
  }

  /// Why a worker's connection is of no use any more.
  enum Ending {
    case closed
    /// It sent what no worker of ours sends.
    case hostile
  }

  private func take(
    _ count: Int, _ words: Int, _ reports: inout [ExaminedFile]
  ) throws(FrameError) {
    let message = try WireMessage(reading: buffer, count: count)
    switch message.kind {
    case .hello:
      guard isolation == nil, count == WireMessage.headSize else { throw FrameError() }
      isolation = WorkerHello.isolation(message.number)
      restartWatch()
    case .reports:
      let before = reported
      try receiver.take(
        buffer, WireMessage.headSize..<count, pieces: message.number,
        expected: { files.first?.number }
      ) { (bytes) throws(FrameError) in
        let report = try ReportFrame.decode(bytes, words: words)
        reports.append(files.removeFirst().examined(report))
        reported += 1
        due[0] -= 1
        if due[0] == 0 { due.removeFirst() }
      }
      // A piece of a report is no progress: it may be followed by others without end.
      if reported > before { watch.progress = process.processorTime ?? watch.progress }
    case .setup, .jobs: throw FrameError()
    }
  }

  // MARK: - Time

  private func restartWatch() {
    let used = process.processorTime ?? 0
    watch = Watch(
      begun: reported, processorTime: used, wall: SystemClock.monotonic, progress: used)
  }

  /// The file that it says it is at; `nil` for none, or when it says what cannot be.
  var fileAtWork: OpenFile? { indexAtWork.map { files[$0] } }

  private var indexAtWork: Int? {
    let beat = page.file
    return files.firstIndex { UInt64($0.number) + 1 == beat }
  }

  /// Whether it takes longer than it may.
  func isLate(_ budget: TimeBudget) -> Bool {
    let now = SystemClock.monotonic
    guard isolation != nil else { return now - watch.wall > Self.longestStart }
    guard !files.isEmpty, let used = process.processorTime else { return false }
    let index = indexAtWork
    // Files are read in their order: who goes back and forth between two has begun nothing.
    if let index, reported + index + 1 > watch.begun {
      watch.begun = reported + index + 1
      watch.processorTime = used
      watch.wall = now
    }
    // A worker that lies about its file gains no more time than all its files have.
    let all = files.reduce(0) { $0 + budget.processorTime($1.job.size) }
    guard used - watch.progress <= all else { return true }
    guard let file = index.map({ files[$0] }) else {
      return now - watch.wall > budget.wallTime(nil)
    }
    return used - watch.processorTime > budget.processorTime(file.job.size)
      || now - watch.wall > budget.wallTime(file.job.size)
  }

  /// Nanoseconds within which a worker must be ready.
  private static let longestStart = 60_000_000_000
}
