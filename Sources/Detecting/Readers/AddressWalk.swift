import Rules

/// Walks through an address from its beginning to its end, part by part.
struct AddressWalk {
  private(set) var parts = AddressReading.Parts()
  /// The unit behind the address.
  private(set) var end: Int
  /// Whether the municipality is in the list.
  private(set) var hasListedTown = false
  /// Whether the number has words of addresses in it: 丁目, 番地, 号.
  var hasNumberWords = false

  /// - Parameter hasBuilding: Whether a word of buildings may stand in the text.
  init(_ text: borrowing FoldedText, from start: Int, isCell: Bool, hasBuilding: Bool = true) {
    end = start
    if isCell, !hasBuilding, text.count <= Self.longestTown, !Self.holdsSigns(text, start) {
      takeTown(text, start, Self.townEnd(text, start, isCell: true))
      return
    }
    var index = start
    if let next = Self.postalCode(text, index) {
      parts.insert(.postalCode)
      index = next
    }
    if let next = Self.prefecture(text, index) {
      parts.insert(.prefecture)
      index = Self.skipBlank(text, next)
      end = next
    }
    if let next = Self.municipality(text, index) {
      parts.insert(.municipality)
      end = next
      index = Self.skipBlank(text, next)
    }
    let town = index
    let townEnd = Self.townEnd(text, town, isCell: isCell)
    index = Self.skipBlank(text, townEnd)
    // A town alone is looked up only when a number follows, or when it is the whole cell.
    if townEnd > town, !parts.isEmpty || isCell && beginsNumber(text, index) {
      hasListedTown = Self.isListed(text, town..<townEnd)
      if hasListedTown || parts.contains(.municipality) {
        parts.insert(.town)
        end = townEnd
      }
    }
    if let next = number(text, index) {
      parts.insert(.number)
      end = next
      if let next = Self.building(text, next, isCell: isCell) {
        parts.insert(.building)
        end = next
      }
    } else if isCell, parts.isEmpty || parts == .town,
      let next = Self.building(text, start, isCell: true),
      Self.hasRoom(text, start..<next)
        || hasBuilding && Self.hasBuildingWord(text, start..<next)
    {
      parts = .building
      end = next
    } else if isCell, parts.isEmpty {
      takeTown(text, town, townEnd)
    }
  }

  /// Takes the name of a town that stands alone.
  private mutating func takeTown(_ text: borrowing FoldedText, _ town: Int, _ townEnd: Int) {
    guard townEnd - town >= 2, townEnd - town <= 8,
      Self.isTownOnly(text.kinds(town..<townEnd))
    else { return }
    parts = .town
    end = townEnd
  }

  /// Units that the name of a town is looked for in.
  private static let longestTown = 24

  /// Whether any unit stands in the text without which it has no part of an address but the name of a town or a building:
  /// digits and numerals, 都 道 府 県, 市 区 町 村.
  private static func holdsSigns(_ text: borrowing FoldedText, _ start: Int) -> Bool {
    for index in start..<text.count {
      switch text[index] {
      case 0x30...0x39: return true
      case 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341:
        return true
      case 0x90FD, 0x9053, 0x5E9C, 0x770C, 0x5E02, 0x533A, 0x753A, 0x6751: return true
      // 無番地
      case 0x7121: return true
      default: continue
      }
    }
    return false
  }

  /// Whether a word is the name of a town and of nothing else that stands in cells.
  private static func isTownOnly(_ kinds: Lexicon.Kinds) -> Bool {
    kinds.hasAny(.town)
      && kinds.hasNone(
        .surname | .given | .common | .organisation | .surnameReading | .givenReading)
  }

  /// How sure it is that the text walked through is an address; see ``AddressReading/strength``.
  func strength(isWhole: Bool) -> UInt8 {
    let hasMunicipality = parts.contains(.municipality)
    let hasPrefecture = parts.contains(.prefecture)
    let hasNumber = parts.contains(.number)
    if hasMunicipality, hasNumber, isWhole || hasPrefecture { return 3 }
    if hasPrefecture, hasMunicipality {
      return isWhole && parts.contains(.town) && hasListedTown ? 3 : isWhole ? 2 : 1
    }
    if hasPrefecture, hasNumber { return isWhole ? 2 : 1 }
    guard isWhole else { return 0 }
    if parts.contains(.town), hasNumber { return hasListedTown ? 2 : hasNumberWords ? 1 : 0 }
    if hasMunicipality, parts.contains(.town) { return hasListedTown ? 2 : 1 }
    if hasPrefecture || hasMunicipality { return 1 }
    if hasNumber { return hasNumberWords ? 1 : 0 }
    return parts.contains(.building) || parts == .town ? 1 : 0
  }

  /// Where an address begins whose prefecture or municipality begins at `index`; looks only where one can.
  static func beginning(_ text: borrowing FoldedText, _ index: Int) -> Int? {
    guard Kanji.isKanji(text[index]) || Kana.isKana(text[index]) else { return nil }
    if prefecture(text, index) != nil { return index }
    // A municipality in the middle of a word is none: only at a boundary.
    let before = text[index - 1]
    guard !Kanji.isKanji(before), !Kana.isKatakana(before) else { return nil }
    return municipality(text, index) == nil ? nil : index
  }

  // MARK: Parts

  static func skipBlank(_ text: borrowing FoldedText, _ index: Int) -> Int {
    text[index] == 0x20 ? index + 1 : index
  }

  private static func postalCode(_ text: borrowing FoldedText, _ start: Int) -> Int? {
    var index = start
    if text[index] == 0x3012 { index += 1 }
    index = skipBlank(text, index)
    let first = index
    while index - first < 8, Latin.isDigit(text[index]) || text[index] == 0x2D && index - first == 3
    {
      index += 1
    }
    guard index - first == 8 || index - first == 7 && text[start] == 0x3012,
      !Latin.isDigit(text[index]), text[index] != 0x2D
    else { return nil }
    return skipBlank(text, index)
  }

  static func prefecture(_ text: borrowing FoldedText, _ start: Int) -> Int? {
    for length in 3...4 {
      switch text[start + length - 1] {
      case 0x90FD, 0x9053, 0x5E9C, 0x770C:
        if text.kinds(start..<start + length).hasAny(.prefecture) { return start + length }
      default: break
      }
    }
    return nil
  }

  /// The longest listed municipality that begins at `start`.
  static func municipality(_ text: borrowing FoldedText, _ start: Int) -> Int? {
    var hash = WordTable.seed
    var found: Int?
    for index in start..<max(start, min(start + 13, text.count)) {
      let unit = text[index]
      guard Kanji.isKanji(unit) || Kana.isKana(unit) else { break }
      hash = WordTable.mix(hash, unit)
      // 市 区 町 村
      guard unit == 0x5E02 || unit == 0x533A || unit == 0x753A || unit == 0x6751, index > start
      else {
        continue
      }
      if text.words.kinds(hash).hasAny(.municipality) { found = index + 1 }
    }
    return found
  }

  /// Where the name of the town ends: before the first number.
  private static func townEnd(_ text: borrowing FoldedText, _ start: Int, isCell: Bool) -> Int {
    var index = start
    while index < text.count, index - start < longestTown {
      let unit = text[index]
      if Latin.isDigit(unit) { break }
      guard Kanji.isKanji(unit) || Kana.isKana(unit) || unit == 0x20 && isCell else {
        break
      }
      // 三丁目, 二番: a numeral before a word of numbers ends the name.
      if Kanji.digit(unit) != nil, isNumberWord(text, afterNumeral(text, index)) { break }
      // In running text a particle or full stop ends it: in 〜市に住む nothing follows.
      if !isCell, isParticle(unit), index == start || !Kanji.isKanji(text[index + 1]) {
        // みなとみらい: here it is a letter of the name.
        guard let listed = listedEnd(text, start), listed > index else { break }
        index = listed
        continue
      }
      index += 1
    }
    while index > start, text[index - 1] == 0x20 { index -= 1 }
    return index
  }

  /// Where the longest listed town that begins at `start` ends.
  private static func listedEnd(_ text: borrowing FoldedText, _ start: Int) -> Int? {
    var hash = WordTable.seed
    var found: Int?
    for index in start..<max(start, min(start + longestTown, text.count)) {
      hash = WordTable.mix(hash, text[index])
      if index > start, text.words.kinds(hash).hasAny(.town) { found = index + 1 }
    }
    return found
  }

  private static func isParticle(_ unit: UInt16) -> Bool {
    switch unit {
    // は に で へ を と も
    case 0x306F, 0x306B, 0x3067, 0x3078, 0x3092, 0x3068, 0x3082: true
    default: false
    }
  }

  private static func afterNumeral(_ text: borrowing FoldedText, _ start: Int) -> Int {
    var index = start
    while index - start < 4, Kanji.digit(text[index]) != nil { index += 1 }
    return index
  }

  private static func isNumberWord(_ text: borrowing FoldedText, _ index: Int) -> Bool {
    switch text[index] {
    // 丁 番 号 条 区(the 区 of 地区 is not one) 地 線 割
    case 0x4E01, 0x756A, 0x53F7, 0x6761: true
    default: false
    }
  }

  /// Whether some beginning of the town's name is in the list of towns.
  private static func isListed(_ text: borrowing FoldedText, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    // 大字, 字
    if text[start] == 0x5927, text[start + 1] == 0x5B57 {
      start += 2
    } else if text[start] == 0x5B57 {
      start += 1
    }
    var hash = WordTable.seed
    for index in start..<max(start, range.upperBound) {
      hash = WordTable.mix(hash, text[index])
      if index > start, text.words.kinds(hash).hasAny(.town) { return true }
    }
    // 京都: the town stands behind the streets.
    var tail = range.upperBound - 2
    while tail > start, range.upperBound - tail <= 8 {
      if text.kinds(tail..<range.upperBound).hasAny(.town) { return true }
      tail -= 1
    }
    return false
  }
}
