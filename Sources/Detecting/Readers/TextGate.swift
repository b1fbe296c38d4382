import Rules

/// Looks through a line, without folding it, for places where a reader of running text has something to read.
///
/// It may stop where there is nothing, never pass over something. What it cannot judge by single characters
/// (half-width kana, loose voicing marks, characters outside the basic plane) it takes for such a place.
enum TextGate {
  /// A character as the gates know it: widths and case folded, nothing else.
  @inline(__always)
  private static func unit(_ text: Span<UInt8>, _ position: inout Int, _ limit: Int) -> UInt16 {
    let lead = text[position]
    if lead < 0x80 {
      position += 1
      if lead <= 0x20 { return 0x20 }
      return UInt16(lead >= 0x41 && lead <= 0x5A ? lead | 0x20 : lead)
    }
    if lead >= 0xE0, lead < 0xF0, position + 3 <= limit {
      let middle = text[position + 1]
      let last = text[position + 2]
      if middle & 0xC0 == 0x80, last & 0xC0 == 0x80 {
        position += 3
        let unit = UInt16(lead & 0xF) << 12 | UInt16(middle & 0x3F) << 6 | UInt16(last & 0x3F)
        return unit >= 0x3041 && unit < 0xFE00 ? unit : rare(unit)
      }
    }
    return other(text, &position, limit)
  }

  /// Stands for a character that cannot be judged here.
  private static let odd: UInt16 = 0xFFFF
  /// Stands for a character that is as good as absent.
  private static let nothing: UInt16 = 0xFFFE

  private static func rare(_ unit: UInt16) -> UInt16 {
    switch unit {
    case 0x3000, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: 0x20
    case 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: nothing
    case 0xFF01...0xFF20, 0xFF3B...0xFF5E: unit - 0xFEE0
    case 0xFF21...0xFF3A: unit - 0xFEC0
    case 0xFF65: 0x30FB
    case 0xFF66...0xFF9F: odd
    default: unit
    }
  }

  private static func other(_ text: Span<UInt8>, _ position: inout Int, _ limit: Int) -> UInt16 {
    let isEmoji =
      text[position] == 0xF0 && position + 1 < limit && text[position + 1] == 0x9F
    switch UTF8Bytes.next(text, &position, limit) {
    case 0x85, 0xA0: return 0x20
    case 0xB7: return 0x30FB
    case 0x300...0x36F: return nothing
    case 0x10000...: return isEmoji ? 0xFFFD : odd
    case let scalar: return UInt16(truncatingIfNeeded: scalar)
    }
  }

  /// Whether the unit cannot be judged by itself: also ゛ and ゜ by themselves.
  @inline(__always)
  private static func isOdd(_ unit: UInt16) -> Bool {
    unit == odd || unit >= 0x3099 && unit <= 0x309C
  }

  @inline(__always)
  private static func isNameUnit(_ unit: UInt16) -> Bool {
    Kanji.isKanji(unit) || Kana.isKatakana(unit)
  }

  /// The first place at or after `start` where something speaks for a name; `nil` when there is none before `limit`.
  ///
  /// - Parameter opening: The beginning of the line, where `山田：` may stand.
  static func name(_ text: Span<UInt8>, from start: Int, _ limit: Int, opening: Int) -> Int? {
    let gates = TextGates.shared
    guard !gates.isEmpty else { return start < limit ? start : nil }
    var position = start
    // The unit before, the one before that; and the last two that are no blanks.
    var last: UInt16 = 0x20
    var second: UInt16 = 0x20
    var solid: UInt16 = 0x20
    var solidSecond: UInt16 = 0x20
    // Whether a given name in hiragana goes on behind a blank: 山田 はなこ様.
    var isGivenName = false
    while position < limit {
      let at = position
      let unit = unit(text, &position, limit)
      if unit == nothing { continue }
      let endsGivenName = isGivenName
      isGivenName = Kana.isKana(unit) && (isGivenName || last == 0x20 && isNameUnit(solid))
      if unit < 0x80 {
        if isMark(unit) {
          if gates.mayEndLabel(TextGates.place(solidSecond, solid))
            || gates.mayEndLabel(TextGates.place(0x20, solid))
          {
            return at
          }
          if solid == 0x29, solidSecond >= 0x3000 { return at }
          if unit == 0x3A, at - opening <= 120, isNameUnit(solid) { return at }
        } else if unit == 0x63, isNameUnit(last) {
          // 山田CEO
          return at
        } else if unit == 0x20, gates.mayBeginName(TextGates.place(last, unit)) {
          return at
        }
      } else {
        if isOdd(unit) { return at }
        if isMark(unit), gates.mayEndLabel(TextGates.place(solidSecond, solid)) { return at }
        if gates.isHonorific(unit), isNameUnit(last) || last == 0x20 || endsGivenName {
          return at
        }
        if gates.mayBeginName(TextGates.place(last, unit)),
          !Kana.isHiragana(last) || isNameUnit(second) || second == 0x20 || endsGivenName
        {
          return at
        }
        if isNameUnit(second) {
          switch (last, unit) {
          // と申, とい, と言, です, でご; （かな; カ・カ
          case (0x3068, 0x7533), (0x3068, 0x3044), (0x3068, 0x8A00), (0x3067, 0x3059),
            (0x3067, 0x3054):
            return at
          case (0x28, _) where Kana.isKana(unit), (0x30FB, _) where Kana.isKatakana(unit):
            return at
          default: break
          }
        }
      }
      second = last
      last = unit
      if unit != 0x20 {
        solidSecond = solid
        solid = unit
      }
    }
    return nil
  }

  /// What a mark may stand behind.
  enum Mark { case nothing, label, speaker }

  /// What the mark at a place stands behind: a label or a closed bracket, or perhaps the name of a speaker.
  ///
  /// - Parameter opening: The beginning of the line.
  static func mark(_ text: Span<UInt8>, at place: Int, _ opening: Int, _ limit: Int) -> Mark {
    let gates = TextGates.shared
    guard !gates.isEmpty else { return .label }
    if let (second, solid) = asciiBefore(text, place, opening) {
      let isLabel =
        gates.mayEndLabel(TextGates.place(second, solid))
        || gates.mayEndLabel(TextGates.place(0x20, solid)) || solid == 0x29
      return isLabel ? .label : .nothing
    }
    var position = beginning(text, place, units: 24, floor: opening)
    let isCut = position > opening
    var solid: UInt16 = 0x20
    var second: UInt16 = 0x20
    // Whether hiragana behind a blank goes on, as in 森 ゑい.
    var isGivenName = false
    var last: UInt16 = 0x20
    while position < place {
      let unit = unit(text, &position, limit)
      if isOdd(unit) { return .label }
      if unit == nothing { continue }
      isGivenName = Kana.isKana(unit) && (isGivenName || last == 0x20 && isNameUnit(solid))
      last = unit
      if unit == 0x20 { continue }
      second = solid
      solid = unit
    }
    // Nothing but blanks within reach.
    if isCut, second == 0x20 { return .label }
    if gates.mayEndLabel(TextGates.place(second, solid))
      || gates.mayEndLabel(TextGates.place(0x20, solid)) || solid == 0x29
    {
      return .label
    }
    return place - opening <= 120 && (isNameUnit(solid) || isGivenName) ? .speaker : .nothing
  }

  /// The last two characters before a place that are no blanks, if they are ASCII and not far: nothing else counts then.
  private static func asciiBefore(
    _ text: Span<UInt8>, _ place: Int, _ opening: Int
  ) -> (second: UInt16, solid: UInt16)? {
    var solid: UInt16?
    var position = place
    while position > max(opening, place - 16) {
      position -= 1
      let byte = text[position]
      guard byte >= 0x20, byte < 0x7F else { return nil }
      guard byte > 0x20 else { continue }
      let unit = UInt16(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      if let solid { return (unit, solid) }
      solid = unit
    }
    return nil
  }

  /// The marks that may stand behind a label.
  @inline(__always)
  private static func isMark(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3A, 0x3D, 0x3011, 0x5D, 0x2192, 0x7C, 0x2502, 0x3009, 0x300D: true
    default: false
    }
  }

  /// The first place at or after `start` where a word of special care may begin.
  static func care(_ text: Span<UInt8>, from start: Int, _ limit: Int) -> Int? {
    let gates = TextGates.shared
    guard !gates.isEmpty else { return start < limit ? start : nil }
    var position = start
    var last: UInt16 = 0x20
    var lastAt = start
    while position < limit {
      let at = position
      let unit = unit(text, &position, limit)
      if unit == nothing { continue }
      if isOdd(unit) || gates.mayBeginCare(TextGates.place(last, unit)) { return lastAt }
      last = unit
      lastAt = at
    }
    return nil
  }

  /// The first place at or after `start` where a municipality may end that a number follows in reach.
  static func municipality(_ text: Span<UInt8>, from start: Int, _ limit: Int) -> Int? {
    var position = start
    while position + 3 <= limit {
      let lead = text[position]
      guard lead >= 0xE5, lead <= 0xE7 else {
        position += 1
        continue
      }
      switch (lead, text[position + 1], text[position + 2]) {
      // 市 区 町 村
      case (0xE5, 0xB8, 0x82), (0xE5, 0x8C, 0xBA), (0xE7, 0x94, 0xBA), (0xE6, 0x9D, 0x91):
        if isNumberInReach(text, position + 3, limit) { return position }
        position += 3
      default: position += 1
      }
    }
    return nil
  }

  /// Whether a numeral stands within the length of a town's name.
  private static func isNumberInReach(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    var position = start
    var passed = 0
    while position < limit, passed < 32 {
      let unit = unit(text, &position, limit)
      if Latin.isDigit(unit) || Kanji.digit(unit) != nil || unit == odd || unit == 0x7121
        || unit >= 0x2460 && unit <= 0x2468
      {
        return true
      }
      // 、 。
      if unit == 0x3001 || unit == 0x3002 { return false }
      if unit != nothing { passed += 1 }
    }
    return false
  }

  /// Where to begin to read for what stands at `place`: up to `units` characters before it, behind the last 、 or 。, not before `floor`.
  static func beginning(_ text: Span<UInt8>, _ place: Int, units: Int, floor: Int) -> Int {
    var start = place
    var passed = 0
    while start > floor, passed < units {
      var previous = start - 1
      while previous > floor, start - previous < 4, text[previous] & 0xC0 == 0x80 { previous -= 1 }
      if start - previous == 3, text[previous] == 0xE3, text[previous + 1] == 0x80,
        text[previous + 2] == 0x81 || text[previous + 2] == 0x82
      {
        break
      }
      start = previous
      passed += 1
    }
    return start
  }
}
