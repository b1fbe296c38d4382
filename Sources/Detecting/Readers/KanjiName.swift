import Rules

/// Names in kanji, or in kanji and kana together.
enum KanjiName {
  static func read(_ text: borrowing FoldedText, _ letters: NameLetters) -> NameReading {
    var reading = NameReading()
    reading.script = letters.script
    switch letters.tokens {
    case 1: one(text, letters.first, &reading)
    case 2: two(text, letters.first, letters.second, &reading)
    default: spaced(text, letters, &reading)
    }
    return reading
  }

  /// What a part is known as, its reading counted when it is written in kana.
  static func kinds(_ text: borrowing FoldedText, _ range: Range<Int>) -> Lexicon.Kinds {
    var kinds = text.kinds(range)
    var isKana = true
    for index in range where !Kana.isKana(text[index]) {
      isKana = false
      break
    }
    if isKana, range.count >= 2 {
      let reading = text.kanaKinds(range)
      if reading.hasAny(.surnameReading) { kinds = kinds | .surname }
      if reading.hasAny(.givenReading) || reading.hasAny(.foreign) { kinds = kinds | .given }
    }
    return kinds
  }

  /// Words that speak against a whole being a name.
  static var words: Lexicon.Kinds { .common | .organisation | .municipality | .prefecture }

  private static func one(
    _ text: borrowing FoldedText, _ range: Range<Int>, _ reading: inout NameReading
  ) {
    guard range.count <= 9 else { return }
    let whole = kinds(text, range)
    let isWord = whole.hasAny(words)
    reading.hasNameShape =
      range.count >= 2 && range.count <= 7
      && !(isWord && whole.hasNone(.surname | .given))
    if whole.hasAny(.surname) || whole.hasAny(.given) {
      reading.isFamilyOnly = whole.hasAny(.surname)
      reading.isGivenOnly = !reading.isFamilyOnly
    }
    var split = Split()
    if range.count >= 2, !whole.hasAny(.surname) {
      find(text, range, &split)
    }
    if split.strength > 0, !isWord {
      let isTown = whole.hasAny(.place | .town)
      // 健太郎 is rather a given name than 健 太郎; 林太郎 can be both.
      if reading.isGivenOnly {
        reading.strength = split.isFrequent && range.count >= 3 ? 2 : 1
      } else {
        reading.strength = isTown ? min(split.strength, 1) : split.strength
      }
      if reading.strength >= 2 {
        reading.familyEnd = text.offset(split.end)
        reading.hasUnknownGiven = split.hasUnknownGiven
        reading.isGivenOnly = false
      }
    } else if reading.isFamilyOnly || reading.isGivenOnly {
      reading.strength = 1
    }
  }

  /// A way to part a name.
  struct Split {
    var end = 0
    var strength: UInt8 = 0
    var score = 0
    var isFrequent = false
    var hasUnknownGiven = false
  }

  /// Finds the best way to part some units into a family and a given name.
  static func find(_ text: borrowing FoldedText, _ range: Range<Int>, _ best: inout Split) {
    var hash = WordTable.seed
    let last = min(range.upperBound - 1, range.lowerBound + 5)
    var end = range.lowerBound + 1
    while end <= last {
      hash = WordTable.mix(hash, text[end - 1])
      let family = text.words.kinds(hash)
      let familyLength = end - range.lowerBound
      let given = end..<range.upperBound
      var split = Split()
      split.end = end
      split.isFrequent = family.hasAny(.frequent)
      if family.hasAny(.surname) {
        let kinds = kinds(text, given)
        if kinds.hasAny(.given) {
          split.strength = 3
          split.score = 100 + (split.isFrequent ? 50 : 0) + familyLength * 5
          if kinds.hasNone(.common | .place) { split.score += 20 }
          let isWordlike = kinds.hasAny(.common | .place | .organisation)
          if range.count == 2 {
            split.strength = split.isFrequent && !isWordlike ? 2 : 1
          } else if split.isFrequent {
            // 山本学 and 高橋正 are names, 林道具 is not.
            split.strength =
              familyLength == 1 && isWordlike || given.count == 1 && isWordlike ? 2 : 3
          } else if familyLength == 1 {
            split.strength = isWordlike || given.count == 1 ? 1 : 2
          } else if isWordlike {
            split.strength = family.hasAny(.common) || given.count > 1 ? 1 : 2
          }
        } else if isPlausible(text, given, kinds), family.hasAny(.frequent) || familyLength >= 2 {
          // 薬袋咲茉: a rare family name does when it is nothing else.
          let isOnlyName =
            familyLength >= 2 && given.count == 2
            && family.hasNone(.common | .place | .organisation | .town | .given)
          let isClear =
            isOnlyName || family.hasAny(.frequent) && (familyLength >= 2 || given.count >= 2)
          split.strength = isClear ? 2 : 1
          split.score = 40 + (split.isFrequent ? 20 : 0) + familyLength * 5
          split.hasUnknownGiven = true
          if range.count <= 2 { split.strength = 0 }
        }
      } else if given.count >= 2, family.hasNone(.common | .place | .organisation),
        familyLength >= 2
      {
        let kinds = kinds(text, given)
        if kinds.hasAny(.given), kinds.hasNone(.common | .place | .surname),
          Kanji.isKanji(text[end - 1])
        {
          split.strength = 2
          split.score = 30 + given.count * 5
        }
      }
      if split.strength > 0, split.score > best.score { best = split }
      end += 1
    }
  }

  /// Whether an unknown given name is possible: one to three characters that given names are made of, and no word.
  static func isPlausible(
    _ text: borrowing FoldedText, _ range: Range<Int>, _ kinds: Lexicon.Kinds
  ) -> Bool {
    guard range.count >= 1, range.count <= 4 else { return false }
    guard
      kinds.hasNone(
        .common | .place | .organisation | .municipality | .prefecture | .town | .surname)
    else { return false }
    var kana = 0
    for index in range {
      let unit = text[index]
      if Kana.isKana(unit) {
        kana += 1
      } else {
        guard Kanji.isKanji(unit),
          text.kinds(index..<index + 1).hasAny(.givenCharacter) || unit == 0x3005
        else { return false }
      }
    }
    if kana == range.count { return range.count >= 2 }
    guard kana == 0 || range.count - kana >= 1 else { return false }
    return range.count <= 3 && kana <= 1
  }

  private static func two(
    _ text: borrowing FoldedText, _ family: Range<Int>, _ given: Range<Int>,
    _ reading: inout NameReading
  ) {
    guard family.count <= 6, given.count <= 6 else { return }
    reading.isTwoTokens = true
    let left = kinds(text, family)
    let right = kinds(text, given)
    let leftWord = left.hasAny(words | .place) && !left.hasAny(.surname)
    let rightWord = right.hasAny(words | .place) && !right.hasAny(.given)
    let rightTerm = text.terms(given)
    let isRole = rightTerm.hasAny(.organisation | .department | .notAName | .sole | .branch)
    reading.hasNameShape =
      !leftWord && !rightWord && !isRole && given.count <= 4 && family.count <= 5
    if left.hasAny(.surname), right.hasAny(.given) {
      // 千葉 中央: both are places or words and neither is usual.
      let isDoubtful =
        isRole || !left.hasAny(.frequent) && left.hasAny(.common) && right.hasAny(.common)
      reading.strength = isDoubtful ? 2 : 3
      reading.familyEnd = text.offset(family.upperBound)
    } else if left.hasAny(.given), right.hasAny(.surname), !left.hasAny(.surname) {
      reading.strength = 2
    } else if left.hasAny(.surname), !rightWord, !isRole,
      right.hasNone(.town) || right.hasAny(.givenCharacter), isShort(text, given)
    {
      reading.strength = 2
      reading.hasUnknownGiven = true
      reading.familyEnd = text.offset(family.upperBound)
    } else if right.hasAny(.given), !leftWord, family.count <= 4,
      left.hasNone(.given) || left.hasAny(.surname)
    {
      reading.strength = 2
      reading.familyEnd = text.offset(family.upperBound)
    } else if left.hasAny(.surname) || right.hasAny(.given) {
      reading.strength = 1
    }
  }

  /// Whether a given name not in the lists has the length of one.
  private static func isShort(_ text: borrowing FoldedText, _ range: Range<Int>) -> Bool {
    var kana = 0
    for index in range where Kana.isKana(text[index]) { kana += 1 }
    return kana == range.count ? range.count <= 6 : range.count <= 3
  }

  /// Every character by itself: `田 中 太 郎`; or a third token that makes it no name.
  private static func spaced(
    _ text: borrowing FoldedText, _ letters: NameLetters, _ reading: inout NameReading
  ) {
    let isSpaced =
      letters.first.count == 1 && letters.second.count == 1 && letters.third.count == 1
      && letters.fourth.count <= 1
    guard isSpaced else {
      // 山田 花子 マリア: the first two decide.
      if letters.tokens == 3 {
        two(text, letters.first, letters.second, &reading)
        reading.strength = reading.strength == 3 ? 2 : 0
        reading.hasNameShape = false
      }
      return
    }
    // The hash takes units in order, so that the blanks are simply left out.
    let count = letters.tokens
    var split = 1
    while split < count {
      var family = WordTable.seed
      var given = WordTable.seed
      for token in 0..<count {
        let unit = text[letters.range.lowerBound + 2 * token]
        if token < split {
          family = WordTable.mix(family, unit)
        } else {
          given = WordTable.mix(given, unit)
        }
      }
      if text.words.kinds(family).hasAny(.surname), text.words.kinds(given).hasAny(.given) {
        reading.strength = 3
        reading.familyEnd = text.offset(letters.range.lowerBound + 2 * split - 1)
        reading.hasNameShape = true
        return
      }
      split += 1
    }
  }
}
