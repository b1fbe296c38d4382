import Inventory
import Testing

@testable import YAMLTree

@Suite struct TreeReaderTests {
  private enum Colour: String, CaseIterable {
    case red, green
  }

  @Test func collectsEveryMistake() throws {
    let reader = TreeReader(
      Array(
        """
        version: one
        catgories: []
        when: 2026-02-30
        on: yes
        colour: grene
        names: x
        """.utf8))
    let root = try #require(
      reader.rootMapping(
        known: ["version", "categories", "when", "on", "colour", "names"],
        required: ["version", "categories"]))
    #expect(root.int("version") == nil)
    #expect(root.date("when") == nil)
    #expect(root.bool("on") == nil)
    #expect(root.name("colour", as: Colour.self) == nil)
    #expect(root.strings("names").isEmpty)
    let lines = reader.mistakes.map { $0.described(file: "p.yaml", .english) }
    #expect(
      lines == [
        "p.yaml:1:1: key 'categories' is missing",
        "p.yaml:1:10: version: 'one' is not a whole number",
        "p.yaml:2:1: unknown key 'catgories'; did you mean 'categories'?",
        "p.yaml:3:7: when: this is not a day of the calendar; write it like 2026-04-01",
        "p.yaml:4:5: on: 'yes' is neither 'true' nor 'false'",
        "p.yaml:5:9: colour: unknown name 'grene'; did you mean 'green'?",
        "p.yaml:6:8: names: a list is expected here ([a, b], or '- a' line by line)",
      ])
  }

  @Test func readsValuesWithTheirPlaces() throws {
    let reader = TreeReader(
      Array(
        """
        count: 12
        weight: -3.5
        on: true
        when: 2026-04-01
        names: [a, b]
        parts:
          - {x: 1}
          - {x: 2}
        """.utf8))
    let root = try #require(
      reader.rootMapping(known: ["count", "weight", "on", "when", "names", "parts"]))
    #expect(root.int("count") == Located(12, at: Position(line: 1, column: 8), path: "count"))
    #expect(root.double("weight")?.value == -3.5)
    #expect(root.bool("on")?.value == true)
    #expect(root.date("when")?.value.text == "2026-04-01")
    #expect(root.strings("names").map(\.path) == ["names[0]", "names[1]"])
    let parts = root.mappings("parts", known: ["x"])
    #expect(parts.map { $0.int("x")?.path } == ["parts[0].x", "parts[1].x"])
    #expect(reader.mistakes.isEmpty)
  }

  @Test(arguments: [
    ("version\u{3000}: 1\n", "full-width space"), ("ver：sion: 1\n", "full-width colon"),
    ("version：1\n", "full-width colon"), ("version:\u{3000}1\n", "full-width space"),
  ])
  func namesFullWidthSlips(text: String, phrase: String) {
    let reader = TreeReader(Array(text.utf8))
    _ = reader.rootMapping(known: ["version"])
    #expect(reader.mistakes.contains { $0.message.english.contains(phrase) }, "\(reader.mistakes)")
    #expect(reader.mistakes.contains { $0.message.japanese.contains("全角") })
  }

  @Test func neverRepeatsLongOrPersonalText() {
    // A made-up customer list that someone took for a policy.
    let line = "山田花子,090-1234-5678,hanako@example.jp," + String(repeating: "あ", count: 500)
    let reader = TreeReader(Array("\(line): 1\n".utf8))
    _ = reader.rootMapping(known: ["version"])
    for mistake in reader.mistakes {
      for language in Language.allCases {
        let text = mistake.described(file: "p.yaml", language)
        #expect(!text.contains("5678"))
        #expect(!text.contains("hanako"))
        #expect(text.unicodeScalars.count < 300)
      }
    }
    #expect(!reader.mistakes.isEmpty)
  }

  @Test func hintsAtQuotesForPatterns() throws {
    let reader = TreeReader(Array("regex: [0-9]\n".utf8))
    let root = try #require(reader.rootMapping(known: ["regex"]))
    #expect(root.string("regex") == nil)
    #expect(reader.mistakes[0].message.english.contains("quote the pattern in line 1"))
  }
}
