import Rules

/// The words of companies, offices and departments in a text, found in one pass that all readers of a cell share.
struct OrganisationWords {
  /// 株式会社 and its like, anywhere.
  private(set) var hasLegalForm = false
  /// 支店, 工業, 病院, a bank or branch at the end of a token.
  private(set) var hasOrganisation = false
  /// 営業部, 人事課 at the end of a token.
  private(set) var hasDepartment = false
  /// A word of businesses that one person runs, at the end of the text and not all of it.
  private(set) var hasSole = false
  /// Whether the text cannot be the name of a person.
  private(set) var isOrganisation = false
  /// What all terms of two units or more anywhere in the text are used as, taken together.
  ///
  /// What is not among them need not be looked for.
  private(set) var all = Terms.Kinds(rawValue: 0)

  init(_ text: borrowing FoldedText, _ range: Range<Int>) {
    let pairs = text.termPairs(range)
    var begins = pairs.begins
    while begins != 0 {
      let place = begins.trailingZeroBitCount
      let ends = pairs.ends >> place
      guard ends != 0 else { break }
      take(text, from: range.lowerBound + place, ends, in: range)
      begins &= begins - 1
    }
    guard !isOrganisation, range.count >= 3 else { return }
    // Single characters at the end of a longer word: 部 課 係 室 局 店 庁 省 駅.
    isOrganisation =
      Self.endsAsPlace(text[range.upperBound - 1]) && !Self.endsInGivenName(text, range)
  }

  /// Notes the words that begin at `start`.
  ///
  /// - Parameter ends: Pairs of units with which a word may end, from the one at `start` on.
  private mutating func take(
    _ text: borrowing FoldedText, from start: Int, _ ends: UInt128, in range: Range<Int>
  ) {
    var ends = ends
    var hash = WordTable.mix(WordTable.seed, text[start])
    var next = start + 1
    let last = min(range.upperBound, start + text.words.longestTerm)
    while ends != 0 {
      let end = start + ends.trailingZeroBitCount + 2
      guard end <= last else { return }
      ends &= ends - 1
      while next < end {
        hash = WordTable.mix(hash, text[next])
        next += 1
      }
      let kinds = text.words.terms(hash)
      all = all | kinds
      guard kinds.hasAny(Self.wanted) else { continue }
      if kinds.hasAny(.legalForm), !Self.isCounter(text, start..<end, of: range) {
        hasLegalForm = true
        isOrganisation = true
      }
      let isLast = end == range.upperBound
      guard isLast || text[end] == 0x28 || text[end] == 0x20 else { continue }
      if kinds.hasAny(.organisation | .bank | .branch) { hasOrganisation = true }
      if kinds.hasAny(.department) { hasDepartment = true }
      if kinds.hasAny(.sole), isLast, start > range.lowerBound { hasSole = true }
      if isLast, kinds.hasAny(.addressee) { isOrganisation = true }
      // A token of its own behind a family name may be a given name all the same.
      if kinds.hasAny(.organisation | .department | .sole | .addressee),
        isLast || text[end] == 0x28, !Self.isGivenName(text, start..<end, of: range)
      {
        isOrganisation = true
      }
    }
  }

  private static var wanted: Terms.Kinds {
    .legalForm | .organisation | .bank | .branch | .department | .sole | .addressee
  }

  /// Whether a word is (名) or (社) at the end: 定員(名), お名前(名) and 取引先数(社) are headings, and companies of these forms have
  /// it in front.
  private static func isCounter(
    _ text: borrowing FoldedText, _ word: Range<Int>, of range: Range<Int>
  ) -> Bool {
    guard word.count == 3, word.upperBound == range.upperBound, word.lowerBound > range.lowerBound,
      text[word.lowerBound] == 0x28
    else { return false }
    let unit = text[word.lowerBound + 1]
    return unit == 0x540D || unit == 0x793E
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

  private static func endsInGivenName(_ text: borrowing FoldedText, _ range: Range<Int>) -> Bool {
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
    _ text: borrowing FoldedText, _ word: Range<Int>, of range: Range<Int>
  ) -> Bool {
    guard word.count <= 3, word.lowerBound > range.lowerBound else {
      return word == range && text.kinds(word).hasAny(.surname)
    }
    let hasBlank = text[word.lowerBound - 1] == 0x20
    let family = range.lowerBound..<(hasBlank ? word.lowerBound - 1 : word.lowerBound)
    return text.kinds(word).hasAny(.given) && text.kinds(family).hasAny(.surname)
  }
}
