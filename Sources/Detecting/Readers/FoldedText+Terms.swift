import Rules

/// Where terms may begin and end, told for all units of a text in one pass.
extension FoldedText {
  /// Pairs of units with which terms begin or end, by the first unit of each, counted from the beginning of a range.
  struct TermPairs {
    fileprivate(set) var begins: UInt128 = 0
    fileprivate(set) var ends: UInt128 = 0
  }

  /// - Parameter range: Units within the text, of which there are no more than bits.
  func termPairs(_ range: Range<Int>) -> TermPairs {
    var pairs = TermPairs()
    var bit: UInt128 = 1
    var index = range.lowerBound
    guard range.count >= 2 else { return pairs }
    var first = self[index]
    while index < range.upperBound - 1 {
      let second = self[index + 1]
      let pair = WordTable.mix(WordTable.mix(WordTable.seed, first), second)
      if words.mayBeginTerm(pair) { pairs.begins |= bit }
      if words.mayEndTerm(pair) { pairs.ends |= bit }
      bit <<= 1
      first = second
      index += 1
    }
    return pairs
  }
}
