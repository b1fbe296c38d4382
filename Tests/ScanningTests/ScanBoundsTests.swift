import Inventory
import Posix
import Rules
import TestSupport
import Testing

@testable import Scanning

/// What a scan holds back is bounded, whatever the order in which files are done.
@Suite("Bounds of a scan") struct ScanBoundsTests {
  /// Examines everything at once but the first file, which it keeps until told to begin nothing else.
  private struct SlowFirst: ExaminationPool, ~Copyable {
    let report: ContentReport
    var isFirstSlow = true
    var losesFirst = false
    var submitted: [Int] = []
    var examined: [ExaminedFile] = []
    var first: ExaminedFile?
    /// Files that came before it was told to hold.
    var before: Int?

    init(_ report: ContentReport) { self.report = report }

    mutating func walls() -> Isolation { Isolation() }

    mutating func submit(
      _ number: Int, _ descriptor: consuming FileDescriptor, _ job: ExaminationJob
    ) {
      submitted.append(number)
      let file = ExaminedFile(number: number, report: report, factsAfter: nil)
      if number == 0, isFirstSlow { first = file } else { examined.append(file) }
    }

    mutating func hold(allBut number: Int?) {
      guard let number else { return }
      if before == nil { before = submitted.count }
      if number == 0, let done = first {
        examined.append(done)
        first = nil
      }
    }

    mutating func nextExamined(waiting: Bool) -> ExaminedFile? {
      if !examined.isEmpty { return examined.removeFirst() }
      guard waiting else { return nil }
      defer { first = nil }
      return losesFirst ? nil : first
    }

    mutating func close() {}
  }

  private func run(
    _ directory: TempDirectory, _ pool: inout SlowFirst
  ) throws -> (holdings: [Holding], totals: ScanTotals) {
    var scan = try Scan(
      ScanRequest(
        roots: [directory.bytes()], kinds: CategoryKinds(kinds: []), now: 0))
    var holdings: [Holding] = []
    let totals = try scan.run(pool: &pool) { holdings.append($0) }
    return (holdings, totals)
  }

  @Test("Heavy reports that wait for a slow file end the handing out of others")
  func weight() throws {
    let directory = TempDirectory()
    for number in 0..<400 { directory.file("f\(100 + number)", "abc") }
    let heavy = ContentReport.ofMails(places: 2_000)
    var pool = SlowFirst(heavy)
    let (holdings, totals) = try run(directory, &pool)
    #expect(holdings.count == 400 && totals.coverage.scanned == 400)
    #expect(
      holdings.map { String(decoding: $0.entry.path, as: UTF8.self) }
        == (100..<500).map { "f\($0)" })
    let most = (16 << 20) / heavy.weight + 2
    #expect(most < 120)
    #expect(pool.before.map { $0 <= most } == true, "\(pool.before ?? 0) of \(most)")
  }

  /// Folders within folders make paths of any length; what waits must not hold thousands of them.
  @Test("Long paths that wait for a slow file end the handing out of others")
  func paths() throws {
    let directory = TempDirectory()
    let name = String(repeating: "d", count: 250)
    let made = Shell.run(
      """
      cd \(directory.path) && for i in $(seq 400); do mkdir \(name) && cd -P \(name) || exit 1; done
      for i in $(seq 100 500); do echo abc > f$i; done
      """)
    #expect(made.status == 0)
    var pool = SlowFirst(ContentReport.ofMails(places: 1))
    let (holdings, _) = try run(directory, &pool)
    #expect(holdings.count == 401)
    #expect(holdings.allSatisfy { $0.entry.path.count == 400 * 251 + 4 })
    #expect(pool.before.map { $0 < 170 } == true, "\(pool.before ?? 0)")
  }

  @Test("Light reports wait without ado")
  func light() throws {
    let directory = TempDirectory()
    for number in 0..<400 { directory.file("f\(100 + number)", "abc") }
    var pool = SlowFirst(ContentReport.ofMails(places: 1))
    #expect(try run(directory, &pool).holdings.count == 400)
    #expect(pool.before == nil)
  }

  /// Whatever went wrong: a file that never came back, and those behind it, are told.
  @Test("A file that a pool loses is not called clean")
  func lost() throws {
    let directory = TempDirectory()
    for name in ["a", "b", "c"] { directory.file(name, "abc") }
    directory.hardLink("d", to: "a")
    var pool = SlowFirst(ContentReport.ofMails(places: 1))
    pool.losesFirst = true
    let (holdings, totals) = try run(directory, &pool)
    #expect(holdings.map(\.status) == [.failed, .scanned, .scanned, .failed])
    #expect(totals.outcome == .incomplete)
  }

  /// Whether its report was kept or not: a further name says the same, and its bytes count once.
  @Test("A further name is told alike, read again or not", arguments: [1, 2_000])
  func names(places: Int) throws {
    let directory = TempDirectory()
    directory.file("a", "abc")
    directory.file("b", "abc")
    directory.hardLink("c", to: "a")
    var pool = SlowFirst(ContentReport.ofMails(places: places))
    pool.isFirstSlow = false
    let (holdings, totals) = try run(directory, &pool)
    #expect(pool.submitted == (places == 1 ? [0, 1] : [0, 1, 2]))
    #expect(holdings.map(\.hardLinkOf) == [nil, nil, Array("a".utf8)])
    #expect(
      holdings.allSatisfy {
        $0.content == ContentReport.ofMails(places: places) && $0.status == .scanned
      })
    #expect(totals.coverage.bytesRead == 6 && totals.coverage.bytesWalked == 9)
    #expect(totals.summary.byType[.email]?.files == 2)
  }

  @Test("The scan's own result is left out under each of its names")
  func ownResult() throws {
    let directory = TempDirectory()
    directory.file("a")
    directory.hardLink("b", to: "a")
    directory.file("c")
    var pool = SlowFirst(.ofMails())
    pool.isFirstSlow = false
    let own = try #require(try run(directory, &pool).holdings.first).entry
    var request = ScanRequest(
      roots: [directory.bytes()], kinds: CategoryKinds(kinds: []), now: 0)
    request.ownOutput = (own.device, own.inode)
    var scan = try Scan(request)
    var read = SlowFirst(.ofMails())
    read.isFirstSlow = false
    var outcomes: [String] = []
    _ = try scan.run(pool: &read) { outcomes.append("\($0.status) \($0.detail ?? "-")") }
    #expect(outcomes == ["skipped own-output", "skipped own-output", "scanned -"])
  }
}
