import Rules

/// The building of an address.
extension AddressWalk {
  /// Building, floor and room behind the number.
  static func building(_ text: borrowing FoldedText, _ start: Int, isCell: Bool) -> Int? {
    var index = skipBlank(text, start)
    let first = index
    while index < text.count, index - first < 44 {
      let unit = text[index]
      let isPart =
        Kanji.isKanji(unit) || Kana.isKana(unit) || Latin.isLetter(unit) || Latin.isDigit(unit)
        || unit == 0x2D || unit == 0x30FB || unit == 0x27 || unit == 0x23
        || isCell
          && (unit == 0x20 || unit == 0x28 || unit == 0x29 || unit == 0x2E || unit == 0x26
            || unit == 0x2F || unit == 0x2C)
        || !isCell && unit == 0x20 && Latin.isDigit(text[index + 1])
      guard isPart else { break }
      index += 1
    }
    while index > first, text[index - 1] == 0x20 { index -= 1 }
    guard index - first >= 2 else { return nil }
    if isCell { return index }
    // In running text only up to the last word of buildings and the room behind it.
    var lastWord: Int?
    for at in first..<index where Latin.isDigit(text[at - 1]) || text.mayBeginTerm(at) {
      for length in 1...5 where at + length <= index {
        let kinds = text.terms(at..<at + length)
        if kinds.hasAny(.building), length >= 2 || Latin.isDigit(text[at - 1]) {
          lastWord = at + length
        }
      }
    }
    guard var end = lastWord else { return nil }
    if text[end] == 0x20 { end += 1 }
    while end < index,
      Latin.isDigit(text[end]) || text[end] == 0x2D || text[end] == 0x53F7 || text[end] == 0x5BA4
        || text[end] == 0x968E || text[end] == 0x66
    {
      end += 1
    }
    while text[end - 1] == 0x20 { end -= 1 }
    return end
  }

  /// Whether a word of buildings stands in some units and is not all that they begin with.
  static func hasBuildingWord(_ text: borrowing FoldedText, _ range: Range<Int>) -> Bool {
    for at in range where text.mayBeginTerm(at) {
      var hash = WordTable.mix(WordTable.seed, text[at])
      var end = at + 1
      while end < range.upperBound, end - at < 6 {
        hash = WordTable.mix(hash, text[end])
        end += 1
        if at > range.lowerBound || end - at >= 3, text.words.terms(hash).hasAny(.building) {
          return true
        }
      }
    }
    return false
  }

  /// Whether a digit stands before 号, 階 or F.
  static func hasRoom(_ text: borrowing FoldedText, _ range: Range<Int>) -> Bool {
    for at in range where Latin.isDigit(text[at]) {
      switch text[at + 1] {
      case 0x53F7, 0x968E, 0x66: return true
      default: continue
      }
    }
    return false
  }
}
