import Rules

/// Reads a cell as the name of a person.
///
/// The dictionary proposes where the family name ends; words of organisations, of the language and of places
/// speak against it. What the dictionary does not know is told apart from what cannot be a name
/// (``NameReading/hasNameShape``), since headings make up for the first and not for the second.
package enum NameReader {
  /// Reads one cell.
  ///
  /// - Parameters:
  ///   - text: UTF-8, lent for the call.
  ///   - range: The cell in bytes of `text`; blanks around it do not matter.
  /// - Complexity: O(1); cells longer than a name can be are refused at once. Allocates nothing.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> NameReading {
    guard range.count >= 2, range.count <= 120, mayBeName(text, range) else {
      return NameReading()
    }
    let folded = FoldedText(text, range)
    guard !folded.isCut else { return NameReading() }
    return read(folded, organisation: OrganisationWords(folded, folded.trimmed))
  }

  /// Whether the first bytes allow a name; turns most cells away in a few nanoseconds.
  @inline(__always)
  static func mayBeName(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let first = text[range.lowerBound]
    let last = text[range.upperBound - 1]
    if last >= 0x30, last <= 0x39 { return false }
    if first >= 0x80 || first == 0x20 || first == 0x28 || first == 0x22 { return true }
    return first >= 0x41 && first <= 0x5A || first >= 0x61 && first <= 0x7A
  }

  /// Reads a folded cell.
  ///
  /// - Parameter organisation: The words of organisations in the whole cell.
  static func read(
    _ text: borrowing FoldedText, organisation: OrganisationWords
  ) -> NameReading {
    guard !text.isCut else { return NameReading() }
    var range = text.trimmed
    var reading = NameReading()
    guard range.count >= 1, range.count <= 40 else { return reading }
    if organisation.isOrganisation {
      reading.isOrganisation = true
      return reading
    }
    if isNoName(text, range) { return reading }
    if let cut = withoutNote(text, range) { range = cut }
    if let cut = withoutHonorific(text, range) {
      range = cut
      reading.hadHonorific = true
      if isNoName(text, range) { return NameReading() }
    }
    range = withoutPostBefore(text, range)
    let core = core(text, range)
    let hadHonorific = reading.hadHonorific
    reading = core
    reading.hadHonorific = hadHonorific
    return reading
  }

  /// Reads some units that hold a name and nothing else.
  static func core(_ text: borrowing FoldedText, _ range: Range<Int>) -> NameReading {
    let letters = NameLetters(text, range)
    guard letters.isPure else { return NameReading() }
    switch letters.script {
    case .none: return NameReading()
    case .romaji: return RomajiName.read(text, letters)
    case .katakana, .hiragana: return KanaName.read(text, letters)
    case .kanji, .mixed: return KanjiName.read(text, letters)
    }
  }

  /// Whether the whole text is a word that stands where a name could and is none.
  static func isNoName(_ text: borrowing FoldedText, _ range: Range<Int>) -> Bool {
    if range.count >= 2, text[range.lowerBound + 1] != 0x20, !text.mayBeginTerm(range.lowerBound) {
      return false
    }
    var hash = WordTable.seed
    for index in range where text[index] != 0x20 { hash = WordTable.mix(hash, text[index]) }
    let terms = text.words.terms(hash)
    return terms.hasAny(.notAName | .relation | .department | .negation | .legalForm)
  }

  /// Whether words of organisations stand in the text: a legal form anywhere, another at the end of a token.
  static func isOrganisation(_ text: borrowing FoldedText, _ range: Range<Int>) -> Bool {
    OrganisationWords(text, range).isOrganisation
  }

  /// The text without a note in brackets behind it: `山田太郎（営業部）`, `山田花子(旧姓佐藤)`.
  private static func withoutNote(_ text: borrowing FoldedText, _ range: Range<Int>) -> Range<Int>?
  {
    let last = text[range.upperBound - 1]
    guard last == 0x29 || last == 0x3015 || last == 0x300D else { return nil }
    var index = range.upperBound - 2
    while index > range.lowerBound {
      let unit = text[index]
      if unit == 0x28 || unit == 0x3014 || unit == 0x300C {
        return text.trimming(range.lowerBound..<index)
      }
      index -= 1
    }
    return nil
  }

  /// The text without honorifics and posts behind it; `nil` when there are none.
  static func withoutHonorific(_ text: borrowing FoldedText, _ range: Range<Int>) -> Range<Int>? {
    var result = range
    for _ in 0..<2 {
      guard let start = honorificStart(text, result) else { break }
      result = text.trimming(result.lowerBound..<start)
    }
    return result == range ? nil : result
  }

  private static func honorificStart(_ text: borrowing FoldedText, _ range: Range<Int>) -> Int? {
    guard text.mayEndTerm(range.upperBound) else { return nil }
    var length = min(8, range.count - 1)
    while length >= 1 {
      let start = range.upperBound - length
      let kinds = text.terms(start..<range.upperBound)
      if kinds.hasAny(.honorific | .post) {
        // 君 and 師 end given names as well, 氏 and 嬢 do not.
        let isWeak = length == 1 && kinds.hasAny(.honorific) && text[start] == 0x541B
        if !(isWeak && text.kinds(range).hasAny(.given)) { return start }
      }
      length -= 1
    }
    return nil
  }

  /// The text without departments and posts before a blank: `総務課長 山田太郎`.
  private static func withoutPostBefore(_ text: borrowing FoldedText, _ range: Range<Int>) -> Range<
    Int
  > {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound - 1 {
      if text[index] == 0x20 {
        guard text.mayEndTerm(index) else { break }
        let word = start..<index
        let kinds = text.terms(word)
        guard
          kinds.hasAny(.department | .post | .relation | .profession)
            || word.count >= 3 && text.terms(index - 2..<index).hasAny(.post),
          !text.kinds(word).hasAny(.surname)
        else { break }
        start = index + 1
      }
      index += 1
    }
    return start..<range.upperBound
  }
}
