import Rules

/// Names behind labels: `氏名：`, `出席者：`.
extension TextNameScan {
  /// A label that begins at `start` and a colon, blank or bracket behind it; the unit where the value begins.
  func label(_ start: Int) -> (end: Int, isList: Bool)? {
    let before = text[start - 1]
    guard !Kanji.isKanji(before) || before == 0, !Latin.isLetter(before) else { return nil }
    let single = WordTable.mix(WordTable.seed, text[start])
    var hash = WordTable.mix(single, text[start + 1])
    var found: (end: Int, isList: Bool)?
    if text.words.mayBeginTerm(single), text.words.terms(single).hasAny(.nameLabel) {
      found = labelEnd(start + 1, isList: false)
    }
    guard text.words.mayBeginTerm(hash) else { return found }
    for length in 2...14 where start + length <= text.count {
      if length > 2 { hash = WordTable.mix(hash, text[start + length - 1]) }
      let kinds = text.words.terms(hash)
      guard kinds.hasAny(.nameLabel | .listLabel) else { continue }
      if let end = labelEnd(start + length, isList: kinds.hasAny(.listLabel)) { found = end }
    }
    return found
  }

  private func labelEnd(_ start: Int, isList: Bool) -> (end: Int, isList: Bool)? {
    var index = start
    // 氏名（漢字）：, 氏 名】
    if text[index] == 0x28 {
      var close = index + 1
      while close < index + 10, text[close] != 0x29, close < text.count { close += 1 }
      if text[close] == 0x29, text[close + 1] == 0x3A { index = close + 1 }
    }
    while text[index] == 0x20 { index += 1 }
    guard Self.isMark(text[index]) else { return nil }
    index += 1
    while text[index] == 0x20 || text[index] == 0x3A { index += 1 }
    return (index, isList)
  }

  /// Whether a unit may stand between a label and its value: `: = 】 ］ → |`.
  static func isMark(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3A, 0x3D, 0x3011, 0x5D, 0x2192, 0x7C, 0x2502, 0xFF3D, 0x3009, 0x300D: true
    default: false
    }
  }

  /// Reads what stands behind a label; lists go on over `、` and `,`.
  mutating func labelled(_ start: Int, isList: Bool, into names: inout [TextName]) -> Int {
    var index = start
    while index < text.count {
      var end = index
      while end < text.count, end - index < 26, !endsValue(end) { end += 1 }
      let range = text.trimming(index..<end)
      if let (name, strength) = labelledName(range) {
        add(name, isList ? .list : .label, max(strength, 1), into: &names)
      }
      // After `(` comes a reading or a department: on to the bracket's end.
      if text[end] == 0x28 {
        var close = end
        while close < text.count, close - end < 24, text[close] != 0x29 { close += 1 }
        if text[close] == 0x29 { end = close + 1 }
      }
      while text[end] == 0x20 { end += 1 }
      let mark = text[end]
      guard
        mark == 0x3001 || mark == 0x2C || mark == 0x30FB && isList || mark == 0xFF64
          || mark == 0x2F && isList
      else { return end }
      index = end + 1
      while text[index] == 0x20 { index += 1 }
      if !isList, label(index) != nil { return index }
    }
    return index
  }

  private func endsValue(_ index: Int) -> Bool {
    switch text[index] {
    // 、 , ( ) 。 : ; / " 」 】 < > | tab is a blank, digits, @
    case 0x3001, 0x2C, 0x28, 0x29, 0x3002, 0x3A, 0x3B, 0x2F, 0x22, 0x300D, 0x3010, 0x3011, 0x3C,
      0x3E,
      0x7C, 0x40, 0x5B, 0x2502, 0xFF64, 0x30...0x39:
      true
    default: false
    }
  }

  /// The name in a value behind a label: the whole value, its first two tokens, or its first.
  private func labelledName(_ range: Range<Int>) -> (Range<Int>, UInt8)? {
    guard range.count >= 2 else { return nil }
    var whole = range
    if NameReader.isNoName(text, whole) { return nil }
    if let cut = NameReader.withoutHonorific(text, whole) { whole = cut }
    if whole.isEmpty || NameReader.isOrganisation(text, whole) || NameReader.isNoName(text, whole) {
      return lastTokens(whole)
    }
    let reading = NameReader.core(text, whole)
    if reading.strength >= 2 { return (whole, reading.strength) }
    if let found = lastTokens(whole), found.1 >= 2 { return found }
    if let found = lastTokens(whole) { return found }
    if reading.strength == 1 { return (whole, 1) }
    // Not in the lists, but of the shape of a name: the label makes up for it.
    if reading.hasNameShape, whole.count >= 3 || reading.isTwoTokens,
      !endsAsWord(text[whole.upperBound - 1]), !isTwoWords(whole)
    {
      return (whole, 1)
    }
    return nil
  }

  /// Whether both halves of four characters are plain words: 後日連絡.
  private func isTwoWords(_ range: Range<Int>) -> Bool {
    guard range.count == 4 else { return false }
    let middle = range.lowerBound + 2
    return [range.lowerBound..<middle, middle..<range.upperBound].allSatisfy {
      let kinds = text.kinds($0)
      return kinds.hasAny(.common) && kinds.hasNone(.surname | .given)
    }
  }

  /// Whether no unknown name ends so: 募集中, 調整済, 担当者.
  private func endsAsWord(_ unit: UInt16) -> Bool {
    switch unit {
    // 中 済 者 用 等 別 外 内 後 前 時 分 件 可 要 無 有 的 性 化 名 員 物 書
    case 0x4E2D, 0x6E08, 0x8005, 0x7528, 0x7B49, 0x5225, 0x5916, 0x5185, 0x5F8C, 0x524D, 0x6642,
      0x5206, 0x4EF6, 0x53EF, 0x8981, 0x7121, 0x6709, 0x7684, 0x6027, 0x5316, 0x540D, 0x54E1,
      0x7269, 0x66F8:
      true
    default: false
    }
  }

  /// A name behind a department, or before other words: `営業部 山田太郎`, `山田 太郎 内線`.
  private func lastTokens(_ range: Range<Int>) -> (Range<Int>, UInt8)? {
    var best: (Range<Int>, UInt8)?
    var index = range.lowerBound
    while index < range.upperBound {
      guard index == range.lowerBound || text[index - 1] == 0x20 else {
        index += 1
        continue
      }
      var blanks = 0
      var end = index
      while end <= range.upperBound, blanks < 2 {
        if end == range.upperBound || text[end] == 0x20 {
          let part = index..<end
          if part.count >= 2, part != range, !NameReader.isOrganisation(text, part),
            !NameReader.isNoName(text, part)
          {
            let name = NameReader.withoutHonorific(text, part) ?? part
            let strength = NameReader.core(text, name).strength
            if strength >= 1, strength > (best?.1 ?? 0) { best = (name, strength) }
          }
          blanks += 1
        }
        end += 1
      }
      index += 1
    }
    return best
  }
}
