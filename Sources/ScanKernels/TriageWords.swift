internal import CScanKernels

/// The words that ``LineTriage`` looks for, as its tables.
///
/// Characters are UTF-16 units; ASCII is in lower case, every control character is a blank.
package struct TriageWords: Sendable {
  private(set) var characters = [UInt32](repeating: UInt32(TANAOROSHI_ANY), count: 1 << 16)
  private(set) var pairs = [UInt8](repeating: 0, count: 1 << 16)
  private(set) var longCallings = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var labelBeginnings = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var labelEnds = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var careWords = [UInt64](repeating: .max, count: 1 << 10)
  /// Nodes of 32 numbers: whether a word ends, the next node for each letter, whether something else follows.
  private(set) var latin = [UInt16](repeating: 0, count: 32)
  private(set) var latinBeginnings = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var latinWholes = [UInt64](repeating: 0, count: 1 << 10)
  private var isLatinFull = false
  private static let emptyNode = [UInt16](repeating: 0, count: 32)
  /// Whether patterns of the organisation may match any word of letters and digits.
  package var hasOwnPatterns = false

  package init() {
    for unit in Self.special { addOdd(unit) }
    for unit in Self.numerals { characters[Int(unit)] |= UInt32(TANAOROSHI_NUMERAL) }
    for unit: UInt16 in [0x3001, 0x3002] { characters[Int(unit)] |= UInt32(TANAOROSHI_STOP) }
    for unit in Self.gaps { characters[Int(unit)] |= Self.second(TANAOROSHI_LABEL_END) }
    for unit in Self.townEnds { characters[Int(unit)] |= UInt32(TANAOROSHI_TOWN) }
    for unit in Self.neverBeforeTownEnds { characters[Int(unit)] |= UInt32(TANAOROSHI_NO_TOWN) }
    // 第 at a line's beginning.
    addPair(0x20, 0x7B2C, bucket: 9, TANAOROSHI_PAIR_ARTICLE)
    addPair(0x666E, 0x901A, bucket: 9, TANAOROSHI_PAIR_ACCOUNT)
    addPair(0x5F53, 0x5EA7, bucket: 9, TANAOROSHI_PAIR_ACCOUNT)
    // 普, 当 and 貯 before a closing bracket.
    for unit: UInt16 in [0x666E, 0x5F53, 0x8CAF] {
      for bracket: UInt16 in [0x29, 0xFF09] {
        addPair(unit, bracket, bucket: 9, TANAOROSHI_PAIR_ACCOUNT)
      }
    }
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

  /// 市区町村.
  private static let townEnds: [UInt16] = [0x5E02, 0x533A, 0x753A, 0x6751]

  /// What stands directly before 市区町村 in no municipality's name: a blank, 、。 and がとをやにでへ.
  ///
  /// Scripts/build-words asserts it of Japan Post's list.
  private static let neverBeforeTownEnds: [UInt16] = [
    0x20, 0x3000, 0x3001, 0x3002, 0x304C, 0x3068, 0x3092, 0x3084, 0x306B, 0x3067, 0x3078,
  ]

  /// What may part a label and its value.
  private static let gaps: [UInt16] = [
    0x20, 0x3A, 0x3D, 0x5D, 0x7C, 0xFF1A, 0xFF1D, 0x3000, 0x3011, 0x300D, 0xFF5C, 0x2502, 0xFF3D,
  ]

  /// A bit of a first character as that of a second one.
  private static func second(_ bit: Int) -> UInt32 { UInt32(bit) << UInt32(TANAOROSHI_SECOND) }

  private mutating func addPair(_ first: UInt16, _ second: UInt16, bucket: Int, _ kind: Int) {
    meet(first, second, bucket)
    pairs[Int(tanaoroshi_pair(UInt32(first), UInt32(second)) & 0xFFFF)] |= UInt8(kind)
  }

  /// Has two characters be looked at when they stand together.
  private mutating func meet(_ first: UInt16, _ second: UInt16, _ bucket: Int) {
    characters[Int(first)] |= 1 << UInt32(bucket)
    characters[Int(second)] |= 1 << UInt32(bucket + Int(TANAOROSHI_SECOND))
  }

  /// Adds how a honorific, a post or a self-introduction begins; `second` and `third` are 0 behind its end.
  package mutating func addCalling(_ first: UInt16, _ second: UInt16, _ third: UInt16) {
    guard second != 0 else {
      characters[Int(first)] |= UInt32(TANAOROSHI_SINGLE) | Self.second(TANAOROSHI_ANY)
      return
    }
    guard third != 0 else {
      addPair(first, second, bucket: Int(first) % 5, TANAOROSHI_PAIR_CALLING)
      return
    }
    addPair(first, second, bucket: Int(first) % 5, TANAOROSHI_PAIR_LONG_CALLING)
    Self.add(first, second, third, to: &longCallings)
  }

  /// Sets which pairs begin words of special care, by the number of a pair; without it any may.
  ///
  /// - Parameter bits: 65,536 bits.
  package mutating func setCareWords(_ bits: [UInt64]) {
    if bits.count == 1 << 10 { careWords = bits }
  }

  /// Has lines with a character be read for all that characters may tell.
  package mutating func addOdd(_ unit: UInt16) {
    characters[Int(unit)] |= UInt32(TANAOROSHI_SPECIAL) | Self.second(TANAOROSHI_ANY)
  }

  /// Adds what may stand between the beginning of a label of special care and its value.
  package mutating func addInner(_ unit: UInt16) {
    characters[Int(unit)] |= UInt32(TANAOROSHI_INNER)
  }

  /// Adds how a label of a birth date or of an insurance's sign begins; `third` is 0 behind its end.
  package mutating func addValue(_ first: UInt16, _ second: UInt16, _ third: UInt16) {
    addLabel(first, second, third, TANAOROSHI_PAIR_VALUE)
  }

  /// Adds how a label of special care begins; `third` is 0 behind its end.
  package mutating func addCare(_ first: UInt16, _ second: UInt16, _ third: UInt16) {
    addLabel(first, second, third, TANAOROSHI_PAIR_CARE)
  }

  private mutating func addLabel(_ first: UInt16, _ second: UInt16, _ third: UInt16, _ kind: Int) {
    let bucket = 5 + Int(first) % 5
    addPair(first, second, bucket: bucket, kind)
    Self.add(first, second, third, to: &labelBeginnings)
    // Blanks and dashes may part the characters of a label.
    for separator: UInt16 in [0x20, 0x3000, 0x2D, 0x5F] { meet(first, separator, bucket) }
  }

  private static func add(
    _ first: UInt16, _ second: UInt16, _ third: UInt16, to set: inout [UInt64]
  ) {
    let place = Int(tanaoroshi_triple(UInt32(first), UInt32(second), UInt32(third)) & 0xFFFF)
    set[place >> 6] |= 1 << UInt64(place & 63)
  }

  /// Adds how a label of names or of the sex ends; `third` and `second` are 0 before its beginning.
  package mutating func addLabelEnd(_ third: UInt16, _ second: UInt16, _ last: UInt16) {
    characters[Int(last)] |= UInt32(TANAOROSHI_LABEL_END)
    Self.add(third, second, last, to: &labelEnds)
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
        latin += Self.emptyNode
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
