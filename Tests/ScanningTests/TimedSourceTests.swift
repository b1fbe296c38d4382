import Extracting
import Inventory
import Rules
import Testing

@testable import Scanning

/// All numbers are made up.
@Suite("What was found before the time was over is kept") struct TimedSourceTests {
  private static let text = Array(
    String(repeating: "マイナンバー: 1234-5678-9018\n", count: 40_000).utf8)

  /// Examines the text with a clock that moves by one at each look.
  private func examine(looks: Int) throws -> (report: ContentReport, hasStopped: Bool) {
    let examiner = Examiner(rules: try RuleSet.bundled(), settings: OpenFiles.settings)
    var time = 0
    let source = TimedSource(MemorySource(Self.text), nanoseconds: looks + 1) {
      time += 1
      return time
    }
    let job = ExaminationJob(size: Self.text.count, nameExtension: "txt", textOnly: true)
    return (examiner.examine(source, job), source.hasStopped)
  }

  @Test func readsAllWithinItsTime() throws {
    let whole = try examine(looks: 1_000)
    #expect(!whole.hasStopped)
    #expect(whole.report.unread == nil)
    #expect(whole.report.bytesRead == Self.text.count)
    #expect(whole.report.findings.contains { $0.type == .myNumber && $0.count == 40_000 })
  }

  @Test(arguments: 1...3)
  func stopsWithWhatItHas(looks: Int) throws {
    let part = try examine(looks: looks)
    #expect(part.hasStopped)
    #expect(
      part.report.unread
        == Unread(.partly, .timeLimit, detail: Unread.upTo(part.report.bytesRead)))
    #expect(part.report.bytesRead > 0 && part.report.bytesRead < Self.text.count)
    #expect(part.report.findings.contains { $0.type == .myNumber && $0.count > 0 })
  }

  @Test func readsNothingWithoutTime() throws {
    let none = try examine(looks: 0)
    #expect(none.hasStopped)
    #expect(none.report.unread == Unread(.partly, .timeLimit, detail: "first 0 bytes"))
    #expect(none.report.bytesRead == 0)
  }

  /// Only a file that took too long once watches its own time; the first reading is watched from outside.
  @Test(arguments: [false, true])
  func onlyTheSecondReadingEndsByItself(_ textOnly: Bool) throws {
    let files = OpenFiles()
    files.add(Self.text)
    let examiner = Examiner(
      rules: try RuleSet.bundled(), settings: OpenFiles.settings,
      budget: TimeBudget(base: 0, perMegabyte: 0, wall: 0))
    var job = files.job(0)
    job.textOnly = textOnly
    let report = examiner.examine(try files.open(0), job)
    #expect((report.unread?.reason == .timeLimit) == textOnly)
    #expect((report.bytesRead == Self.text.count) == !textOnly)
  }

  @Test(arguments: [
    (0, "first 0 bytes"), (999, "first 999 bytes"), (1_000, "first 1,000 bytes"),
    (12_345_678_901, "first 12,345,678,901 bytes"),
  ])
  func saysHowFarAFileWasRead(_ bytes: Int, _ text: String) {
    #expect(Unread.upTo(bytes) == text)
    #expect(Masking.masked(text) == text)
  }

  /// 5 s and 0.1 s a megabyte of processor time, and 600 s and 2 s a megabyte on the wall.
  ///
  /// Debug builds have twenty times the processor time.
  @Test func theTimeIsWhatIsWrittenDown() {
    #if DEBUG
      let slowness = 20
    #else
      let slowness = 1
    #endif
    let second = 1_000_000_000
    for (size, time, wall) in [
      (0, 5_000, 600), (999_999, 5_000, 600), (10_000_000, 6_000, 620), (nil, 105_000, 2_600),
    ] as [(Int?, Int, Int)] {
      #expect(TimeBudget.standard.processorTime(size) == time * second / 1_000 * slowness)
      #expect(
        TimeBudget.standard.wallTime(size) == 600 * second + (wall - 600) * second * slowness)
    }
  }
}
