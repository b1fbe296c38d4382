import Foundation
import Inventory
import Testing

@testable import Rules

/// The compiled form of the packs says what their YAML says.
@Suite struct CompiledRulesTests {
  static let file = BundledFilesTests.folder.appendingPathComponent(CompiledRules.fileName)

  /// With `TANAOROSHI_COMPILE` in the environment the file is written first: `Scripts/compile-patterns`.
  @Test func theFileIsMadeOfThePacks() throws {
    let bytes = try CompiledRules.bytes(of: try Self.packs())
    if ProcessInfo.processInfo.environment["TANAOROSHI_COMPILE"] != nil {
      try Data(bytes).write(to: Self.file)
    }
    let written = FileManager.default.contents(atPath: Self.file.path)
    #expect(written.map(Array.init) == bytes, "run Scripts/compile-patterns")
  }

  /// The packs as they lie in the folder, so that one build is enough after a change.
  private static func packs() throws -> [PackFile] {
    try FileManager.default.contentsOfDirectory(atPath: BundledFilesTests.folder.path)
      .filter(BundledFiles.isPack).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { name in
        let path = BundledFilesTests.folder.appendingPathComponent(name).path
        return PackFile(
          name: name, bytes: Array(try #require(FileManager.default.contents(atPath: path))))
      }
  }

  /// What would be in use if the embedded file is of the embedded packs.
  @Test func itSaysWhatThePacksSay() throws {
    let compiled = try #require(CompiledRules(), "run Scripts/compile-patterns and build again")
    let parsed = try RuleSet.parsed()
    #expect(compiled.sha256 == parsed.sha256)
    #expect(compiled.ruleCount == parsed.rules.count)
    #expect(compiled.kinds() == parsed.kinds)
    let rules = try #require(compiled.rules())
    #expect(rules.count == parsed.rules.count)
    for (rule, other) in zip(rules, parsed.rules) { Self.expectSame(rule, other) }
    let set = try RuleSet.bundled()
    #expect(set.sha256 == parsed.sha256)
    for type in DataType.allCases { #expect(set.index(of: type) == parsed.index(of: type)) }
  }

  @Test func ownPacksCountInTheDigestAsBefore() throws {
    let own = PackFile(name: "own.yaml", bytes: Array(PackSamples.own.utf8))
    #expect(
      try RuleSet.bundled().adding([own]).sha256 == RuleSet.parsed().adding([own]).sha256)
  }

  @Test func anyOtherByteOfAPackIsSeen() throws {
    var packs = BundledFiles.packs
    #expect(BundledFingerprint.of(packs) == BundledFingerprint.ofPacks())
    let last = packs.count - 1
    packs[last].bytes[packs[last].bytes.count - 1] ^= 1
    #expect(BundledFingerprint.of(packs) != BundledFingerprint.ofPacks())
    packs[last].bytes[packs[last].bytes.count - 1] ^= 1
    packs[0].name += "x"
    #expect(BundledFingerprint.of(packs) != BundledFingerprint.ofPacks())
  }

  private static func expectSame(_ rule: Rule, _ other: Rule) {
    #expect(rule.id == other.id)
    #expect(rule.target == other.target)
    #expect(rule.name == other.name)
    #expect(rule.headings == other.headings)
    #expect(rule.near == other.near)
    #expect(rule.weights == other.weights)
    #expect(rule.dummies == other.dummies)
    #expect(rule.origin == other.origin)
    #expect(rule.patterns.count == other.patterns.count)
    for (pattern, otherPattern) in zip(rule.patterns, other.patterns) {
      #expect(pattern.id == otherPattern.id)
      #expect(pattern.trigger == otherPattern.trigger)
      #expect(pattern.check == otherPattern.check)
      switch (pattern.form, otherPattern.form) {
      case (.regex, .regex): break
      case (.digits(let form), .digits(let otherForm)): #expect(form == otherForm)
      case (.reader(let reader), .reader(let otherReader)): #expect(reader == otherReader)
      default: Issue.record("\(rule.id): another form")
      }
    }
  }
}
