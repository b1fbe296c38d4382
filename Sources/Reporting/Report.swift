package import Inventory

/// A writer of one kind of report: the head, then each path in order, then the tail.
///
/// Reports are written while scanning: nothing grows with the number of files, except what a summary
/// keeps of the first few of each group. Bytes go out through the closure that the writer was made with.
package protocol Report {
  /// Takes what is known before the first file.
  mutating func begin(_ facts: ScanFacts) throws
  /// Takes one path that was walked, whatever became of it; the report decides whether to list it.
  mutating func add(_ holding: Holding) throws
  /// Takes everything that comes after the files; nothing may follow.
  mutating func end(_ totals: ScanTotals) throws
}

/// Where a report's bytes go: called with some kilobytes at a time, in order.
package typealias ByteOutput = ([UInt8]) throws -> Void

/// How reports are written.
package struct ReportOptions: Sendable {
  /// The language of sentences.
  package var language: Language
  /// Whether files are listed in which nothing was found.
  package var listsAllFiles: Bool
  /// Says of a part of a path whether it is a person's name, to be masked; `nil` keeps names.
  package var isName: (@Sendable (_ text: String) -> Bool)?
  /// Whether the text summary may use colour.
  package var usesColour: Bool

  package init(
    language: Language = .japanese, listsAllFiles: Bool = false,
    isName: (@Sendable (_ text: String) -> Bool)? = nil, usesColour: Bool = false
  ) {
    self.language = language
    self.listsAllFiles = listsAllFiles
    self.isName = isName
    self.usesColour = usesColour
  }

  /// Whether a report of files lists the path: something found, a verdict, or not fully read.
  func lists(_ holding: Holding) -> Bool {
    listsAllFiles || holding.status != .scanned || !holding.verdicts.isEmpty
      || !holding.content.findings.isEmpty
  }
}
