package import Inventory
internal import YAMLTree

/// The kinds of persons that an organisation can hold data of, and the words that speak for each.
package struct CategoryKinds: Sendable, Equatable {
  /// A kind of persons.
  package struct Kind: Sendable, Equatable {
    /// The name of the kind, such as `customer`, `employee` or `visitor`.
    package var key: String
    package var name: Message
    /// Words by which a category of a policy (its key or name) is recognised as this kind, as ``HeadingText`` writes them.
    package var names: [String]
    /// Words in headings, text and paths that speak strongly for it, as ``HeadingText`` writes them.
    package var strong: [String]
    package var weak: [String]

    package init(key: String, name: Message, names: [String], strong: [String], weak: [String]) {
      self.key = key
      self.name = name
      self.names = names
      self.strong = strong
      self.weak = weak
    }
  }

  /// The file of `Patterns/` that lists them.
  package static let fileName = "categories.yaml"
  /// Log10 odds of a strong and of a weak word.
  package static let strongWeight = 1.5
  package static let weakWeight = 0.6

  package var kinds: [Kind]

  package init(kinds: [Kind]) { self.kinds = kinds }

  /// The kind that a policy's category stands for, by its key and name; `nil` when no word fits.
  ///
  /// The longest word that fits decides; a key that equals a kind's own key decides at once.
  package func kind(forCategoryKey key: String, name: String) -> String? {
    if let same = kinds.first(where: { $0.key == key }) { return same.key }
    let spellings = [key, name].map { HeadingText.normalised($0.utf8.span) }
    var best: (key: String, length: Int)?
    for kind in kinds {
      for word in kind.names {
        let bytes = Array(word.utf8)
        guard bytes.count > best?.length ?? 0 else { continue }
        for spelling in spellings where HeadingText.contains(spelling.span, word: bytes.span) {
          best = (kind.key, bytes.count)
        }
      }
    }
    return best?.key
  }

  /// All words as signs of their kinds, without blanks.
  package var vocabulary: SignVocabulary {
    var words: [SignVocabulary.Word] = []
    for kind in kinds {
      for (list, weight) in [(kind.strong, Self.strongWeight), (kind.weak, Self.weakWeight)] {
        words += list.map { SignVocabulary.Word(text: $0, kind: kind.key, weight: weight) }
      }
    }
    return SignVocabulary(words: words)
  }

  /// Reads the list.
  static func read(_ file: PackFile) throws(RuleError) -> CategoryKinds {
    let reader = TreeReader(file.bytes)
    var kinds: [Kind] = []
    if let root = reader.rootMapping(known: ["kinds"], required: ["kinds"]) {
      let keys = ["key", "name", "names", "signs"]
      for kind in root.mappings("kinds", known: keys, required: keys) {
        let name = kind.mapping("name", known: ["ja", "en"], required: ["ja", "en"])
        let signs = kind.mapping("signs", known: ["strong", "weak"], required: ["strong", "weak"])
        guard let key = kind.string("key"), let ja = name?.string("ja"), let en = name?.string("en")
        else { continue }
        kinds.append(
          Kind(
            key: key.value, name: Message(ja: ja.value, en: en.value),
            names: words(kind.strings("names")), strong: words(signs?.strings("strong") ?? []),
            weak: words(signs?.strings("weak") ?? [])))
      }
    }
    guard reader.mistakes.isEmpty else {
      throw RuleError(file: file.name, mistakes: reader.mistakes)
    }
    return CategoryKinds(kinds: kinds)
  }

  private static func words(_ typed: [Located<String>]) -> [String] {
    typed.map { HeadingText.word($0.value) }
  }
}
