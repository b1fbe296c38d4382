internal import Inventory

/// The findings of one document as they are made: never more than a report takes.
struct DocumentFindings {
  private(set) var list: [Finding] = []
  /// Whether some were left out.
  private(set) var hasTooMany = false

  mutating func add(_ more: [Finding]) {
    let room = ContentReport.mostFindings - list.count
    if more.count > room { hasTooMany = true }
    list += more.prefix(room)
  }

  /// Makes the findings of judged series, and lets go of each: of thousands of columns the places would be held twice.
  mutating func settle(_ group: inout [JudgedSeries], hasPerson: Bool, _ maker: FindingMaker) {
    if list.isEmpty { list.reserveCapacity(min(group.count, ContentReport.mostFindings)) }
    group.reverse()
    while let judged = group.popLast() {
      guard !hasTooMany else { continue }
      add(maker.findings(judged))
      guard !judged.series.hits.isEmpty else { continue }
      var hits = judged.series.hits
      hits.removeAll { key, entry in
        entry.type == .specialCare && !hasPerson || key.note == "bare-name" && hasPerson == false
      }
      add(maker.findings(hits, location: judged.location, column: judged.column))
    }
  }

  /// Leaves out what was counted under labels as well; see ``DoubledFindings``.
  mutating func removeDoubled(labelled: [Range<Int>]) {
    list = DoubledFindings.removed(from: list, labelled: labelled)
  }
}
