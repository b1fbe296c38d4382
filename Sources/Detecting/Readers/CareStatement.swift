import Rules

/// Finds special care that a sentence tells of a person: うつ病と診断され, 乳がんの手術を受け, 糖尿病にて通院中.
///
/// A word of the vocabulary counts where a statement follows within a few characters, and not where it is one of anybody or of
/// nobody (診断された方, 入院した場合, がんの予防について). Who is meant is for the reader's caller to know.
enum CareStatement {
  /// Characters between the word and a statement that begins with a kanji: 乳がん（右胸）の手術を.
  private static let reach = 6
  /// Characters behind a statement in which it can be taken back.
  private static let afterthought = 8
  /// Bytes behind a word that are looked at.
  private static let window = 96
  /// Bytes before a word in which somebody is named.
  private static let meant = 180

  /// Appends the words of a line that are told of somebody, in order.
  ///
  /// - Parameters:
  ///   - isOpen: Whether 私は…です counts as well: the line itself says who is meant, before the word.
  static func hits(
    in text: Span<UInt8>, line: Range<Int>, into hits: inout [SpecialCareHit],
    isOpen: (SpecialCareHit) -> Bool = { _ in false }
  ) {
    var words: [SpecialCareHit] = []
    SpecialCareReader.hits(in: text, line: line, into: &words)
    for word in words where !word.isNegated && !word.isFieldName {
      if tells(text, word.range, line.upperBound, isOpen: isOpen(word)) { hits.append(word) }
    }
  }

  /// Whether a statement follows a word.
  private static func tells(
    _ text: Span<UInt8>, _ word: Range<Int>, _ limit: Int, isOpen: Bool
  ) -> Bool {
    let behind = FoldedText(text, word.upperBound..<min(limit, word.upperBound + window))
    guard
      let end = isStatement(FoldedText(text, word), behind)
        ? 0 : isOpen && isPredicate(behind) ? 2 : statement(behind)
    else { return false }
    return !isOfNobody(behind, until: end)
  }

  /// Whether a word of special care is a statement as well: 休職中, 入院中, 通院し.
  private static func isStatement(
    _ word: borrowing FoldedText, _ behind: borrowing FoldedText
  ) -> Bool {
    guard longest(word, 0, .careStatement) != nil else { return false }
    // し さ
    return word.count >= 3 || behind[0] == 0x3057 || behind[0] == 0x3055
  }

  /// The unit behind the first statement in reach.
  private static func statement(_ text: borrowing FoldedText) -> Int? {
    var start = 0
    while start < text.count, start <= reach, !endsSentence(text[start]) {
      // は behind an illness says what it is, and not that somebody has it.
      if start == 0, text[0] == 0x306F { return nil }
      if start <= 1 || Kanji.isKanji(text[start]), let end = longest(text, start, .careStatement) {
        return end
      }
      start += 1
    }
    return nil
  }

  /// Whether です, である, だ, がある, もある follows at once.
  private static func isPredicate(_ text: borrowing FoldedText) -> Bool {
    switch (text[0], text[1]) {
    // です でし であ, だっ だそ だと, がある がご, もある, のため
    case (0x3067, 0x3059), (0x3067, 0x3057), (0x3067, 0x3042), (0x3060, 0x3063), (0x3060, 0x305D),
      (0x3060, 0x3068), (0x304C, 0x3042), (0x304C, 0x3054), (0x3082, 0x3042), (0x306E, 0x305F):
      true
    default: false
    }
  }

  /// Whether what follows a word says that anybody or nobody is meant: うつ病対策, 糖尿病の方.
  static func isOfAnybody(_ text: Span<UInt8>, _ word: Range<Int>, _ limit: Int) -> Bool {
    let behind = FoldedText(text, word.upperBound..<min(limit, word.upperBound + window))
    return isOfNobody(behind, until: statement(behind) ?? 0)
  }

  /// Whether a word behind the illness says that anybody or nobody is meant.
  private static func isOfNobody(_ text: borrowing FoldedText, until end: Int) -> Bool {
    var start = 0
    var isSame = true
    while start < text.count, !endsSentence(text[start]) {
      // 、 behind the statement begins another thought, which may still be a condition.
      if start >= end, text[start] == 0x3001 { isSame = false }
      if isCondition(text, start) { return true }
      if isSame, start < end + afterthought, longest(text, start, .noStatement) != nil {
        return true
      }
      start += 1
    }
    return false
  }

  /// Whether とき or 場合 stands at a place.
  private static func isCondition(_ text: borrowing FoldedText, _ start: Int) -> Bool {
    switch (text[start], text[start + 1]) {
    case (0x3068, 0x304D), (0x5834, 0x5408): true
    default: false
    }
  }

  /// The unit behind the longest word of a kind at a place; a word of one kanji stands between others than kanji.
  private static func longest(
    _ text: borrowing FoldedText, _ start: Int, _ kind: Terms.Kinds
  ) -> Int? {
    var hash = WordTable.seed
    var found: Int?
    for length in 1...6 where start + length <= text.count {
      hash = WordTable.mix(hash, text[start + length - 1])
      guard text.words.terms(hash).hasAny(kind) else { continue }
      if length == 1, Kanji.isKanji(text[start - 1]) || Kanji.isKanji(text[start + 1]) { continue }
      found = start + length
    }
    return found
  }

  private static func endsSentence(_ unit: UInt16) -> Bool { unit == 0x3002 || unit == 0x21 }

  // MARK: - Who is meant

  /// Whether the text before a place says that somebody is meant who is not named: 私は, 本人, 父が.
  static func namesPerson(_ text: Span<UInt8>, before place: Int, from start: Int) -> Bool {
    var first = max(start, place - meant)
    while first < place, text[first] & 0xC0 == 0x80 { first += 1 }
    // 。 is E3 80 82.
    for index in first..<max(first, place - 2)
    where text[index] == 0xE3 && text[index + 1] == 0x80 && text[index + 2] == 0x82 {
      first = index + 3
    }
    let folded = FoldedText(text, first..<place)
    var index = 0
    while index < folded.count {
      if longest(folded, index, .personWord | .relation) != nil { return true }
      index += 1
    }
    return false
  }
}
