import Inventory

/// Records of trees whose parts stand in elements of their own: `customer/name` and `customer/address/line`.
extension RecordJudge {
  /// What one record came to.
  typealias Judged = (series: [JudgedSeries], standing: Standing)

  /// Judges the records of a tree, each with the person who stands beside, above or below it.
  ///
  /// - Parameter tree: The records, and the path of each.
  func judged(
    _ tree: (groups: [[JudgedSeries]], parents: [String]), _ context: DetectionContext
  ) -> [Judged] {
    var result = tree.groups.map { judged($0, joined: []) }
    guard result.count > 1 else { return result }
    let persons = result.indices.filter { result[$0].standing.hasPerson }
    guard !persons.isEmpty, persons.count < result.count else { return result }
    for number in result.indices
    where !result[number].standing.hasPerson && !result[number].standing.hasOrganisation
      && result[number].series.contains(where: { !$0.candidates.isEmpty })
    {
      let path = tree.parents[number]
      let hasPerson = persons.contains { other in
        Self.areNear(tree.parents[other], path)
          && Self.isAsMany(result[other].standing.persons, tree.groups[number])
      }
      guard hasPerson, !isOfOrganisation(path, context) else { continue }
      result[number] = judged(tree.groups[number], joined: [], hasPerson: true)
    }
    return result
  }

  /// Whether one path is the other's parent, or both have the same one; the root has no part in it.
  private static func areNear(_ person: String, _ path: String) -> Bool {
    guard !person.isEmpty, !path.isEmpty else { return false }
    if TreePath.isParent(person, of: path) || TreePath.isParent(path, of: person) { return true }
    let parent = TreePath.parent(path)
    return !parent.isEmpty && TreePath.isParent(parent, of: person)
  }

  /// Whether there are about as many values of a record as persons.
  private static func isAsMany(_ persons: Int, _ group: [JudgedSeries]) -> Bool {
    guard let values = group.map(\.series.tally.distinctValues).max() else { return false }
    return values <= persons * 3 && persons <= values * 3
  }

  /// Whether the element of a record, or the one above it, is named after an office or a shop.
  private func isOfOrganisation(_ path: String, _ context: DetectionContext) -> Bool {
    [path, TreePath.parent(path)].contains { path in
      let name = TreePath.parentHeading(path + "/")
      return Self.places.contains(CompactText(name).bytes)
        || context.reading(ofHeading: name).strong.entries.contains {
          index.isOrganisation[$0.rule]
        }
    }
  }

  /// Elements that are places of business.
  private static let places = Set(
    [
      "shop", "store", "office", "branch", "facility", "hospital", "clinic", "school", "site",
      "plant",
      "warehouse", "venue", "headquarters", "店舗", "支店", "事業所", "施設", "本社", "営業所", "工場", "倉庫", "会場",
      "拠点",
    ].map { CompactText($0).bytes })
}
