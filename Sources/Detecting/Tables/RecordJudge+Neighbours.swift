import Inventory
import Rules

extension RecordJudge {
  /// Puts a value that several columns make up in the place of its parts.
  func joinParts(_ group: inout [JudgedSeries], _ joined: [JoinedColumns]) {
    let judge = SeriesJudge(index: index)
    for parts in joined where parts.first + parts.count <= group.count {
      let candidates = judge.candidates(parts.series.view)
      guard let best = candidates.first, best.confidence >= 0.5 else { continue }
      if parts.form == .digits, !best.type.isStrictIdentifier { continue }
      group[parts.first].series = parts.series.view
      group[parts.first].candidates = candidates
      for position in (parts.first + 1)..<(parts.first + parts.count) {
        group[position].candidates = []
        group[position].isPart = true
      }
    }
  }

  /// Log10 odds for identifiers without a check digit whose near words stand in headings of the record: 要介護度 beside
  /// ten digits.
  ///
  /// The heading of an identifier that is known already speaks for itself only.
  func nearWords(_ group: [JudgedSeries]) -> [Int: Double] {
    var result: [Int: Double] = [:]
    var spoken: Set<Int> = []
    for position in group.indices {
      guard let heading = group[position].series.heading,
        !(group[position].accepted?.type.isStrictIdentifier ?? false)
      else { continue }
      for rule in headings.nearRules(heading, make: { nearRules(heading) }) {
        spoken.insert(rule)
      }
    }
    for number in spoken {
      let near = index.nearWords[number]
      if !group.indices.contains(where: { group[$0].accepts(near.type) }) {
        result[near.rule] = near.weight
      }
    }
    return result
  }

  /// The rules, as indices into ``RuleIndex/nearWords``, that have a near word in a heading.
  private func nearRules(_ heading: String) -> [Int] {
    let bytes = CompactText(heading).bytes
    return index.nearWords.indices.filter { number in
      index.nearWords[number].words.contains { stands($0, in: bytes) }
    }
  }

  func stands(_ word: [UInt8], in heading: [UInt8]) -> Bool {
    guard word.count <= heading.count else { return false }
    return (0...(heading.count - word.count)).contains {
      heading[$0..<($0 + word.count)] == word[...]
    }
  }
}
