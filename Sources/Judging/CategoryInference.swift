package import Inventory

/// Tells whose data a file holds, from the words of its content, its name and its folders.
///
/// Weights are log10 odds.
package struct CategoryInference: Sendable {
  /// Weight of a word that the policy itself lists under `signs`.
  package static let declaredSignWeight = 1.5

  /// Someone whose data it may be: a declared category, or a kind that the policy does not declare.
  struct Subject: Sendable, Equatable {
    /// Key of the category; `nil` for a kind that is not declared.
    var key: String?
    /// The kind of the program's own list, or the key where there is none.
    var kind: String
  }

  let subjects: [Subject]
  let vocabulary: SignVocabulary
  let matcher: WordMatcher
  /// Per word of the vocabulary, the subjects that it speaks for.
  let subjectsOfWord: [[Int]]
  private let types: [Set<DataType>?]

  /// Prepares the inference for a scan.
  ///
  /// - Parameters:
  ///   - policy: The declared categories.
  ///   - kinds: What the program knows of kinds of persons.
  ///   - vocabulary: The words that the workers count, in the same order.
  package init(policy: Policy, kinds: [CategoryKind], vocabulary: SignVocabulary) {
    var subjects: [Subject] = []
    for category in policy.categories {
      subjects.append(
        Subject(key: category.key, kind: Self.kind(of: category, kinds) ?? category.key))
    }
    for word in vocabulary.words
    where !subjects.contains(where: { $0.key == word.kind || $0.kind == word.kind }) {
      subjects.append(Subject(key: nil, kind: word.kind))
    }
    self.subjects = subjects
    self.vocabulary = vocabulary
    matcher = WordMatcher(vocabulary.words.map(\.text))
    var byKind: [String: [Int]] = [:]
    for (index, subject) in subjects.enumerated() {
      byKind[subject.kind, default: []].append(index)
      if let key = subject.key, key != subject.kind { byKind[key, default: []].append(index) }
    }
    subjectsOfWord = vocabulary.words.map { byKind[$0.kind] ?? [] }
    types = subjects.map { subject in subject.key.flatMap { policy.category($0)?.types } }
  }

  /// The kind that a category is of: by its key, else by the longest known word in its name.
  private static func kind(of category: Category, _ kinds: [CategoryKind]) -> String? {
    if kinds.contains(where: { $0.kind == category.key }) { return category.key }
    var best: (kind: String, length: Int)?
    for kind in kinds {
      for name in kind.names where Words.contains(category.name, name) {
        let length = Words.folded(name).utf8.count
        if length > best?.length ?? 0 { best = (kind.kind, length) }
      }
    }
    return best?.kind
  }

  /// The category of a file that holds persons' data.
  ///
  /// - Parameters:
  ///   - path: As the file system holds it, relative to the root.
  ///   - signs: What the worker counted.
  ///   - found: The types of the accepted findings.
  ///   - declared: The categories that the place declares, and where; `nil` when it declares none.
  func category(
    path: [UInt8], signs: [Sign], found: Set<DataType>,
    declared: (keys: [String], place: String)?
  ) -> CategoryBasis {
    var tally = CategoryTally(count: subjects.count)
    addContent(signs, to: &tally)
    addTypes(found, to: &tally)
    addPath(path, to: &tally)
    let clear = tally.clearSubject
    var scores = tally.total(clear: clear)
    letEntrustmentWin(&scores, tally)
    let hasDeclared = declared.map { !$0.keys.isEmpty } ?? false
    for index in subjects.indices {
      let isDeclared = subjects[index].key.map { declared?.keys.contains($0) == true } ?? false
      // A subject that nothing speaks for is no candidate: what is not known stands for all of them.
      guard isDeclared || tally.hasSigns(index) else {
        scores[index] = CategoryWeight.never
        continue
      }
      // Records of employees name their households too: a few words do not make them a kind that nobody declared.
      if subjects[index].key == nil, hasDeclared,
        tally.strongSigns[index] < CategoryWeight.severalSigns
      {
        scores[index] = CategoryWeight.never
        continue
      }
      if let types = types[index], !found.isEmpty {
        scores[index] += 0.3 * Double(found.intersection(types).count) / Double(found.count)
      }
      if isDeclared {
        scores[index] +=
          CategoryWeight.declaredPlace
          * (clear == nil || clear == index ? 1 : CategoryWeight.overruledPath)
      }
    }
    return decision(scores, tally, declared)
  }

  private func decision(
    _ scores: [Double], _ tally: CategoryTally, _ declared: (keys: [String], place: String)?
  ) -> CategoryBasis {
    // In a place with declared categories nothing is unknown: one of them is meant unless another speaks louder.
    let hasDeclared = declared.map { !$0.keys.isEmpty } ?? false
    let unknown = hasDeclared ? CategoryWeight.never : CategoryWeight.unknown
    let best = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) }
    guard let best else {
      return CategoryBasis(key: nil, basis: .none, confidence: 1, because: ["cannot-be-told"])
    }
    let top = max(scores[best], unknown)
    let sum = scores.reduce(exponential(unknown - top)) { $0 + exponential($1 - top) }
    let probability = exponential(scores[best] - top) / sum
    if scores[best] < unknown || (!hasDeclared && probability < 0.5) {
      return CategoryBasis(
        key: nil, basis: .none, confidence: 1 - probability, because: ["cannot-be-told"])
    }
    var because = tally.reasons[best]
    guard let key = subjects[best].key else {
      because.insert("not-declared:\(subjects[best].kind)", at: 0)
      return CategoryBasis(key: nil, basis: .none, confidence: probability, because: because)
    }
    if let declared, declared.keys.contains(key) {
      because.insert("location:\(declared.place)", at: 0)
      return CategoryBasis(
        key: key, basis: .declared, confidence: probability, because: because)
    }
    return CategoryBasis(key: key, basis: .inferred, confidence: probability, because: because)
  }

  /// 10 to a power, for powers of 0 and below.
  private func exponential(_ power: Double) -> Double {
    guard power > -15 else { return 0 }
    // e^x by halving the argument until the series is short: exact to 1e-12, and needs no C library.
    var x = power * 2.302585092994046 / 1024
    var term = 1.0
    var sum = 1.0
    for index in 1...8 {
      term *= x / Double(index)
      sum += term
    }
    x = sum
    for _ in 0..<10 { x *= x }
    return x
  }
}
