import Inventory

/// Finds the label words of all rules in running text, as they stand: any width of kana and Latin letters, any case.
///
/// A class, so that asking it for a line copies no list.
final class LabelMatcher: Sendable {
  /// A label in a line.
  struct Label: Equatable {
    /// First byte in the lent text.
    var start: Int
    /// One past its last byte.
    var end: Int
    /// The word: index into ``words``.
    var word: Int
  }

  /// The spellings in the order in which they are looked up: by how they begin, the longest first, then as they were added.
  struct Sorted: Sendable {
    var spellings: [LabelVocabulary.Spelling] = []
    /// How each begins: its key, and the character behind that; 0 there when the key is all of it.
    var beginnings: [UInt32] = []
    /// The character of each behind those that its beginning tells; 0 where there is none.
    var thirds: [UInt16] = []
  }

  let words: [LabelVocabulary.Word]
  let senses: [LabelVocabulary.Sense]
  /// All words, one after another.
  let texts: [UInt8]
  /// All spellings, one after another.
  let bytes: [UInt8]
  let spellings: [LabelVocabulary.Spelling]
  /// Which characters begin a spelling, one bit each: small enough to stay in the nearest cache.
  let begins: [UInt64]
  /// Which beginnings some spelling has, one bit for many: most are known for none without leaving the nearest cache.
  let beginnings: [UInt64]
  /// Where the spellings of a beginning stand in ``spellings``.
  private let groups: SpellingGroups
  /// Which three letters in a row begin a spelling, one bit each.
  let letterTriples: [UInt64]
  /// Whether some spelling begins with a digit (12桁番号): then it begins where a number does.
  let hasDigitBeginnings: Bool
  /// Whether some spelling begins with another sign of ASCII, so that no place may be left out.
  let hasOddBeginnings: Bool
  /// Whether 。 stands in some spelling, so that a label may go on behind a sentence's end.
  let hasStops: Bool
  /// The character of each spelling behind those that its group has in common; 0 where there is none.
  let thirds: [UInt16]

  convenience init(_ vocabulary: LabelVocabulary) {
    self.init(
      words: vocabulary.words, senses: vocabulary.senses, texts: vocabulary.texts,
      bytes: vocabulary.bytes, LabelMatcher.sorted(vocabulary.spellings, vocabulary.bytes),
      hasStops: LabelMatcher.hasStops(vocabulary.bytes.span))
  }

  /// - Parameters:
  ///   - words: With their place in `texts`, and what they say in `senses`.
  ///   - bytes: All spellings, one after another.
  init(
    words: [LabelVocabulary.Word], senses: [LabelVocabulary.Sense], texts: [UInt8],
    bytes: [UInt8], _ sorted: Sorted, hasStops: Bool
  ) {
    self.words = words
    self.senses = senses
    self.texts = texts
    self.bytes = bytes
    self.hasStops = hasStops
    spellings = sorted.spellings
    thirds = sorted.thirds
    groups = SpellingGroups(sorted.beginnings)
    var begins = [UInt64](repeating: 0, count: 1 << 10)
    var places = begins
    var triples = [UInt64](repeating: 0, count: (26 * 26 * 26 + 63) / 64)
    var hasDigitBeginnings = false
    var hasOddBeginnings = false
    var last: UInt32 = 0
    for beginning in sorted.beginnings where beginning != last {
      last = beginning
      let key = Int(beginning >> 16)
      begins[key >> 6] |= 1 << UInt64(key & 63)
      let place = LabelMatcher.place(beginning)
      places[place >> 6] |= 1 << UInt64(place & 63)
      let behind = UInt8(truncatingIfNeeded: beginning)
      if key >= 0xD800, key < 0xE000, beginning & 0xFF00 == 0, LabelMatcher.isLetter(behind) {
        let triple = (key - 0xD800) * 26 + Int(behind | 0x20) - 0x61
        triples[triple >> 6] |= 1 << UInt64(triple & 63)
      } else if key < 0x80, LabelMatcher.isDigit(UInt8(key)) {
        hasDigitBeginnings = true
      } else if key < 0x80, !LabelMatcher.isLetter(UInt8(key)) {
        hasOddBeginnings = true
      }
    }
    self.begins = begins
    self.beginnings = places
    letterTriples = triples
    self.hasDigitBeginnings = hasDigitBeginnings
    self.hasOddBeginnings = hasOddBeginnings
  }

  /// What a word says.
  @inline(__always)
  func sense(of word: Int) -> LabelVocabulary.Sense { senses[Int(words[word].sense)] }

  /// A word as the rules write it.
  func text(of word: Int) -> String {
    let start = Int(words[word].start)
    return String(decoding: texts[start..<start + Int(words[word].count)], as: UTF8.self)
  }

  /// Whether a word is written in ASCII alone.
  func isASCII(_ word: Int) -> Bool {
    let start = Int(words[word].start)
    for index in start..<start + Int(words[word].count) where texts[index] >= 0x80 { return false }
    return true
  }

  /// Whether a word is written so by the rules.
  func isText(_ text: Span<UInt8>, of word: Int) -> Bool {
    words[word].isText(text, in: texts)
  }

  /// The bit of a beginning in ``beginnings``.
  @inline(__always)
  static func place(_ beginning: UInt32) -> Int { Int((beginning &* 0x9E37_79B1) >> 16) }

  /// The spellings of a beginning.
  @inline(__always)
  func group(_ beginning: UInt32) -> Range<Int>? {
    let place = LabelMatcher.place(beginning)
    return beginnings[place >> 6] >> UInt64(place & 63) & 1 == 1 ? groups[beginning] : nil
  }

  /// Calls with the word, as an index into ``words``, and the range of each spelling.
  func forEachSpelling(_ body: (Int, Span<UInt8>, Range<Int>) -> Void) {
    // A span cannot lie in an object's property.
    let held = self.bytes
    let bytes = held.span
    for spelling in spellings {
      let start = Int(spelling.start)
      body(Int(spelling.word), bytes, start..<start + Int(spelling.count))
    }
  }
}

/// Sorting the spellings.
extension LabelMatcher {
  /// Whether 。 (E3 80 82) stands among spellings.
  private static func hasStops(_ bytes: Span<UInt8>) -> Bool {
    bytes.indices.contains { index in
      bytes[index] == 0xE3 && index + 2 < bytes.count && bytes[index + 1] == 0x80
        && bytes[index + 2] == 0x82
    }
  }

  private static func sorted(
    _ added: [LabelVocabulary.Spelling], _ bytes: [UInt8]
  ) -> Sorted {
    let bytes = bytes.span
    var beginnings: [UInt32] = []
    beginnings.reserveCapacity(added.count)
    for spelling in added {
      beginnings.append(
        beginning(of: bytes, Int(spelling.start), Int(spelling.start + spelling.count)))
    }
    var sorted = Sorted()
    sorted.spellings.reserveCapacity(added.count)
    sorted.beginnings.reserveCapacity(added.count)
    sorted.thirds.reserveCapacity(added.count)
    for index in order(added, beginnings) {
      sorted.spellings.append(added[index])
      sorted.beginnings.append(beginnings[index])
      sorted.thirds.append(third(of: bytes, added[index]))
    }
    return sorted
  }

  /// The order of the spellings, as indices.
  private static func order(
    _ spellings: [LabelVocabulary.Spelling], _ beginnings: [UInt32]
  ) -> [Int] {
    // One number a spelling is sorted faster than what it is made of.
    let most = (count: 1 << 12, index: 1 << 20)
    guard spellings.count < most.index, spellings.allSatisfy({ $0.count < most.count }) else {
      return spellings.indices.sorted {
        (beginnings[$0], spellings[$1].count, $0) < (beginnings[$1], spellings[$0].count, $1)
      }
    }
    var keys = spellings.indices.map { index in
      UInt64(beginnings[index]) << 32
        | UInt64(most.count - 1 - Int(spellings[index].count)) << 20 | UInt64(index)
    }
    keys.sort()
    return keys.map { Int($0 & UInt64(most.index - 1)) }
  }

  /// How a spelling begins: its key, and the character behind that; 0 there when the key is all of it.
  static func beginning(of bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    let key = Key.of(bytes, start, end)
    let next = start + key.span
    let behind = next < end ? unit(bytes, next, end) : 0
    return UInt32(key.value) << 16 | UInt32(behind)
  }

  /// The character behind a spelling's beginning; 0 when there is none.
  private static func third(of bytes: Span<UInt8>, _ spelling: LabelVocabulary.Spelling) -> UInt16 {
    let end = Int(spelling.start + spelling.count)
    let next = Int(spelling.start) + Key.of(bytes, Int(spelling.start), end).span
    guard next < end else { return 0 }
    let third = next + width(bytes, next)
    return third < end ? unit(bytes, third, end) : 0
  }
}
