internal import Detecting
internal import Extracting
package import Inventory
package import Posix
package import Rules

/// Examines the content of one file after another: decodes, extracts, detects.
///
/// It knows nothing of processes: the same code runs in a sandboxed worker and, for debugging, in the scan's own
/// process.
package final class Examiner {
  private let detector: Detector
  private let budget: TimeBudget

  /// - Parameters:
  ///   - rules: Checked and compiled rules.
  ///   - settings: What the scan asks for.
  ///   - budget: How long a file may take.
  package init(
    rules: RuleSet, settings: ExaminationSettings, budget: TimeBudget = .standard
  ) {
    detector = Detector(rules: rules, settings: settings)
    self.budget = budget
  }

  /// Examines one file to its end and closes it.
  ///
  /// - Parameters:
  ///   - descriptor: Open for reading; only read at offsets.
  ///   - job: What the parent knows of the file.
  /// - Returns: What was found; it has no field for a value.
  package func examine(
    _ descriptor: consuming FileDescriptor, _ job: ExaminationJob
  ) -> ContentReport {
    let source = DescriptorSource(descriptor)
    // A file that took too long once is read again as text: as far as its time reaches, with some left to weigh it.
    guard job.textOnly else { return examine(source, job) }
    let time = budget.processorTime(job.size)
    return examine(TimedSource(source, nanoseconds: time / 5 * 4), job)
  }

  /// Examines one file as far as it gets before the user wants the scan to end.
  func examine(
    _ descriptor: consuming FileDescriptor, _ job: ExaminationJob,
    until isInterrupted: @escaping () -> Bool
  ) -> ContentReport {
    let source = TimedSource(DescriptorSource(descriptor), isOver: isInterrupted)
    return examine(
      source, job, whenStopped: Unread(.partly, .timeLimit, detail: Unread.interrupted))
  }

  func examine(_ source: TimedSource, _ job: ExaminationJob) -> ContentReport {
    examine(source, job, whenStopped: Unread(.partly, .timeLimit))
  }

  private func examine(
    _ source: TimedSource, _ job: ExaminationJob, whenStopped unread: Unread
  ) -> ContentReport {
    var report = examine(source as any ByteSource, job)
    if source.hasStopped {
      report.unread = unread
      if unread.detail == nil { report.unread?.detail = Unread.upTo(report.bytesRead) }
    }
    return report
  }

  /// Examines the bytes of any source.
  func examine(_ source: any ByteSource, _ job: ExaminationJob) -> ContentReport {
    let document = detector.makeDocument(job)
    let extraction = Extractor.extract(source, job: job, into: document)
    let result = document.finish()
    var unread = extraction.unread
    if unread == nil, document.hasGivenUp {
      unread = Unread(.partly, .timeLimit, detail: "match-limit")
    }
    if unread == nil, document.hasTooManyFindings {
      unread = Unread(.partly, .sizeLimit, detail: "findings")
    }
    return ContentReport(
      unread: unread, format: extraction.format, encoding: extraction.encoding,
      bytesRead: extraction.bytesRead, badBytes: extraction.badBytes, findings: result.findings,
      persons: result.persons, signs: result.signs)
  }
}

extension Unread {
  /// Why time ended when it was the user who ended it.
  static let interrupted = "interrupted"

  /// How far a file was read: `first 12,345 bytes`, in groups that no mask takes for a value.
  static func upTo(_ bytes: Int) -> String {
    var rest = String(max(0, bytes))[...]
    var groups: [Substring] = []
    while !rest.isEmpty {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return "first \(groups.joined(separator: ",")) bytes"
  }
}
