import Rules

/// A name found in running text.
package struct TextName: Sendable, Equatable {
  /// What made it a name, most trusted first.
  package enum Ground: UInt8, Sendable, Equatable, CaseIterable {
    /// A label stands before it: `氏名：`, `担当:`.
    case label
    /// A kana reading stands in brackets behind it.
    case reading
    /// An honorific or post stands behind it: `様`, `課長`.
    case honorific
    /// The speaker introduces themselves: `と申します`.
    case introduction
    /// The name opens the line of a speaker: `山田：`.
    case speaker
    /// One of a list of people present: `出席者：A、B`.
    case list
  }

  /// The name in bytes of the lent text, honorific left out.
  package var range: Range<Int>
  package var ground: Ground
  /// Strength as in ``NameReading/strength``.
  package var strength: UInt8

  package init(range: Range<Int>, ground: Ground, strength: UInt8) {
    self.range = range
    self.ground = ground
    self.strength = strength
  }
}

/// Finds names of persons in a line of running text, where something points them out; the others are of ``BareNameReader``.
package enum TextNameReader {
  /// Appends the names of one line, in order and without overlap.
  ///
  /// - Parameters:
  ///   - text: UTF-8, lent for the call.
  ///   - line: One line without its end, in bytes of `text`.
  ///   - first: The first place that may point out a name, where it is known.
  ///   - names: Receives what was found.
  /// - Complexity: O(*n*) in the bytes of the line.
  package static func names(
    in text: Span<UInt8>, line: Range<Int>, from first: Int? = nil, into names: inout [TextName]
  ) {
    let found = names.count
    var start = line.lowerBound
    let limit = min(line.upperBound, text.count)
    var known = first.flatMap { mayBegin(text, at: $0, start..<limit) ? $0 : nil }
    while let place = known ?? TextGate.name(text, from: start, limit, opening: line.lowerBound) {
      known = nil
      start = TextGate.beginning(text, place, units: 40, floor: start)
      let folded = FoldedText(text, start..<line.upperBound)
      let isCut = folded.isCut
      let stop = isCut ? max(folded.count - 40, 0) : folded.count
      var scan = TextNameScan(
        folded, isLineStart: start == line.lowerBound,
        after: names.count > found ? names[names.count - 1].range.upperBound : start)
      let reached = scan.run(upTo: stop, into: &names)
      guard isCut else { return }
      start = scan.resumption(reached)
    }
  }

  /// Whether reading may begin at a place as well as at one before it: where both begin at the same stop, and the line is
  /// not cut in pieces, which would depend on what is read of it.
  private static func mayBegin(_ text: Span<UInt8>, at place: Int, _ line: Range<Int>) -> Bool {
    let start = TextGate.beginning(text, place, units: 40, floor: line.lowerBound)
    let isStop =
      start == line.lowerBound
      || start - 3 >= line.lowerBound && text[start - 3] == 0xE3 && text[start - 2] == 0x80
        && (text[start - 1] == 0x81 || text[start - 1] == 0x82)
    return isStop && fits(text, line.lowerBound, line.upperBound)
  }

  /// Whether a line surely is one piece when it is folded.
  private static func fits(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    var units = 0
    var index = start
    while index < limit, units < FoldedText.capacity - 8 {
      let lead = text[index]
      switch lead {
      case 0..<0x80: index += 1
      case 0..<0xE0: index += 2
      case 0xE2, 0xE3:
        // №, ㈱ and ㍻ become two or three units.
        let second = index + 1 < limit ? text[index + 1] : 0
        if second == 0x84 || second == 0x88 || second == 0x8B || second == 0x8D { units += 2 }
        index += 3
      case 0..<0xF0: index += 3
      default: index += 4
      }
      units += 1
    }
    return index >= limit
  }
}
