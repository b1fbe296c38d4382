/// Finds the known name that a mistyped one most likely stands for.
package enum NearestName {
  /// The nearest known name, or `nil` when none is near: at most a third of the letters, and at most 3, may differ.
  ///
  /// - Complexity: O(*k* · *n*²) for names of *n* letters; names over 64 letters have none near.
  package static func nearest(to name: String, among known: [String]) -> String? {
    let letters = folded(name)
    guard !letters.isEmpty, letters.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known {
      let distance = distance(letters, folded(candidate))
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    guard let best else { return nil }
    let allowed = min(3, max(1, letters.count / 3))
    return best.distance <= allowed ? best.name : nil
  }

  /// Letters in lower case, `_` as `-`, full width as ASCII: slips that cost nothing.
  private static func folded(_ name: String) -> [UInt32] {
    name.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x41...0x5A: scalar.value + 0x20
      case 0x5F: 0x2D
      case 0xFF01...0xFF5E: scalar.value - 0xFEE0
      default: scalar.value
      }
    }
  }

  /// Edits (insert, delete, replace, swap of neighbours) that lead from one to the other.
  static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    guard !left.isEmpty else { return right.count }
    guard !right.isEmpty else { return left.count }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + [Int](repeating: 0, count: right.count)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(
          previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, beforePrevious[column - 2] + 1)
        }
        current[column] = best
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
