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
    return read(folded)
  }

  /// Whether the first bytes allow a name; turns most cells away in a few nanoseconds.
  @inline(__always)
  private static func mayBeName(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let first = text[range.lowerBound]
    let last = text[range.upperBound - 1]
    if last >= 0x30, last <= 0x39 { return false }
    if first >= 0x80 || first == 0x20 || first == 0x28 || first == 0x22 { return true }
    return first >= 0x41 && first <= 0x5A || first >= 0x61 && first <= 0x7A
  }

  /// Reads a folded cell.
  static func read(_ text: FoldedText) -> NameReading {
    guard !text.isCut else { return NameReading() }
    var range = text.trimmed
    var reading = NameReading()
    guard range.count >= 1, range.count <= 40 else { return reading }
    if isOrganisation(text, range) {
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
  static func core(_ text: FoldedText, _ range: Range<Int>) -> NameReading {
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
  static func isNoName(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    var hash = WordTable.seed
    for index in range where text[index] != 0x20 { hash = WordTable.mix(hash, text[index]) }
    let terms = Terms.kinds(hash)
    return terms.hasAny(.notAName | .relation | .department | .negation | .legalForm)
  }

  /// Whether words of organisations stand in the text: a legal form anywhere, another at the end of a token.
  static func isOrganisation(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    var hasWord = false
    var start = range.lowerBound
    while start < range.upperBound {
      let first = WordTable.mix(WordTable.seed, text[start])
      var hash = WordTable.mix(first, text[start + 1])
      guard Terms.mayBegin(hash) else {
        start += 1
        continue
      }
      let longest = min(Terms.longest, range.upperBound - start)
      var length = 2
      while length <= longest {
        if length > 2 { hash = WordTable.mix(hash, text[start + length - 1]) }
        let kinds = Terms.kinds(hash)
        if kinds.hasAny(.legalForm) { return true }
        if kinds.hasAny(.organisation | .department | .sole | .addressee) {
          let end = start + length
          let next = text[end]
          if kinds.hasAny(.addressee) && end == range.upperBound { return true }
          if end == range.upperBound || next == 0x28 {
            // A token of its own behind a family name may be a given name all the same.
            if !isGivenName(text, start..<end, of: range) { hasWord = true }
          }
        }
        length += 1
      }
      start += 1
    }
    if hasWord { return true }
    // Single characters at the end of a longer word: 部 課 係 室 局 店 庁 省 駅.
    guard range.count >= 3 else { return false }
    return endsAsPlace(text[range.upperBound - 1]) && !endsInGivenName(text, range)
  }

  private static func endsAsPlace(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x90E8, 0x8AB2, 0x4FC2, 0x5BA4, 0x5C40, 0x5E97, 0x5E81, 0x7701, 0x99C5, 0x793E, 0x9662,
      0x6821, 0x5712, 0x6240, 0x5834, 0x516C, 0x5BFA, 0x7D44, 0x73ED, 0x4F1A:
      // 部 課 係 室 局 店 庁 省 駅 社 院 校 園 所 場 公 寺 組 班 会
      true
    default: false
    }
  }

  private static func endsInGivenName(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    if text.kinds(range).hasAny(.surname) { return true }
    var start = max(range.lowerBound + 1, range.upperBound - 4)
    while start < range.upperBound - 1 {
      if text.kinds(start..<range.upperBound).hasAny(.given) { return true }
      if text[start] == 0x20 || text[start - 1] == 0x20 {
        // A surname such as 服部 or 園部 as the last token.
        if text.kinds(start..<range.upperBound).hasAny(.surname) { return true }
      }
      start += 1
    }
    // 山田 学, 岡部 公: a single character behind a blank.
    return text[range.upperBound - 2] == 0x20
      || text.kinds(range.upperBound - 2..<range.upperBound).hasAny(.surname)
        && range.count == 2
  }

  private static func isGivenName(
    _ text: FoldedText, _ word: Range<Int>, of range: Range<Int>
  ) -> Bool {
    guard word.count <= 3, word.lowerBound > range.lowerBound else {
      return word == range && text.kinds(word).hasAny(.surname)
    }
    let hasBlank = text[word.lowerBound - 1] == 0x20
    let family = range.lowerBound..<(hasBlank ? word.lowerBound - 1 : word.lowerBound)
    return text.kinds(word).hasAny(.given) && text.kinds(family).hasAny(.surname)
  }

  /// The text without a note in brackets behind it: `山田太郎（営業部）`, `山田花子(旧姓佐藤)`.
  private static func withoutNote(_ text: FoldedText, _ range: Range<Int>) -> Range<Int>? {
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
  static func withoutHonorific(_ text: FoldedText, _ range: Range<Int>) -> Range<Int>? {
    var result = range
    for _ in 0..<2 {
      guard let start = honorificStart(text, result) else { break }
      result = text.trimming(result.lowerBound..<start)
    }
    return result == range ? nil : result
  }

  private static func honorificStart(_ text: FoldedText, _ range: Range<Int>) -> Int? {
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
  private static func withoutPostBefore(_ text: FoldedText, _ range: Range<Int>) -> Range<
    Int
  > {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound - 1 {
      if text[index] == 0x20 {
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
