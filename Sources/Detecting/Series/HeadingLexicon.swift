import Inventory
import Rules

/// The heading words of all rules, for reading what a heading says of the values under it.
///
/// The longest word wins (番号 inside 電話番号 says nothing), words in Latin letters count only whole ("port" is not in
/// "passport"), and a rule's own strong word is stronger than a word that speaks against it.
struct HeadingLexicon: Sendable {
  /// How a word speaks for or against a rule.
  enum Force: Int, Sendable {
    case strong, weak, against
  }

  struct Entry: Sendable {
    var rule: Int
    var force: Force
  }

  /// Log10 odds of each force.
  static let strongWeight = 4.0
  static let weakWeight = 1.2
  static let againstWeight = -5.0

  /// Entries by the hash of the folded word; 64 bits make a clash among some thousand words as good as impossible.
  private var words: [UInt64: [Entry]] = [:]
  private var longest = 0
  private let hash = CountingHash(key: (0x7461_6E61, 0x6F72_6F73))

  /// - Parameter words: For each rule, in the order of the rules: its strong, weak and opposing words as written.
  init(words: [(strong: [String], weak: [String], against: [String])]) {
    self.words.reserveCapacity(4_096)
    for (rule, lists) in words.enumerated() {
      for word in lists.strong { add(word, Entry(rule: rule, force: .strong)) }
      for word in lists.weak { add(word, Entry(rule: rule, force: .weak)) }
      for word in lists.against { add(word, Entry(rule: rule, force: .against)) }
    }
  }

  private mutating func add(_ word: String, _ entry: Entry) {
    let compact = CompactText(word)
    guard !compact.bytes.isEmpty else { return }
    words[hash.hash(compact.bytes.span, 0, compact.bytes.count), default: []].append(entry)
    longest = max(longest, compact.bytes.count)
  }

  /// Reads a heading.
  ///
  /// - Parameter heading: As it stands in the file; at most a few hundred bytes are looked at.
  func reading(of heading: String) -> HeadingReading {
    var reading = plainReading(of: heading)
    // 介護保険の番号 says what 介護保険番号 says.
    if let joined = HeadingLexicon.withoutJoints(heading) {
      reading.add(joined: plainReading(of: joined))
    }
    return reading
  }

  /// The heading without the の between its words; `nil` where there is none.
  private static func withoutJoints(_ heading: String) -> String? {
    let scalars = Array(heading.unicodeScalars.prefix(CompactText.limit))
    var kept = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isJoint =
        scalar == "の" && index > 0 && index + 1 < scalars.count
        && !isKana(scalars[index - 1]) && !isKana(scalars[index + 1])
      if !isJoint { kept.append(scalar) }
    }
    return kept.count == scalars.count ? nil : String(kept)
  }

  /// Hiragana: beside them の may be part of a word.
  private static func isKana(_ scalar: Unicode.Scalar) -> Bool {
    (0x3041...0x3096).contains(scalar.value)
  }

  private func plainReading(of heading: String) -> HeadingReading {
    let text = CompactText(heading)
    var occurrences: [(start: Int, end: Int, entries: [Entry])] = []
    let bytes = text.bytes
    for start in bytes.indices where text.mayBegin(at: start) {
      for end in (start + 1)...max(start + 1, min(bytes.count, start + longest))
      where end <= bytes.count && text.mayEnd(at: end, from: start) {
        if let entries = words[hash.hash(bytes.span, start, end)] {
          occurrences.append((start, end, entries))
        }
      }
    }
    occurrences.sort { ($0.end - $0.start, $1.start) > ($1.end - $1.start, $0.start) }
    var kept: [(start: Int, end: Int, entries: [Entry])] = []
    for occurrence in occurrences
    where !kept.contains(where: { $0.start <= occurrence.start && occurrence.end <= $0.end }) {
      kept.append(occurrence)
    }
    var reading = HeadingReading()
    for occurrence in kept {
      let isWhole = occurrence.start == 0 && occurrence.end == bytes.count
      let isLast = occurrence.end == bytes.count
      // One character is a heading only when it stands alone (姓, 〒); 名 may end a compound.
      if occurrence.end - occurrence.start <= 3, bytes[occurrence.start] >= 0x80, !isWhole,
        !(isLast && bytes[occurrence.start] == 0xE5 && bytes[occurrence.start + 1] == 0x90
          && bytes[occurrence.start + 2] == 0x8D)
      {
        continue
      }
      for entry in occurrence.entries {
        reading.note(entry, isWhole: isWhole, isLast: isLast)
      }
    }
    reading.isEmpty = bytes.isEmpty
    return reading
  }
}

/// What a heading says: for each rule that it speaks of, log10 odds.
struct HeadingReading: Sendable {
  private(set) var strong: [Int: Double] = [:]
  private(set) var weak: [Int: Double] = [:]
  private(set) var against: [Int: Double] = [:]
  /// Whether there is no heading at all.
  var isEmpty = true

  static let none = HeadingReading()

  /// Whether any word was recognised.
  var isKnown: Bool { !strong.isEmpty || !weak.isEmpty || !against.isEmpty }

  mutating func note(_ entry: HeadingLexicon.Entry, isWhole: Bool, isLast: Bool) {
    switch entry.force {
    case .strong:
      // The head of a Japanese compound stands last: 氏名 is the field in 申請者氏名 and not in 氏名コード.
      let weight = HeadingLexicon.strongWeight + (isWhole ? 0.5 : isLast ? 0 : -1)
      strong[entry.rule] = max(strong[entry.rule] ?? -.infinity, weight)
    case .weak:
      let weight = HeadingLexicon.weakWeight + (isWhole ? 0.5 : 0)
      weak[entry.rule] = max(weak[entry.rule] ?? -.infinity, weight)
    case .against:
      against[entry.rule] = HeadingLexicon.againstWeight
    }
  }

  /// Log10 odds that the heading gives the rule.
  func weight(of rule: Int) -> Double {
    let favour = strong[rule] ?? weak[rule] ?? 0
    guard let opposed = against[rule] else { return favour }
    return strong[rule] != nil ? favour - 1 : opposed + favour
  }

  /// The reading of a cell that names a document (確認書類: パスポート): there even a weak word says it clearly.
  var asLabel: HeadingReading {
    var reading = self
    for rule in weak.keys where strong[rule] == nil { reading.strong[rule] = 3 }
    return reading
  }

  /// Adds what the heading says with its words joined; a little less sure than as written.
  mutating func add(joined: HeadingReading) {
    for (rule, weight) in joined.strong {
      strong[rule] = max(strong[rule] ?? -.infinity, weight - 0.2)
    }
    against.merge(joined.against) { own, _ in own }
  }

  /// Adds the words of a heading row above, which say less than the row that names the field.
  mutating func add(upper: HeadingReading) {
    for (rule, weight) in upper.strong where strong[rule] == nil {
      weak[rule] = max(weak[rule] ?? -.infinity, weight * 0.3)
    }
    isEmpty = isEmpty && upper.isEmpty
  }
}
