internal import Inventory

/// The one spelling in which headings, labels and the words of packs are compared.
///
/// Folded as ``TextFolding`` does (full width, half-width kana, squares), lower case. Words are parted by one blank:
/// where ASCII letters meet digits, where camelCase changes, at `_ - . / :` and brackets, and at blanks beside an ASCII
/// letter. Blanks between Japanese characters vanish (`氏　　名` is `氏名`), and so do other signs (`※`, `＊`, `★`) and
/// the ideographic full stop. Leading zeros, digits and Japanese stay as they are.
package enum HeadingText {
  /// The normal form of a heading.
  ///
  /// - Parameter text: UTF-8, lent for the call.
  /// - Returns: UTF-8; empty when nothing but signs stood there.
  /// - Complexity: O(*n*).
  package static func normalised(_ text: Span<UInt8>) -> [UInt8] {
    let folded = TextFolding.folded(text)
    var result: [UInt8] = []
    result.reserveCapacity(folded.count + 8)
    var state = State()
    let span = folded.span
    var index = 0
    while index < span.count {
      let byte = span[index]
      if byte < 0x80 {
        let next = index + 1 < span.count ? span[index + 1] : 0
        state.takeASCII(byte, next: next, into: &result)
        index += 1
        continue
      }
      let length = max(1, TextFolding.scalarLength(span, at: index))
      let code = length > 1 ? TextFolding.scalar(span, at: index, length: length) : 0xFFFD
      state.takeWide(code, span, index, length, into: &result)
      index += length
    }
    return result
  }

  /// A word of a pack in normal form.
  package static func word(_ text: String) -> String {
    String(decoding: normalised(text.utf8.span), as: UTF8.self)
  }

  /// Whether a word stands in a heading, both in normal form.
  ///
  /// A word that begins (or ends) with an ASCII letter or digit must begin (or end) at a word's boundary: `port` is not
  /// in `passport`. A word of one Japanese character must be a whole word or the whole heading, and a
  /// word of one or two kana must not stand beside other kana.
  package static func contains(_ heading: Span<UInt8>, word: Span<UInt8>) -> Bool {
    guard !word.isEmpty, word.count <= heading.count else { return false }
    for start in 0...heading.count - word.count where stands(heading, word, at: start) {
      return true
    }
    return false
  }

  /// Whether the word stands at this place of the heading, within its boundaries.
  static func stands(_ heading: Span<UInt8>, _ word: Span<UInt8>, at start: Int) -> Bool {
    guard start + word.count <= heading.count else { return false }
    for offset in 0..<word.count where heading[start + offset] != word[offset] { return false }
    return hasBoundaries(heading, start, start + word.count, isShort: isOneCharacter(word))
  }

  /// Whether both ends of a range lie at boundaries of words.
  static func hasBoundaries(_ heading: Span<UInt8>, _ start: Int, _ end: Int, isShort: Bool) -> Bool
  {
    // セイ and メイ must not be found in セイベツ and メイサイ.
    let isKana =
      end - start <= 6 && beginsWithKana(heading, start) && endsInKana(heading, end)
    if start > 0 {
      let before = heading[start - 1]
      if isShort, before != 0x20 { return false }
      if isLatin(heading[start]), isLatin(before) { return false }
      if isKana, endsInKana(heading, start) { return false }
    }
    if end < heading.count {
      let after = heading[end]
      if isShort, after != 0x20 { return false }
      if isLatin(heading[end - 1]), isLatin(after) { return false }
      if isKana, beginsWithKana(heading, end) { return false }
    }
    return true
  }

  /// Whether a hiragana or katakana (U+3040...U+30FF) stands at `index`.
  private static func beginsWithKana(_ text: Span<UInt8>, _ index: Int) -> Bool {
    index + 3 <= text.count && text[index] == 0xE3 && text[index + 1] >= 0x81
      && text[index + 1] <= 0x83
  }

  /// Whether a hiragana or katakana ends at `index`.
  private static func endsInKana(_ text: Span<UInt8>, _ index: Int) -> Bool {
    index >= 3 && beginsWithKana(text, index - 3)
  }

  static func isOneCharacter(_ word: Span<UInt8>) -> Bool {
    word.count <= 4 && !word.isEmpty && TextFolding.scalarLength(word, at: 0) == word.count
  }

  /// ASCII letters and digits, lower case.
  static func isLatin(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  /// What stood last, to know where a blank belongs.
  private struct State {
    enum Last { case nothing, lower, upper, digit, wide }
    var last = Last.nothing
    /// A blank stood: it counts beside ASCII letters only.
    var sawBlank = false
    /// A sign that parts words stood: it always counts.
    var sawSign = false

    mutating func takeASCII(_ byte: UInt8, next: UInt8, into result: inout [UInt8]) {
      switch byte {
      case 0x30...0x39:
        part(before: .digit, isBreak: last == .lower || last == .upper, into: &result)
        result.append(byte)
      case 0x41...0x5A:
        let isNextLower = next >= 0x61 && next <= 0x7A
        part(
          before: .upper,
          isBreak: last == .lower || last == .digit || last == .upper && isNextLower,
          into: &result)
        result.append(byte | 0x20)
      case 0x61...0x7A:
        part(before: .lower, isBreak: last == .digit, into: &result)
        result.append(byte)
      case 0x20, 0x09, 0x0A, 0x0D: sawBlank = true
      case 0x22, 0x27, 0x2A, 0x21, 0x3F, 0x60: sawBlank = true
      default: sawSign = true
      }
    }

    mutating func takeWide(
      _ code: UInt32, _ text: Span<UInt8>, _ index: Int, _ length: Int, into result: inout [UInt8]
    ) {
      switch code {
      case 0x3000, 0xA0, 0x200B...0x200F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: sawBlank = true
      case 0x3012: append(text, index, length, into: &result)  // 〒 is a word
      case 0x203B, 0x25A0...0x25FF, 0x2605, 0x2606, 0x3002: sawBlank = true
      case 0x3001, 0x3008...0x3011, 0x3014...0x301F, 0x30FB, 0x2010...0x2027, 0x2212: sawSign = true
      default: append(text, index, length, into: &result)
      }
    }

    private mutating func append(
      _ text: Span<UInt8>, _ index: Int, _ length: Int, into result: inout [UInt8]
    ) {
      part(before: .wide, isBreak: false, into: &result)
      for offset in 0..<length { result.append(text[index + offset]) }
    }

    private mutating func part(before next: Last, isBreak: Bool, into result: inout [UInt8]) {
      let isBlankSeen = sawBlank && (last != .wide || next != .wide)
      if last != .nothing, sawSign || isBlankSeen || isBreak { result.append(0x20) }
      sawSign = false
      sawBlank = false
      last = next
    }
  }
}
