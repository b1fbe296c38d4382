/// What content and path say, kept apart until both are known.
struct CategoryTally {
  var headings: [Double]
  var text: [Double]
  var path: [Double]
  /// Strong words in headings and names, each once.
  var strongSigns: [Int]
  var reasons: [[String]]

  init(count: Int) {
    headings = Array(repeating: 0, count: count)
    text = headings
    path = headings
    strongSigns = Array(repeating: 0, count: count)
    reasons = Array(repeating: [], count: count)
  }

  mutating func note(_ reason: String, for subject: Int) {
    guard reasons[subject].count < 8, !reasons[subject].contains(reason) else { return }
    reasons[subject].append(reason)
  }

  private func content(_ index: Int) -> Double {
    headings[index] + min(text[index], CategoryWeight.textLimit)
  }

  func hasSigns(_ index: Int) -> Bool { content(index) + path[index] > 0 }

  /// Content and path together, each at its full weight.
  func evidence(_ index: Int) -> Double { content(index) + path[index] }

  /// The subject that the content clearly speaks for; `nil` when it is not clear.
  var clearSubject: Int? {
    guard let best = headings.indices.max(by: { content($0) < content($1) }) else { return nil }
    let second = headings.indices.filter { $0 != best }.map(content).max() ?? 0
    return content(best) - max(second, 0) >= CategoryWeight.clear ? best : nil
  }

  /// Content beats the path when both are clear and disagree.
  func total(clear: Int?) -> [Double] {
    headings.indices.map { index in
      content(index)
        + path[index] * (clear == nil || clear == index ? 1 : CategoryWeight.overruledPath)
    }
  }
}
