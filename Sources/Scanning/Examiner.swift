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

  /// - Parameters:
  ///   - rules: Checked and compiled rules.
  ///   - settings: What the scan asks for.
  package init(rules: RuleSet, settings: ExaminationSettings) {
    detector = Detector(rules: rules, settings: settings)
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
    let time = TimeBudget.standard.processorTime(job.size)
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
    if source.hasStopped { report.unread = unread }
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
    return ContentReport(
      unread: unread, format: extraction.format, encoding: extraction.encoding,
      bytesRead: extraction.bytesRead, badBytes: extraction.badBytes, findings: result.findings,
      persons: result.persons, signs: result.signs)
  }
}

extension Unread {
  /// Why time ended when it was the user who ended it.
  static let interrupted = "interrupted"
}
