/// Which letters a possible name is written in, and where its tokens end.
struct NameLetters {
  /// Tokens parted by a blank, middle dot or comma; at most four.
  private(set) var first = 0..<0
  private(set) var second = 0..<0
  private(set) var third = 0..<0
  private(set) var fourth = 0..<0
  private(set) var tokens = 0
  private(set) var script = NameReading.Script.none
  /// Whether nothing but letters of names stands in the text.
  private(set) var isPure = false
  /// Whether a middle dot parts tokens.
  private(set) var hasDot = false
  /// Whether a comma parts tokens.
  private(set) var hasComma = false
  private(set) var range: Range<Int>

  init(_ text: borrowing FoldedText, _ range: Range<Int>) {
    self.range = range
    guard !range.isEmpty else { return }
    var kanji = 0
    var hiragana = 0
    var katakana = 0
    var latin = 0
    var start = range.lowerBound
    var singles = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let unit = text[index]
      if Kanji.isKanji(unit) {
        kanji += 1
      } else if Kana.isHiragana(unit) {
        hiragana += 1
      } else if Kana.isKatakana(unit) {
        katakana += 1
      } else if Latin.isLetter(unit) {
        latin += 1
      } else if unit == 0x27 || unit == 0x2D {
        guard latin > 0 else { return }
      } else if unit == 0x20 || unit == 0x30FB || unit == 0x2C || unit == 0x3D || unit == 0x2E
        || unit == 0x3001 || unit == 0x5E || unit == 0x2F
      {
        // YAMADA^TARO and YAMADA/TARO, as systems of hospitals and airlines write.
        if unit == 0x5E || unit == 0x2F, latin == 0 { return }
        if unit == 0x2E || unit == 0x2C, latin == 0 { return }
        if unit == 0x3001 { return }
        if unit == 0x30FB { hasDot = true }
        if unit == 0x2C { hasComma = true }
        if index > start {
          guard add(start..<index) else { return }
          if index - start == 1 { singles += 1 }
        }
        start = index + 1
      } else {
        return
      }
      index += 1
    }
    if index > start {
      guard add(start..<index) else { return }
      if index - start == 1 { singles += 1 }
    }
    guard tokens > 0 else { return }
    if latin > 0 {
      guard kanji + hiragana + katakana == 0 else { return }
      script = .romaji
    } else if kanji == 0 {
      script = hiragana == 0 ? .katakana : katakana == 0 ? .hiragana : .mixed
    } else {
      script = hiragana + katakana == 0 ? .kanji : .mixed
    }
    isPure = true
  }

  private mutating func add(_ token: Range<Int>) -> Bool {
    tokens += 1
    switch tokens {
    case 1: first = token
    case 2: second = token
    case 3: third = token
    case 4: fourth = token
    default: return false
    }
    return true
  }
}
