import Inventory

/// Finds the label words of all rules in running text, as they stand: any width of kana and Latin letters, any case.
struct LabelMatcher: Sendable {
  /// A label in a line.
  struct Label: Equatable {
    /// First byte in the lent text.
    var start: Int
    /// One past its last byte.
    var end: Int
    /// The word: index into ``words``.
    var word: Int
  }

  /// What a word says.
  struct Word: Sendable {
    /// As written in the rule.
    var text: String
    /// Rules for which the word is a strong heading.
    var strong: [Int] = []
    var weak: [Int] = []
    /// Rules for which it is a word that stands near their values.
    var near: [Int] = []
    /// Rules against which it speaks.
    var against: [Int] = []
  }

  private(set) var words: [Word] = []
  private var index: [String: Int] = [:]
  /// All spellings, one after another.
  private var bytes: [UInt8] = []
  private var spellings: [Spelling] = []
  /// First spelling of each pair of first bytes (ASCII in lower case); the next pair's first one ends it.
  private var firstOfPair: [UInt32] = []

  private struct Spelling: Sendable {
    var start: Int32
    var count: Int32
    var word: Int32
    var beginsLatin: Bool
    var endsLatin: Bool
  }

  init() {}

  /// Adds a word and lets the caller note what it says; ``seal()`` makes the words ready.
  mutating func add(_ text: String, _ note: (inout Word) -> Void) {
    if let known = index[text] {
      note(&words[known])
      return
    }
    var word = Word(text: text)
    note(&word)
    let number = words.count
    index[text] = number
    words.append(word)
    for range in Spellings.append(text, to: &bytes) where range.count >= 2 {
      spellings.append(
        Spelling(
          start: Int32(truncatingIfNeeded: range.lowerBound),
          count: Int32(truncatingIfNeeded: range.count),
          word: Int32(truncatingIfNeeded: number),
          beginsLatin: CompactText.isLatin(bytes[range.lowerBound]),
          endsLatin: CompactText.isLatin(bytes[range.upperBound - 1])))
    }
  }

  /// Sorts the spellings for look-up: by their first two bytes, the longest first.
  mutating func seal() {
    index = [:]
    var counts: [UInt32] = Array(repeating: 0, count: (1 << 16) + 1)
    for spelling in spellings { counts[pair(spelling) + 1] += 1 }
    for position in 1...(1 << 16) { counts[position] += counts[position - 1] }
    firstOfPair = counts
    var sorted = spellings
    for spelling in spellings {
      let key = pair(spelling)
      // Insertion keeps each bucket sorted; buckets are short.
      var position = Int(counts[key])
      counts[key] += 1
      while position > Int(firstOfPair[key]), sorted[position - 1].count < spelling.count {
        sorted[position] = sorted[position - 1]
        position -= 1
      }
      sorted[position] = spelling
    }
    spellings = sorted
  }

  private func pair(_ spelling: Spelling) -> Int {
    Int(bytes[Int(spelling.start)]) << 8 | Int(bytes[Int(spelling.start) + 1])
  }

  /// Calls with the range of each spelling of a word that is a heading of some rule.
  func forEachHeadingSpelling(_ body: (Span<UInt8>, Int, Int) -> Void) {
    for spelling in spellings {
      let word = words[Int(spelling.word)]
      guard !word.strong.isEmpty || !word.weak.isEmpty else { continue }
      body(bytes.span, Int(spelling.start), Int(spelling.start + spelling.count))
    }
  }

  /// Appends the labels of a range in order, the longest at each place, without overlap.
  func labels(in text: Span<UInt8>, _ start: Int, _ end: Int, into labels: inout [Label]) {
    var index = start
    while index + 1 < end {
      let first = LabelMatcher.lower(text[index])
      let second = LabelMatcher.lower(text[index + 1])
      let pair = Int(first) << 8 | Int(second)
      let low = firstOfPair[pair]
      let high = firstOfPair[pair + 1]
      if low != high, let match = match(text, index, end, Int(low)..<Int(high), lowest: start) {
        labels.append(match)
        index = match.end
      } else {
        index += first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      }
    }
  }

  private func match(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int, _ candidates: Range<Int>, lowest: Int
  ) -> Label? {
    for position in candidates {
      let spelling = spellings[position]
      guard let end = matchEnd(text, start, limit, spelling) else { continue }
      if spelling.beginsLatin, start > lowest, LabelMatcher.isLetter(text[start - 1]) { continue }
      if spelling.endsLatin, end < limit, LabelMatcher.isLetter(text[end]) { continue }
      return Label(start: start, end: end, word: Int(spelling.word))
    }
    return nil
  }

  /// Where a spelling that begins at `start` ends; `_`, `-` and blanks between its characters are passed over, as in
  /// `MY_NUMBER` and `氏　　名`.
  private func matchEnd(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int, _ spelling: Spelling
  ) -> Int? {
    let first = Int(spelling.start)
    let count = Int(spelling.count)
    guard start + count <= limit else { return nil }
    var offset = 2
    var position = start + 2
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
      if text[position] == 0x5F || text[position] == 0x2D, bytes[first + offset] < 0x80 {
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
  static func isLetter(_ byte: UInt8) -> Bool {
    let lowered = byte | 0x20
    return lowered >= 0x61 && lowered <= 0x7A
  }
}
