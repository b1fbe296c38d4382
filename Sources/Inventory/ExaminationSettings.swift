/// What the examination of contents needs to know of the scan: it is sent to every worker.
package struct ExaminationSettings: Sendable, Equatable {
  /// Which places of a finding are listed.
  package enum Places: String, Sendable, Equatable, CaseIterable {
    case first, all, none
  }

  package var places: Places
  /// The words to count as signs of categories.
  package var words: CountedWords
  /// Two random words that key the counting of distinct values; made for one scan, never written.
  package var countingKey: (UInt64, UInt64)
  /// Findings below this probability are not reported.
  package var minimumConfidence: Double
  /// Steps of the inference that are left out, to measure them; empty in every scan, and sent to no worker.
  package var leavesOut: InferenceSteps = []

  package init(
    places: Places = .first, words: CountedWords = CountedWords(),
    countingKey: (UInt64, UInt64) = (0, 0), minimumConfidence: Double = 0
  ) {
    self.places = places
    self.words = words
    self.countingKey = countingKey
    self.minimumConfidence = minimumConfidence
  }

  package static func == (left: ExaminationSettings, right: ExaminationSettings) -> Bool {
    left.places == right.places && left.words == right.words
      && left.countingKey == right.countingKey
      && left.minimumConfidence == right.minimumConfidence
  }
}

/// One file to examine: what the parent knows of it that the worker may use.
package struct ExaminationJob: Sendable, Equatable {
  /// Size at the time of opening, in bytes; `nil` for a stream.
  package var size: Int?
  /// The end of the name, for hints only: the extension in lower case, without the dot.
  package var nameExtension: String
  /// Words of the path that tell what kind of file it is, decided by the parent: `documentation`, `source-code`, `sample`.
  package var pathHints: [String]
  /// Whether to read the content as plain text only: the second try after a crash.
  package var textOnly: Bool

  package init(size: Int?, nameExtension: String, pathHints: [String] = [], textOnly: Bool = false)
  {
    self.size = size
    self.nameExtension = nameExtension
    self.pathHints = pathHints
    self.textOnly = textOnly
  }
}
