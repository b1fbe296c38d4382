import Inventory

/// A heading folded for look-up: one width, lower case, no blanks or punctuation, with the places where Latin words meet.
struct CompactText {
  /// Folded UTF-8 without blanks and punctuation.
  private(set) var bytes: [UInt8] = []
  /// For each byte, and one past the last: whether a Latin word may begin or end before it.
  private var isBoundary: [Bool] = []

  /// Longest part of a text that is looked at, in bytes.
  static let limit = 240

  init(_ text: String) {
    let whole = text.utf8
    self.init(
      utf8: whole.count <= CompactText.limit ? Array(whole) : Array(whole.prefix(CompactText.limit))
    )
  }

  init(utf8 text: [UInt8]) {
    // Most words are written as they are compared.
    let folded = CompactText.isFolded(text.span) ? text : CompactText.folded(text)
    bytes.reserveCapacity(folded.count)
    isBoundary.reserveCapacity(folded.count + 1)
    var pendingBoundary = true
    var last: UInt8 = 0
    var index = 0
    while index < folded.count {
      let byte = folded[index]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(folded.count, index + length)
      if CompactText.isSeparator(folded, index, end) {
        pendingBoundary = true
        index = end
        continue
      }
      let isLatin = CompactText.isLatin(byte)
      let boundary =
        pendingBoundary || !isLatin || !CompactText.isLatin(last)
        || CompactText.isDigit(byte) != CompactText.isDigit(last)
      last = LabelMatcher.lower(byte)
      bytes.append(last)
      isBoundary.append(boundary)
      index += 1
      while index < end {
        last = LabelMatcher.lower(folded[index])
        bytes.append(last)
        isBoundary.append(false)
        index += 1
      }
      pendingBoundary = false
    }
    isBoundary.append(true)
  }

  /// Whether folding would leave the text as it is: no capital letters, nothing wide but kanji and usual kana.
  static func isFolded(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if isUpper(byte) { return false }
        index += 1
        continue
      }
      guard index + 2 < text.count, text[index + 1] & 0xC0 == 0x80, text[index + 2] & 0xC0 == 0x80
      else { return false }
      let next = text[index + 1]
      switch byte {
      // U+3041...U+3095 and U+30A0...U+30FE, but for the sound marks and what stands beside them.
      case 0xE3:
        guard
          next == 0x81 && text[index + 2] > 0x80 || next == 0x82 && text[index + 2] < 0x96
            || next == 0x82 && text[index + 2] > 0xA0 || next == 0x83 && text[index + 2] < 0xBF
        else { return false }
      // U+4E00...U+4FFF, and the kanji from there to U+9FFF.
      case 0xE4: guard next >= 0xB8 else { return false }
      case 0xE5...0xE9: break
      default: return false
      }
      index += 3
    }
    return true
  }

  /// Whether a word, and what is canonical of it, is the very same bytes; may say no to some that are.
  ///
  /// It is written as it is compared, without blanks, punctuation, a の, or what may be a word for "number" behind its beginning.
  static func isCanonical(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty, text.count <= limit, isFolded(text) else { return false }
    for index in text.indices {
      let byte = text[index]
      if byte < 0x80 {
        guard isLatin(byte) || byte == 0x23 || byte == 0x40 else { return false }
        // no, num, bango: only a letter before them makes them part of another word.
        if byte == 0x62 || byte == 0x6E, index > 0, !isLower(text[index - 1]) { return false }
      } else if byte == 0xE3, index > 0 || text[index + 1] == 0x83 {
        // の, ナ, バ, and the dot between words (U+30FB).
        let last = text[index + 2]
        if text[index + 1] == 0x81 && last == 0xAE
          || text[index + 1] == 0x83 && (last == 0x8A || last == 0x90 || last == 0xBB)
        {
          return false
        }
      }
    }
    return true
  }

  /// The text folded, with a sign where camelCase parts it, which folding would lose.
  private static func folded(_ text: [UInt8]) -> [UInt8] {
    var spaced: [UInt8] = []
    spaced.reserveCapacity(text.count + 8)
    for (index, byte) in text.enumerated() {
      if index > 0, CompactText.isUpper(byte),
        CompactText.isLower(text[index - 1])
          || index + 1 < text.count && CompactText.isUpper(text[index - 1])
            && CompactText.isLower(text[index + 1])
      {
        spaced.append(0x5F)
      }
      spaced.append(byte)
    }
    return TextFolding.folded(spaced.span)
  }

  private init(bytes: [UInt8], isBoundary: [Bool]) {
    self.bytes = bytes
    self.isBoundary = isBoundary
  }

  /// The same with every way of saying "number" as 番号 and without the の that joins words: `DL_NO` and `DLナンバー` are
  /// both `dl番号`, `旅券の番号` is `旅券番号`.
  var canonical: CompactText {
    guard mayChange else { return self }
    var bytes: [UInt8] = []
    var isBoundary: [Bool] = []
    bytes.reserveCapacity(self.bytes.count + 8)
    var index = 0
    while index < self.bytes.count {
      if index > 0, let width = numberNoun(at: index) {
        for offset in CompactText.number.indices { isBoundary.append(offset % 3 == 0) }
        bytes += CompactText.number
        index += width
      } else if index > 0, isJoint(at: index) {
        index += 3
      } else {
        // Latin behind 番号 is a word of its own.
        let afterNoun = !bytes.isEmpty && bytes.last == 0xB7
        bytes.append(self.bytes[index])
        isBoundary.append(
          self.isBoundary[index] || afterNoun && self.bytes[index] & 0xC0 != 0x80)
        index += 1
      }
    }
    isBoundary.append(true)
    return CompactText(bytes: bytes, isBoundary: isBoundary)
  }

  /// Whether a word for "number" or a の may stand in it.
  private var mayChange: Bool {
    for index in bytes.indices.dropFirst() {
      switch bytes[index] {
      case 0x62, 0x6E: if isBoundary[index] { return true }
      // の, ナ, バ: E3 81 AE, E3 83 8A, E3 83 90.
      case 0xE3:
        guard index + 2 < bytes.count else { return true }
        let last = bytes[index + 2]
        if bytes[index + 1] == 0x81 && last == 0xAE
          || bytes[index + 1] == 0x83 && (last == 0x8A || last == 0x90)
        {
          return true
        }
      default: break
      }
    }
    return false
  }

  /// The word 番号, to which all others are brought.
  static let number = Array("番号".utf8)
  private static let nouns: [[UInt8]] = [
    "no", "num", "nbr", "number", "bango", "bangou", "ナンバー", "バンゴウ",
  ].map { Array($0.utf8) }

  /// Length of a word for "number" that stands whole at this byte.
  private func numberNoun(at index: Int) -> Int? {
    guard isBoundary[index] else { return nil }
    let first = bytes[index]
    guard first == 0x6E || first == 0x62 || first == 0xE3 else { return nil }
    for noun in CompactText.nouns where index + noun.count <= bytes.count {
      guard isBoundary[index + noun.count], bytes[index..<(index + noun.count)] == noun[...] else {
        continue
      }
      return noun.count
    }
    return nil
  }

  /// Whether の (E3 81 AE) stands here between words that are not in hiragana.
  private func isJoint(at index: Int) -> Bool {
    guard index + 3 < bytes.count, bytes[index] == 0xE3, bytes[index + 1] == 0x81,
      bytes[index + 2] == 0xAE
    else { return false }
    return !isHiragana(at: index - 3) && !isHiragana(at: index + 3)
  }

  private func isHiragana(at index: Int) -> Bool {
    guard index >= 0, index + 2 < bytes.count, bytes[index] == 0xE3 else { return false }
    return bytes[index + 1] == 0x81 || bytes[index + 1] == 0x82 && bytes[index + 2] < 0xA0
  }

  /// Whether a word may begin at this byte: at a character, and for Latin letters at a word's edge.
  func mayBegin(at index: Int) -> Bool { isBoundary[index] }

  /// Whether a word that begins at `start` may end before this byte.
  func mayEnd(at index: Int, from start: Int) -> Bool { isBoundary[index] }

  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLatin(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) || isDigit(byte) }

  /// Blanks, ASCII punctuation but `#` and `@`, Japanese brackets and punctuation.
  private static func isSeparator(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let byte = bytes[start]
    if byte < 0x80 {
      return !isLatin(byte) && byte != 0x23 && byte != 0x40
    }
    guard end - start == 3 else { return false }
    let scalar =
      UInt32(byte & 0x0F) << 12 | UInt32(bytes[start + 1] & 0x3F) << 6
      | UInt32(bytes[start + 2] & 0x3F)
    switch scalar {
    case 0x3000...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0x30FB, 0x2010...0x2027,
      0x2190...0x21FF,
      0x25A0...0x25FF, 0x2605, 0x2606:
      return true
    default:
      return false
    }
  }
}
