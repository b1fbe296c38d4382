import Rules

/// Tells from few characters that no name stands before a honorific, post or self-introduction: 営業担当, 予算の仕様.
///
/// Most places that look like a honorific are parts of words; reading a name at each would be most of the work on prose.
/// What ``TextNameScan`` would accept is never denied here; what is not plain kanji is left to it.
struct Callings {
  private let words = WordLists.shared
  /// The kanji before the place, folded, the nearest first.
  private var before = InlineArray<24, UInt16>(repeating: 0)
  private var count = 0

  /// What few characters tell of a place.
  enum Answer { case no, yes, unsure }

  /// Whether something at `place` calls somebody by name; where it does, a name may stand before it.
  ///
  /// - Parameters:
  ///   - place: Where the honorific begins.
  ///   - floor: The line's first byte.
  ///   - limit: One past the line's last byte.
  static func answer(_ text: Span<UInt8>, _ place: Int, _ floor: Int, _ limit: Int) -> Answer {
    var callings = Callings()
    guard callings.readRun(text, before: place, floor) else { return .unsure }
    // An addressee whom no list knows, on a line of its own.
    if place - callings.count * 3 == floor, limit - place <= 24 { return .unsure }
    let answer = callings.isCalling(text, place, limit)
    guard answer == .yes else { return answer }
    return callings.mayBeName() || callings.mayBeUnknown(text, place, floor) ? .yes : .no
  }

  /// Reads the kanji before a place; `false` when something else than plain text stands around them.
  private mutating func readRun(_ text: Span<UInt8>, before place: Int, _ floor: Int) -> Bool {
    count = 0
    var position = place
    while position > floor {
      guard position - 3 >= floor, text[position - 1] & 0xC0 == 0x80 else {
        // A blank may part a family name from a given one.
        return count > 0 && text[position - 1] > 0x20 && text[position - 1] < 0x7F
      }
      let unit =
        UInt32(text[position - 3] & 0xF) << 12 | UInt32(text[position - 2] & 0x3F) << 6
        | UInt32(text[position - 1] & 0x3F)
      guard text[position - 3] & 0xF0 == 0xE0 else { return false }
      switch unit {
      case 0x4E00...0x9FFF, 0x3400...0x4DBF:
        guard count < 24 else { return false }
        before[count] = words.folded(UInt16(truncatingIfNeeded: unit))
        count += 1
        position -= 3
      // Hiragana, 、。 and brackets end a run of kanji.
      case 0x3041...0x3096, 0x3001...0x3003, 0x3008...0x3011: return count > 0
      default: return false
      }
    }
    return count > 0
  }

  /// Whether a word that calls somebody begins at a place behind kanji.
  private func isCalling(_ text: Span<UInt8>, _ place: Int, _ limit: Int) -> Answer {
    var position = place
    var hash = WordTable.seed
    var unit = next(text, &position, limit)
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
      unit = next(text, &position, limit)
      if length == 2, !words.mayBeginTerm(hash) { return .no }
      guard mayEnd else { continue }
      let kinds = words.terms(hash)
      if kinds.hasAny(.introduction) { return .yes }
      guard kinds.hasAny(.honorific | .post) else { continue }
      if unit == Self.odd { return .unsure }
      if Kanji.isKanji(unit) || Kana.isKatakana(unit) { continue }
      // 仕様, 関係: a word of two characters whose last looks like a post.
      if length == 1, count == 1,
        words.kinds(WordTable.mix(WordTable.mix(WordTable.seed, before[0]), self.unit(text, place)))
          .hasAny(.common)
      {
        continue
      }
      return .yes
    }
    return .no
  }

  /// Stands for a character that cannot be judged by itself.
  private static let odd: UInt16 = 0xFFFF

  /// The folded character at a place; 0 at the end.
  private func next(_ text: Span<UInt8>, _ position: inout Int, _ limit: Int) -> UInt16 {
    guard position < limit else { return 0 }
    let lead = text[position]
    if lead < 0x80 {
      position += 1
      return lead <= 0x20 ? 0x20 : UInt16(LabelMatcher.lower(lead))
    }
    guard lead & 0xF0 == 0xE0, position + 3 <= limit else { return Self.odd }
    let unit = self.unit(text, position)
    position += 3
    switch unit {
    case 0x3041...0x3096, 0x30A1...0x30F4, 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3001...0x3002,
      0x3008...0x3011:
      return unit
    case 0x3000: return 0x20
    default: return Self.odd
    }
  }

  /// The character of three bytes at a place; kanji folded.
  private func unit(_ text: Span<UInt8>, _ place: Int) -> UInt16 {
    let unit =
      UInt16(text[place] & 0xF) << 12 | UInt16(text[place + 1] & 0x3F) << 6
      | UInt16(text[place + 2] & 0x3F)
    return unit >= 0x3400 ? words.folded(unit) : unit
  }

  /// Whether any way to begin a name in the run gives one: a family name there, or a given name at the end.
  private func mayBeName() -> Bool {
    // Unknown family names of two characters or more before a known given name.
    for length in 2..<max(2, min(count, 9) + 1) where kinds(from: length, length).hasAny(.given) {
      return true
    }
    for start in 1..<min(count, 12) + 1 {
      for length in 1..<min(start, 5) + 1 where kinds(from: start, length).hasAny(.surname) {
        guard start == count || isBoundary(start) else { break }
        // 申請: a word that no name is spelled as, however it begins (KanjiName).
        let whole = kinds(from: start, start)
        if whole.hasNone(KanjiName.words) || whole.hasAny(.surname | .given) { return true }
        break
      }
    }
    return false
  }

  /// Whether the whole run is no word that any list knows, and stands where its place may make a name of it
  /// (``TextNameScan/addressee(_:_:)``): さん and a few posts at the beginning of a sentence, です and と申します behind の.
  private func mayBeUnknown(_ text: Span<UInt8>, _ place: Int, _ floor: Int) -> Bool {
    guard count >= 2, count <= 4 else { return false }
    let start = place - count * 3
    let before: UInt16 =
      start - 3 < floor || text[start - 1] < 0x80 ? 0x20 : unit(text, start - 3)
    switch unit(text, place) {
    // さ 部 課 係 次 主 専 常
    case 0x3055, 0x90E8, 0x8AB2, 0x4FC2, 0x6B21, 0x4E3B, 0x5C02, 0x5E38:
      guard !Kana.isHiragana(before) else { return false }
    // と で
    case 0x3068, 0x3067:
      guard !Kana.isHiragana(before) || before == 0x306E else { return false }
    default: return false
    }
    return kinds(from: count, count) == Lexicon.Kinds(rawValue: 0)
  }

  /// What `length` kanji are known as, the first of them `start` before the place.
  private func kinds(from start: Int, _ length: Int) -> Lexicon.Kinds {
    var hash = WordTable.seed
    for index in 0..<length { hash = WordTable.mix(hash, before[start - 1 - index]) }
    return words.kinds(hash)
  }

  /// Whether a department, post or organisation ends `start` before the place (``TextNameScan``).
  private func isBoundary(_ start: Int) -> Bool {
    for length in 1..<7 where start + length <= count {
      var hash = WordTable.seed
      for index in 0..<length { hash = WordTable.mix(hash, before[start + length - 1 - index]) }
      if words.terms(hash).hasAny(.department | .post | .organisation | .legalForm | .relation) {
        return true
      }
    }
    return false
  }
}
