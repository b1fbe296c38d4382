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
  /// First spelling of each first character (``Key``); the next one's first ends it.
  private var firstOfKey: [UInt16] = []
  /// Which characters begin a spelling, one bit each: small enough to stay in the nearest cache.
  private var begins: [UInt64] = []
  /// Which characters stand second in a spelling.
  private var goesOn: [UInt64] = []
  /// Which characters are a spelling by themselves.
  private var alone: [UInt64] = []

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

  /// Sorts the spellings for look-up: by their first character, the longest first.
  mutating func seal() {
    index = [:]
    begins = Array(repeating: 0, count: 1 << 10)
    goesOn = Array(repeating: 0, count: 1 << 10)
    alone = Array(repeating: 0, count: 1 << 10)
    let bytes = bytes
    let keys = spellings.map { Key.of(bytes.span, Int($0.start), bytes.count) }
    let order = spellings.indices.sorted {
      (keys[$0].value, spellings[$1].count, $0) < (keys[$1].value, spellings[$0].count, $1)
    }
    firstOfKey = Array(repeating: 0, count: 1 << 16)
    for (position, number) in order.enumerated() {
      let key = keys[number]
      let value = Int(key.value)
      begins[value >> 6] |= 1 << UInt64(value & 63)
      if position == 0 || keys[order[position - 1]].value != key.value {
        firstOfKey[value] = UInt16(truncatingIfNeeded: position)
      }
      let second = Int(spellings[number].start) + key.width
      if second < Int(spellings[number].start + spellings[number].count) {
        let next = Int(Key.of(bytes.span, second, bytes.count).value)
        goesOn[next >> 6] |= 1 << UInt64(next & 63)
      } else {
        alone[value >> 6] |= 1 << UInt64(value & 63)
      }
    }
    spellings = order.map { spellings[$0] }
    keyOfSpelling = order.map { keys[$0].value }
  }

  /// The first character of each spelling, in the order of ``spellings``.
  private var keyOfSpelling: [UInt16] = []

  /// A character as sixteen bits: its code point, or its lowest bits outside the basic plane.
  ///
  /// Two Latin letters together take the place of a surrogate, which text cannot hold: 676 of those 2,048.
  private struct Key {
    var value: UInt16
    /// Bytes of the character.
    var width: Int

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
    for spelling in spellings {
      let word = words[Int(spelling.word)]
      guard !word.strong.isEmpty || !word.weak.isEmpty else { continue }
      body(bytes.span, Int(spelling.start), Int(spelling.start + spelling.count))
    }
  }

  /// Appends the labels of a range in order, the longest at each place, without overlap.
  func labels(in text: Span<UInt8>, _ start: Int, _ end: Int, into labels: inout [Label]) {
    guard !spellings.isEmpty else { return }
    let begins = begins.span
    var index = start
    while index + 1 < end {
      let key = Key.of(text, index, end)
      let value = Int(key.value)
      if begins[value >> 6] >> UInt64(value & 63) & 1 == 1, mayGoOn(text, index, key, end),
        let match = match(text, index, end, key.value, lowest: start)
      {
        labels.append(match)
        index = match.end
      } else {
        index += key.width
      }
    }
  }

  /// Whether a spelling can go on as the text does behind its first character.
  @inline(__always)
  private func mayGoOn(_ text: Span<UInt8>, _ start: Int, _ key: Key, _ end: Int) -> Bool {
    let own = Int(key.value)
    // Two letters are known to fit; a Latin word begins at a word's beginning.
    if own >= 0xD800, own < 0xE000 {
      return start == 0 || !LabelMatcher.isLetter(text[start - 1])
    }
    if alone[own >> 6] >> UInt64(own & 63) & 1 == 1 { return true }
    let index = start + key.width
    guard index < end else { return false }
    let byte = text[index]
    if byte == 0x20 || byte == 0x5F || byte == 0x2D { return true }
    let value = Int(Key.of(text, index, end).value)
    return goesOn[value >> 6] >> UInt64(value & 63) & 1 == 1 || value == 0x3000
  }

  private func match(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int, _ key: UInt16, lowest: Int
  ) -> Label? {
    var position = Int(firstOfKey[Int(key)])
    while position < spellings.count, keyOfSpelling[position] == key {
      let spelling = spellings[position]
      position += 1
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
  static func isLetter(_ byte: UInt8) -> Bool {
    let lowered = byte | 0x20
    return lowered >= 0x61 && lowered <= 0x7A
  }
}
