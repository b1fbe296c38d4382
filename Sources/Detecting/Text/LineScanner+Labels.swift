import Rules

/// The labels of the line in hand.
extension LineScanner {
  /// Which labels of a line have been read.
  enum Labelled {
    case none, all
    /// Those from the beginning of a sentence on.
    case sentence(of: Line)
  }

  /// Begins a line.
  func forgetLabels() {
    labels.removeAll(keepingCapacity: true)
    labelled = .none
    statement = nil
  }

  /// Reads the labels of a line from a place on.
  func readLabels(_ text: Span<UInt8>, _ line: Line, from start: Int) {
    labels.removeAll(keepingCapacity: true)
    index.labels.labels(in: text, start, line.end, into: &labels)
    labelled = start == line.start ? .all : .sentence(of: line)
    statement = labels.isEmpty ? nil : StatementColumns(text, line, labels)
  }

  /// Reads the labels that a value may ask for, where none of the line have been read: those from its sentence on.
  ///
  /// The label that stands nearest before a value is most often in its sentence; where none is, ``nearestLabel(before:_:)``
  /// reads the others. No label and no filler goes over 。.
  func needLabels(_ text: Span<UInt8>, _ line: Line, before place: Int) {
    guard case .none = labelled else { return }
    let start = index.labels.hasStops ? line.start : sentenceStart(text, line, before: place)
    readLabels(text, line, from: start)
  }

  /// Where the sentence of a place begins; the line's beginning where the columns of a statement may stand before that.
  private func sentenceStart(_ text: Span<UInt8>, _ line: Line, before place: Int) -> Int {
    var start = place
    // 。 is E3 80 82.
    while start - 3 >= line.start,
      text[start - 1] != 0x82 || text[start - 2] != 0x80 || text[start - 3] != 0xE3
    {
      start -= 1
    }
    guard start - 3 >= line.start else { return line.start }
    for index in line.start..<start where StatementColumns.endsColumn(text[index]) {
      return line.start
    }
    return start
  }

  /// Lets the labels of a line without regard to its hits wait for a value, as ``scan(_:_:_:_:into:)`` does.
  func leave(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, lastHit: Int, in carry: inout Carry
  ) {
    var line = Line(start: start, end: end)
    Blanks.trim(text, &line.start, &line.end)
    guard line.start < line.end else { return }
    guard Gate(text, line.start, line.end).isOpen else {
      carry.age()
      return
    }
    labels.removeAll(keepingCapacity: true)
    index.labels.labels(in: text, line.start, line.end, into: &labels)
    carry.take(labels, of: line, lastHit: lastHit)
  }

  /// The label that stands nearest before a place, and whether nothing but fillers stands between.
  func nearestLabel(before start: Int, _ text: Span<UInt8>)
    -> (label: LabelMatcher.Label, isDirect: Bool)?
  {
    var nearest = labels.last { $0.end <= start && !LineScanner.isWithinWord($0, text) }
    if nearest == nil, case .sentence(let line) = labelled {
      readLabels(text, line, from: line.start)
      nearest = labels.last { $0.end <= start && !LineScanner.isWithinWord($0, text) }
    }
    guard let label = nearest else { return nil }
    return (label, Fillers.fill(text, label.end, start))
  }

  /// The label that stands before another with nothing but fillers between.
  func label(directlyBefore label: LabelMatcher.Label, _ text: Span<UInt8>)
    -> LabelMatcher.Label?
  {
    guard let before = labels.last(where: { $0.end <= label.start }),
      Fillers.fill(text, before.end, label.start)
    else { return nil }
    return before
  }

  /// Whether a label of one character is the end of a longer word: 村 in 木村 names no field.
  static func isWithinWord(_ label: LabelMatcher.Label, _ text: Span<UInt8>) -> Bool {
    guard label.end - label.start <= 3, label.start >= 3, text[label.start] >= 0xE0 else {
      return false
    }
    // Ideographs of three bytes begin with E4...E9.
    return (0xE4...0xE9).contains(text[label.start - 3]) && text[label.start - 1] & 0xC0 == 0x80
  }

  func speaks(_ label: LabelMatcher.Label, for rule: Int) -> Bool {
    index.labels.sense(of: label.word).strong.contains(rule)
  }

  /// Whether a label names the place of an organisation: 本社, 本社所在地, 会場.
  func isSeat(_ label: LabelMatcher.Label, _ text: Span<UInt8>, _ rule: Int) -> Bool {
    if !speaks(label, for: rule) {
      return index.labels.sense(of: label.word).against.contains(rule)
    }
    guard let before = self.label(directlyBefore: label, text), before.end == label.start else {
      return false
    }
    return index.labels.sense(of: before.word).against.contains(rule)
  }
}
