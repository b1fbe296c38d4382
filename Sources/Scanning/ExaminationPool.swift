package import Inventory
package import Posix

/// Examines files somewhere else than in the walk: in worker processes, or in this one.
///
/// Files are handed over by ascending number and come back in any order. A pool never opens a path.
package protocol ExaminationPool: ~Copyable {
  /// The walls around the process that sees content; where none was needed so far, those that it would have.
  ///
  /// May wait for a process to be ready.
  ///
  /// - Throws: `WorkerPool.Failure` when content cannot be read.
  mutating func walls() throws -> Isolation

  /// Hands over one file. May wait until there is room; never holds more than a bounded number of files.
  ///
  /// - Parameters:
  ///   - number: The file's number in the walk, counted from 0; comes back with its report.
  ///   - descriptor: Open for reading; closed by the pool once the report is there.
  mutating func submit(
    _ number: Int, _ descriptor: consuming FileDescriptor, _ job: ExaminationJob)

  /// The next examined file.
  ///
  /// Files that are not done a second after the user asked for an end come back as not read.
  ///
  /// - Parameter waiting: Whether to wait for one when files are still being examined.
  /// - Returns: `nil` when nothing is ready (not waiting) or nothing is left.
  mutating func nextExamined(waiting: Bool) -> ExaminedFile?

  /// Begins no file but one until told otherwise: what is read of others would have to wait for it.
  ///
  /// - Parameter number: The file's number; `nil`: all may be begun.
  mutating func hold(allBut number: Int?)

  /// Ends all workers.
  mutating func close()
}

/// A file that a pool has examined.
package struct ExaminedFile: Sendable {
  package var number: Int
  package var report: ContentReport
  /// What the kernel said of the file after it was read; `nil` when it would not say.
  package var factsAfter: FileFacts?

  package init(number: Int, report: ContentReport, factsAfter: FileFacts?) {
    self.number = number
    self.report = report
    self.factsAfter = factsAfter
  }
}
