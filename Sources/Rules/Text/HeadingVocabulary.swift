/// All words of headings and of their surroundings, of all rules, ready to be looked for in one pass.
///
/// Words that one rule uses are found together with those of all others, since the longest word wins: 番号 inside
/// 電話番号, 名 inside 会社名 says nothing.
package struct HeadingVocabulary: Sendable {
  /// What a word says for its rule.
  package enum Role: UInt8, Sendable, Equatable {
    case strong, weak, against
    /// Words that stand beside values (`near`).
    case nearFor, nearAgainst
  }

  /// A word that was found.
  package struct Hit: Sendable, Equatable {
    /// Index into ``RuleSet/rules``; 0-based.
    package var rule: Int
    package var role: Role
    /// The range of the word in the normalised text, in bytes.
    package var range: Range<Int>

    package init(rule: Int, role: Role, range: Range<Int>) {
      self.rule = rule
      self.role = role
      self.range = range
    }
  }

  private struct Word: Sendable {
    var bytes: [UInt8]
    var isShort: Bool
    var uses: [(rule: Int, role: Role)]
  }

  private var words: [Word] = []
  /// Words by their first two bytes (one-byte words by their byte alone), longest first.
  private var buckets: [UInt16: [Int]] = [:]

  /// - Parameters:
  ///   - rules: Those of a ``RuleSet``, in its order.
  ///   - roles: Which words count; headings alone, or those of running text too.
  package init(_ rules: [Rule], roles: [Role] = [.strong, .weak, .against]) {
    var indexes: [[UInt8]: Int] = [:]
    for (number, rule) in rules.enumerated() {
      for role in roles {
        for word in Self.words(of: rule, role) {
          for spelling in Self.spellings(of: word) {
            add(spelling, rule: number, role: role, &indexes)
          }
        }
      }
    }
    for key in buckets.keys {
      buckets[key]?.sort { words[$0].bytes.count > words[$1].bytes.count }
    }
  }

  /// The words that stand in a text, without those that lie inside a longer one.
  ///
  /// - Parameter text: In the form of ``HeadingText/normalised(_:)``.
  /// - Returns: In order of their beginning; words of the same range stand side by side, one hit a rule and role.
  /// - Complexity: O(*n*) in the text for usual vocabularies.
  package func hits(in text: Span<UInt8>) -> [Hit] {
    var hits: [Hit] = []
    var covered = 0
    for start in 0..<text.count {
      guard let word = longestWord(in: text, at: start) else { continue }
      let end = start + words[word].bytes.count
      // A word that ends no later than one that began before lies inside it.
      guard end > covered else { continue }
      covered = end
      for use in words[word].uses {
        hits.append(Hit(rule: use.rule, role: use.role, range: start..<end))
      }
    }
    return hits
  }

  /// The words as they are compared, by index of ``Hit/rule``; for explanations.
  package static func words(of rule: Rule, _ role: Role) -> [String] {
    switch role {
    case .strong: rule.headings.strong
    case .weak: rule.headings.weak
    case .against: rule.headings.against
    case .nearFor: rule.near.for
    case .nearAgainst: rule.near.against
    }
  }

  private func longestWord(in text: Span<UInt8>, at start: Int) -> Int? {
    let first = UInt16(text[start])
    if start + 1 < text.count {
      for index in buckets[first << 8 | UInt16(text[start + 1])] ?? []
      where stands(words[index], in: text, at: start) {
        return index
      }
    }
    return buckets[first]?.first { stands(words[$0], in: text, at: start) }
  }

  private func stands(_ word: Word, in text: Span<UInt8>, at start: Int) -> Bool {
    let end = start + word.bytes.count
    guard end <= text.count else { return false }
    for offset in word.bytes.indices where text[start + offset] != word.bytes[offset] {
      return false
    }
    return HeadingText.hasBoundaries(text, start, end, isShort: word.isShort)
  }

  /// A word, and for Latin words of several parts the same written together: `kojin bango`, `kojinbango`.
  static func spellings(of word: String) -> [[UInt8]] {
    let bytes = Array(word.utf8)
    guard bytes.contains(0x20), bytes.allSatisfy({ $0 < 0x80 }) else { return [bytes] }
    let joined = bytes.filter { $0 != 0x20 }
    return joined.count >= 5 ? [bytes, joined] : [bytes]
  }

  private mutating func add(
    _ bytes: [UInt8], rule: Int, role: Role, _ indexes: inout [[UInt8]: Int]
  ) {
    guard let first = bytes.first else { return }
    if let index = indexes[bytes] {
      if !words[index].uses.contains(where: { $0.rule == rule && $0.role == role }) {
        words[index].uses.append((rule, role))
      }
      return
    }
    indexes[bytes] = words.count
    let key = bytes.count > 1 ? UInt16(first) << 8 | UInt16(bytes[1]) : UInt16(first)
    buckets[key, default: []].append(words.count)
    words.append(
      Word(
        bytes: bytes, isShort: HeadingText.isOneCharacter(bytes.span), uses: [(rule, role)]))
  }
}
