import Testing

@testable import Regexes

@Suite struct PatternTests {
  @Test func versionIsTheLibrarys() {
    #expect(Pattern.libraryVersion.hasPrefix("10."))
  }

  @Test(arguments: [
    ("(*LIMIT_MATCH=9)a", PatternError.Problem.ownLimit, 0),
    ("(*UTF)(*LIMIT_DEPTH=9)a", .ownLimit, 6),
    ("(*LIMIT_HEAP=9)a", .ownLimit, 0),
    ("a(?C\"b\")", .callout, 1),
    ("a(?C1)b", .callout, 1),
    ("a(?C)b", .callout, 1),
  ])
  func forbiddenConstructsAreRefused(text: String, problem: PatternError.Problem, offset: Int) {
    #expect(throws: PatternError(problem, offset: offset)) { try Pattern(text) }
  }

  @Test(arguments: ["[0-9", "a\\Cb", "(", "(?<x", "*"])
  func mistakesNameTheirPlace(text: String) {
    do {
      _ = try Pattern(text)
      Issue.record("compiled")
    } catch {
      guard case .syntax(let words) = error.problem else {
        Issue.record("another problem")
        return
      }
      #expect(!words.isEmpty)
      #expect((0...text.utf8.count).contains(error.offset))
    }
  }
}
