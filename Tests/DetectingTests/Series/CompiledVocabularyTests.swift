import Foundation
import Inventory
import Testing

@testable import Detecting
@testable import Rules

/// The compiled words of the packs are those that gathering them gives.
@Suite struct CompiledVocabularyTests {
  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("Patterns/\(CompiledVocabulary.fileName)")

  /// With `TANAOROSHI_COMPILE` in the environment the file is written first: `Scripts/compile-patterns`.
  @Test func theFileIsMadeOfThePacks() throws {
    let rules = try RuleSet.parsed()
    let bytes = CompiledVocabulary.bytes(of: RuleIndex(rules.rules), sha256: rules.sha256)
    if ProcessInfo.processInfo.environment["TANAOROSHI_COMPILE"] != nil {
      try Data(bytes).write(to: Self.file)
    }
    let written = FileManager.default.contents(atPath: Self.file.path)
    #expect(written.map(Array.init) == bytes, "run Scripts/compile-patterns")
  }

  /// What would be in use if the embedded file is of the embedded packs.
  @Test func itReadsBackAsItWasMade() throws {
    let rules = try RuleSet.bundled()
    let compiled = try #require(
      CompiledVocabulary(for: rules.sha256), "run Scripts/compile-patterns and build again")
    let gathered = RuleIndex(rules.rules)
    let read = RuleIndex(rules.rules, vocabulary: compiled)
    #expect(read.labels.bytes == gathered.labels.bytes)
    #expect(read.labels.thirds == gathered.labels.thirds)
    #expect(read.labels.begins == gathered.labels.begins)
    #expect(read.labels.beginnings == gathered.labels.beginnings)
    #expect(read.labels.letterTriples == gathered.labels.letterTriples)
    #expect(read.labels.words.count == gathered.labels.words.count)
    for word in gathered.labels.words.indices {
      #expect(read.labels.sense(of: word) == gathered.labels.sense(of: word))
      #expect(read.labels.text(of: word) == gathered.labels.text(of: word))
    }
    // Again as bytes: the same spellings in the same order, the same headings.
    #expect(
      CompiledVocabulary.bytes(of: read, sha256: rules.sha256)
        == CompiledVocabulary.bytes(of: gathered, sha256: rules.sha256))
  }

  @Test func headingsSayTheSame() throws {
    let rules = try RuleSet.bundled()
    let compiled = try #require(CompiledVocabulary(for: rules.sha256))
    let gathered = RuleIndex(rules.rules).lexicon
    let read = RuleIndex(rules.rules, vocabulary: compiled).lexicon
    for rule in rules.rules {
      for word in rule.headings.strong + rule.headings.weak + rule.headings.against {
        for heading in [word, word + "番号", "顧客" + word, word + "の住所"] {
          let (one, other) = (read.reading(of: heading), gathered.reading(of: heading))
          for number in rules.rules.indices {
            #expect(one.weight(of: number) == other.weight(of: number), "\(heading)")
          }
        }
      }
    }
  }

  @Test func otherPacksHaveNone() throws {
    #expect(CompiledVocabulary(for: String(repeating: "0", count: 64)) == nil)
    #expect(CompiledVocabulary(for: "") == nil)
  }
}
