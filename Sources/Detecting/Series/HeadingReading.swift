/// What a heading says: for each rule that it speaks of, log10 odds.
struct HeadingReading: Sendable, Equatable {
  private(set) var strong = RuleWeights()
  private(set) var weak = RuleWeights()
  private(set) var against = RuleWeights()
  /// Whether there is no heading at all.
  var isEmpty = true

  static let none = HeadingReading()

  /// Whether it clearly names some kind of data.
  var speaksClearly: Bool {
    strong.entries.contains { weight(of: $0.rule) >= HeadingLexicon.clearWeight }
  }

  /// Makes words weak that others follow: 確認者 is somebody, and no 確認.
  mutating func weakenInner() {
    let inner = strong.entries.filter { $0.weight < HeadingLexicon.strongWeight }
    guard !inner.isEmpty else { return }
    for entry in inner {
      weak[entry.rule] = max(weak[entry.rule] ?? -.infinity, HeadingLexicon.weakWeight)
    }
    var kept = RuleWeights()
    for entry in strong.entries where entry.weight >= HeadingLexicon.strongWeight {
      kept[entry.rule] = entry.weight
    }
    strong = kept
  }

  /// Whether any of its words is one of a rule's, for it or against it.
  func speaks(of rule: Int) -> Bool {
    strong[rule] != nil || weak[rule] != nil || against[rule] != nil
  }

  /// Whether any word was recognised.
  var isKnown: Bool { !strong.isEmpty || !weak.isEmpty || !against.isEmpty }

  mutating func note(_ entry: HeadingLexicon.Entry, isWhole: Bool, isLast: Bool) {
    switch entry.force {
    case .strong:
      // The head of a Japanese compound stands last: 氏名 is the field in 申請者氏名 and not in 氏名コード.
      let weight = HeadingLexicon.strongWeight + (isWhole ? 0.5 : isLast ? 0 : -1)
      strong[entry.rule] = max(strong[entry.rule] ?? -.infinity, weight)
    case .weak:
      let weight = HeadingLexicon.weakWeight + (isWhole ? 0.5 : 0)
      weak[entry.rule] = max(weak[entry.rule] ?? -.infinity, weight)
    case .against:
      against[entry.rule] = HeadingLexicon.againstWeight
    }
  }

  /// Log10 odds that the heading gives the rule.
  func weight(of rule: Int) -> Double {
    let favour = strong[rule] ?? weak[rule] ?? 0
    guard let opposed = against[rule] else { return favour }
    return strong[rule] != nil ? favour - 1 : opposed + favour
  }

  /// The reading of a cell that names a document (確認書類: パスポート): there even a weak word says it clearly.
  var asLabel: HeadingReading {
    var reading = self
    for entry in weak.entries where strong[entry.rule] == nil { reading.strong[entry.rule] = 3 }
    return reading
  }

  /// Adds the words of a heading row above, which say less than the row that names the field.
  mutating func add(upper: HeadingReading) {
    for entry in upper.strong.entries where strong[entry.rule] == nil {
      weak[entry.rule] = max(weak[entry.rule] ?? -.infinity, entry.weight * 0.3)
    }
    isEmpty = isEmpty && upper.isEmpty
  }
}
