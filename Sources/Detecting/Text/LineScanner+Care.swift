import Inventory

extension LineScanner {
  /// Special care that a long cell of a record tells of its person, where nothing else was found.
  ///
  /// - Parameter hits: What was found in the cell; receives more.
  func scanCare(_ text: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout [TextHit]) {
    guard let careRule else { return }
    var words: [SpecialCareHit] = []
    CareStatement.hits(in: text, line: start..<end, into: &words)
    for word in words
    where !hits.contains(where: {
      $0.start < word.range.upperBound && word.range.lowerBound < $0.end
    }) {
      hits.append(
        TextHit(
          rule: careRule, type: .specialCare, start: word.range.lowerBound,
          end: word.range.upperBound, confidence: 0.7))
    }
  }
}
