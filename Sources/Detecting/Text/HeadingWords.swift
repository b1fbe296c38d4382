/// The heading words of all rules as they are written, to know a heading row or a label cell at a glance.
struct HeadingWords: Sendable {
  private let labels: LabelMatcher
  /// One bit for each look of a word: its first and last byte and its length.
  private(set) var looks = [UInt64](repeating: 0, count: 1_024)

  init(_ labels: LabelMatcher) {
    self.labels = labels
    let bytes = labels.bytes
    let isHeading = labels.senses.map(\.isHeading)
    for spelling in labels.spellings
    where isHeading[Int(labels.words[Int(spelling.word)].sense)] {
      let start = Int(spelling.start)
      let look = Self.look(bytes.span, start, start + Int(spelling.count))
      looks[look >> 6] |= 1 << UInt64(look & 63)
    }
  }

  /// - Parameter looks: As they were found in the same words before.
  init(_ labels: LabelMatcher, looks: [UInt64]) {
    self.labels = labels
    self.looks = looks
  }

  /// Whether a word may stand there, before it is looked up; what is not empty may be asked for.
  func mayContain(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let look = Self.look(text, start, end)
    return looks[look >> 6] >> UInt64(look & 63) & 1 != 0
  }

  /// Whether these bytes are a heading word in one of its spellings.
  func contains(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    start < end && mayContain(text, start, end) && labels.isHeading(text, start, end)
  }

  private static func look(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    (Int(text[start]) ^ Int(text[end - 1]) << 3 ^ (end - start) << 8) & 0xFFFF
  }
}

extension LabelMatcher {
  /// Whether some spelling of a heading is exactly these bytes.
  ///
  /// - Complexity: O(log *n*) in the spellings that begin alike, and those of the same length.
  fileprivate func isHeading(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard let group = group(LabelMatcher.beginning(of: text, start, end)) else { return false }
    // The longest stand first.
    let count = end - start
    var place = group.lowerBound
    var above = group.upperBound
    while place < above {
      let middle = (place + above) / 2
      if Int(spellings[middle].count) > count { place = middle + 1 } else { above = middle }
    }
    while place < group.upperBound, Int(spellings[place].count) == count {
      if isSpelling(place, text, start), senses[senseIndex(ofSpelling: place)].isHeading {
        return true
      }
      place += 1
    }
    return false
  }

  private func senseIndex(ofSpelling spelling: Int) -> Int {
    Int(words[Int(spellings[spelling].word)].sense)
  }

  private func isSpelling(_ spelling: Int, _ text: Span<UInt8>, _ start: Int) -> Bool {
    let first = Int(spellings[spelling].start)
    for offset in 0..<Int(spellings[spelling].count)
    where bytes[first + offset] != text[start + offset] {
      return false
    }
    return true
  }
}
