internal import Extracting
internal import Inventory
internal import Posix
internal import Rules

/// The life of a worker: learns about the scan, locks itself in, and examines what it is sent.
///
/// One thread, no output but reports; it ends when its parent closes the connection.
package enum WorkerLoop {
  /// The hidden first argument that makes the program a worker.
  package static let command = "--worker"

  /// Runs to the end.
  ///
  /// - Parameter parent: The process that started this one.
  /// - Returns: The status to exit with; nobody but the parent sees it.
  package static func run(parent: Int32) -> Int32 {
    let channel = DescriptorChannel(
      owning: FileDescriptor(owning: ChildProcess.Given.channel))
    let descriptor = FileDescriptor(owning: ChildProcess.Given.beatPage)
    do {
      let page = try BeatPage(attaching: descriptor)
      let setup = try receiveSetup(channel)
      let examiner = try makeExaminer(setup)
      warm(examiner)
      let state = try Sandbox.lock(parent: parent)
      try channel.send(
        WireMessage(.hello, number: WorkerHello.number(state)).bytes(carrying: []), waiting: true)
      try serve(channel, page, examiner, Faults(setup.faults))
      // At once: nobody needs the memory tidied.
      Host.exit(with: 0)
    } catch {
      return 2
    }
  }

  private static func receiveSetup(
    _ channel: borrowing DescriptorChannel
  ) throws -> WorkerSetup {
    var buffer: [UInt8] = []
    var descriptors: [Int32] = []
    var bytes: [UInt8] = []
    while true {
      let count = try channel.receive(into: &buffer, descriptors: &descriptors, waiting: true)
      let message = try WireMessage(reading: buffer, count: count)
      guard message.kind == .setup else { throw FrameError() }
      bytes += buffer[WireMessage.headSize..<count]
      guard bytes.count + Int(message.number) <= FrameLimit.setup else { throw FrameError() }
      if message.number == 0 { return try JobFrame.setup(bytes) }
    }
  }

  private static func makeExaminer(_ setup: WorkerSetup) throws -> Examiner {
    var rules = try RuleSet.bundled()
    if !setup.packs.isEmpty { rules = try rules.adding(setup.packs) }
    return Examiner(rules: rules, settings: setup.settings)
  }

  /// Has the library for XML read a little, so that whatever it opens or makes at first use is there before the lock.
  ///
  /// The one for expressions has compiled them by then. Our own code opens nothing, and need not be run for that: tests have
  /// locked workers read all kinds of files.
  private static func warm(_ examiner: Examiner) {
    _ = XMLLibrary.version
    let sample = Array(
      "<?xml version=\"1.0\"?><社員><氏名>山田太郎</氏名><番号 a=\"1\">&lt;2</番号></社員>".utf8)
    _ = examiner.examine(
      MemorySource(sample), ExaminationJob(size: sample.count, nameExtension: "xml"))
  }

  private static func serve(
    _ channel: borrowing DescriptorChannel, _ page: borrowing BeatPage, _ examiner: Examiner,
    _ faults: Faults
  ) throws {
    var buffer: [UInt8] = []
    var descriptors: [Int32] = []
    var sender = ReportSender()
    while true {
      let count = try channel.receive(
        into: &buffer, descriptors: &descriptors, most: DescriptorChannel.mostDescriptors,
        waiting: true)
      if count == 0 { return }
      let message = try WireMessage(reading: buffer, count: count)
      guard message.kind == .jobs else { throw FrameError() }
      let entries = try JobFrame.entries(buffer, WireMessage.headSize..<count)
      guard entries.count == descriptors.count else { throw FrameError() }
      for (entry, descriptor) in zip(entries, descriptors) {
        page.file = UInt64(entry.number) + 1
        faults.commit(entry)
        let report = examiner.examine(FileDescriptor(owning: descriptor), entry.job)
        try sender.add(entry.number, report, to: channel)
      }
      page.file = 0
      try sender.flush(to: channel)
    }
  }
}
