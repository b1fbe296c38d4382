import Inventory
import Rules

/// Finds the words that speak for categories of persons.
struct SignMatcher: Sendable {
  let labels: LabelMatcher
  let wordCount: Int

  /// - Parameter labels: Which have the numbers of words as rules that they are near.
  init(labels: LabelMatcher, wordCount: Int) {
    self.labels = labels
    self.wordCount = wordCount
  }

  /// - Parameter words: As ``SignVocabulary/Word/text``, by number.
  init(_ words: [String]) {
    var labels = LabelVocabulary(words: words.count)
    for (number, word) in words.enumerated() { labels.add(word) { $0.near.insert(number) } }
    self.init(labels: LabelMatcher(labels), wordCount: words.count)
  }

  /// That of the words that are to be counted.
  ///
  /// - Parameter compiled: That of the program's own words, where they have been made ready before.
  static func of(_ words: CountedWords, _ rules: RuleSet, compiled: SignMatcher?) -> SignMatcher {
    if words.others.isEmpty, let compiled, compiled.wordCount == words.builtIn { return compiled }
    let own = words.builtIn > 0 ? rules.kinds.vocabulary.words.map(\.text) : []
    return SignMatcher(own.prefix(words.builtIn) + words.others)
  }
}

/// How often each sign stands in one document.
struct SignTally {
  private let matcher: SignMatcher
  private var headings: [Int: Int] = [:]
  /// By word; empty until one was met.
  private var text: [UInt8] = []
  private var textBudget = 256 << 10

  init(_ matcher: SignMatcher) { self.matcher = matcher }

  /// The words that stand in a heading, as often as they do.
  func words(inHeading heading: String) -> [Int] {
    guard matcher.wordCount > 0 else { return [] }
    let bytes = Self.oneLine(heading)
    var found: [LabelMatcher.Label] = []
    matcher.labels.labels(in: bytes.span, 0, bytes.count, into: &found)
    found.removeAll { Self.isPart($0, of: bytes) }
    return found.flatMap { matcher.labels.sense(of: $0.word).near }
  }

  /// A heading of several lines as one: 採用 and 区分 below it are 採用区分.
  private static func oneLine(_ heading: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in heading.utf8 {
      if byte != 0x0A, byte != 0x0D {
        bytes.append(byte)
      } else if let last = bytes.last, last < 0x80 {
        bytes.append(0x20)
      }
    }
    return bytes
  }

  /// Whether a word of one character is a part of a longer one: 組 in 組合員 is no class of a school.
  private static func isPart(_ label: LabelMatcher.Label, of bytes: [UInt8]) -> Bool {
    guard label.end - label.start == 3, bytes[label.start] >= 0xE0 else { return false }
    // Ideographs of three bytes begin with E4...E9.
    return label.end < bytes.count && (0xE4...0xE9).contains(bytes[label.end])
      || LineScanner.isWithinWord(label, bytes.span)
  }

  /// Counts the words of a heading.
  mutating func count(heading words: [Int]) {
    for word in words { headings[word, default: 0] += 1 }
  }

  /// Counts the signs of running text; only the first 256 KiB of a document are looked at, which is plenty to tell.
  mutating func countText(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    guard matcher.wordCount > 0, textBudget > 0 else { return }
    textBudget -= end - start
    var found: [LabelMatcher.Label] = []
    matcher.labels.labels(in: bytes, start, end, into: &found)
    guard !found.isEmpty else { return }
    if text.isEmpty { text = Array(repeating: 0, count: matcher.wordCount) }
    for label in found {
      for word in matcher.labels.sense(of: label.word).near where text[word] < .max {
        text[word] += 1
      }
    }
  }

  var signs: [Sign] {
    if text.isEmpty {
      return headings.keys.sorted().map { Sign(word: $0, headings: headings[$0] ?? 0, text: 0) }
    }
    return text.indices.compactMap { word in
      let inHeadings = headings[word] ?? 0
      return inHeadings > 0 || text[word] > 0
        ? Sign(word: word, headings: inHeadings, text: Int(text[word])) : nil
    }
  }
}
