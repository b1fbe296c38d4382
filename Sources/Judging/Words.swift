internal import Inventory

/// Words as signs are compared: spellings folded, small letters, no blanks.
enum Words {
  /// The folded form of a word.
  static func folded(_ text: String) -> String {
    String(decoding: folded(Array(text.utf8)), as: UTF8.self)
  }

  /// The folded form of bytes.
  static func folded(_ bytes: [UInt8]) -> [UInt8] {
    TextFolding.folded(bytes.span).compactMap { byte in
      switch byte {
      case 0x41...0x5A: byte + 0x20
      case 0x20, 0x09: nil
      default: byte
      }
    }
  }

  /// Whether a text holds a part, both folded.
  static func contains(_ text: String, _ part: String) -> Bool {
    let text = folded(Array(text.utf8))
    let part = folded(Array(part.utf8))
    guard !part.isEmpty, part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}

/// Finds the words of a vocabulary in names of folders and files.
struct WordMatcher: Sendable {
  private let words: [[UInt8]]
  /// Words by their first byte and, where there are more, the second and third; longest first.
  private let byBeginning: [UInt32: [Int]]

  init(_ words: [String]) {
    self.words = words.map { Words.folded(Array($0.utf8)) }
    var byBeginning: [UInt32: [Int]] = [:]
    for (index, word) in self.words.enumerated() where !word.isEmpty {
      byBeginning[Self.beginning(word, at: 0), default: []].append(index)
    }
    let sorted = self.words
    self.byBeginning = byBeginning.mapValues { indexes in
      indexes.sorted { (sorted[$0].count, $1) > (sorted[$1].count, $0) }
    }
  }

  /// The words in a name, each once, the longest where several begin at the same place; a word of ASCII letters must stand alone.
  func words(in name: [UInt8]) -> [Int] {
    let text = Words.folded(name)
    var found: [Int] = []
    var index = 0
    while index < text.count {
      if let word = word(in: text, at: index) {
        if !found.contains(word) { found.append(word) }
        index += words[word].count
      } else {
        index += 1
      }
    }
    return found
  }

  private func word(in text: [UInt8], at index: Int) -> Int? {
    // A character of several bytes begins with a byte that is no continuation.
    guard text[index] & 0xC0 != 0x80 else { return nil }
    for length in [3, 2, 1] where index + length <= text.count {
      guard let candidates = byBeginning[Self.beginning(text, at: index, length: length)] else {
        continue
      }
      for candidate in candidates where matches(words[candidate], text, at: index) {
        return candidate
      }
    }
    return nil
  }

  private func matches(_ word: [UInt8], _ text: [UInt8], at index: Int) -> Bool {
    guard index + word.count <= text.count else { return false }
    for offset in 0..<word.count where word[offset] != text[index + offset] { return false }
    let end = index + word.count
    if let first = word.first, Self.isLetter(first), index > 0, Self.isLetter(text[index - 1]) {
      return false
    }
    if let last = word.last, Self.isLetter(last), end < text.count, Self.isLetter(text[end]) {
      return false
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func beginning(_ bytes: [UInt8], at index: Int, length: Int = 3) -> UInt32 {
    var key: UInt32 = 0
    for byte in bytes[index..<min(index + length, bytes.count)] { key = key << 8 | UInt32(byte) }
    return key
  }
}
