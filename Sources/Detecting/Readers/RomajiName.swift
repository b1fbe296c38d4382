import Rules

/// Names in Latin letters, Japanese or foreign, in either order.
enum RomajiName {
  /// What one token is known as.
  private struct Token {
    var isFamily = false
    var isGiven = false
    var isForeign = false
    var soundsJapanese = false
    var isInitial = false
    var isKnown: Bool { isFamily || isGiven || isForeign }
  }

  static func read(_ text: borrowing FoldedText, _ letters: NameLetters) -> NameReading {
    var reading = NameReading()
    reading.script = .romaji
    guard letters.range.count <= 36, letters.tokens <= 4 else { return reading }
    if letters.tokens == 1 {
      let token = token(text, letters.first)
      guard letters.first.count >= 3 else { return reading }
      reading.isFamilyOnly = token.isFamily
      reading.isGivenOnly = !token.isFamily && (token.isGiven || token.isForeign)
      reading.strength = letters.first.count >= 4 && token.isKnown ? 1 : 0
      reading.hasNameShape = token.isKnown
      return reading
    }
    reading.isTwoTokens = true
    let first = token(text, letters.first)
    let last =
      letters.tokens == 2
      ? token(text, letters.second)
      : token(text, letters.tokens == 3 ? letters.third : letters.fourth)
    if letters.tokens == 2 {
      reading.familyEnd =
        first.isFamily && !(last.isFamily && first.isGiven)
        ? text.offset(letters.first.upperBound) : nil
      reading.hasNameShape =
        isLong(letters.first, first) && isLong(letters.second, last)
        && (first.isKnown || last.isKnown || first.soundsJapanese && last.soundsJapanese)
      if first.isFamily && last.isGiven || first.isGiven && last.isFamily {
        reading.strength = 3
      } else if first.isForeign && last.isForeign {
        reading.strength = 3
      } else if first.isForeign && last.isFamily || first.isFamily && last.isForeign {
        reading.strength = 3
      } else if first.isKnown && (last.soundsJapanese || last.isInitial)
        || last.isKnown && (first.soundsJapanese || first.isInitial)
      {
        reading.strength =
          first.isFamily || last.isFamily || first.isForeign || last.isForeign ? 2 : 1
      } else if first.isForeign || last.isForeign {
        reading.strength = 1
      }
    } else {
      // `John F. Kennedy`, `Maria Clara Santos`.
      let middle = token(text, letters.second)
      let known = (first.isKnown ? 1 : 0) + (last.isKnown ? 1 : 0)
      reading.hasNameShape = known > 0
      if known == 2, middle.isKnown || middle.isInitial {
        reading.strength = 3
      } else if known == 2 || known == 1 && middle.isInitial {
        reading.strength = 2
      }
    }
    return reading
  }

  private static func isLong(_ range: Range<Int>, _ token: Token) -> Bool {
    range.count >= 2 && range.count <= 14 || token.isInitial
  }

  private static func token(_ text: borrowing FoldedText, _ range: Range<Int>) -> Token {
    var token = Token()
    if range.count == 1 {
      token.isInitial = true
      return token
    }
    let (hash, soundsJapanese) = Romaji.canonical(text, range)
    token.soundsJapanese = soundsJapanese && range.count >= 2
    if soundsJapanese {
      let kinds = text.words.kinds(hash)
      token.isFamily = kinds.hasAny(.surnameReading)
      token.isGiven = kinds.hasAny(.givenReading)
    }
    token.isForeign = text.kinds(range).hasAny(.foreign)
    return token
  }
}
