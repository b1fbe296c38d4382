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
  ///   - names: Receives what was found.
  /// - Complexity: O(*n*) in the bytes of the line.
  package static func names(
    in text: Span<UInt8>, line: Range<Int>, into names: inout [TextName]
  ) {
    let first = names.count
    var start = line.lowerBound
    let limit = min(line.upperBound, text.count)
    while let place = TextGate.name(text, from: start, limit, opening: line.lowerBound) {
      start = TextGate.beginning(text, place, units: 40, floor: start)
      let folded = FoldedText(text, start..<line.upperBound)
      let isCut = folded.isCut
      let stop = isCut ? max(folded.count - 40, 0) : folded.count
      var scan = TextNameScan(
        folded, isLineStart: start == line.lowerBound,
        after: names.count > first ? names[names.count - 1].range.upperBound : start)
      let reached = scan.run(upTo: stop, into: &names)
      guard isCut else { return }
      start = scan.resumption(reached)
    }
  }
}
