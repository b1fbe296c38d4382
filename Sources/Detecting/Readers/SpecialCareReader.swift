import Rules

/// Finds special-care vocabulary in a cell or a line.
package enum SpecialCareReader {
  /// The first hit that is not denied; else the first that is; `nil` when there is none.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> SpecialCareHit? {
    var found: SpecialCareHit?
    each(text, range) { prefer($0, to: &found) }
    return found
  }

  /// Reads a folded cell that was not cut.
  static func read(_ text: borrowing FoldedText) -> SpecialCareHit? {
    var found: SpecialCareHit?
    _ = each(text, upTo: text.count) { prefer($0, to: &found) }
    return found
  }

  /// Keeps the hit that says more; whether a later one could say still more.
  private static func prefer(_ hit: SpecialCareHit, to found: inout SpecialCareHit?) -> Bool {
    if let old = found {
      guard old.isNegated && !hit.isNegated || old.isFieldName && !hit.isFieldName && !hit.isNegated
      else { return true }
    }
    found = hit
    return hit.isNegated || hit.isFieldName
  }

  /// Appends all hits of a line, in order, longest word at each place.
  package static func hits(
    in text: Span<UInt8>, line: Range<Int>, into hits: inout [SpecialCareHit]
  ) {
    each(text, line) { hit in
      hits.append(hit)
      return true
    }
  }

  /// Whether the cell only says that there is nothing: `なし`, `無`, `特になし`, `-`.
  package static func isNothing(_ text: Span<UInt8>, in range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    return isNothing(FoldedText(text, range))
  }

  /// Whether a folded cell only says that there is nothing.
  ///
  /// - Parameter terms: What the terms of two units or more in it are used as.
  static func isNothing(_ folded: borrowing FoldedText, terms: Terms.Kinds? = nil) -> Bool {
    guard !folded.isCut else { return false }
    var whole = folded.trimmed
    while whole.count > 1,
      folded[whole.upperBound - 1] == 0x3002 || folded[whole.upperBound - 1] == 0x29
    { whole = whole.lowerBound..<whole.upperBound - 1 }
    while whole.count > 1, folded[whole.lowerBound] == 0x28 {
      whole = whole.lowerBound + 1..<whole.upperBound
    }
    if let terms, whole.count >= 2, terms.hasNone(.negation) { return false }
    return whole.isEmpty || folded.terms(whole).hasAny(.negation)
  }

  /// The most bytes of a cell that is a grade: `1種2級`, `身体・知的`.
  static let longestGrade = 16

  /// Whether a folded cell is a kind or grade of disability and nothing else; both are words of other fields as well.
  ///
  /// - Source: 身体障害者福祉法施行規則 別表第5号 (1級 to 7級); 精神保健福祉法施行令 第6条 (1級 to 3級).
  static func isGrade(_ folded: borrowing FoldedText) -> Bool {
    var whole = folded.trimmed
    // 第 before and 種 behind the first number: 第1種2級.
    if whole.count >= 3, folded[whole.lowerBound] == 0x7B2C {
      whole = whole.lowerBound + 1..<whole.upperBound
    }
    if whole.count == 4, Latin.isDigit(folded[whole.lowerBound]),
      folded[whole.lowerBound + 1] == 0x7A2E
    {
      whole = whole.lowerBound + 2..<whole.upperBound
    }
    guard whole.count >= 2 else { return false }
    let first = folded[whole.lowerBound]
    let second = folded[whole.lowerBound + 1]
    if whole.count == 2, second == 0x7D1A { return first >= 0x31 && first <= 0x37 }
    // 身体 知的 精神
    let isKind =
      first == 0x8EAB && second == 0x4F53 || first == 0x77E5 && second == 0x7684
      || first == 0x7CBE && second == 0x795E
    return isKind
      && (whole.count == 2 || whole.count == 5 && !Kanji.isKanji(folded[whole.lowerBound + 2]))
  }

  /// Calls `body` with each hit until it returns `false`.
  private static func each(
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
  private static func each(
    _ folded: borrowing FoldedText, upTo stop: Int, _ body: (SpecialCareHit) -> Bool
  ) -> Int? {
    var index = 0
    while index < stop {
      let pair = WordTable.mix(WordTable.mix(WordTable.seed, folded[index]), folded[index + 1])
      guard folded[index] != 0x20, folded.words.mayBeginTerm(pair) else {
        index += 1
        continue
      }
      let (kinds, length) = longest(folded, index, pair)
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

  /// The longest word of the vocabulary that begins at `start`.
  private static func longest(_ text: borrowing FoldedText, _ start: Int, _ pair: UInt64) -> (
    Terms.Kinds, Int
  ) {
    var hash = pair
    var best = text.words.terms(hash)
    var length = best.care > 0 ? 2 : 0
    var end = start + 2
    while end < text.count, end - start < text.words.longestTerm {
      hash = WordTable.mix(hash, text[end])
      end += 1
      let kinds = text.words.terms(hash)
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
    var index = end
    while text[index] == 0x20 || text[index] == 0x28 { index += 1 }
    guard Latin.isDigit(text[index]) else { return false }
    // 級 種 度
    return [0x7D1A, 0x7A2E, 0x5EA6].contains(text[index + 1])
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
