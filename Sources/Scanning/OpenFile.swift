internal import Inventory
internal import Posix

/// A file on its way through a pool: open until its report is there.
final class OpenFile {
  /// Its number in the walk.
  let number: Int
  let descriptor: FileDescriptor
  var job: ExaminationJob
  /// Why reading it in its structure ended a worker; `nil` when it did not.
  var firstDeath: Reason?
  /// Whether it must not share a message with others.
  var isAlone: Bool

  init(_ number: Int, _ descriptor: consuming FileDescriptor, _ job: ExaminationJob) {
    self.number = number
    self.descriptor = descriptor
    self.job = job
    isAlone = (job.size ?? Int.max) > DescriptorBatch.bytes
  }

  /// Its size; that of streams is unknown and taken for large.
  var size: Int { job.size ?? Int.max }

  /// What goes out for it, given its report.
  func examined(_ report: ContentReport) -> ExaminedFile {
    var report = report
    if let firstDeath, report.unread?.reason != .timeLimit,
      report.unread == nil || report.unread?.status == .partly
    {
      report.unread =
        firstDeath == .timeLimit
        ? Unread(.partly, .timeLimit, detail: Unread.upTo(report.bytesRead))
        : Unread(.partly, .structureBroken, detail: firstDeath.rawValue)
    }
    return ExaminedFile(number: number, report: report, factsAfter: try? descriptor.facts())
  }

  /// What goes out for it when the storage on which it lies does not answer.
  func unanswered() -> ExaminedFile {
    let unread = Unread(.failed, .ioError, detail: SystemError.unanswered.name)
    return ExaminedFile(number: number, report: ContentReport(unread: unread), factsAfter: nil)
  }

  /// What goes out for it when nothing could be read.
  func unreadable(_ reason: Reason) -> ExaminedFile {
    let unread =
      reason == .timeLimit
      ? Unread(.partly, reason, detail: Unread.upTo(0)) : Unread(.failed, reason)
    return ExaminedFile(
      number: number, report: ContentReport(unread: unread), factsAfter: try? descriptor.facts())
  }
}
