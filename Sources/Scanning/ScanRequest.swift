package import Inventory
package import Judging
package import Rules
package import Walking

/// Everything that a scan is asked for, checked beforehand.
package struct ScanRequest: Sendable {
  /// Directories and files as the user wrote them, as bytes.
  package var roots: [[UInt8]]
  package var exclusions: [Glob]
  /// Only these files; `nil` for all.
  package var listed: FileList?
  package var policy: Policy?
  /// The kinds of persons that the program knows, or none.
  package var kinds: [CategoryKind]
  package var places: ExaminationSettings.Places
  /// Findings below this probability are not reported.
  package var minimumConfidence: Double
  /// Nanoseconds since 1970-01-01 UTC, by which ages are told.
  package var now: Int
  /// Device and inode of the file that the result is written to, so that it is not scanned itself.
  package var ownOutput: (device: UInt64, inode: UInt64)?
  /// Milliseconds after which opening and listing are given up on storage that may never answer.
  package var patience = Walk.usualPatience

  package init(
    roots: [[UInt8]], exclusions: [Glob] = [], listed: FileList? = nil, policy: Policy? = nil,
    kinds: CategoryKinds, places: ExaminationSettings.Places = .first,
    minimumConfidence: Double = 0,
    now: Int
  ) {
    self.roots = roots
    self.exclusions = exclusions
    self.listed = listed
    self.policy = policy
    self.kinds = kinds.asJudged
    self.places = places
    self.minimumConfidence = minimumConfidence
    self.now = now
  }

  /// What the workers are told.
  package func settings(countingKey: (UInt64, UInt64)) -> ExaminationSettings {
    ExaminationSettings(
      places: places,
      words: CountedWords(
        builtIn: kinds.reduce(0) { $0 + $1.words.count },
        others: (policy?.signWords ?? []).map(\.text)),
      countingKey: countingKey, minimumConfidence: minimumConfidence)
  }
}

extension CategoryKinds {
  /// The kinds of persons as judging takes them.
  package var asJudged: [CategoryKind] {
    kinds.map { kind in
      CategoryKind(
        kind: kind.key, title: kind.name, names: kind.names,
        words: CategoryKinds(kinds: [kind]).vocabulary.words)
    }
  }
}
