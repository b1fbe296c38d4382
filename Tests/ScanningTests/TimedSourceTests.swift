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
    #expect(part.report.unread == Unread(.partly, .timeLimit))
    #expect(part.report.bytesRead > 0 && part.report.bytesRead < Self.text.count)
    #expect(part.report.findings.contains { $0.type == .myNumber && $0.count > 0 })
  }

  @Test func readsNothingWithoutTime() throws {
    let none = try examine(looks: 0)
    #expect(none.hasStopped)
    #expect(none.report.unread == Unread(.partly, .timeLimit))
    #expect(none.report.bytesRead == 0)
  }
}
