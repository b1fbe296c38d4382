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
  private let vocabulary: SignVocabulary
  private let matcher: WordMatcher
  /// Per word of the vocabulary, the subjects that it speaks for.
  private let subjectsOfWord: [[Int]]
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
    var tally = Tally(count: subjects.count)
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
        scores[index] = Weight.never
        continue
      }
      // Records of employees name their households too: a few words do not make them a kind that nobody declared.
      if subjects[index].key == nil, hasDeclared, tally.strongSigns[index] < Weight.severalSigns {
        scores[index] = Weight.never
        continue
      }
      if let types = types[index], !found.isEmpty {
        scores[index] += 0.3 * Double(found.intersection(types).count) / Double(found.count)
      }
      if isDeclared {
        scores[index] +=
          Weight.declaredPlace * (clear == nil || clear == index ? 1 : Weight.overruledPath)
      }
    }
    return decision(scores, tally, declared)
  }

  private func decision(
    _ scores: [Double], _ tally: Tally, _ declared: (keys: [String], place: String)?
  ) -> CategoryBasis {
    // In a place with declared categories nothing is unknown: one of them is meant unless another speaks louder.
    let hasDeclared = declared.map { !$0.keys.isEmpty } ?? false
    let unknown = hasDeclared ? Weight.never : Weight.unknown
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

extension CategoryInference {
  /// How much the different places count.
  private enum Weight {
    static let fileName = 1.2
    static let folder = 1.0
    /// Each folder further up counts this part of the one below.
    static let fade = 0.6
    static let text = 0.4
    static let textLimit = 1.2
    /// From this lead on, content is clear, and a path that says otherwise counts less.
    static let clear = 1.8
    static let overruledPath = 0.3
    /// Odds from which words of entrustment beat those for the client's own customers.
    static let entrusted = 0.8
    static let declaredPlace = 1.0
    /// From this weight on a word is a strong sign.
    static let strong = 1.0
    /// Strong signs that a kind needs where the place declares categories and the policy does not declare the kind.
    static let severalSigns = 3
    /// Odds that nothing known is meant; one clear word must beat it.
    static let unknown = 0.7
    /// Of what is no candidate.
    static let never = -10.0
  }

  /// What content and path say, kept apart until both are known.
  private struct Tally {
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
      headings[index] + min(text[index], Weight.textLimit)
    }

    func hasSigns(_ index: Int) -> Bool { content(index) + path[index] > 0 }

    /// Content and path together, each at its full weight.
    func evidence(_ index: Int) -> Double { content(index) + path[index] }

    /// The subject that the content clearly speaks for; `nil` when it is not clear.
    var clearSubject: Int? {
      guard let best = headings.indices.max(by: { content($0) < content($1) }) else { return nil }
      let second = headings.indices.filter { $0 != best }.map(content).max() ?? 0
      return content(best) - max(second, 0) >= Weight.clear ? best : nil
    }

    /// Content beats the path when both are clear and disagree.
    func total(clear: Int?) -> [Double] {
      headings.indices.map { index in
        content(index)
          + path[index] * (clear == nil || clear == index ? 1 : Weight.overruledPath)
      }
    }
  }

  private func addContent(_ signs: [Sign], to tally: inout Tally) {
    let known = signs.filter { vocabulary.words.indices.contains($0.word) }
    let inHeadings = known.filter { $0.headings > 0 }.map(\.word)
    for word in withoutParts(inHeadings) {
      for subject in subjectsOfWord[word] {
        tally.headings[subject] += vocabulary.words[word].weight
        if vocabulary.words[word].weight >= Weight.strong { tally.strongSigns[subject] += 1 }
        tally.note("heading:\(vocabulary.words[word].text)", for: subject)
      }
    }
    let inText = known.filter { $0.headings == 0 && $0.text > 0 }.map(\.word)
    for word in withoutParts(inText) {
      for subject in subjectsOfWord[word] {
        tally.text[subject] += vocabulary.words[word].weight * Weight.text
        tally.note("text:\(vocabulary.words[word].text)", for: subject)
      }
    }
  }

  /// A word that is part of another that was seen as well (会員 in 会員番号) is the same sign.
  private func withoutParts(_ words: [Int]) -> [Int] {
    guard words.count > 1, words.count <= 200 else { return words }
    let texts = words.map { Array(vocabulary.words[$0].text.utf8) }
    return words.indices.filter { index in
      !texts.indices.contains { other in
        other != index && vocabulary.words[words[other]].kind == vocabulary.words[words[index]].kind
          && texts[other].count > texts[index].count
          && (0...(texts[other].count - texts[index].count)).contains {
            texts[other][$0...].starts(with: texts[index])
          }
      }
    }.map { words[$0] }
  }

  /// Numbers that mostly employers hold lean to employees; any word can outweigh it.
  private func addTypes(_ found: Set<DataType>, to tally: inout Tally) {
    let leaning: [(DataType, Double)] = [
      (.employeeNumber, 1.0), (.myNumber, 0.8), (.employmentInsuranceNumber, 0.6),
      (.basicPensionNumber, 0.5), (.healthInsurance, 0.3),
    ]
    guard let strongest = leaning.first(where: { found.contains($0.0) }) else { return }
    // Payees, shareholders and insured persons give their numbers too: their own words outweigh the leaning.
    let isNamed = subjects.indices.contains {
      subjects[$0].kind != "employee" && tally.headings[$0] >= Weight.strong
    }
    for index in subjects.indices where subjects[index].kind == "employee" {
      tally.headings[index] += strongest.1 * (isNamed ? 0.5 : 1)
      tally.note("type:\(strongest.0.rawValue)", for: index)
    }
  }

  private func addPath(_ path: [UInt8], to tally: inout Tally) {
    let names = path.split(separator: UInt8(ascii: "/"))
    var seen: Set<Int> = []
    var weight = Weight.fileName
    for (depth, name) in names.reversed().enumerated() {
      if depth == 1 { weight = Weight.folder }
      if depth > 1 { weight *= Weight.fade }
      if depth > 16 { break }
      for word in matcher.words(in: Array(name)) where seen.insert(word).inserted {
        for subject in subjectsOfWord[word] {
          tally.path[subject] += vocabulary.words[word].weight * weight
          if vocabulary.words[word].weight >= Weight.strong { tally.strongSigns[subject] += 1 }
          let place = depth == 0 ? "file-name" : "path"
          tally.note("\(place):\(vocabulary.words[word].text)", for: subject)
        }
      }
    }
  }

  /// Files of entrusted work name the client's own customers too: entrustment includes them.
  private func letEntrustmentWin(_ scores: inout [Double], _ tally: Tally) {
    guard
      let entrusted = subjects.indices.first(where: { subjects[$0].kind == "entrusted" }),
      tally.evidence(entrusted) >= Weight.entrusted
    else { return }
    let customers =
      subjects.indices.filter { subjects[$0].kind == "customer" }
      .map { scores[$0] }.max() ?? 0
    scores[entrusted] = tally.evidence(entrusted) + max(customers, 0)
  }
}
