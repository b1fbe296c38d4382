import ScanKernels

/// The label words of all rules with their spellings, while they are gathered for a ``LabelMatcher``.
struct LabelVocabulary: Sendable {
  /// A word as the rules write it.
  struct Word: Sendable {
    /// First byte in ``LabelVocabulary/texts``, and their number.
    var start: Int32
    var count: Int32
    /// What it says: index into ``LabelVocabulary/senses``.
    var sense: Int32

    /// Whether it is written so.
    func isText(_ text: Span<UInt8>, in texts: [UInt8]) -> Bool {
      guard Int(count) == text.count else { return false }
      for index in text.indices where texts[Int(start) + index] != text[index] { return false }
      return true
    }
  }

  /// What a word says.
  struct Sense: Sendable, Hashable {
    /// Rules for which the word is a strong heading.
    var strong = RuleNumbers()
    var weak = RuleNumbers()
    /// Rules for which it is a word that stands near their values.
    var near = RuleNumbers()
    /// Rules against which it speaks.
    var against = RuleNumbers()

    /// Whether it is a heading of some rule.
    var isHeading: Bool { !strong.isEmpty || !weak.isEmpty }
  }

  /// One way in which a word is written.
  struct Spelling: Sendable {
    /// First byte in ``LabelVocabulary/bytes``.
    var start: Int32
    var count: Int32
    /// The word: index into ``LabelVocabulary/words``.
    var word: Int32
    var beginsLatin: Bool
    var endsLatin: Bool
  }

  private(set) var words: [Word] = []
  private(set) var senses: [Sense] = []
  /// All words, one after another.
  private(set) var texts: [UInt8] = []
  /// All spellings, one after another.
  private(set) var bytes: [UInt8] = []
  private(set) var spellings: [Spelling] = []
  /// Words by the hash of their bytes.
  private var known = HashSlots()
  private static let hash = CountingHash(key: (0x6C61_6265, 0x6C73))

  /// Makes room for as many words.
  init(words count: Int) {
    words.reserveCapacity(count)
    senses.reserveCapacity(count)
    texts.reserveCapacity(count * 16)
    spellings.reserveCapacity(count * 2)
    bytes.reserveCapacity(count * 48)
    known.reserve(count)
  }

  /// Adds a word and lets the caller note what it says.
  @inline(__always)
  mutating func add(_ text: String, _ note: (inout Sense) -> Void) {
    note(&senses[Int(words[place(of: text)].sense)])
  }

  /// The place of a word in ``words``, where it is put if it is new.
  private mutating func place(of text: String) -> Int {
    let utf8 = text.utf8.span
    let hash = LabelVocabulary.hash.hash(utf8, 0, utf8.count)
    if let found = known[hash], words[found].isText(utf8, in: texts) { return found }
    let place = words.count
    words.append(
      Word(
        start: Int32(truncatingIfNeeded: texts.count),
        count: Int32(truncatingIfNeeded: utf8.count), sense: Int32(truncatingIfNeeded: place)))
    senses.append(Sense())
    appendBytes(utf8, to: &texts)
    known[hash] = place
    var bytes: [UInt8] = []
    swap(&bytes, &self.bytes)
    Spellings.append(utf8, to: &bytes) { bytes, range in
      guard range.count >= 2 else { return }
      spellings.append(
        Spelling(
          start: Int32(truncatingIfNeeded: range.lowerBound),
          count: Int32(truncatingIfNeeded: range.count),
          word: Int32(truncatingIfNeeded: place),
          beginsLatin: CompactText.isLatin(bytes[range.lowerBound]),
          endsLatin: CompactText.isLatin(bytes[range.upperBound - 1])))
    }
    swap(&bytes, &self.bytes)
    return place
  }
}
