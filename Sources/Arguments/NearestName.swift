/// Finds the name that a mistyped word was probably meant to be.
package enum NearestName {
  /// The nearest of the names by edit distance; `nil` when none is near enough to be worth offering.
  ///
  /// - Parameters:
  ///   - word: What was typed; words over 64 bytes have no nearest name.
  ///   - names: In the order of preference for equal distances.
  package static func nearest(to word: String, among names: [String]) -> String? {
    let typed = Array(word.lowercased().utf8)
    guard !typed.isEmpty, typed.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for name in names {
      let bytes = Array(name.utf8)
      let distance = distance(typed, bytes)
      let limit = max(1, min(typed.count, bytes.count) / 2)
      // A word that was begun right is meant, however much of it is missing.
      let isBeginning = typed.count >= 2 && bytes.starts(with: typed)
      guard distance <= min(limit, 4) || isBeginning else { continue }
      if distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// Edits (insert, delete, replace, swap neighbours) that lead from one word to the other.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 0..<left.count {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for j in 0..<right.count {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
