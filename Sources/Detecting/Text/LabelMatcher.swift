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
  /// Spellings by their first two bytes (ASCII in lower case), longest first.
  private var buckets: [[Spelling]] = []
  /// Bucket number + 1 by the first two bytes; 0 where no word begins so.
  private var bucketOf: [UInt16] = Array(repeating: 0, count: 1 << 16)
  private var index: [String: Int] = [:]

  private struct Spelling: Sendable {
    var bytes: [UInt8]
    var word: Int
    var beginsLatin: Bool
    var endsLatin: Bool
  }

  init() {}

  /// Adds a word in all its spellings and lets the caller note what it says.
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
    for spelling in Spellings.all(of: text) where spelling.count >= 2 { insert(spelling, number) }
  }

  private mutating func insert(_ bytes: [UInt8], _ word: Int) {
    let key = Int(bytes[0]) << 8 | Int(bytes[1])
    if bucketOf[key] == 0 {
      buckets.append([])
      bucketOf[key] = UInt16(truncatingIfNeeded: buckets.count)
    }
    let bucket = Int(bucketOf[key]) - 1
    if buckets[bucket].contains(where: { $0.bytes == bytes }) { return }
    buckets[bucket].append(
      Spelling(
        bytes: bytes, word: word, beginsLatin: CompactText.isLatin(bytes[0]),
        endsLatin: CompactText.isLatin(bytes[bytes.count - 1])))
    buckets[bucket].sort { $0.bytes.count > $1.bytes.count }
  }

  /// All spellings of the words that are headings of some rule.
  var headingSpellings: [[UInt8]] {
    words.filter { !$0.strong.isEmpty || !$0.weak.isEmpty }.flatMap { Spellings.all(of: $0.text) }
  }

  /// Appends the labels of a range in order, the longest at each place, without overlap.
  func labels(in text: Span<UInt8>, _ start: Int, _ end: Int, into labels: inout [Label]) {
    var index = start
    while index + 1 < end {
      let first = LabelMatcher.lower(text[index])
      let second = LabelMatcher.lower(text[index + 1])
      let bucket = Int(bucketOf[Int(first) << 8 | Int(second)])
      if bucket != 0, let match = match(text, index, end, bucket - 1, lowest: start) {
        labels.append(match)
        index = match.end
      } else {
        index += first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      }
    }
  }

  private func match(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int, _ bucket: Int, lowest: Int
  ) -> Label? {
    candidates: for position in buckets[bucket].indices {
      let count = buckets[bucket][position].bytes.count
      let end = start + count
      guard end <= limit else { continue }
      for offset in 2..<max(2, count)
      where LabelMatcher.lower(text[start + offset]) != buckets[bucket][position].bytes[offset] {
        continue candidates
      }
      if buckets[bucket][position].beginsLatin, start > lowest,
        LabelMatcher.isLetter(text[start - 1])
      {
        continue
      }
      if buckets[bucket][position].endsLatin, end < limit, LabelMatcher.isLetter(text[end]) {
        continue
      }
      return Label(start: start, end: end, word: buckets[bucket][position].word)
    }
    return nil
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

/// The ways in which the same word is written in Japanese text.
enum Spellings {
  /// The word as it is (ASCII in lower case), with full-width Latin letters, and with half-width katakana.
  static func all(of word: String) -> [[UInt8]] {
    var result = [Array(word.utf8).map(LabelMatcher.lower)]
    let wide = String(
      String.UnicodeScalarView(
        word.unicodeScalars.map { scalar in
          scalar.value > 0x20 && scalar.value < 0x7F
            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
    if wide != word {
      result.append(Array(wide.utf8))
      let upper = String(
        String.UnicodeScalarView(
          wide.unicodeScalars.map { scalar in
            scalar.value >= 0xFF41 && scalar.value <= 0xFF5A
              ? Unicode.Scalar(scalar.value - 0x20) ?? scalar : scalar
          }))
      result.append(Array(upper.utf8))
    }
    var narrow = String.UnicodeScalarView()
    var changed = false
    for scalar in word.unicodeScalars {
      if let kana = halfWidthKana[scalar] {
        narrow.append(contentsOf: kana.unicodeScalars)
        changed = true
      } else {
        narrow.append(scalar)
      }
    }
    if changed { result.append(Array(String(narrow).utf8).map(LabelMatcher.lower)) }
    return result
  }

  private static let halfWidthKana: [Unicode.Scalar: String] = {
    let full = Array(
      "ァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロワヲンー".unicodeScalars)
    let half = Array("ｧｱｨｲｩｳｪｴｫｵｶｷｸｹｺｻｼｽｾｿﾀﾁｯﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓｬﾔｭﾕｮﾖﾗﾘﾙﾚﾛﾜｦﾝｰ".unicodeScalars)
    var table: [Unicode.Scalar: String] = [:]
    for (wide, narrow) in zip(full, half) { table[wide] = String(Character(narrow)) }
    let voiced = zip(
      Array("ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ".unicodeScalars), Array("ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎｳ".unicodeScalars))
    for (wide, narrow) in voiced { table[wide] = String(Character(narrow)) + "ﾞ" }
    for (wide, narrow) in zip(Array("パピプペポ".unicodeScalars), Array("ﾊﾋﾌﾍﾎ".unicodeScalars)) {
      table[wide] = String(Character(narrow)) + "ﾟ"
    }
    return table
  }()
}
