/// Log10 odds by rule: the few rules that a heading speaks of, in the order of the rules.
///
/// A list and no dictionary: nearly all have none, one or two, and they are asked for again and again.
struct RuleWeights: Sendable, Equatable {
  struct Entry: Sendable, Equatable {
    /// Index of the rule.
    var rule: Int
    /// Log10 odds.
    var weight: Double
  }

  /// In rising order of the rules, each once.
  private(set) var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  /// The weight of a rule; `nil` when it has none.
  subscript(_ rule: Int) -> Double? {
    get {
      for index in entries.indices where entries[index].rule == rule {
        return entries[index].weight
      }
      return nil
    }
    set {
      let place = entries.firstIndex { $0.rule >= rule } ?? entries.count
      let isKnown = place < entries.count && entries[place].rule == rule
      if let newValue {
        if isKnown {
          entries[place].weight = newValue
        } else {
          entries.insert(Entry(rule: rule, weight: newValue), at: place)
        }
      } else if isKnown {
        entries.remove(at: place)
      }
    }
  }
}
