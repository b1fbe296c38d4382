import Rules

/// Finds family names below a heading, each alone on its line, as sheets for the day and minutes have them.
///
///     参加者
///     佐藤
///     ・鈴木（記）
///     高橋
///
/// A family name alone says little: several one below the other, and nothing else between, are a roster.
struct RosterReader {
  /// Bytes of the longest heading, and of the longest line of a roster.
  private static let longestLine = 48
  /// Names that make a roster.
  static let enough = 3

  /// Whether a heading stands above, and nothing but names below it so far.
  private var isBelowHeading = false
  /// Names that are not enough yet.
  private var waiting: [(name: Range<Int>, line: Range<Int>)] = []
  private var isRoster = false

  /// Whether the next line must be read.
  @inline(__always)
  func mayMatter(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    isBelowHeading || line.count <= Self.longestLine && line.count >= 6 && mayHead(text, line)
  }

  /// Reads the next line.
  ///
  /// - Parameters:
  ///   - text: UTF-8, lent for the call.
  ///   - line: The line without its end, in bytes of `text`.
  /// - Returns: The names that are known for some with this line, each with its own.
  mutating func names(
    _ text: Span<UInt8>, _ line: Range<Int>
  ) -> [(name: Range<Int>, line: Range<Int>)] {
    var start = line.lowerBound
    var end = line.upperBound
    Blanks.trim(text, &start, &end)
    guard start < end, end - start <= Self.longestLine else {
      leave()
      return []
    }
    guard isBelowHeading, let name = Self.name(text, start..<end) else {
      leave()
      isBelowHeading = isHeading(text, start..<end)
      return []
    }
    if isRoster { return [(name, line)] }
    waiting.append((name, line))
    // Below 配布先 stand 福島, 宮城 and 石川 as well, and nobody.
    guard waiting.count >= Self.enough,
      waiting.contains(where: { !PlaceNames.isPrefecture(text, $0.name) })
    else { return [] }
    isRoster = true
    let found = waiting
    waiting = []
    return found
  }

  /// Forgets where names stood in a block that ends.
  mutating func endBlock() { leave() }

  private mutating func leave() {
    isBelowHeading = false
    isRoster = false
    waiting = []
  }

  /// Whether the last characters of a line, colons and brackets left out, may end the label of names.
  private func mayHead(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var units: (UInt16, UInt16) = (0, 0)
    var end = line.upperBound
    var tries = 0
    while end > line.lowerBound, tries < 5 {
      var start = end - 1
      while start > line.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
      var position = start
      let scalar = UTF8Bytes.next(text, &position, end)
      end = start
      tries += 1
      if units.1 == 0, LabelMarks.mayStandAround(scalar) { continue }
      guard scalar < 0x10000 else { return false }
      guard units.1 == 0 else {
        units.0 = UInt16(scalar)
        break
      }
      units.1 = UInt16(scalar)
    }
    let gates = TextGates.shared
    return gates.isEmpty || gates.mayEndLabel(TextGates.place(units.0, units.1))
  }

  private func isHeading(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard mayHead(text, line) else { return false }
    let folded = FoldedText(text, line)
    let word = Self.inner(folded, folded.trimmed)
    return word.count >= 2 && folded.terms(word).hasAny(.listLabel | .nameLabel)
  }

  private static func name(_ text: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let folded = FoldedText(text, line)
    guard !folded.isCut else { return nil }
    var word = inner(folded, folded.trimmed)
    // What stands in brackets behind the name is a post or a place.
    if let bracket = word.first(where: { folded[$0] == 0x28 }), bracket > word.lowerBound {
      word = folded.trimming(word.lowerBound..<bracket)
    }
    guard word.count >= 2, word.count <= 5, Kanji.isKanji(folded[word.lowerBound]) else {
      return nil
    }
    let bytes = folded.bytes(word)
    let reading = NameReader.read(text, in: bytes)
    guard !reading.isOrganisation, reading.isFamilyOnly || reading.strength >= 2 else {
      return nil
    }
    return bytes
  }

  /// Without bullets, numbers, brackets and colons around.
  private static func inner(_ text: borrowing FoldedText, _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, LabelMarks.mayStandAround(UInt32(text[low])) { low += 1 }
    while low < high, LabelMarks.mayStandAround(UInt32(text[high - 1])), text[high - 1] != 0x29 {
      high -= 1
    }
    if low < high, text[high - 1] == 0x29, !range.contains(where: { text[$0] == 0x28 && $0 >= low })
    {
      high -= 1
    }
    return low..<high
  }
}
