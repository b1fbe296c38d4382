/// The numbers of an address.
extension AddressWalk {
  /// Whether ``number(_:_:)`` can find anything at `index`.
  func beginsNumber(_ text: borrowing FoldedText, _ index: Int) -> Bool {
    let unit = text[index]
    return Latin.isDigit(unit) || Kanji.digit(unit) != nil || isLot(unit) || unit == 0x7121
  }

  /// Block, house and room numbers with the words and dashes between them.
  mutating func number(_ text: borrowing FoldedText, _ start: Int) -> Int? {
    var index = start
    // 甲 乙 丙 丁, イ ロ ハ before the number; 無番地.
    if text[index] == 0x7121, text[index + 1] == 0x756A, text[index + 2] == 0x5730 {
      hasNumberWords = true
      return index + 3
    }
    if isLot(text[index]), Latin.isDigit(text[index + 1]) { index += 1 }
    if text[index] == 0x30, Self.isPhone(text, index) { return nil }
    guard Latin.isDigit(text[index]) || Kanji.digit(text[index]) != nil else { return nil }
    var last = start
    var groups = 0
    while groups < 8 {
      let first = index
      while Latin.isDigit(text[index]), index - first < 6 { index += 1 }
      if index == first {
        while Kanji.digit(text[index]) != nil, index - first < 5 { index += 1 }
      }
      guard index > first, !Latin.isDigit(text[index]) else { break }
      groups += 1
      last = index
      let wordEnd = unitWord(text, index)
      if wordEnd > index {
        hasNumberWords = true
        last = wordEnd
        index = wordEnd
      }
      // の, ノ, 之, dashes, blank between words; 西6, 北 in Hokkaido; 甲.
      let gap = index
      joining: while index - gap < 2 {
        switch text[index] {
        case 0x2D, 0x306E, 0x30CE, 0x4E4B: index += 1
        case 0x20 where wordEnd > first && hasNumberWords: index += 1
        default:
          guard wordEnd > gap - 2, isDirection(text[index]) || isLot(text[index]) else {
            break joining
          }
          index += 1
        }
      }
      guard Latin.isDigit(text[index]) || Kanji.digit(text[index]) != nil else { break }
      // 2024年, 30分: a word of time or money ends nothing that began as an address.
    }
    guard groups > 0 else { return nil }
    switch text[last] {
    // 年 月 日 時 分 円 人 件 名 個 回 歳 %
    case 0x5E74, 0x6708, 0x65E5, 0x6642, 0x5206, 0x5186, 0x4EBA, 0x4EF6, 0x540D, 0x500B, 0x56DE,
      0x6B73, 0x25, 0x4E07, 0x5343, 0x4F4D, 0x4E16:
      return groups > 1 && hasNumberWords ? last : nil
    default: return last
    }
  }

  private func isLot(_ unit: UInt16) -> Bool {
    switch unit {
    // 甲 乙 丙 丁, イ ロ ハ ニ
    case 0x7532, 0x4E59, 0x4E19, 0x30A4, 0x30ED, 0x30CF, 0x30CB: true
    default: false
    }
  }

  private func isDirection(_ unit: UInt16) -> Bool {
    unit == 0x6771 || unit == 0x897F || unit == 0x5357 || unit == 0x5317
  }

  /// The end of 丁目, 番地, 番, 号, 条, 地割, 線 at `start`.
  private func unitWord(_ text: borrowing FoldedText, _ start: Int) -> Int {
    switch text[start] {
    case 0x4E01: text[start + 1] == 0x76EE ? start + 2 : start
    case 0x756A: text[start + 1] == 0x5730 || text[start + 1] == 0x753A ? start + 2 : start + 1
    case 0x53F7: text[start + 1] == 0x68DF || text[start + 1] == 0x5BA4 ? start : start + 1
    case 0x6761: text[start + 1] == 0x901A ? start + 2 : start + 1
    case 0x5730: text[start + 1] == 0x5272 ? start + 2 : start
    case 0x7DDA: start + 1
    default: start
    }
  }
}
