import Rules

/// Names in hiragana or katakana alone.
enum KanaName {
  static func read(_ text: borrowing FoldedText, _ letters: NameLetters) -> NameReading {
    var reading = NameReading()
    reading.script = letters.script
    switch letters.tokens {
    case 1: one(text, letters.first, &reading)
    case 2: two(text, letters, &reading)
    default: foreign(text, letters, &reading)
    }
    return reading
  }

  private static func one(
    _ text: borrowing FoldedText, _ range: Range<Int>, _ reading: inout NameReading
  ) {
    guard range.count >= 2, range.count <= 12 else { return }
    let whole = text.kanaKinds(range) | text.kinds(range)
    let isWord = whole.hasAny(.common | .organisation | .place)
    reading.isFamilyOnly = whole.hasAny(.surnameReading | .surname)
    reading.isGivenOnly =
      !reading.isFamilyOnly && whole.hasAny(.givenReading | .given | .foreign)
    reading.hasNameShape = !isWord || reading.isFamilyOnly || reading.isGivenOnly
    if reading.isFamilyOnly || reading.isGivenOnly {
      reading.strength = isWord && range.count <= 2 ? 0 : 1
    }
    guard range.count >= 4, !isWord, !reading.isFamilyOnly else { return }
    var best = 0
    var end = 0
    for middle in (range.lowerBound + 2)..<(range.upperBound - 1) {
      let family = text.kanaKinds(range.lowerBound..<middle)
      guard family.hasAny(.surnameReading) else { continue }
      let given = text.kanaKinds(middle..<range.upperBound)
      guard given.hasAny(.givenReading) else { continue }
      let score =
        min(middle - range.lowerBound, 4) + min(range.upperBound - middle, 4)
        - (family.hasAny(.common) ? 1 : 0)
      if score > best {
        best = score
        end = middle
      }
    }
    guard best > 0 else { return }
    reading.strength = reading.isGivenOnly ? 1 : range.count >= 6 ? 3 : 2
    if reading.isGivenOnly { return }
    reading.familyEnd = text.offset(end)
  }

  private static func two(
    _ text: borrowing FoldedText, _ letters: NameLetters, _ reading: inout NameReading
  ) {
    let left = text.kanaKinds(letters.first) | text.kinds(letters.first)
    let right = text.kanaKinds(letters.second) | text.kinds(letters.second)
    reading.isTwoTokens = true
    let hasFamily = left.hasAny(.surnameReading | .surname)
    let hasGiven = right.hasAny(.givenReading | .given)
    let leftWord = left.hasAny(.common) && !hasFamily
    let rightWord = right.hasAny(.common) && !hasGiven
    let isRole = text.terms(letters.second).hasAny(.organisation | .building | .notAName | .post)
    reading.hasNameShape =
      !leftWord && !rightWord && !isRole && letters.first.count <= 8 && letters.second.count <= 8
    guard !isRole else { return }
    if hasFamily, hasGiven {
      let bothWords = left.hasAny(.common) && right.hasAny(.common)
      reading.strength = letters.first.count < 2 || letters.second.count < 2 || bothWords ? 2 : 3
      reading.familyEnd = text.offset(letters.first.upperBound)
    } else if left.hasAny(.foreign), right.hasAny(.foreign) {
      reading.strength = 3
    } else if left.hasAny(.givenReading | .given),
      right.hasAny(.surnameReading | .surname)
    {
      reading.strength = 2
    } else if left.hasAny(.foreign) || right.hasAny(.foreign), !leftWord, !rightWord {
      reading.strength = 2
      reading.hasUnknownGiven = true
    } else if hasFamily, !rightWord, !left.hasAny(.common), letters.second.count >= 2 {
      reading.strength = 2
      reading.hasUnknownGiven = true
      reading.familyEnd = text.offset(letters.first.upperBound)
    } else if hasGiven, !leftWord, !right.hasAny(.common), letters.first.count >= 2 {
      reading.strength = 2
    }
  }

  /// Three or four tokens: a foreign name, when one is known and none is a word.
  private static func foreign(
    _ text: borrowing FoldedText, _ letters: NameLetters, _ reading: inout NameReading
  ) {
    var known = 0
    var words = 0
    for index in 0..<letters.tokens {
      let token =
        index == 0
        ? letters.first : index == 1 ? letters.second : index == 2 ? letters.third : letters.fourth
      let kinds = text.kanaKinds(token)
      if kinds.hasAny(.foreign) {
        known += 1
      } else if kinds.hasAny(.common)
        || text.terms(token).hasAny(.organisation | .building)
      {
        words += 1
      }
    }
    // グエン・ティ・ラン: one short part may be a word as well, behind two known ones and middle dots.
    guard words == 0 || words == 1 && known >= 2 && letters.hasDot else { return }
    reading.isTwoTokens = true
    reading.hasNameShape = true
    reading.strength = words == 1 ? 2 : known >= 2 ? 3 : known == 1 ? 2 : 0
  }
}
