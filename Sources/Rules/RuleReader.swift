internal import Inventory
internal import Regexes
internal import YAMLTree

/// Reads one pack: bytes to syntax to rule.
///
/// Everything that is wrong is collected before it gives up.
struct RuleReader {
  /// How much of a pack is read.
  enum Reading {
    /// Only what a scan needs: the proof of a bundled pack (sources, examples, counter-examples), which stands last, is left out.
    case scan
    case whole
  }

  static let keys = [
    "id", "type", "look-alike", "name", "sources", "patterns", "headings", "near", "weights",
    "dummies", "examples", "counterexamples",
  ]
  static let proofKeys = ["sources", "examples", "counterexamples"]

  let file: PackFile
  let tree: TreeReader
  let isBundled: Bool
  let reading: Reading

  /// Reads a pack.
  ///
  /// - Throws: ``RuleError`` with all mistakes.
  static func read(_ file: PackFile, isBundled: Bool, reading: Reading = .whole)
    throws(RuleError) -> (rule: Rule, syntax: RuleSyntax)
  {
    let bytes = reading == .scan ? withoutProof(file.bytes) : file.bytes
    let reader = RuleReader(
      file: file, tree: TreeReader(bytes), isBundled: isBundled, reading: reading)
    let syntax = reader.syntax()
    let rule = syntax.flatMap(reader.rule)
    guard let rule, let syntax, reader.tree.mistakes.isEmpty else {
      throw RuleError(file: file.name, mistakes: reader.tree.mistakes)
    }
    return (rule, syntax)
  }

  /// The pack up to its first proof key; bundled packs keep those last (a test says so), which halves the start-up.
  static func withoutProof(_ bytes: [UInt8]) -> [UInt8] {
    let keys = proofKeys.map { Array("\($0):".utf8) }
    var lineStart = 0
    while lineStart < bytes.count {
      let first = bytes[lineStart]
      // s, e, c: the letters that the proof keys begin with.
      if first == 0x73 || first == 0x65 || first == 0x63 {
        for key in keys where bytes[lineStart...].starts(with: key) {
          return Array(bytes[..<lineStart])
        }
      }
      guard let end = bytes[lineStart...].firstIndex(of: 0x0A) else { break }
      lineStart = end + 1
    }
    return bytes
  }

  // MARK: - Bytes to syntax

  func syntax() -> RuleSyntax? {
    var required = ["id", "name", "patterns", "headings", "weights"]
    if reading == .whole { required += Self.proofKeys }
    guard let root = tree.rootMapping(known: Self.keys, required: required) else { return nil }
    let target = readTarget(root)
    let name = root.mapping("name", known: ["ja", "en"], required: ["ja", "en"])
    let patterns = root.mappings(
      "patterns",
      known: ["id", "regex", "digits", "groups", "reader", "trigger", "literal", "check"],
      required: ["id"]
    ).compactMap(readPattern)
    guard let id = root.string("id"), let ja = name?.string("ja"), let en = name?.string("en"),
      let weights = readWeights(root)
    else { return nil }
    return RuleSyntax(
      id: id, type: target.type, lookAlike: target.lookAlike,
      name: Message(ja: ja.value, en: en.value), sources: readSources(root), patterns: patterns,
      headings: readHeadings(root), near: readNear(root), weights: weights,
      dummies: root.has("dummies") ? root.strings("dummies") : [], examples: readExamples(root),
      counterexamples: readCounterexamples(root))
  }

  private func readTarget(_ root: MappingReader)
    -> (type: Located<DataType>?, lookAlike: Located<String>?)
  {
    let type = root.has("type") ? root.name("type", as: DataType.self) : nil
    let lookAlike = root.has("look-alike") ? root.string("look-alike") : nil
    if root.has("type") == root.has("look-alike") {
      tree.note(.oneOf("type", "look-alike"), at: root.position, path: "type")
    }
    return (type, lookAlike)
  }

  private func readPattern(_ entry: MappingReader) -> RuleSyntax.PatternSyntax? {
    guard let id = entry.string("id") else { return nil }
    let forms = ["regex", "digits", "reader"].filter(entry.has)
    if forms.count != 1 {
      tree.note(.oneOf("regex", "digits", "reader"), at: entry.position, path: entry.path)
    }
    if entry.has("groups"), !entry.has("digits") {
      entry.note(.onlyWith("groups", "digits"), at: "groups")
    }
    if entry.has("trigger"), entry.has("literal") {
      tree.note(.oneOf("trigger", "literal"), at: entry.position, path: entry.path)
    }
    let check = entry.node("check").flatMap {
      $0.value.isNull ? nil : entry.name("check", as: CheckDigit.self)
    }
    return RuleSyntax.PatternSyntax(
      id: id, regex: entry.has("regex") ? entry.string("regex") : nil, lengths: readLengths(entry),
      groups: readGroups(entry),
      reader: entry.has("reader") ? entry.name("reader", as: BuiltInReader.self) : nil,
      trigger: entry.has("trigger") ? entry.string("trigger") : nil,
      literals: entry.has("literal") ? entry.strings("literal") : [], check: check,
      position: entry.position, path: entry.path)
  }

  private func readLengths(_ entry: MappingReader) -> [Located<Int>] {
    guard let node = entry.node("digits") else { return [] }
    let items =
      node.value.items == nil ? [node] : tree.list(node.value, path: node.path)
    return items.compactMap { item in
      guard let text = tree.text(item.value, path: item.path) else { return nil }
      guard let number = Int(text.value), (1...DigitRun.capacity).contains(number) else {
        tree.note(.lengthRange, at: text.position, path: text.path)
        return nil
      }
      return text.map { _ in number }
    }
  }

  private func readGroups(_ entry: MappingReader) -> [[Int]] {
    guard entry.has("groups") else { return [] }
    return entry.list("groups").map { group in
      tree.list(group.value, path: group.path).compactMap { item in
        guard let text = tree.text(item.value, path: item.path) else { return nil }
        guard let number = Int(text.value), (1...DigitRun.capacity).contains(number) else {
          tree.note(.lengthRange, at: text.position, path: text.path)
          return nil
        }
        return number
      }
    }
  }

  private func readWeights(_ root: MappingReader) -> Rule.Weights? {
    let keys = ["prior", "heading", "near"]
    guard let weights = root.mapping("weights", known: keys, required: keys) else { return nil }
    guard let prior = weights.double("prior"), let heading = weights.double("heading"),
      let near = weights.double("near")
    else { return nil }
    for weight in [prior, heading, near] where abs(weight.value) > 10 {
      tree.note(.weightRange, at: weight.position, path: weight.path)
    }
    return Rule.Weights(prior: prior.value, heading: heading.value, near: near.value)
  }

  private func readHeadings(_ root: MappingReader) -> Rule.Headings {
    let keys = ["strong", "weak", "against"]
    guard let headings = root.mapping("headings", known: keys) else { return Rule.Headings() }
    return Rule.Headings(
      strong: words(headings, "strong"), weak: words(headings, "weak"),
      against: words(headings, "against"))
  }

  private func readNear(_ root: MappingReader) -> Rule.Near {
    guard root.has("near"), let near = root.mapping("near", known: ["for", "against"]) else {
      return Rule.Near()
    }
    return Rule.Near(for: words(near, "for"), against: words(near, "against"))
  }

  /// Words in normal form; one that is nothing but signs is a mistake.
  private func words(_ mapping: MappingReader, _ key: String) -> [String] {
    guard mapping.has(key) else { return [] }
    return mapping.strings(key).compactMap { typed in
      let word = HeadingText.word(typed.value)
      if word.isEmpty { tree.note(.noWord, at: typed.position, path: typed.path) }
      return word.isEmpty ? nil : word
    }
  }
}
