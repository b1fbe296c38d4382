import Inventory

/// What was made of headings before: many files of a share have the same ones.
///
/// One per worker, bounded. It holds no heading but what findings may show: others are known by a hash under the key of
/// the scan, so that nothing of a file is kept.
final class HeadingMemo {
  /// Answers of a kind that are kept; then all are forgotten.
  private static let limit = 4_096
  /// Readings that a new one is compared with.
  private static let fewReadings = 8

  private let hash: CountingHash
  private var readings: [UInt64: HeadingReading] = [:]
  /// Readings that were made last, each another.
  private var lastMade: [HeadingReading] = []
  private var shown: [UInt64: String?] = [:]
  private var shownPaths: [UInt64: String?] = [:]
  private var nearRules: [UInt64: [Int]] = [:]
  private var signs: [UInt64: [Int]] = [:]
  private var kinds: [UInt64: HeadingDecision.Kind] = [:]
  private var facts: [UInt64: Facts] = [:]

  /// All that a table asks of the heading of a column.
  final class Facts: Sendable {
    let reading: HeadingReading
    /// The heading as it may be shown.
    let shown: String?
    /// The words of the vocabulary that stand in it.
    let signs: [Int]

    init(reading: HeadingReading, shown: String?, signs: [Int]) {
      self.reading = reading
      self.shown = shown
      self.signs = signs
    }
  }

  init(hash: CountingHash) { self.hash = hash }

  private func key(_ text: String) -> UInt64 {
    let bytes = text.utf8.span
    return hash.hash(bytes, 0, bytes.count)
  }

  /// What a heading says.
  func reading(of heading: String, make: () -> HeadingReading) -> HeadingReading {
    Self.known(&readings, key(heading)) { shared(make()) }
  }

  /// The same as one of those made last, if any equals it: the thousands of headings of a wide table say a few things.
  private func shared(_ made: HeadingReading) -> HeadingReading {
    if let known = lastMade.first(where: { $0 == made }) { return known }
    if lastMade.count >= Self.fewReadings { lastMade.removeFirst() }
    lastMade.append(made)
    return made
  }

  /// The heading as it may be shown.
  ///
  /// - Parameter isSure: Asked after making it; `false` when the answer must not be kept.
  func shown(_ heading: String, isSure: () -> Bool, make: () -> String?) -> String? {
    let key = key(heading)
    if let known = shown[key] { return known }
    let made = make()
    if isSure() { Self.note(made, &shown, key) }
    return made
  }

  /// The same for the path of a tree.
  func shown(path: String, isSure: () -> Bool, make: () -> String?) -> String? {
    let key = key(path)
    if let known = shownPaths[key] { return known }
    let made = make()
    if isSure() { Self.note(made, &shownPaths, key) }
    return made
  }

  /// The rules with a near word in a heading, as indices into ``RuleIndex/nearWords``.
  func nearRules(_ heading: String, make: () -> [Int]) -> [Int] {
    Self.known(&nearRules, key(heading), make)
  }

  /// The words of the vocabulary that stand in a heading, as often as they do.
  func signs(_ heading: String, make: () -> [Int]) -> [Int] {
    Self.known(&signs, key(heading), make)
  }

  /// What a cell that is a heading word as written is in a table's first rows; `nil` when it was not told yet.
  ///
  /// - Parameter hash: Of a word of the vocabulary, and of nothing else that stands in files.
  func kind(ofWord hash: UInt64) -> HeadingDecision.Kind? { kinds[hash] }

  /// Keeps the kind of a heading word.
  func note(_ kind: HeadingDecision.Kind, ofWord hash: UInt64) {
    Self.note(kind, &kinds, hash)
  }

  /// The hash of a tree's path with its heading, which no heading of a table has.
  func hash(path: String, heading: String) -> UInt64 {
    let value = key(path) &* 0x9E37_79B9_7F4A_7C15 ^ key(heading)
    return hash.hash(value, count: 1)
  }

  /// What is known of the heading with this hash: of a table with one row of headings, or of a tree's path.
  func facts(ofHeading hash: UInt64) -> Facts? { facts[hash] }

  /// Keeps what was made of a heading.
  func note(_ made: Facts, ofHeading hash: UInt64) { Self.note(made, &facts, hash) }

  private static func known<Answer>(
    _ answers: inout [UInt64: Answer], _ key: UInt64, _ make: () -> Answer
  ) -> Answer {
    if let known = answers[key] { return known }
    let made = make()
    note(made, &answers, key)
    return made
  }

  private static func note<Answer>(
    _ answer: Answer, _ answers: inout [UInt64: Answer], _ key: UInt64
  ) {
    if answers.count >= limit { answers.removeAll() }
    answers[key] = .some(answer)
  }
}
