package import Inventory
internal import Judging
internal import Posix
internal import Walking

/// One scan: walks, has contents examined, judges, and hands on the holdings in the order of the walk.
///
/// Everything about one file is let go once its holding was handed on, so that memory does not grow with the number of
/// files. A holding waits only for files that came before it.
package struct Scan: ~Copyable {
  private var walk: Walk
  private var judge: Judge
  private let request: ScanRequest
  private var accounts = Accounts()
  /// Paths of the walk that are not handed on yet, in order; the first has number `committed`.
  private var waiting: [Pending] = []
  private var waitingHead = 0
  private var committed = 0
  /// Whether the walls were told.
  private var hasBegun = false
  /// Findings of files that have more names.
  private var shared = SharedReports()
  /// Weight of what waits for a file before it.
  private var waitingWeight = 0
  /// Paths that may wait for one before them.
  private static let mostWaiting = 8_192
  /// Weight of paths and reports that may: about 16 MiB.
  private static let mostWaitingWeight = 16 << 20
  package private(set) var coverage = Coverage()
  /// Findings of confidence 0.5 and more so far, for the progress line.
  package private(set) var findingCount = 0

  /// A path whose holding is not complete yet.
  private struct Pending {
    var entry: FileEntry
    var unread: Unread?
    var report: ContentReport?
    /// The first name of a file that has this one as well.
    var firstName: [UInt8]?
    var isReady: Bool
    /// Whether what was found under the first name was kept for this one.
    var isShared = false

    /// About how many bytes of memory it takes; paths may be very long.
    var weight: Int { entry.path.count + (firstName?.count ?? 0) + (report?.weight ?? 0) }
  }

  /// - Throws: ``WalkError`` when the roots or the list cannot be meant.
  package init(_ request: ScanRequest) throws {
    self.request = request
    walk = try Walk(
      roots: request.roots, excluding: request.exclusions, only: request.listed,
      patience: request.patience)
    judge = Judge(
      policy: request.policy, roots: walk.roots, mounts: walk.mounts, now: request.now,
      kinds: request.kinds,
      vocabulary: Policy.vocabulary(builtIn: request.kinds, policy: request.policy),
      reportsEmptyLocations: request.listed == nil)
  }

  package var roots: [Root] { walk.roots }

  /// Runs the scan.
  ///
  /// - Parameters:
  ///   - pool: Examines the contents.
  ///   - isInterrupted: Asked now and then; `true` ends the walk, and what was read is still handed on.
  ///   - progress: Called after each path with the paths and bytes so far.
  ///   - begin: Called once, before the first holding or the end, with the walls around what sees content.
  ///   - hand: Takes each holding, judged, in the order of the walk.
  package mutating func run<Pool: ExaminationPool & ~Copyable>(
    pool: inout Pool, isInterrupted: () -> Bool = { false },
    progress: (borrowing Coverage, Int) -> Void = { _, _ in },
    begin: (Isolation) throws -> Void = { _ in }, hand: (Holding) throws -> Void
  ) throws -> ScanTotals {
    var wasInterrupted = false
    while let step = walk.next() {
      take(step, &pool)
      while let examined = pool.nextExamined(waiting: false) { note(examined) }
      try handOn(&pool, begin, hand)
      progress(coverage, findingCount)
      if isInterrupted() {
        wasInterrupted = true
        break
      }
      // One slow file must not let the queue behind it grow without bound.
      while waiting.count - waitingHead > Self.mostWaiting
        || waitingWeight > Self.mostWaitingWeight
      {
        pool.hold(allBut: waitingWeight > Self.mostWaitingWeight ? committed : nil)
        guard let examined = pool.nextExamined(waiting: true) else { break }
        note(examined)
        try handOn(&pool, begin, hand)
      }
      pool.hold(allBut: nil)
    }
    while let examined = pool.nextExamined(waiting: true) {
      note(examined)
      try handOn(&pool, begin, hand)
      progress(coverage, findingCount)
    }
    // All came back, or their pool is broken: then they are told as not read.
    for index in waiting.indices[waitingHead...] { waiting[index].isReady = true }
    try handOn(&pool, begin, hand)
    if !hasBegun { try begin(try pool.walls()) }
    pool.close()
    judge.mounts = walk.mounts
    let result = judge.finish()
    wasInterrupted = wasInterrupted || isInterrupted()
    return ScanTotals(
      verdicts: result.verdicts, coverage: coverage, summary: result.summary,
      finished: SystemClock.now,
      outcome: wasInterrupted ? .interrupted : coverage.isIncomplete ? .incomplete : .complete)
  }

  // MARK: - Taking paths

  private mutating func take<Pool: ExaminationPool & ~Copyable>(
    _ step: consuming WalkStep, _ pool: inout Pool
  ) {
    switch consume step {
    case .unread(let entry, let unread):
      wait(Pending(entry: entry, unread: unread, isReady: true))
    case .hardLink(let entry, let firstName, let opened):
      take(entry, opened, firstName: firstName.path, &pool)
    case .file(let entry, let opened): take(entry, opened, firstName: nil, &pool)
    }
  }

  /// Has a file read, unless that was done under another name or it is this scan's own result.
  private mutating func take<Pool: ExaminationPool & ~Copyable>(
    _ entry: FileEntry, _ opened: consuming FileDescriptor.Opened, firstName: [UInt8]?,
    _ pool: inout Pool
  ) {
    if let own = request.ownOutput, own.device == entry.device, own.inode == entry.inode {
      let unread = Unread(.skipped, .excluded, detail: "own-output")
      wait(Pending(entry: entry, unread: unread, firstName: firstName, isReady: true))
      return
    }
    if firstName == nil {
      shared.expect(entry)
    } else if shared.await(entry) {
      wait(Pending(entry: entry, firstName: firstName, isReady: true, isShared: true))
      return
    }
    if opened.touchesAccessTime { coverage.accessTimesTouched += 1 }
    let number = committed + waiting.count - waitingHead
    wait(Pending(entry: entry, firstName: firstName, isReady: false))
    pool.submit(number, opened.taken(), PathHints.job(for: entry))
  }

  private mutating func wait(_ pending: Pending) {
    waitingWeight += pending.weight
    waiting.append(pending)
  }

  private mutating func note(_ examined: ExaminedFile) {
    let position = waitingHead + examined.number - committed
    guard waiting.indices.contains(position) else { return }
    var report = examined.report
    let entry = waiting[position].entry
    if let after = examined.factsAfter,
      after.size != entry.size || after.modified != entry.modified
    {
      if report.unread == nil || report.unread?.status == .skipped {
        report.unread = Unread(.partly, .changedWhileRead)
      }
    }
    waiting[position].report = report
    waiting[position].isReady = true
    waitingWeight += report.weight
  }

  // MARK: - Handing on

  /// Hands on what is complete, the walls first.
  private mutating func handOn<Pool: ExaminationPool & ~Copyable>(
    _ pool: inout Pool, _ begin: (Isolation) throws -> Void, _ hand: (Holding) throws -> Void
  ) throws {
    guard waitingHead < waiting.count, waiting[waitingHead].isReady else { return }
    if !hasBegun {
      hasBegun = true
      try begin(try pool.walls())
    }
    try commit(hand)
  }

  private mutating func commit(_ hand: (Holding) throws -> Void) throws {
    judge.mounts = walk.mounts
    while waitingHead < waiting.count {
      let pending = waiting[waitingHead]
      guard pending.isReady else { break }
      let holding = judge.judge(makeHolding(pending))
      waitingWeight -= pending.weight
      // Let go of at once, and not only with the array's front.
      waiting[waitingHead].report = nil
      waiting[waitingHead].entry.path = []
      waitingHead += 1
      committed += 1
      findingCount += holding.content.findings.count { $0.confidence >= 0.5 }
      try hand(holding)
    }
    if waitingHead > 1_024 {
      waiting.removeFirst(waitingHead)
      waitingHead = 0
    }
  }

  private mutating func makeHolding(_ pending: Pending) -> Holding {
    let entry = pending.entry
    let ownerName = accounts.userName(entry.owner) ?? String(entry.owner)
    let groupName = accounts.groupName(entry.group) ?? String(entry.group)
    // A file of which nobody told anything is not called clean, however that came about.
    let untold = pending.unread == nil ? Unread(.failed, .workerCrash) : nil
    let report =
      (pending.isShared ? shared.take(entry) : pending.report) ?? ContentReport(unread: untold)
    let unread = pending.unread ?? report.unread
    let status = unread?.status ?? .scanned
    // Under a further name the same bytes count once.
    coverage.count(
      status, reason: unread?.reason, bytesWalked: entry.kind == .file ? entry.size : 0,
      bytesRead: pending.firstName == nil ? report.bytesRead : 0)
    if pending.firstName == nil, pending.unread == nil { shared.keep(report, of: entry) }
    return Holding(
      entry: entry, hardLinkOf: pending.firstName, status: status, reason: unread?.reason,
      detail: unread?.detail, content: report, ownerName: ownerName, groupName: groupName)
  }
}
