import Rules

/// Looking for the words of special care in a text.
extension SpecialCareReader {
  /// Calls `body` with each hit until it returns `false`.
  static func each(
    _ text: Span<UInt8>, _ range: Range<Int>, _ body: (SpecialCareHit) -> Bool
  ) {
    var start = range.lowerBound
    let limit = min(range.upperBound, text.count)
    while let place = TextGate.care(text, from: start, limit) {
      start = TextGate.beginning(text, place, units: 3, floor: start)
      let folded = FoldedText(text, start..<range.upperBound)
      let isLast = !folded.isCut
      // Words that begin in the last units of a window are read in the next, which begins there.
      let stop = isLast ? folded.count : max(folded.count - 24, 0)
      guard let index = each(folded, upTo: stop, body), !isLast else { return }
      start = folded.resumption(max(stop, index))
    }
  }

  /// Calls `body` with each hit that begins before `stop`; gives the unit to go on from, `nil` when `body` has seen enough.
  static func each(
    _ folded: borrowing FoldedText, upTo stop: Int, _ body: (SpecialCareHit) -> Bool
  ) -> Int? {
    let gates = TextGates.shared
    var index = 0
    while index < stop {
      guard mayBegin(folded, index, gates) else {
        index += 1
        continue
      }
      let (kinds, length) = longest(folded, index)
      guard length > 0, isWhole(folded, index, length) else {
        index += 1
        continue
      }
      if kinds.care > 0, let kind = SpecialCareHit.Kind(rawValue: kinds.care) {
        let hit = SpecialCareHit(
          kind: kind, range: folded.bytes(index..<index + length),
          isNegated: isNegated(folded, index + length),
          isFieldName: kinds.hasAny(.careField) && !isGraded(folded, index + length))
        guard body(hit) else { return nil }
      }
      index += length
    }
    return index
  }

  /// Whether a word of special care that is no name of a field begins at a place of a line, as far as the word itself tells.
  ///
  /// - Parameters:
  ///   - place: The first byte of a character.
  ///   - line: The line without its end.
  static func mayBegin(_ text: Span<UInt8>, at place: Int, in line: Range<Int>) -> Bool {
    let start = TextGate.beginning(text, place, units: 3, floor: line.lowerBound)
    let folded = FoldedText(text, start..<min(line.upperBound, place + reach))
    var index = 0
    while index < folded.count, folded.offset(index) < place { index += 1 }
    let isWholeLine = folded.end == line.upperBound
    // Where the character is none by itself, or marks that nobody sees fill the reach, nothing is told.
    guard folded.offset(index) == place,
      isWholeLine || folded.count - index > folded.words.longestTerm
    else { return true }
    guard mayBegin(folded, index, TextGates.shared) else { return false }
    let (kinds, length) = longest(folded, index)
    guard length > 0, isWhole(folded, index, length) else { return false }
    return kinds.hasNone(.careField) || isGraded(folded, index + length)
      || !isWholeLine && behindBrackets(folded, index + length) + 1 >= folded.count
  }

  /// Bytes behind a place that hold the longest word, most of the time.
  private static let reach = 64

  /// Whether a word may begin with the two units at `start`: asked of a small set before the words themselves.
  @inline(__always)
  private static func mayBegin(
    _ text: borrowing FoldedText, _ start: Int, _ gates: TextGates
  ) -> Bool {
    gates.isEmpty || gates.mayBeginCare(TextGates.place(text[start], text[start + 1]))
  }

  /// The longest word of the vocabulary that begins at `start`; 0 when there is none.
  private static func longest(_ text: borrowing FoldedText, _ start: Int) -> (Terms.Kinds, Int) {
    let words = text.words
    var last = text[start + 1]
    var hash = WordTable.mix(WordTable.mix(WordTable.seed, text[start]), last)
    guard words.mayBeginTerm(hash) else { return (Terms.Kinds(rawValue: 0), 0) }
    var best = words.terms(hash)
    var length = best.care > 0 ? 2 : 0
    var end = start + 2
    while end < text.count, end - start < words.longestTerm {
      let unit = text[end]
      hash = WordTable.mix(hash, unit)
      end += 1
      let pair = WordTable.mix(WordTable.mix(WordTable.seed, last), unit)
      last = unit
      // Most lengths are known for none without a look at the words.
      guard words.mayEndTerm(pair) else { continue }
      let kinds = words.terms(hash)
      if kinds.care > 0 {
        best = kinds
        length = end - start
      }
    }
    return (best, length)
  }

  /// Latin words only between other letters: `dv` is not in `advance`, and not in `dv-MV`.
  private static func isWhole(_ text: borrowing FoldedText, _ start: Int, _ length: Int) -> Bool {
    let last = text[start + length - 1]
    if Latin.isLetter(text[start]),
      Latin.isLetter(text[start - 1]) || text[start - 1] == 0x5F || text[start - 1] == 0x2D
    {
      return false
    }
    if Latin.isLetter(last),
      Latin.isLetter(text[start + length]) || text[start + length] == 0x5F
        || text[start + length] == 0x2E || text[start + length] == 0x2D
    {
      return false
    }
    if Kana.isKatakana(text[start]), Kana.isKatakana(text[start - 1]) { return false }
    return !(Kana.isKatakana(last) && Kana.isKatakana(text[start + length]))
  }

  /// Whether a grade follows, which makes the name of a card or scale a content: 身体障害者手帳2級.
  private static func isGraded(_ text: borrowing FoldedText, _ end: Int) -> Bool {
    let index = behindBrackets(text, end)
    guard Latin.isDigit(text[index]) else { return false }
    // 級 種 度
    return [0x7D1A, 0x7A2E, 0x5EA6].contains(text[index + 1])
  }

  /// The first unit from a place on that is no blank and opens no bracket.
  private static func behindBrackets(_ text: borrowing FoldedText, _ start: Int) -> Int {
    var index = start
    while text[index] == 0x20 || text[index] == 0x28 { index += 1 }
    return index
  }

  /// Whether a word of denial follows within a few characters: `既往歴：特になし`.
  private static func isNegated(_ text: borrowing FoldedText, _ end: Int) -> Bool {
    var index = end
    var passed = 0
    while passed < 4 {
      switch text[index] {
      // Blank, colon, brackets, は の も が を に, 、
      case 0x20, 0x3A, 0x28, 0x29, 0x306F, 0x306E, 0x3082, 0x304C, 0x3092, 0x306B, 0x3001, 0x3D,
        0x300C:
        index += 1
        passed += 1
      default: passed = 4
      }
    }
    var hash = WordTable.seed
    for length in 0..<6 where index + length < text.count {
      hash = WordTable.mix(hash, text[index + length])
      guard text.words.terms(hash).hasAny(.negation) else { continue }
      // A single 無 or 未 only at the end of a word; digits and dashes never.
      let next = text[index + length + 1]
      if length == 0, Kanji.isKanji(next) { continue }
      if !Kanji.isKanji(text[index]), !Kana.isKana(text[index]) { continue }
      return true
    }
    return false
  }
}
