import Inventory

extension LineScanner {
  /// Special care that a long cell of a record tells of its person, where nothing else was found.
  ///
  /// - Parameter hits: What was found in the cell; receives more.
  func scanCare(_ text: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout [TextHit]) {
    guard let careRule else { return }
    var words: [SpecialCareHit] = []
    CareStatement.hits(in: text, line: start..<end, into: &words)
    guard !words.isEmpty else { return }
    // Both in order: a cell of megabytes may hold ten thousands of each.
    let found = hits.map { $0.start..<$0.end }.sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    var taken = 0
    for word in words {
      while next < found.count, found[next].lowerBound < word.range.upperBound {
        taken = max(taken, found[next].upperBound)
        next += 1
      }
      guard taken <= word.range.lowerBound else { continue }
      taken = word.range.upperBound
      hits.append(
        TextHit(
          rule: careRule, type: .specialCare, start: word.range.lowerBound,
          end: word.range.upperBound, confidence: 0.7))
    }
  }

  /// Special care in a line: behind a label that asks for it, or of somebody who is named on the line.
  func scanCares(
    _ text: Span<UInt8>, _ line: Line, _ careRule: Int, into hits: inout [TextHit]
  ) {
    cares.removeAll(keepingCapacity: true)
    SpecialCareReader.hits(in: text, line: line.start..<line.end, into: &cares)
    if !cares.isEmpty, case .none = labelled { readLabels(text, line, from: line.start) }
    for care in cares where !care.isNegated && !care.isFieldName {
      let label = nearestLabel(before: care.range.lowerBound, text)
      let isLabelled = label.map { $0.isDirect && namesCare($0.label, careRule) } ?? false
      let hasPerson = hits.contains {
        $0.type == .personName && $0.start >= line.start
      }
      guard
        isLabelled || hasPerson && !CareStatement.isOfAnybody(text, care.range, line.end)
      else { continue }
      hits.append(
        TextHit(
          rule: careRule, type: .specialCare, start: care.range.lowerBound,
          end: care.range.upperBound, confidence: isLabelled ? 0.9 : 0.7,
          label: isLabelled ? label?.label.word : nil))
    }
  }

  /// Whether a label asks for special care and is no part of an illness itself, as 血圧 in 高血圧、糖尿病 is.
  private func namesCare(_ label: LabelMatcher.Label, _ rule: Int) -> Bool {
    speaks(label, for: rule)
      && !cares.contains { !$0.isFieldName && $0.range.overlaps(label.start..<label.end) }
  }
}
