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
    self.init(utf8: Array(text.utf8.prefix(CompactText.limit)))
  }

  init(utf8 text: [UInt8]) {
    // camelCase is taken apart before folding loses the case.
    var spaced: [UInt8] = []
    for (index, byte) in text.enumerated() {
      if index > 0, CompactText.isUpper(byte), CompactText.isLower(text[index - 1]) {
        spaced.append(0x5F)
      } else if index > 0, index + 1 < text.count, CompactText.isUpper(byte),
        CompactText.isUpper(text[index - 1]), CompactText.isLower(text[index + 1])
      {
        spaced.append(0x5F)
      }
      spaced.append(byte)
    }
    let folded = TextFolding.folded(spaced.span)
    var pendingBoundary = true
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
      let wasLatin = bytes.last.map(CompactText.isLatin) ?? false
      let isLatin = CompactText.isLatin(byte)
      let boundary =
        pendingBoundary || !isLatin || !wasLatin
        || CompactText.isDigit(byte) != (bytes.last.map(CompactText.isDigit) ?? false)
      for position in index..<end {
        bytes.append(LabelMatcher.lower(folded[position]))
        isBoundary.append(position == index && boundary)
      }
      pendingBoundary = false
      index = end
    }
    isBoundary.append(true)
  }

  private init(bytes: [UInt8], isBoundary: [Bool]) {
    self.bytes = bytes
    self.isBoundary = isBoundary
  }

  /// The same with every way of saying "number" as 番号 and without the の that joins words: `DL_NO` and `DLナンバー` are
  /// both `dl番号`, `旅券の番号` is `旅券番号`.
  var canonical: CompactText {
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
