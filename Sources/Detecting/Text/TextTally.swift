import Inventory

/// A hit of a rule in running text.
struct TextHit {
  /// Index of the rule.
  var rule: Int
  var type: DataType
  /// First byte in the lent text.
  var start: Int
  /// One past its last byte.
  var end: Int
  /// Probability, 0...1.
  var confidence: Double
  /// The vocabulary word that spoke for it, by the matcher's numbering; `nil` when none did.
  var label: Int?
  var hasCheck = false
  /// A closed-list note such as `bare-name`, `dummy`.
  var note: String?
}

/// The hits of each rule in running text, counted apart by how sure they are.
struct TextTally {
  struct Key: Hashable {
    var rule: Int
    var level: Level
    var note: String?

    init(_ hit: TextHit) {
      rule = hit.rule
      level = Level(confidence: hit.confidence)
      note = hit.note
    }
  }

  struct Entry {
    var type: DataType
    var count = 0
    var confidenceSum = 0.0
    var checked = 0
    var labels: [Int: Int] = [:]
    var counter = DistinctCounter()
    var stoppedCounting = false
    var spots: [SeriesTally.Spot] = []

    /// - Parameters:
    ///   - limit: Places that are kept at most.
    ///   - budget: Distinct values that may still be told apart.
    fileprivate mutating func add(
      _ hit: TextHit, _ hash: UInt64, _ limit: Int, _ budget: inout Int,
      _ spot: () -> SeriesTally.Spot
    ) {
      count += 1
      if budget > 0 {
        if counter.insert(hash) { budget -= 1 }
      } else {
        stoppedCounting = true
      }
      confidenceSum += hit.confidence
      if hit.hasCheck { checked += 1 }
      if let label = hit.label { labels[label, default: 0] += 1 }
      if spots.count < limit { spots.append(spot()) }
    }
  }

  private(set) var entries: [Key: Entry] = [:]

  var isEmpty: Bool { entries.isEmpty }

  /// Whether a hit would be counted with others.
  func has(_ hit: TextHit) -> Bool { entries[Key(hit)] != nil }

  mutating func add(
    _ hit: TextHit, hash: UInt64, context: DetectionContext, spot: () -> SeriesTally.Spot
  ) {
    let key = Key(hit)
    let limit = context.spotLimit
    var budget = context.distinctBudget
    entries[key, default: Entry(type: hit.type)].add(hit, hash, limit, &budget, spot)
    context.distinctBudget = budget
  }

  /// Removes entries that a look at the whole document has refuted.
  mutating func removeAll(where refuted: (Key, Entry) -> Bool) {
    entries = entries.filter { !refuted($0.key, $0.value) }
  }
}
