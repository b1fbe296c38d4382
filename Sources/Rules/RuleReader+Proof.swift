internal import Inventory
internal import YAMLTree

/// The part of a pack that proves it: sources, examples, counter-examples.
extension RuleReader {
  /// Least numbers of examples and counter-examples.
  static let fewestExamples = 3
  static let fewestCounterexamples = 5

  func readSources(_ root: MappingReader) -> [RuleSyntax.Source] {
    guard root.has("sources") else { return [] }
    let entries = root.mappings(
      "sources", known: ["title", "read", "address"], required: ["title", "read"])
    if entries.isEmpty { root.note(.tooFew(1), at: "sources") }
    return entries.compactMap { entry in
      guard let title = entry.string("title"), let read = entry.date("read") else { return nil }
      return RuleSyntax.Source(
        title: title.value, read: read.value,
        address: entry.has("address") ? entry.string("address")?.value : nil)
    }
  }

  func readExamples(_ root: MappingReader) -> [RuleSyntax.Example] {
    guard root.has("examples") else { return [] }
    let entries = root.mappings(
      "examples", known: ["text", "found"], required: ["text", "found"])
    if entries.count < Self.fewestExamples {
      root.note(.tooFew(Self.fewestExamples), at: "examples")
    }
    return entries.compactMap { entry in
      guard let text = entry.string("text"), let found = entry.string("found") else { return nil }
      return RuleSyntax.Example(
        text: text.value, found: found.value, position: entry.position)
    }
  }

  func readCounterexamples(_ root: MappingReader) -> [RuleSyntax.Counterexample] {
    guard root.has("counterexamples") else { return [] }
    let entries = root.mappings(
      "counterexamples", known: ["text", "why"], required: ["text", "why"])
    if entries.count < Self.fewestCounterexamples {
      root.note(.tooFew(Self.fewestCounterexamples), at: "counterexamples")
    }
    return entries.compactMap { entry in
      guard let text = entry.string("text"), let why = entry.string("why") else { return nil }
      return RuleSyntax.Counterexample(
        text: text.value, why: why.value, position: entry.position)
    }
  }
}
