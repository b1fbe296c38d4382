package import Inventory
package import Posix

/// Examines files in this process, one at a time: for debugging, over the same code as the workers.
package struct LocalPool: ExaminationPool, ~Copyable {
  private let examiner: Examiner
  private let words: Int
  private var examined: [ExaminedFile] = []

  /// Nothing stands around this process.
  package mutating func walls() -> Isolation { Isolation() }

  /// - Parameters:
  ///   - examiner: Examines every file.
  ///   - words: Number of words in the vocabulary that it was given.
  package init(examiner: Examiner, words: Int) {
    self.examiner = examiner
    self.words = words
  }

  package mutating func submit(
    _ number: Int, _ descriptor: consuming FileDescriptor, _ job: ExaminationJob
  ) {
    // The examiner closes its descriptor, so that what changed meanwhile is asked of a copy.
    let watch = try? descriptor.duplicate()
    // Through the same frames as a worker's, so that both say the same to the letter.
    let bytes = ReportFrame.encode(
      examiner.examine(descriptor, job) { Interruption.noted != nil })
    let report =
      (try? ReportFrame.decode(bytes, words: words))
      ?? ContentReport(unread: Unread(.failed, .workerViolation))
    let facts: FileFacts?
    if let watch { facts = try? watch.facts() } else { facts = nil }
    examined.append(ExaminedFile(number: number, report: report, factsAfter: facts))
  }

  package mutating func nextExamined(waiting: Bool) -> ExaminedFile? {
    examined.isEmpty ? nil : examined.removeFirst()
  }

  /// Every file is read as it comes.
  package mutating func hold(allBut number: Int?) {}

  package mutating func close() {}
}
