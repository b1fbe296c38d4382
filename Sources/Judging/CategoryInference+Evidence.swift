import Inventory

/// What speaks for the kinds of persons in a file: words of its content and path, and the types of data in it.
extension CategoryInference {
  func addContent(_ signs: [Sign], to tally: inout CategoryTally) {
    let known = signs.filter { vocabulary.words.indices.contains($0.word) }
    let inHeadings = known.filter { $0.headings > 0 }.map(\.word)
    for word in withoutParts(inHeadings) {
      for subject in subjectsOfWord[word] {
        tally.headings[subject] += vocabulary.words[word].weight
        if vocabulary.words[word].weight >= CategoryWeight.strong {
          tally.strongSigns[subject] += 1
        }
        tally.note("heading:\(vocabulary.words[word].text)", for: subject)
      }
    }
    let inText = known.filter { $0.headings == 0 && $0.text > 0 }.map(\.word)
    for word in withoutParts(inText) {
      for subject in subjectsOfWord[word] {
        tally.text[subject] += vocabulary.words[word].weight * CategoryWeight.text
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
  func addTypes(_ found: Set<DataType>, to tally: inout CategoryTally) {
    let leaning: [(DataType, Double)] = [
      (.employeeNumber, 1.0), (.myNumber, 0.8), (.employmentInsuranceNumber, 0.6),
      (.basicPensionNumber, 0.5), (.healthInsurance, 0.3),
    ]
    guard let strongest = leaning.first(where: { found.contains($0.0) }) else { return }
    // Payees, shareholders and insured persons give their numbers too: their own words outweigh the leaning.
    let isNamed = subjects.indices.contains {
      subjects[$0].kind != "employee" && tally.headings[$0] >= CategoryWeight.strong
    }
    for index in subjects.indices where subjects[index].kind == "employee" {
      tally.headings[index] += strongest.1 * (isNamed ? 0.5 : 1)
      tally.note("type:\(strongest.0.rawValue)", for: index)
    }
  }

  func addPath(_ path: [UInt8], to tally: inout CategoryTally) {
    let names = path.split(separator: UInt8(ascii: "/"))
    var seen: Set<Int> = []
    var weight = CategoryWeight.fileName
    for (depth, name) in names.reversed().enumerated() {
      if depth == 1 { weight = CategoryWeight.folder }
      if depth > 1 { weight *= CategoryWeight.fade }
      if depth > 16 { break }
      for word in matcher.words(in: Array(name)) where seen.insert(word).inserted {
        for subject in subjectsOfWord[word] {
          tally.path[subject] += vocabulary.words[word].weight * weight
          if vocabulary.words[word].weight >= CategoryWeight.strong {
            tally.strongSigns[subject] += 1
          }
          let place = depth == 0 ? "file-name" : "path"
          tally.note("\(place):\(vocabulary.words[word].text)", for: subject)
        }
      }
    }
  }

  /// Files of entrusted work name the client's own customers too: entrustment includes them.
  func letEntrustmentWin(_ scores: inout [Double], _ tally: CategoryTally) {
    guard
      let entrusted = subjects.indices.first(where: { subjects[$0].kind == "entrusted" }),
      tally.evidence(entrusted) >= CategoryWeight.entrusted
    else { return }
    let customers =
      subjects.indices.filter { subjects[$0].kind == "customer" }
      .map { scores[$0] }.max() ?? 0
    scores[entrusted] = tally.evidence(entrusted) + max(customers, 0)
  }
}
