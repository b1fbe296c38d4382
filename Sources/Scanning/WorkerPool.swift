package import Inventory
package import Posix

/// Examines files in worker processes that can do nothing but read them.
///
/// A single thread that waits on all workers at once. A file stays open here until its report has arrived, so that a
/// worker that dies costs the file it was at and no other: that one is read once more, as plain text, by a new worker;
/// the others go to the next.
package struct WorkerPool: ExaminationPool, ~Copyable {
  /// Why workers cannot be had.
  package enum Failure: Error, Sendable, Equatable {
    /// The program cannot be started.
    case cannotStart(SystemError)
    /// Workers end, or say nothing, before their first file.
    case doNotLive
  }

  let program: FileName
  let setup: [UInt8]
  let words: Int
  let budget: TimeBudget
  let workerLimit: Int
  /// The most files that are open here at a time.
  let openLimit: Int
  var queue: WorkQueue
  var workers: [Worker] = []
  var examined: [ExaminedFile] = []
  var examinedHead = 0
  /// Files taken and not examined yet.
  var openCount = 0
  /// Workers that died one after the other without a single report in between, and with no file to blame.
  var idleDeaths = 0
  /// Whether no worker is started any more.
  var isBroken = false
  /// The only file that may be begun; `nil`: all may.
  private var onlyFile: Int?
  /// Files taken since the last round.
  private var waitingFiles = 0
  /// When it was first seen that the user wants an end; 0 before that.
  private var interrupted = 0
  private var lastPump = 0
  var lastWatch = 0
  /// The walls around the processes that see content, as soon as they are known; no later one has fewer.
  private var isolation: Isolation?
  /// Whether a file was taken, and with it a worker started.
  private var hasStarted = false
  /// Why the last worker could not be started.
  private var failure: Failure?
  /// Storage that may never answer, of which files were taken.
  private var distant: [StorageAccess] = []
  /// Workers that died over a file or had to be killed.
  package internal(set) var deaths = 0

  /// Starts nobody: the first worker comes with the first file, further ones when there is work for them.
  ///
  /// - Parameters:
  ///   - program: Path of this program; tests give that of the built one.
  ///   - workers: How many processes at most; at least 1.
  ///   - budget: How long a file may take.
  package init(
    program: FileName = FileName("/proc/self/exe"), workers: Int, setup: WorkerSetup,
    budget: TimeBudget = .standard
  ) {
    self.program = program
    self.setup = JobFrame.encode(setup)
    self.budget = budget
    words = setup.settings.words.count
    workerLimit = max(1, workers)
    // Every file is counted here and, on its way, once more against the user's limit.
    let descriptors = Host.raiseDescriptorLimit()
    let spare = max(4, (descriptors - 48) / 2)
    queue = WorkQueue(batchLimit: spare / (2 * workerLimit))
    openLimit = min(spare, workerLimit * 2 * queue.batchLimit + 512)
  }

  /// The walls: those of the first worker, or, while no file was taken, those that a child finds which is thrown away.
  package mutating func walls() throws(Failure) -> Isolation {
    if let isolation { return isolation }
    if !hasStarted, let (state, breaches) = try? Sandbox.selfTest() {
      let tested = Isolation(
        seccomp: state.seccomp && breaches.isEmpty, landlock: state.landlock > 0,
        noNewPrivileges: state.noNewPrivileges)
      isolation = tested
      return tested
    }
    startFirst()
    while true {
      if let isolation { return isolation }
      if let failure, workers.isEmpty { throw failure }
      guard !isBroken else { throw .doNotLive }
      pump(milliseconds: 50)
    }
  }

  private mutating func startFirst() {
    guard !hasStarted else { return }
    hasStarted = true
    start()
  }

  package mutating func submit(
    _ number: Int, _ descriptor: consuming FileDescriptor, _ job: ExaminationJob
  ) {
    let file = OpenFile(number, descriptor, job)
    guard !isBroken else {
      examined.append(file.unreadable(.workerCrash))
      return
    }
    let storage = file.descriptor.storage
    if storage.isDistant, !distant.contains(storage) { distant.append(storage) }
    startFirst()
    queue.add(file)
    openCount += 1
    waitingFiles += 1
    // Not for each file: as long as everybody is busy, there is nothing to hand out.
    if queue.hasFullBatch, waitingFiles >= 16 || !queue.hasOnlySmall {
      pump(milliseconds: 0, partial: false)
    }
    while openCount >= openLimit, !isBroken {
      pump(milliseconds: 50)
      endWhenInterrupted()
    }
  }

  package mutating func nextExamined(waiting: Bool) -> ExaminedFile? {
    if let file = takeExamined() { return file }
    guard waiting else {
      // While the walk goes through what is not read, workers must not be forgotten.
      if SystemClock.monotonic - lastPump > Self.longestNeglect { pump(milliseconds: 0) }
      return takeExamined()
    }
    while openCount > 0 {
      pump(milliseconds: 50)
      if let file = takeExamined() { return file }
      endWhenInterrupted()
    }
    return takeExamined()
  }

  /// Nanoseconds that files under way have left once the user asked for an end.
  private static let longestEnd = 1_000_000_000

  /// Gives up what is not done some time after the user asked for an end.
  private mutating func endWhenInterrupted() {
    guard Interruption.noted != nil else { return }
    let now = SystemClock.monotonic
    if interrupted == 0 { interrupted = now }
    guard now - interrupted > Self.longestEnd else { return }
    let left = queue.removeAll() + workers.flatMap { $0.files }
    workers.removeAll()
    isBroken = true
    examined += left.map { $0.examined(Self.givenUp) }
    openCount = 0
  }

  private static let givenUp = ContentReport(
    unread: Unread(.partly, .timeLimit, detail: Unread.interrupted))

  package mutating func hold(allBut number: Int?) { onlyFile = number }

  package mutating func close() {
    workers.removeAll()
    isBroken = true
  }

  private mutating func takeExamined() -> ExaminedFile? {
    guard examinedHead < examined.count else { return nil }
    let file = examined[examinedHead]
    examinedHead += 1
    if examinedHead == examined.count {
      examined.removeAll(keepingCapacity: true)
      examinedHead = 0
    }
    return file
  }

  /// Nanoseconds after which workers are looked after although no batch is full.
  private static let longestNeglect = 20_000_000

  // MARK: - One round

  /// Hands out work, waits for something to happen, takes what came, and sees who died or is late.
  ///
  /// - Parameters:
  ///   - milliseconds: How long to wait at most.
  ///   - partial: Whether batches that are not full are handed out, too.
  mutating func pump(milliseconds: Int, partial: Bool = true) {
    dispatch(partial: partial)
    var isShort = false
    for worker in workers where worker.hasMail && worker.flush() { isShort = true }
    let states = DescriptorChannel.wait(
      for: workers.map { ($0.number, $0.hasMail && !isShort) }, milliseconds: milliseconds)
    for (worker, state) in zip(workers, states) where state.canReceive {
      let isNew = worker.isolation == nil
      let (reports, end) = worker.receive(words: words)
      if !reports.isEmpty {
        examined += reports
        openCount -= reports.count
        idleDeaths = 0
      }
      // A report tells the walls at its beginning, so nobody with fewer gets a file.
      if isNew, let walls = worker.isolation {
        guard walls.hasAll(of: isolation ?? walls) else {
          bury(worker, nil)
          continue
        }
        isolation = isolation ?? walls
      }
      if let end { bury(worker, end == .hostile ? .workerViolation : nil) }
    }
    waitingFiles = 0
    lastPump = SystemClock.monotonic
    if lastPump - lastWatch > Self.watchInterval {
      lastWatch = lastPump
      for worker in workers where worker.isLate(budget) { bury(worker, .timeLimit) }
    }
    // What came made room.
    dispatch(partial: partial)
    for worker in workers where worker.hasMail { _ = worker.flush() }
  }

  /// Nanoseconds between two looks at the clocks of the workers.
  private static let watchInterval = 50_000_000

  /// Gives work to those who have room, the least busy first, and starts workers while more is waiting.
  private mutating func dispatch(partial: Bool) {
    if let onlyFile {
      dispatch(only: onlyFile)
      return
    }
    while queue.count > 0, !isBroken {
      let hasFresh = workers.contains { !$0.hasWorked }
      guard
        let worker = leastBusy(preferringFresh: !queue.doomed.isEmpty),
        let batch = queue.nextBatch(
          isFresh: !worker.hasWorked || !hasFresh, isIdle: worker.isIdle, partial: partial)
      else { break }
      worker.send(batch)
    }
    let isEverybodyBusy = workers.allSatisfy { !$0.files.isEmpty }
    if isEverybodyBusy, workers.count < workerLimit,
      workers.isEmpty ? queue.count > 0 : queue.isWorthAWorker
    {
      start()
    }
  }

  /// - Parameter preferringFresh: Whether a file waits for a worker that has read nothing yet: an idle one that has would be
  ///   asked for ever.
  private func leastBusy(preferringFresh: Bool) -> Worker? {
    workers.filter { $0.hasRoom }.min {
      if $0.files.count != $1.files.count { return $0.files.count < $1.files.count }
      return preferringFresh && !$0.hasWorked && $1.hasWorked
    }
  }

  /// Gives one file, if it was not begun yet, to a worker that has nothing else to do.
  private mutating func dispatch(only number: Int) {
    guard !isBroken else { return }
    if let worker = workers.first(where: { $0.isIdle && !$0.hasWorked })
      ?? workers.first(where: { $0.isIdle }), let file = queue.take(number)
    {
      worker.send([file])
    } else if workers.isEmpty, queue.count > 0 {
      start()
    }
  }

  /// Starts one more worker; one that cannot be started is tried again later, unless there is none at all.
  mutating func start() {
    guard !isBroken, workers.count < workerLimit else { return }
    // A new process closes what this one has open, and that can hang as well.
    guard !distant.contains(where: { $0.isSilent }) else {
      if workers.isEmpty { giveUp() }
      return
    }
    do {
      workers.append(try Worker(program: program, setup: setup))
      failure = nil
    } catch {
      failure = .cannotStart(error)
      if workers.isEmpty { noteIdleDeath() }
    }
  }
}
