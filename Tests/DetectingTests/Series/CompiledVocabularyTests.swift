import Foundation
import Inventory
import Testing

@testable import Detecting
@testable import Rules
@testable import ScanKernels

/// The compiled words of the packs are those that gathering them gives.
@Suite struct CompiledVocabularyTests {
  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("Patterns/\(CompiledVocabulary.fileName)")

  /// With `TANAOROSHI_COMPILE` in the environment the file is written first: `Scripts/compile-patterns`.
  @Test func theFileIsMadeOfThePacks() throws {
    let rules = try RuleSet.parsed()
    let signs = SignMatcher(rules.kinds.vocabulary.words.map(\.text))
    let bytes = CompiledVocabulary.bytes(
      of: RuleIndex(rules.rules), signs: signs, sha256: rules.sha256)
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
    #expect(read.labels.hasStops == gathered.labels.hasStops)
    #expect(read.labels.begins == gathered.labels.begins)
    #expect(read.labels.beginnings == gathered.labels.beginnings)
    #expect(read.labels.letterTriples == gathered.labels.letterTriples)
    #expect(read.labels.words.count == gathered.labels.words.count)
    for word in gathered.labels.words.indices {
      #expect(read.labels.sense(of: word) == gathered.labels.sense(of: word))
      #expect(read.labels.text(of: word) == gathered.labels.text(of: word))
    }
    for (one, other) in zip(read.labels.spellings, gathered.labels.spellings) {
      #expect(
        one.start == other.start && one.count == other.count && one.word == other.word
          && one.beginsLatin == other.beginsLatin && one.endsLatin == other.endsLatin)
    }
    #expect(read.labels.spellings.count == gathered.labels.spellings.count)
  }

  @Test func theTablesAreThoseOfTheWords() throws {
    let rules = try RuleSet.bundled()
    let compiled = try #require(CompiledVocabulary(for: rules.sha256))
    let gathered = RuleIndex(rules.rules)
    let tables = compiled.tables.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    #expect(tables == TriageTables.bytes(of: LineWords.make(gathered)))
    #expect(compiled.headingWords.looks == HeadingWords(gathered.labels).looks)
  }

  @Test func signsAreTheSame() throws {
    let rules = try RuleSet.bundled()
    let compiled = try #require(CompiledVocabulary(for: rules.sha256)).signs
    let words = rules.kinds.vocabulary.words.map(\.text)
    let gathered = SignMatcher(words)
    #expect(compiled.wordCount == words.count && words.count > 500)
    for word in words {
      for heading in [word, word + "番号", "顧客" + word, word.uppercased()] {
        #expect(
          SignTally(compiled).words(inHeading: heading)
            == SignTally(gathered).words(inHeading: heading), "\(heading)")
      }
    }
  }

  /// The compiled words count only where they are all that is counted.
  @Test func furtherWordsAreCountedBehindTheProgramsOwn() throws {
    let rules = try RuleSet.bundled()
    let compiled = CompiledVocabulary(for: rules.sha256)?.signs
    let count = rules.kinds.vocabulary.words.count
    let more = CountedWords(builtIn: count, others: ["檀家台帳"])
    let matcher = SignMatcher.of(more, rules, compiled: compiled)
    #expect(SignTally(matcher).words(inHeading: "檀家台帳").contains(count))
    let alone = SignMatcher.of(CountedWords(others: ["檀家台帳"]), rules, compiled: compiled)
    #expect(SignTally(alone).words(inHeading: "檀家台帳") == [0])
    let none = SignMatcher.of(CountedWords(), rules, compiled: compiled)
    #expect(SignTally(none).words(inHeading: rules.kinds.vocabulary.words[0].text).isEmpty)
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
