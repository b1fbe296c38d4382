internal import CScanKernels

/// The words that ``LineTriage`` looks for, as its tables.
///
/// Characters are UTF-16 units; ASCII is in lower case, every control character is a blank.
package struct TriageWords: Sendable {
  private(set) var characters = [UInt32](repeating: 0, count: 1 << 16)
  private(set) var callings = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var cares = [UInt64](repeating: 0, count: 1 << 10)
  /// Nodes of 32 numbers: whether a word ends, the next node for each letter, whether something else follows.
  private(set) var latin = [UInt16](repeating: 0, count: 32)
  private(set) var latinBeginnings = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var latinWholes = [UInt64](repeating: 0, count: 1 << 10)
  private var isLatinFull = false
  /// Whether patterns of the organisation may match any word of letters and digits.
  package var hasOwnPatterns = false

  package init() {
    for unit in Self.special { characters[Int(unit)] |= UInt32(TANAOROSHI_SPECIAL) }
    for unit in Self.numerals { characters[Int(unit)] |= UInt32(TANAOROSHI_NUMERAL) }
    for unit in Self.gaps { characters[Int(unit)] |= UInt32(TANAOROSHI_GAP_CHARACTER) }
    // 普通 and 当座 ride on the last bucket.
    addPair(0x666E, 0x901A, bucket: 6)
    addPair(0x5F53, 0x5EA7, bucket: 6)
  }

  /// Marks, brackets, 市区町村, 生, digits in full width and circles, and whatever folds into something else.
  private static let special: [UInt16] =
    [
      0x3A, 0x3D, 0x5D, 0x7C, 0xFF1A, 0xFF1D, 0xFF3D, 0xFF5C, 0x3011, 0x2192, 0x2502, 0x3009,
      0x300D, 0x28, 0xFF08, 0x63, 0xFF43, 0xFF23, 0x5E02, 0x533A, 0x753A, 0x6751, 0x751F, 0xFF20,
      0x7F, 0x85, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0xFEFF, 0xFFFF,
    ] + Array(0xFF10...0xFF19) + Array(0x2460...0x2468) + Array(0x300...0x36F)
    + Array(0x2000...0x200F) + Array(0xFE00...0xFE0F) + Array(0x3099...0x309C)
    + Array(0xFF66...0xFF9F) + Array(0x80...0x84) + Array(0x86...0x9F)

  /// Digits in ASCII, full width, circles and kanji, 無 (無番地), and half-width kana and rare kanji, which may be one.
  private static let numerals: [UInt16] =
    Array(0x30...0x39) + Array(0xFF10...0xFF19) + Array(0x2460...0x2468)
    + Array(0xFF66...0xFF9F)
    + [
      0xFFFF, 0x7121, 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B,
      0x4E5D, 0x5341, 0x96F6, 0x58F1, 0x5F10, 0x53C2,
    ]

  /// What may part a label and its value.
  private static let gaps: [UInt16] = [
    0x20, 0x3A, 0x3D, 0x5D, 0x7C, 0xFF1A, 0xFF1D, 0x3000, 0x3011, 0x300D, 0xFF5C, 0x2502, 0xFF3D,
  ]

  private mutating func addPair(_ first: UInt16, _ second: UInt16, bucket: Int) {
    characters[Int(first)] |= 1 << UInt32(bucket)
    characters[Int(second)] |= 1 << UInt32(bucket + 8)
  }

  private static func number(_ first: UInt16, _ second: UInt16) -> Int {
    Int(tanaoroshi_pair(UInt32(first), UInt32(second)) & 0xFFFF)
  }

  /// Adds how a honorific, a post or a self-introduction begins; `second` is 0 when one character is all of it.
  package mutating func addCalling(_ first: UInt16, _ second: UInt16) {
    guard second != 0 else {
      characters[Int(first)] |= UInt32(TANAOROSHI_SINGLE)
      return
    }
    addPair(first, second, bucket: Int(first) % 6)
    let pair = Self.number(first, second)
    callings[pair >> 6] |= 1 << UInt64(pair & 63)
  }

  /// Adds how a label of special care begins.
  package mutating func addCare(_ first: UInt16, _ second: UInt16) {
    addPair(first, second, bucket: 6)
    // Blanks and dashes may part the characters of a label.
    for separator: UInt16 in [0x20, 0x3000, 0x2D, 0x5F] { addPair(first, separator, bucket: 6) }
    let pair = Self.number(first, second)
    cares[pair >> 6] |= 1 << UInt64(pair & 63)
  }

  /// Adds how a label of names or of the sex ends.
  package mutating func addLabelEnd(_ last: UInt16) {
    characters[Int(last)] |= UInt32(TANAOROSHI_LABEL_END)
  }

  /// Adds a label that is all ASCII and begins with a letter.
  package mutating func addLatin(_ word: Span<UInt8>) {
    guard !isLatinFull else { return }
    noteBeginnings(word)
    var node = 0
    for index in word.indices {
      let letter = (word[index] | 0x20) &- 0x61
      guard letter < 26 else {
        latin[node * 32 + 27] = 1
        return
      }
      let slot = node * 32 + 1 + Int(letter)
      if latin[slot] == 0 {
        let next = latin.count / 32
        guard next < 0x7FFF else {
          // Without a trie every word counts as a label.
          isLatinFull = true
          return
        }
        latin.append(contentsOf: repeatElement(0, count: 32))
        latin[slot] = UInt16(next)
      }
      node = Int(latin[slot])
    }
    latin[node * 32] = 1
  }

  /// Notes what a word begins with, up to eight letters: a word of a text may be a part of it before a blank or dash.
  private mutating func noteBeginnings(_ word: Span<UInt8>) {
    var letters: UInt64 = 0
    var place = 0
    for index in 0..<min(8, word.count) {
      let lowered = word[index] | 0x20
      guard lowered &- 0x61 < 26 else {
        latinWholes[place >> 6] |= 1 << UInt64(place & 63)
        return
      }
      letters |= UInt64(lowered) << UInt64(index * 8)
      place = Int(tanaoroshi_word_place(letters))
      latinBeginnings[place >> 6] |= 1 << UInt64(place & 63)
    }
    if word.count <= 8 || (word[8] | 0x20) &- 0x61 >= 26 {
      latinWholes[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  var latinNodes: Int { isLatinFull ? 0 : latin.count / 32 }
}

/// Tells which lines of a text may hold something: one pass over blocks of 64 bytes, then over the characters of lines that are not ASCII.
///
/// It may take a line for one that holds something; it never passes over one that does.
package final class LineTriage {
  /// What a line may hold.
  ///
  /// Numbers as in `Triage.h`, written out so that they are inlined into other modules, as the set algebra of an
  /// `OptionSet` would not be; a test holds the two together.
  package struct Flags: Sendable {
    package let rawValue: UInt32
    @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Whether any of some flags is set.
    @inlinable package func hasAny(_ flags: Flags) -> Bool { rawValue & flags.rawValue != 0 }

    /// Numbers that a label, their groups or their shape may explain.
    @inlinable package static var numbers: Flags { Flags(rawValue: 1) }
    /// Numbers that only their own shape may explain: candidates say where.
    @inlinable package static var tokens: Flags { Flags(rawValue: 2) }
    @inlinable package static var mail: Flags { Flags(rawValue: 4) }
    /// Characters that cannot be judged by themselves.
    @inlinable package static var odd: Flags { Flags(rawValue: 8) }
    /// 生 behind what may end a date.
    @inlinable package static var born: Flags { Flags(rawValue: 16) }
    @inlinable package static var account: Flags { Flags(rawValue: 32) }
    /// Any digit.
    @inlinable package static var digits: Flags { Flags(rawValue: 64) }
    /// A short line that may be one number and nothing else.
    @inlinable package static var short: Flags { Flags(rawValue: 128) }
    /// Longer than ``LineTriage/longLine``.
    @inlinable package static var long: Flags { Flags(rawValue: 256) }
    /// All ASCII, with the label of some data.
    @inlinable package static var labelled: Flags { Flags(rawValue: 2048) }
    /// More candidates than there was room for.
    @inlinable package static var full: Flags { Flags(rawValue: 512) }
  }

  /// What a candidate is.
  package enum Kind: UInt32, Sendable {
    case calling = 1
    case mark, reading, municipality, gap, care, token
  }

  /// A line that may hold something.
  package struct Line: Sendable {
    /// First byte in the text.
    package var start: Int
    /// One past the last byte, the line's end left out.
    package var end: Int
    /// Number of the line in the text; 0-based.
    package var number: Int
    package var flags: Flags
    /// Numbers of its candidates, ascending by place but for tokens.
    package var candidates: Range<Int>
  }

  /// Lines longer than this are only told, not looked into.
  package let longLine: Int
  private let words: TriageWords
  private let level: KernelLevel
  private var classes: [tanaoroshi_classes] = []
  private var tokens: [UInt64] = []
  private var labels: [UInt64] = []
  private var lines = [tanaoroshi_line](repeating: tanaoroshi_line(), count: 64)
  private var found = [tanaoroshi_candidate](
    repeating: tanaoroshi_candidate(), count: 8_192)
  private var progress = tanaoroshi_progress()

  package init(_ words: TriageWords, longLine: Int, level: KernelLevel = .best) {
    self.words = words
    self.longLine = longLine
    self.level = level
  }

  /// Lines passed that were not empty, long ones left out.
  package var filledLines: Int { Int(progress.filled) }
  /// Lines passed that begin as articles of regulations do.
  package var articles: Int { Int(progress.articles) }

  /// Looks over a text of less than 4 GiB, before its lines are asked for.
  package func begin(_ text: Span<UInt8>) {
    precondition(text.count < Int(UInt32.max))
    progress = tanaoroshi_progress()
    let blocks = (text.count + 63) / 64
    if classes.count < blocks + 1 {
      classes = Array(repeating: tanaoroshi_classes(), count: blocks + 1)
      tokens = Array(repeating: 0, count: blocks + 1)
      labels = Array(repeating: 0, count: blocks + 1)
    }
    let count = text.count
    let level = level.code
    // Safety: the arrays have an element for each block of the text; nothing keeps a pointer.
    unsafe text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return }
      unsafe classes.withUnsafeMutableBufferPointer { classes in
        unsafe tanaoroshi_classify(base, count, classes.baseAddress, level)
        unsafe tokens.withUnsafeMutableBufferPointer { tokens in
          unsafe labels.withUnsafeMutableBufferPointer { labels in
            unsafe Self.withWords(words) { words in
              unsafe tanaoroshi_mark(
                base, count, classes.baseAddress, words, tokens.baseAddress, labels.baseAddress,
                level)
            }
          }
        }
      }
    }
  }

  /// Finds the next lines; their number, 0 at the text's end.
  ///
  /// - Parameter text: The same as for ``begin(_:)``.
  package func next(_ text: Span<UInt8>) -> Int {
    let count = text.count
    precondition(classes.count * 64 > count)
    let longLine = UInt32(truncatingIfNeeded: longLine)
    let level = level.code
    // Safety: as above; the kernel writes at most as many elements as the arrays have.
    return unsafe text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress else { return 0 }
      return unsafe lines.withUnsafeMutableBufferPointer { lines in
        unsafe found.withUnsafeMutableBufferPointer { found in
          unsafe Self.withWords(words) { words in
            unsafe tanaoroshi_triage(
              base, count, classes, tokens, labels, words, longLine, &progress,
              lines.baseAddress, lines.count, found.baseAddress, found.count, level)
          }
        }
      }
    }
  }

  private static func withWords<Result>(
    _ words: TriageWords, _ body: (UnsafePointer<tanaoroshi_words>) -> Result
  ) -> Result {
    // Safety: the tables live as long as the call.
    unsafe words.characters.withUnsafeBufferPointer { characters in
      unsafe words.callings.withUnsafeBufferPointer { callings in
        unsafe words.cares.withUnsafeBufferPointer { cares in
          unsafe words.latin.withUnsafeBufferPointer { latin in
            unsafe words.latinBeginnings.withUnsafeBufferPointer { beginnings in
              unsafe words.latinWholes.withUnsafeBufferPointer { wholes in
                var pointers = unsafe tanaoroshi_words(
                  characters: characters.baseAddress, callings: callings.baseAddress,
                  cares: cares.baseAddress, latin: latin.baseAddress,
                  latin_beginnings: beginnings.baseAddress, latin_wholes: wholes.baseAddress,
                  latin_nodes: words.latinNodes,
                  own_patterns: words.hasOwnPatterns ? 1 : 0)
                return unsafe body(&pointers)
              }
            }
          }
        }
      }
    }
  }

  /// A line of those that ``next(_:)`` found.
  package func line(_ index: Int) -> Line {
    let line = lines[index]
    return Line(
      start: Int(line.start), end: Int(line.end), number: Int(line.line),
      flags: Flags(rawValue: line.flags), candidates: Int(line.first)..<Int(line.first + line.count)
    )
  }

  /// A candidate by its number.
  package func candidate(_ index: Int) -> (place: Int, kind: Kind) {
    (Int(found[index].place), Kind(rawValue: found[index].kind) ?? .mark)
  }
}
