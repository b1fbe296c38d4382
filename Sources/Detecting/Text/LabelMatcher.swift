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

  let words: [LabelVocabulary.Word]
  /// All spellings, one after another.
  private let bytes: [UInt8]
  let spellings: [LabelVocabulary.Spelling]
  /// Which characters begin a spelling, one bit each: small enough to stay in the nearest cache.
  let begins: [UInt64]
  /// Which beginnings some spelling has, one bit for many: most are known for none without leaving the nearest cache.
  let beginnings: [UInt64]
  /// Where the spellings of a beginning stand in ``spellings``.
  private let groups: SpellingGroups
  /// Which three letters in a row begin a spelling, one bit each.
  let letterTriples: [UInt64]
  /// Whether some spelling begins with neither a letter nor a character outside ASCII, so that no place may be left out.
  let hasOddBeginnings: Bool
  /// The character of each spelling behind those that its group has in common; 0 where there is none.
  private let thirds: [UInt16]

  /// Sorts the spellings for look-up: by how they begin, the longest first, then as they were added.
  init(_ vocabulary: LabelVocabulary) {
    words = vocabulary.words
    let bytes = vocabulary.bytes
    let added = vocabulary.spellings
    let beginnings = added.map { spelling in
      LabelMatcher.beginning(
        of: bytes.span, Int(spelling.start), Int(spelling.start + spelling.count))
    }
    let order = LabelMatcher.order(added, beginnings)
    let spellings = order.map { added[$0] }
    self.bytes = bytes
    self.spellings = spellings
    groups = SpellingGroups(order.map { beginnings[$0] })
    thirds = spellings.map { LabelMatcher.third(of: bytes.span, $0) }
    var begins = [UInt64](repeating: 0, count: 1 << 10)
    var places = begins
    var triples = [UInt64](repeating: 0, count: (26 * 26 * 26 + 63) / 64)
    var hasOddBeginnings = false
    for beginning in beginnings {
      let key = Int(beginning >> 16)
      begins[key >> 6] |= 1 << UInt64(key & 63)
      let place = LabelMatcher.place(beginning)
      places[place >> 6] |= 1 << UInt64(place & 63)
      let behind = UInt8(truncatingIfNeeded: beginning)
      if key >= 0xD800, key < 0xE000, beginning & 0xFF00 == 0, LabelMatcher.isLetter(behind) {
        let triple = (key - 0xD800) * 26 + Int(behind | 0x20) - 0x61
        triples[triple >> 6] |= 1 << UInt64(triple & 63)
      } else if key < 0x80, !LabelMatcher.isLetter(UInt8(key)) {
        hasOddBeginnings = true
      }
    }
    self.begins = begins
    self.beginnings = places
    letterTriples = triples
    self.hasOddBeginnings = hasOddBeginnings
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

  /// The bit of a beginning in ``beginnings``.
  @inline(__always)
  static func place(_ beginning: UInt32) -> Int { Int((beginning &* 0x9E37_79B1) >> 16) }

  /// The spellings of a beginning.
  @inline(__always)
  private func group(_ beginning: UInt32) -> Range<Int>? {
    let place = LabelMatcher.place(beginning)
    return beginnings[place >> 6] >> UInt64(place & 63) & 1 == 1 ? groups[beginning] : nil
  }

  /// How a spelling begins: its key, and the character behind that; 0 there when the key is all of it.
  private static func beginning(of bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
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

  /// A character as sixteen bits, never 0; letters in lower case.
  @inline(__always)
  static func unit(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> UInt16 {
    let lead = text[index]
    if lead < 0x80 { return max(UInt16(lower(lead)), 1) }
    if lead < 0xE0 {
      guard index + 1 < limit else { return 1 }
      return max(UInt16(lead & 0x1F) << 6 | UInt16(text[index + 1] & 0x3F), 1)
    }
    guard index + 2 < limit else { return 1 }
    return max(
      UInt16(lead & 0x0F) << 12 | UInt16(text[index + 1] & 0x3F) << 6
        | UInt16(text[index + 2] & 0x3F), 1)
  }

  /// A character as sixteen bits: its code point, or its lowest bits outside the basic plane.
  ///
  /// Two Latin letters together take the place of a surrogate, which text cannot hold: 676 of those 2,048.
  struct Key {
    var value: UInt16
    /// Bytes of the character.
    var width: Int
    /// Bytes that ``value`` stands for: two for a pair of letters.
    var span: Int { value >= 0xD800 && value < 0xE000 ? 2 : width }

    @inline(__always)
    static func of(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Key {
      let lead = text[index]
      if lead < 0x80 {
        let first = LabelMatcher.lower(lead)
        if first >= 0x61, first <= 0x7A, index + 1 < limit {
          let second = LabelMatcher.lower(text[index + 1])
          if second >= 0x61, second <= 0x7A {
            return Key(
              value: 0xD800 + UInt16(first - 0x61) * 26 + UInt16(second - 0x61), width: 1)
          }
        }
        return Key(value: UInt16(first), width: 1)
      }
      if lead < 0xE0 {
        guard index + 1 < limit else { return Key(value: 0, width: 1) }
        return Key(value: UInt16(lead & 0x1F) << 6 | UInt16(text[index + 1] & 0x3F), width: 2)
      }
      guard index + 2 < limit else { return Key(value: 0, width: 1) }
      let value =
        UInt16(lead & 0x0F) << 12 | UInt16(text[index + 1] & 0x3F) << 6
        | UInt16(text[index + 2] & 0x3F)
      return Key(value: value, width: lead < 0xF0 ? 3 : 4)
    }
  }

  /// Calls with the range of each spelling of a word that is a heading of some rule.
  func forEachHeadingSpelling(_ body: (Span<UInt8>, Int, Int) -> Void) {
    forEachSpelling { word, bytes, range in
      if words[word].isHeading { body(bytes, range.lowerBound, range.upperBound) }
    }
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

  /// The label that begins at a place, without regard to labels before it.
  func label(in text: Span<UInt8>, at place: Int, _ start: Int, _ end: Int) -> Label? {
    guard !spellings.isEmpty, place + 1 < end else { return nil }
    return match(text, place, end, Key.of(text, place, end), lowest: start)
  }

  func match(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int, _ key: Key, lowest: Int
  ) -> Label? {
    // A Latin word begins at a word's beginning.
    if key.span == 2, key.width == 1, start > 0, LabelMatcher.isLetter(text[start - 1]) {
      return nil
    }
    // The character behind, what parts the words of a label passed over.
    var next = start + key.span
    var skipped = 0
    while next < limit, skipped < 6 {
      let byte = text[next]
      if byte == 0x20 || byte == 0x5F || byte == 0x2D {
        next += 1
      } else if byte == 0xE3, next + 2 < limit, text[next + 1] == 0x80, text[next + 2] == 0x80 {
        next += 3
      } else {
        break
      }
      skipped += 1
    }
    let beginning = UInt32(key.value) << 16
    if next < limit,
      let range = group(beginning | UInt32(LabelMatcher.unit(text, next, limit))),
      let label = match(
        text, start, limit, range, lowest: lowest,
        third: third(text, next + LabelMatcher.width(text, next), limit))
    {
      return label
    }
    guard let range = group(beginning) else { return nil }
    return match(text, start, limit, range, lowest: lowest, third: nil)
  }

  /// Bytes of the character at a place.
  @inline(__always)
  private static func width(_ text: Span<UInt8>, _ place: Int) -> Int {
    text[place] < 0x80 ? 1 : text[place] < 0xE0 ? 2 : text[place] < 0xF0 ? 3 : 4
  }

  /// The character at a place, by which most spellings of a group are told from the text; `nil` where something stands
  /// that may part the words of a label.
  @inline(__always)
  private func third(_ text: Span<UInt8>, _ place: Int, _ limit: Int) -> UInt16? {
    // No spelling has it.
    guard place < limit else { return .max }
    let byte = text[place]
    if byte == 0x20 || byte == 0x5F || byte == 0x2D { return nil }
    if byte == 0xE3, place + 2 < limit, text[place + 1] == 0x80, text[place + 2] == 0x80 {
      return nil
    }
    return LabelMatcher.unit(text, place, limit)
  }

  private func match(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int, _ range: Range<Int>, lowest: Int,
    third: UInt16?
  ) -> Label? {
    for position in range {
      if let third, thirds[position] != third, thirds[position] != 0 { continue }
      let spelling = spellings[position]
      guard let end = matchEnd(text, start, limit, spelling) else { continue }
      if spelling.beginsLatin, start > lowest, LabelMatcher.isLetter(text[start - 1]) { continue }
      if spelling.endsLatin, end < limit, LabelMatcher.isLetter(text[end]) { continue }
      if spelling.beginsLatin, isPieceOfCode(text, start, end, limit, lowest, spelling) { continue }
      return Label(start: start, end: end, word: Int(spelling.word))
    }
    return nil
  }

  /// Whether Latin letters are rather a piece of a hexadecimal number than a label: one or two that touch a digit (`9cc2`),
  /// or fewer than three in a row directly behind a digit.
  private func isPieceOfCode(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ limit: Int, _ lowest: Int,
    _ spelling: LabelVocabulary.Spelling
  ) -> Bool {
    let isShort = spelling.count <= 2
    if isShort, end < limit, LabelMatcher.isDigit(text[end]) { return true }
    guard start > lowest, LabelMatcher.isDigit(text[start - 1]) else { return false }
    return isShort || start + 2 >= limit || !LabelMatcher.isLetter(text[start + 1])
      || !LabelMatcher.isLetter(text[start + 2])
  }

  /// Where a spelling that begins at `start` ends; `_`, `-` and blanks between its characters are passed over, as in
  /// `MY_NUMBER` and `氏　　名`.
  private func matchEnd(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int, _ spelling: LabelVocabulary.Spelling
  ) -> Int? {
    let first = Int(spelling.start)
    let count = Int(spelling.count)
    guard start + count <= limit else { return nil }
    let width = Key.of(text, start, limit).width
    var offset = width
    var position = start + width
    var skipped = 0
    while offset < count {
      guard position < limit else { return nil }
      if LabelMatcher.lower(text[position]) == bytes[first + offset] {
        offset += 1
        position += 1
        continue
      }
      // Only between whole characters, and not for ever.
      let atCharacter = bytes[first + offset] & 0xC0 != 0x80
      guard atCharacter, skipped < 6 else { return nil }
      let isPart = text[position] == 0x5F || text[position] == 0x2D || text[position] == 0x20
      if isPart, bytes[first + offset] < 0x80 {
        position += 1
      } else if text[position] == 0x20, bytes[first + offset] >= 0x80, count <= 12 {
        position += 1
      } else if count <= 12, position + 2 < limit, text[position] == 0xE3,
        text[position + 1] == 0x80, text[position + 2] == 0x80
      {
        position += 3
      } else {
        return nil
      }
      skipped += 1
    }
    return position
  }

  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    let lowered = byte | 0x20
    return lowered >= 0x61 && lowered <= 0x7A
  }
}
