import Rules

/// A short text as the word lists know it: widths, kana marks and variant characters folded, in UTF-16 units.
///
/// Lent, never copied; the bytes that each unit came from are kept, so that a reader can answer in ranges of the lent text. Blanks of any width become one U+0020, dashes `-`, middle dots `・`, Latin letters
/// lower case without accents; selectors and zero-width characters vanish.
struct FoldedText: ~Copyable {
  /// Units that fit; what comes after is left out and ``isCut`` says so.
  static let capacity = 128
  /// Bytes that are read at most, so that places fit 16 bits.
  private static let reach = 60_000

  /// Each unit in the low half, its first byte counted from ``base`` in the high half.
  ///
  /// An array, because an `InlineArray` of a lent value is copied whole at each look into it (Swift 6.3).
  private var cells: [UInt32]
  private let base: Int
  /// The lists that words are looked up in.
  let words = WordLists.shared
  private(set) var count = 0
  /// The text without blanks at either end.
  private(set) var trimmed = 0..<0
  /// Whether the text did not fit.
  private(set) var isCut = false
  /// Byte behind the last one read.
  private(set) var end: Int

  /// Folds the bytes of a range as far as they fit; what `range` has outside `text` is left out.
  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    // No character folds into more units than it has bytes.
    cells = Array(repeating: 0, count: min(max(range.count, 0), Self.capacity) + 1)
    base = range.lowerBound
    end = range.lowerBound
    fold(text, range)
  }

  /// The same in room that was used before; ``room()`` gives it back.
  ///
  /// - Parameter used: Emptied; room of any size.
  init(_ text: Span<UInt8>, _ range: Range<Int>, in used: inout [UInt32]) {
    cells = []
    base = range.lowerBound
    end = range.lowerBound
    swap(&cells, &used)
    if cells.count <= Self.capacity { cells = Array(repeating: 0, count: Self.capacity + 1) }
    fold(text, range)
  }

  /// The room that the text was folded in, for the next one.
  consuming func room() -> [UInt32] { cells }

  private mutating func fold(_ text: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    let limit = min(range.upperBound, text.count)
    while true {
      foldUsual(text, &position, limit)
      guard position < limit else { break }
      if count >= Self.capacity - 4 || position - base > Self.reach {
        isCut = true
        break
      }
      let start = position
      let scalar = UTF8Bytes.next(text, &position, limit)
      append(scalar, from: start)
    }
    end = position
    cells[count] = place(position)
    trimmed = trimming(0..<count)
  }

  /// Folds the characters that most texts are made of, up to another or the end of the room.
  private mutating func foldUsual(_ text: Span<UInt8>, _ position: inout Int, _ limit: Int) {
    let base = base
    let words = words
    var filled = count
    let most = min(Self.capacity - 4, cells.count - 1)
    let reach = base + Self.reach
    var units = cells.mutableSpan
    while position < limit, filled < most, position <= reach,
      let unit = Self.usual(text, position, limit, words)
    {
      units[filled] = UInt32(truncatingIfNeeded: position - base) << 16 | UInt32(unit)
      filled += 1
      position += unit < 0x80 ? 1 : 3
    }
    count = filled
  }

  /// The unit at `index`; 0 outside the text, so that looking at neighbours needs no test.
  @inline(__always)
  subscript(_ index: Int) -> UInt16 {
    index >= 0 && index < count ? UInt16(truncatingIfNeeded: cells[index]) : 0
  }

  /// The first byte of the unit at `index`; ``count`` gives the end.
  @inline(__always)
  func offset(_ index: Int) -> Int { base + Int(cells[min(max(index, 0), count)] >> 16) }

  @inline(__always)
  private func place(_ position: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: position - base) << 16
  }

  /// The bytes of some units.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    let start = offset(range.lowerBound)
    return start..<max(start, offset(range.upperBound))
  }

  /// The first byte of the unit at `index` when another piece begins there; always behind ``base``, so that whoever goes on from there comes to an end.
  func resumption(_ index: Int) -> Int {
    let next = index > 0 && index < count ? offset(index) : end
    return next > base ? next : max(end, base + 1)
  }

  /// The hash of some units, for ``WordLists``.
  @inline(__always)
  func hash(_ range: Range<Int>) -> UInt64 {
    var hash = WordTable.seed
    for index in range { hash = WordTable.mix(hash, self[index]) }
    return hash
  }

  /// What some units are known as.
  func kinds(_ range: Range<Int>) -> Lexicon.Kinds { words.kinds(hash(range)) }

  /// What some units are used as.
  func terms(_ range: Range<Int>) -> Terms.Kinds { words.terms(hash(range)) }

  /// Whether a term of two units or more may begin at `index`.
  @inline(__always)
  func mayBeginTerm(_ index: Int) -> Bool {
    words.mayBeginTerm(WordTable.mix(WordTable.mix(WordTable.seed, self[index]), self[index + 1]))
  }

  /// Whether a term may end before `end`.
  @inline(__always)
  func mayEndTerm(_ end: Int) -> Bool {
    let last = self[end - 1]
    return words.mayEndTerm(WordTable.mix(WordTable.seed, last))
      || words.mayEndTerm(WordTable.mix(WordTable.mix(WordTable.seed, self[end - 2]), last))
  }

  /// What some kana are known as, hiragana taken as katakana and small letters as large.
  func kanaKinds(_ range: Range<Int>) -> Lexicon.Kinds {
    var hash = WordTable.seed
    for index in range { hash = WordTable.mix(hash, Kana.large(self[index])) }
    return words.kinds(hash)
  }

  /// Some units without blanks at either end.
  func trimming(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, self[low] == 0x20 { low += 1 }
    while high > low, self[high - 1] == 0x20 { high -= 1 }
    return low..<high
  }

  // MARK: Folding

  /// The unit of a character that most texts are made of; `nil` for others: small letters, digits and marks, kana, kanji.
  @inline(__always)
  private static func usual(
    _ text: Span<UInt8>, _ position: Int, _ limit: Int, _ words: WordLists
  ) -> UInt16? {
    let lead = text[position]
    if lead < 0x80 {
      return lead > 0x20 && lead < 0x7F && (lead < 0x41 || lead > 0x5A) ? UInt16(lead) : nil
    }
    guard lead >= 0xE3, lead <= 0xE9, position + 2 < limit else { return nil }
    let middle = text[position + 1]
    let last = text[position + 2]
    guard middle & 0xC0 == 0x80, last & 0xC0 == 0x80 else { return nil }
    let unit = UInt16(lead & 0xF) << 12 | UInt16(middle & 0x3F) << 6 | UInt16(last & 0x3F)
    if unit >= 0x4E00 { return words.folded(unit) }
    return unit >= 0x3041 && unit <= 0x3096 || unit >= 0x30A1 && unit <= 0x30F4 ? unit : nil
  }

  @inline(__always)
  private mutating func put(_ unit: UInt16, from start: Int) {
    guard count < cells.count - 1 else {
      isCut = true
      return
    }
    cells[count] = place(start) | UInt32(unit)
    count += 1
  }

  /// Replaces the last unit, keeping its place.
  private mutating func replaceLast(_ unit: UInt16) {
    guard count > 0 else { return }
    cells[count - 1] = cells[count - 1] & 0xFFFF_0000 | UInt32(unit)
  }

  private mutating func append(_ scalar: UInt32, from start: Int) {
    switch scalar {
    case 0x21...0x40, 0x5B...0x7E: put(UInt16(scalar), from: start)
    case 0x41...0x5A: put(UInt16(scalar + 0x20), from: start)
    case 0...0x20, 0x7F, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      if self[count - 1] != 0x20 { put(0x20, from: start) }
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF:
      put(words.folded(UInt16(scalar)), from: start)
    case 0x3041...0x3096: put(UInt16(scalar), from: start)
    case 0x30A1...0x30FA:
      // ヵ and ヶ are written large as often as small.
      put(scalar == 0x30F5 ? 0x30AB : scalar == 0x30F6 ? 0x30B1 : UInt16(scalar), from: start)
    case 0xFF01...0xFF5E: append(scalar - 0xFEE0, from: start)
    case 0x30FC, 0xFF70:
      put(Kana.isKana(self[count - 1]) || self[count - 1] == 0x30FC ? 0x30FC : 0x2D, from: start)
    case 0x3099, 0x309A, 0x309B, 0x309C, 0xFF9E, 0xFF9F:
      let isSemi = scalar == 0x309A || scalar == 0x309C || scalar == 0xFF9F
      replaceLast(Kana.voiced(self[count - 1], semi: isSemi))
    case 0xFF66...0xFF9D: put(Kana.wide[Int(scalar - 0xFF66)], from: start)
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0xFE63, 0x207B, 0xAD: put(0x2D, from: start)
    // 〓 stands where a converter lost a character: behind a digit that was a dash.
    case 0x3013 where self[count - 1] >= 0x30 && self[count - 1] <= 0x39: put(0x2D, from: start)
    case 0xB7, 0x2022, 0x22C5, 0x30FB, 0xFF65: put(0x30FB, from: start)
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x300...0x36F: break
    default: appendRare(scalar, from: start)
    }
  }

  private mutating func appendRare(_ scalar: UInt32, from start: Int) {
    switch scalar {
    case 0xC0...0x24F, 0x1E00...0x1EFF: put(Latin.plain(scalar), from: start)
    case 0x3231: put(0x28, 0x682A, 0x29, from: start)  // ㈱
    case 0x3232: put(0x28, 0x6709, 0x29, from: start)  // ㈲
    case 0x337B: put(0x5E73, 0x6210, from: start)  // ㍻
    case 0x337C: put(0x662D, 0x548C, from: start)  // ㍼
    case 0x337D: put(0x5927, 0x6B63, from: start)  // ㍽
    case 0x337E: put(0x660E, 0x6CBB, from: start)  // ㍾
    case 0x32FF: put(0x4EE4, 0x548C, from: start)  // ㋿
    case 0x2116: put(0x6E, 0x6F, from: start)  // №
    case 0x2018, 0x2019: put(0x27, from: start)
    case 0x2460...0x2468: put(UInt16(0x31 + scalar - 0x2460), from: start)
    case 0x20BB7: put(0x5409, from: start)  // 𠮷
    case 0x2363A: put(0x6A4B, from: start)  // 𣘺
    case 0x2550E: put(0x5D0E, from: start)  // 𥔎
    // A character outside the basic plane is some rare kanji.
    case 0x20000...0x3FFFF: put(0x3013, from: start)
    case 0x10000...: put(0xFFFD, from: start)
    default: put(UInt16(truncatingIfNeeded: scalar), from: start)
    }
  }

  private mutating func put(_ first: UInt16, _ second: UInt16, from start: Int) {
    put(first, from: start)
    put(second, from: start)
  }

  private mutating func put(_ first: UInt16, _ second: UInt16, _ third: UInt16, from start: Int) {
    put(first, second, from: start)
    put(third, from: start)
  }
}
