import Rules

/// Tells from few characters that no name stands before a honorific, post or self-introduction: 営業担当, 予算の仕様.
///
/// Most places that look like a honorific are parts of words; reading a name at each would be most of the work on prose.
/// What ``TextNameScan`` would accept is never denied here; what is not plain kanji is left to it.
struct Callings {
  /// Where something may call somebody.
  private let place: Int
  /// Kanji in a row before the place; read again for each look, since a copy of them would be copied with the whole.
  private let count: Int

  /// What few characters tell of a place.
  enum Answer { case no, yes, unsure }

  /// Whether something at `place` calls somebody by name; where it does, a name may stand before it.
  ///
  /// - Parameters:
  ///   - place: Where the honorific begins.
  ///   - floor: The line's first byte.
  ///   - limit: One past the line's last byte.
  static func answer(_ text: Span<UInt8>, _ place: Int, _ floor: Int, _ limit: Int) -> Answer {
    guard let count = kanji(text, before: place, floor) else { return .unsure }
    // An addressee whom no list knows, on a line of its own.
    if place - count * 3 == floor, limit - place <= 24 { return .unsure }
    let callings = Callings(place: place, count: count)
    let words = WordLists.shared
    let answer = callings.isCalling(text, limit, words)
    guard answer == .yes else { return answer }
    return callings.mayBeName(text, words) || callings.mayBeUnknown(text, floor, words)
      ? .yes : .no
  }

  /// How many kanji stand before a place; `nil` when something else than plain text stands around them.
  private static func kanji(_ text: Span<UInt8>, before place: Int, _ floor: Int) -> Int? {
    var position = place
    while position > floor {
      guard position - 3 >= floor, text[position - 1] & 0xC0 == 0x80 else {
        // A blank may part a family name from a given one.
        guard text[position - 1] > 0x20, text[position - 1] < 0x7F else { return nil }
        break
      }
      guard text[position - 3] & 0xF0 == 0xE0 else { return nil }
      let unit = character(text, position - 3)
      guard unit >= 0x3400, unit <= 0x9FFF, unit < 0x4DC0 || unit >= 0x4E00 else {
        // Hiragana, 、。 and brackets end a run of kanji.
        guard unit <= 0x3096,
          unit >= 0x3041 || unit >= 0x3001 && unit <= 0x3003
            || unit >= 0x3008 && unit <= 0x3011
        else { return nil }
        break
      }
      guard place - position < 3 * mostKanji else { return nil }
      position -= 3
    }
    return position < place ? (place - position) / 3 : nil
  }

  /// Kanji before a place that are looked at.
  private static let mostKanji = 24

  /// Whether a word that calls somebody begins at the place.
  private func isCalling(_ text: Span<UInt8>, _ limit: Int, _ words: WordLists) -> Answer {
    var position = place
    var hash = WordTable.seed
    var unit = Self.next(text, &position, limit, words)
    var last = hash
    for length in 1...8 {
      guard unit != Self.odd else { return .unsure }
      guard unit != 0 else { return .no }
      hash = WordTable.mix(hash, unit)
      // Whether some term ends so is told without leaving the nearest cache.
      let single = WordTable.mix(WordTable.seed, unit)
      let mayEnd =
        words.mayEndTerm(single) || length > 1 && words.mayEndTerm(WordTable.mix(last, unit))
      last = single
      unit = Self.next(text, &position, limit, words)
      if length == 2, !words.mayBeginTerm(hash) { return .no }
      guard mayEnd else { continue }
      let kinds = words.terms(hash)
      if kinds.hasAny(.introduction) { return .yes }
      guard kinds.hasAny(.honorific | .post) else { continue }
      if unit == Self.odd { return .unsure }
      if Kanji.isKanji(unit) || Kana.isKatakana(unit) { continue }
      // 仕様, 関係: a word of two characters whose last looks like a post.
      if length == 1, count == 1 {
        let first = WordTable.mix(WordTable.seed, before(0, text, words))
        let word = WordTable.mix(first, Self.unit(text, place, words))
        if words.kinds(word).hasAny(.common) { continue }
      }
      return .yes
    }
    return .no
  }

  /// Stands for a character that cannot be judged by itself.
  private static let odd: UInt16 = 0xFFFF

  /// The folded character at a place; 0 at the end.
  @inline(__always)
  private static func next(
    _ text: Span<UInt8>, _ position: inout Int, _ limit: Int, _ words: WordLists
  ) -> UInt16 {
    guard position < limit else { return 0 }
    let lead = text[position]
    if lead < 0x80 {
      position += 1
      return lead <= 0x20 ? 0x20 : UInt16(LabelMatcher.lower(lead))
    }
    guard lead & 0xF0 == 0xE0, position + 3 <= limit else { return odd }
    let unit = unit(text, position, words)
    position += 3
    switch unit {
    case 0x3041...0x3096, 0x30A1...0x30F4, 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3001...0x3002,
      0x3008...0x3011:
      return unit
    case 0x3000: return 0x20
    default: return odd
    }
  }

  /// The character of three bytes at a place.
  @inline(__always)
  private static func character(_ text: Span<UInt8>, _ place: Int) -> UInt16 {
    UInt16(text[place] & 0xF) << 12 | UInt16(text[place + 1] & 0x3F) << 6
      | UInt16(text[place + 2] & 0x3F)
  }

  /// The same; kanji folded.
  @inline(__always)
  private static func unit(_ text: Span<UInt8>, _ place: Int, _ words: WordLists) -> UInt16 {
    let unit = character(text, place)
    return unit >= 0x3400 ? words.folded(unit) : unit
  }

  /// A kanji before the place, folded; 0 is the nearest.
  @inline(__always)
  private func before(_ index: Int, _ text: Span<UInt8>, _ words: WordLists) -> UInt16 {
    words.folded(Self.character(text, place - 3 * (index + 1)))
  }

  /// Whether any way to begin a name in the run gives one: a family name there, or a given name at the end.
  private func mayBeName(_ text: Span<UInt8>, _ words: WordLists) -> Bool {
    let all = kinds(from: count, count, text, words)
    // Unknown family names of two characters or more before a known given name.
    for length in 2..<max(2, min(count, 9) + 1) {
      let given = length == count ? all : kinds(from: length, length, text, words)
      if given.hasAny(.given) { return true }
    }
    for start in 1..<min(count, 12) + 1 where start == count || isBoundary(start, text, words) {
      // 申請: a word that no name is spelled as, however it begins (KanjiName).
      let whole = start == count ? all : kinds(from: start, start, text, words)
      guard whole.hasNone(KanjiName.words) || whole.hasAny(.surname | .given) else { continue }
      for length in 1..<min(start, 5) + 1
      where kinds(from: start, length, text, words).hasAny(.surname) {
        return true
      }
    }
    return false
  }

  /// Whether the whole run is no word that any list knows, and stands where its place may make a name of it
  /// (``TextNameScan/addressee(_:_:)``): さん and a few posts at the beginning of a sentence, です and と申します behind の.
  private func mayBeUnknown(_ text: Span<UInt8>, _ floor: Int, _ words: WordLists) -> Bool {
    guard count >= 2, count <= 4 else { return false }
    let start = place - count * 3
    let before: UInt16 =
      start - 3 < floor || text[start - 1] < 0x80 ? 0x20 : Self.unit(text, start - 3, words)
    switch Self.unit(text, place, words) {
    // さ 部 課 係 次 主 専 常
    case 0x3055, 0x90E8, 0x8AB2, 0x4FC2, 0x6B21, 0x4E3B, 0x5C02, 0x5E38:
      guard !Kana.isHiragana(before) else { return false }
    // と で
    case 0x3068, 0x3067:
      guard !Kana.isHiragana(before) || before == 0x306E else { return false }
    default: return false
    }
    return kinds(from: count, count, text, words) == Lexicon.Kinds(rawValue: 0)
  }

  /// The hash of `length` kanji, the first of them `start` before the place.
  @inline(__always)
  private func hash(
    from start: Int, _ length: Int, _ text: Span<UInt8>, _ words: WordLists
  ) -> UInt64 {
    var hash = WordTable.seed
    for index in 0..<length {
      hash = WordTable.mix(hash, before(start - 1 - index, text, words))
    }
    return hash
  }

  /// What those kanji are known as.
  private func kinds(
    from start: Int, _ length: Int, _ text: Span<UInt8>, _ words: WordLists
  ) -> Lexicon.Kinds {
    words.kinds(hash(from: start, length, text, words))
  }

  /// Whether a department, post or organisation ends `start` before the place (``TextNameScan``).
  private func isBoundary(_ start: Int, _ text: Span<UInt8>, _ words: WordLists) -> Bool {
    guard
      words.mayEndTerm(hash(from: start + 1, 1, text, words))
        || start + 2 <= count && words.mayEndTerm(hash(from: start + 2, 2, text, words))
    else { return false }
    for length in 1..<7 where start + length <= count {
      let kinds = words.terms(hash(from: start + length, length, text, words))
      if kinds.hasAny(.department | .post | .organisation | .legalForm | .relation) {
        return true
      }
    }
    return false
  }
}
