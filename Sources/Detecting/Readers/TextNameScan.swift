import Rules

/// One pass over a folded piece of a line: runs of name characters, and what stands before and behind each.
struct TextNameScan: ~Copyable {
  let text: FoldedText
  let isLineStart: Bool
  /// The last unit that may stand behind a label; -1 when there is none.
  private let lastMark: Int
  /// Byte before which nothing is reported again.
  private var taken: Int

  init(_ text: consuming FoldedText, isLineStart: Bool, after taken: Int) {
    var mark = text.count - 1
    while mark >= 0, !Self.isMark(text[mark]) { mark -= 1 }
    lastMark = mark
    self.text = text
    self.isLineStart = isLineStart
    self.taken = taken
  }

  /// Appends the names that begin before `stop`; gives the unit at which the next piece begins.
  mutating func run(upTo stop: Int, into names: inout [TextName]) -> Int {
    var index = 0
    while index < stop {
      let unit = text[index]
      if unit == 0x20 || unit == 0x3A {
        index += 1
        continue
      }
      if index < lastMark, let label = label(index) {
        let end = labelled(label.end, isList: label.isList, into: &names)
        index = max(end, index + 1)
        continue
      }
      guard isNameUnit(unit) else {
        index += 1
        continue
      }
      let end = runEnd(index)
      index = read(index..<end, into: &names)
    }
    return index
  }

  /// Where the next piece begins, in bytes, when this one ends before `unit`.
  func resumption(_ unit: Int) -> Int { text.resumption(unit) }

  private func isNameUnit(_ unit: UInt16) -> Bool {
    Kanji.isKanji(unit) || Kana.isKatakana(unit)
  }

  /// Kanji or katakana in a row, as names are written in prose.
  private func runEnd(_ start: Int) -> Int {
    var end = start + 1
    while isNameUnit(text[end]) || text[end] == 0x30B1 { end += 1 }
    return end
  }

  // MARK: Runs

  /// Reads a run of name characters; gives the unit to go on from.
  private mutating func read(_ run: Range<Int>, into names: inout [TextName]) -> Int {
    var whole = run
    // 山田 太郎様: a second run behind one blank.
    if text[run.upperBound] == 0x20, isNameUnit(text[run.upperBound + 1]), run.count <= 5 {
      let second = runEnd(run.upperBound + 1)
      if second - run.upperBound <= 12,
        let end = consider(run.lowerBound..<second, isPair: true, into: &names)
      {
        return end
      }
    } else if text[run.upperBound] == 0x20, Kana.isHiragana(text[run.upperBound + 1]),
      run.count <= 4
    {
      var second = run.upperBound + 1
      while Kana.isKana(text[second]), second - run.upperBound < 8 { second += 1 }
      // 山田 あゆみさんから: the given name ends before さん.
      for cut in run.upperBound + 3..<max(run.upperBound + 3, second)
      where text.terms(cut..<cut + 2).hasAny(.honorific) {
        second = cut
        break
      }
      if let end = consider(run.lowerBound..<second, isPair: true, into: &names) { return end }
    }
    if text[run.upperBound] == 0x30FB, isNameUnit(text[run.upperBound + 1]) {
      var end = run.upperBound
      while text[end] == 0x30FB, isNameUnit(text[end + 1]) { end = runEnd(end + 1) }
      whole = run.lowerBound..<end
    }
    return consider(whole, isPair: false, into: &names) ?? whole.upperBound
  }

  /// Looks at what stands behind and before a run; gives the unit behind a name that was found.
  private mutating func consider(_ run: Range<Int>, isPair: Bool, into names: inout [TextName])
    -> Int?
  {
    guard run.count <= 24 else { return nil }
    guard run.count >= 2 else { return single(run, into: &names) }
    // The honorific may stand inside the run (山田部長, 山田様) or behind it (山田さん).
    var honorific = honorific(run)
    var isLongest = true
    while let found = honorific {
      if !isWord(run, found.start),
        let (name, strength) = before(
          found.start, in: run, isPolite: found.isPolite || opensSentence(run, found))
          ?? (isLongest ? addressee(run, found) : nil)
      {
        add(name, .honorific, strength, into: &names)
        return found.end
      }
      // 松本部長 is no 本部長 of the name 松.
      isLongest = false
      honorific = self.honorific(endingIn: run, upTo: run.upperBound - found.start - 1)
    }
    let next = text[run.upperBound]
    if next == 0x28, let end = bracketedReading(run.upperBound),
      let (name, strength) = before(run.upperBound, in: run) ?? shaped(run)
    {
      add(name, .reading, strength, into: &names)
      return end
    }
    if introduces(run.upperBound),
      let (name, strength) = before(run.upperBound, in: run, isPolite: isOfDepartment(run))
    {
      add(name, .introduction, strength, into: &names)
      return run.upperBound
    }
    if introduces(run.upperBound), text[run.lowerBound - 1] == 0x306E, isOfDepartment(run),
      isUnknown(run)
    {
      add(run, .introduction, 0, into: &names)
      return run.upperBound
    }
    if let name = speaker(run) {
      add(name.0, .speaker, name.1, into: &names)
      return run.upperBound
    }
    return nil
  }

  /// Whether a run is, or ends with, a word whose last character only looks like a post: 関係, 設計仕様.
  private func isWord(_ run: Range<Int>, _ start: Int) -> Bool {
    guard start < run.upperBound else { return false }
    if text[start] == 0x69D8, text[start - 1] == 0x4ED5 { return true }
    return start - run.lowerBound == 1 && text.kinds(run).hasAny(.common)
  }

  /// An honorific or post at the end of a run or behind it, and the unit behind the honorific.
  private func honorific(_ run: Range<Int>) -> (start: Int, end: Int, isPolite: Bool)? {
    // Behind: さん さま くん ちゃん, or a blank and 様.
    let behind = text[run.upperBound] == 0x20 ? run.upperBound + 1 : run.upperBound
    guard text.mayBeginTerm(behind) || text.words.mayBeginTerm(text.hash(behind..<behind + 1))
    else {
      return honorific(endingIn: run, upTo: 7)
    }
    for length in stride(from: 4, through: 1, by: -1) {
      let kinds = text.terms(behind..<behind + length)
      if kinds.hasAny(.honorific | .post), behind + length <= text.count,
        behind == run.upperBound || length == 1 || kinds.hasAny(.post),
        !isNameUnit(text[behind + length])
      {
        return (run.upperBound, behind + length, kinds.hasAny(.honorific))
      }
    }
    return honorific(endingIn: run, upTo: 7)
  }

  /// The longest honorific or post at a run's end, of `longest` units at most.
  private func honorific(endingIn run: Range<Int>, upTo longest: Int)
    -> (start: Int, end: Int, isPolite: Bool)?
  {
    guard longest >= 1, text.mayEndTerm(run.upperBound) else { return nil }
    for length in stride(from: min(longest, run.count - 1), through: 1, by: -1) {
      let start = run.upperBound - length
      let kinds = text.terms(start..<run.upperBound)
      guard kinds.hasAny(.honorific | .post) else { continue }
      return (start, run.upperBound, kinds.hasAny(.honorific))
    }
    return nil
  }

  /// Whether the run stands behind a department and の, as one does who introduces themselves: 営業部の桑名です.
  func isOfDepartment(_ run: Range<Int>) -> Bool {
    let end = run.lowerBound - 1
    guard text[end] == 0x306E else { return text[run.upperBound] == 0x3068 }
    guard text.mayEndTerm(end) else { return false }
    for length in 1...6 where end - length >= 0 {
      if text.terms(end - length..<end).hasAny(.department | .organisation | .legalForm) {
        return true
      }
    }
    return false
  }

  /// The name that ends before `end` within a run.
  ///
  /// - Parameter isPolite: Whether only persons are spoken of so: a family name that is also a place will do.
  private func before(_ end: Int, in run: Range<Int>, isPolite: Bool = false)
    -> (Range<Int>, UInt8)?
  {
    let end = text[end - 1] == 0x20 ? end - 1 : end
    guard end - run.lowerBound >= 1 else { return nil }
    let whole = run.lowerBound..<end
    if NameReader.isNoName(text, run) || NameReader.isNoName(text, whole) { return nil }
    var best: (Range<Int>, UInt8)?
    let last = text[end - 1]
    guard last != 0x20 else { return nil }
    var start = max(run.lowerBound, end - 12)
    while start < end {
      let part = start..<end
      let isWhole = start == run.lowerBound
      if isWhole || isBoundary(start, in: run), !opensWithOrganisation(part),
        !NameReader.isOrganisation(text, part),
        !NameReader.isNoName(text, part)
      {
        let reading = NameReader.core(text, part)
        var strength = reading.strength
        // A family name alone, when it is usual or no word.
        if strength == 1, !isCredible(part, reading, isPolite) { strength = 0 }
        if strength > (best?.1 ?? 0) { best = (part, strength) }
      }
      start += 1
    }
    return best
  }

  /// Whether the first of two tokens is a department or organisation: `営業部 鈴木`.
  private func opensWithOrganisation(_ part: Range<Int>) -> Bool {
    for index in part where text[index] == 0x20 {
      return NameReader.isOrganisation(text, part.lowerBound..<index)
        || text.terms(part.lowerBound..<index).hasAny(.department | .post)
    }
    return false
  }

  private func isCredible(_ part: Range<Int>, _ reading: NameReading, _ isPolite: Bool) -> Bool {
    let kinds = text.kinds(part)
    if kinds.hasAny(.frequent) { return true }
    if isPolite, part.count >= 2, kinds.hasAny(.surname),
      kinds.hasNone(.common | .organisation | .municipality | .prefecture)
    {
      return true
    }
    if reading.script == .katakana {
      let kana = text.kanaKinds(part)
      return kana.hasAny(.foreign)
        || kana.hasAny(.surnameReading) && part.count >= 3 && kana.hasNone(.common)
    }
    return kinds.hasAny(.surname | .given) && kinds.hasNone(.common | .place) && part.count >= 2
  }

  /// Whether a name can begin at `start` inside a run: behind a word of departments, posts or organisations, or a blank.
  private func isBoundary(_ start: Int, in run: Range<Int>) -> Bool {
    if text[start - 1] == 0x20 { return true }
    guard text.mayEndTerm(start) else { return false }
    for length in 1...6 where start - length >= run.lowerBound {
      let kinds = text.terms(start - length..<start)
      if kinds.hasAny(.department | .post | .organisation | .legalForm | .relation),
        length >= 2 || start - length > run.lowerBound
      {
        return true
      }
    }
    return false
  }

  private func shaped(_ run: Range<Int>) -> (Range<Int>, UInt8)? {
    guard run.count >= 2, run.count <= 7, !NameReader.isOrganisation(text, run) else { return nil }
    let reading = NameReader.core(text, run)
    return reading.hasNameShape && reading.script != .katakana
      ? (run, max(1, reading.strength)) : nil
  }

  /// The end of a bracket that holds the reading of a name.
  private func bracketedReading(_ start: Int) -> Int? {
    var end = start + 1
    while end - start < 20, Kana.isKana(text[end]) || text[end] == 0x20 || text[end] == 0x30FB {
      end += 1
    }
    guard text[end] == 0x29, end - start >= 4 else { return nil }
    let inner = text.trimming(start + 1..<end)
    let reading = NameReader.core(text, inner)
    return reading.strength >= 1 ? end + 1 : nil
  }

  /// と申します, or です behind a name that の or the line's beginning opens.
  func introduces(_ end: Int) -> Bool {
    guard text[end] == 0x3068 || text[end] == 0x3067, text.mayBeginTerm(end) else { return false }
    return (3...7).contains { text.terms(end..<end + $0).hasAny(.introduction) }
  }

  /// `山田：` at the beginning of a line; a time may stand before it.
  private func speaker(_ run: Range<Int>) -> (Range<Int>, UInt8)? {
    guard isLineStart, text[run.upperBound] == 0x3A, run.count <= 9 else { return nil }
    var hasTime = false
    for index in 0..<run.lowerBound {
      if Latin.isDigit(text[index]) { hasTime = true }
      switch text[index] {
      case 0x20, 0x30...0x3A, 0x2D, 0x2F, 0x5B, 0x5D, 0x28, 0x29, 0x2E, 0x3010, 0x3011: continue
      default: return nil
      }
    }
    guard !NameReader.isNoName(text, run), !NameReader.isOrganisation(text, run) else { return nil }
    let reading = NameReader.core(text, run)
    if reading.strength >= 2 { return (run, reading.strength) }
    if hasTime, isHalfKnown(run) || reading.isTwoTokens && reading.hasNameShape {
      return (run, 1)
    }
    return reading.strength == 1 && text.kinds(run).hasAny(.frequent) ? (run, 1) : nil
  }

  /// Whether one of two words is a name and the other is no word: 鵺坂 健一, 加藤 櫂斗.
  private func isHalfKnown(_ run: Range<Int>) -> Bool {
    guard let blank = run.first(where: { text[$0] == 0x20 }) else { return false }
    let family = run.lowerBound..<blank
    let given = blank + 1..<run.upperBound
    guard (1...4).contains(family.count), (1...4).contains(given.count) else { return false }
    let left = text.kinds(family)
    let right = text.kinds(given)
    guard left.hasAny(.surname) || right.hasAny(.given) else { return false }
    let words: Lexicon.Kinds = .common | .organisation | .municipality | .prefecture
    let roles: Terms.Kinds = .organisation | .department | .post | .notAName | .branch | .negation
    return left.hasNone(words) && right.hasNone(words) && text.terms(family).hasNone(roles)
      && text.terms(given).hasNone(roles)
  }

  mutating func add(
    _ range: Range<Int>, _ ground: TextName.Ground, _ strength: UInt8, into names: inout [TextName]
  ) {
    let bytes = text.bytes(range)
    guard bytes.lowerBound >= taken, !bytes.isEmpty else { return }
    names.append(TextName(range: bytes, ground: ground, strength: strength))
    taken = bytes.upperBound
  }
}
