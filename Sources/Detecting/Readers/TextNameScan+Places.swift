import Rules

/// Names that their place in the text speaks for: whom a letter is for, who opens a sentence, who introduces themselves.
extension TextNameScan {
  /// A usual family name of one character, behind a department and before です: 営業部の森です.
  mutating func single(_ run: Range<Int>, into names: inout [TextName]) -> Int? {
    guard introduces(run.upperBound), text[run.lowerBound - 1] == 0x306E, isOfDepartment(run),
      text.kinds(run).hasAny(.frequent)
    else { return nil }
    add(run, .introduction, 1, into: &names)
    return run.upperBound
  }

  /// A name that no list knows, or that is a word as well, where its place speaks for it: whom a letter is for, alone on
  /// the line before 様; who opens a sentence before さん or a post.
  func addressee(
    _ run: Range<Int>, _ found: (start: Int, end: Int, isPolite: Bool)
  ) -> (Range<Int>, UInt8)? {
    let name = text.trimming(run.lowerBound..<min(found.start, run.upperBound))
    if text[found.end - 1] == 0x69D8 {
      guard isLineStart, text.trimmed == name.lowerBound..<found.end else { return nil }
      // A known family name may be a word as well: 白鳥様.
      let isKnown =
        (2...4).contains(name.count) && text.kinds(name).hasAny(.surname)
        && text.kinds(name).hasNone(.organisation) && text.terms(name) == Terms.Kinds(rawValue: 0)
        && !NameReader.isOrganisation(text, name)
      return isKnown || isUnknown(name) ? (name, 1) : nil
    }
    // さん
    let isSan = text[found.end - 2] == 0x3055 && text[found.end - 1] == 0x3093
    guard isSan && beginsSentence(run) || opensSentence(run, found), isUnknown(name) else {
      return nil
    }
    return (name, 0)
  }

  /// Whether some kanji can be a family name that no list knows: they are nothing else either, and hold no word.
  func isUnknown(_ name: Range<Int>) -> Bool {
    (2...4).contains(name.count) && name.allSatisfy { Kanji.isKanji(text[$0]) }
      && text.kinds(name) == Lexicon.Kinds(rawValue: 0)
      && text.terms(name) == Terms.Kinds(rawValue: 0) && !NameReader.isOrganisation(text, name)
      && !NameReader.isNoName(text, name) && !holdsWord(name)
  }

  /// Whether a run stands behind nothing, a blank, 、 。 or 「.
  private func beginsSentence(_ run: Range<Int>) -> Bool {
    [0, 0x20, 0x3001, 0x3002, 0x300C].contains(text[run.lowerBound - 1])
  }

  /// Whether somebody opens a sentence with a post that belongs to no place, as in 桑名部長より.
  ///
  /// A 支店長 or 校長 may have the name of the place.
  func opensSentence(
    _ run: Range<Int>, _ found: (start: Int, end: Int, isPolite: Bool)
  ) -> Bool {
    guard found.end == run.upperBound, found.end - found.start == 2 else { return false }
    guard beginsSentence(run) else { return false }
    // 部長 課長 係長 次長 主任 専務 常務
    switch (text[found.start], text[found.start + 1]) {
    case (0x90E8, 0x9577), (0x8AB2, 0x9577), (0x4FC2, 0x9577), (0x6B21, 0x9577), (0x4E3B, 0x4EFB),
      (0x5C02, 0x52D9), (0x5E38, 0x52D9):
      return true
    default: return false
    }
  }

  /// Whether a word of two characters or more, or one of organisations, begins or ends a run: 取引先, 入居者.
  private func holdsWord(_ run: Range<Int>) -> Bool {
    for length in 1..<run.count {
      for part in [
        run.lowerBound..<run.lowerBound + length, run.upperBound - length..<run.upperBound,
      ] {
        if length >= 2, text.kinds(part).hasAny(.common), text.kinds(part).hasNone(.surname) {
          return true
        }
        if text.terms(part) != Terms.Kinds(rawValue: 0),
          length >= 2 || part.upperBound == run.upperBound
        {
          return true
        }
      }
    }
    // 者 員 客 主 方 先 人 社 店: whom businesses call so.
    return [0x8005, 0x54E1, 0x5BA2, 0x4E3B, 0x65B9, 0x5148, 0x4EBA, 0x793E, 0x5E97, 0x5404]
      .contains { $0 == text[run.upperBound - 1] || $0 == text[run.lowerBound] }
  }
}
