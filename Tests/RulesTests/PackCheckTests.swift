import Inventory
import Regexes
import Testing

@testable import Rules

@Suite struct PackCheckTests {
  static func check(_ text: String) throws(RuleError) -> PackCheck.Outcome {
    var time = 0
    return try PackCheck.check(PackFile(name: "own.yaml", bytes: Array(text.utf8))) {
      time += 1
      return time
    }
  }

  @Test func bundledPacksHaveNothingToSay() throws {
    let outcomes = try PackCheck.bundled { 0 }
    for outcome in outcomes {
      for remark in outcome.remarks {
        Issue.record("\(remark.described(.english))")
      }
      #expect(outcome.examples.count >= 3)
      #expect(outcome.counterexamples.count >= 5)
    }
    #expect(outcomes.count > 40)
  }

  @Test func aCorrectPackPasses() throws {
    let outcome = try Self.check(PackSamples.own)
    #expect(outcome.remarks == [])
    #expect(outcome.examples.map(\.number) == [1, 2, 3])
    #expect(outcome.counterexamples.allSatisfy { $0.found == nil })
  }

  @Test(arguments: [
    ("found: M482917}", "found: M482918}", "found-outside"),
    ("regex: 'M[0-9]{6}'", "regex: 'N[0-9]{6}'", "example-pattern"),
    ("trigger: letters+digits", "trigger: at", "example-trigger"),
    ("check: null", "check: my-number", "example-check"),
    ("regex: 'M[0-9]{6}'", "regex: 'M[0-9]{6}|(?:[a-z]+)+X'", "evil-string"),
    ("    trigger: letters+digits\n", "", "slow-pattern"),
  ])
  func mistakesAreFound(old: String, new: String, id: String) throws {
    let text = Self.replacing(old, with: new)
    let outcome = try Self.check(text)
    #expect(outcome.remarks.contains { $0.id == id })
    #expect(outcome.isUsable == (id == "slow-pattern"))
    for remark in outcome.remarks {
      #expect(!remark.described(.english).contains("482917"))
      #expect(!remark.described(.japanese).contains("482917"))
    }
  }

  /// Each of the sixteen texts is tried: the first on which an expression takes more than 100 ms is named.
  @Test(arguments: 1...16)
  func everyHostileTextIsTried(_ number: Int) throws {
    #expect(PackCheck.evilStrings.map(\.number) == Array(1...16))
    #expect(PackCheck.evilStrings.allSatisfy { $0.bytes.count > 15_000 })
    let quick = try Pattern("M[0-9]{6}")
    for (time, found) in [(100_000_000, nil), (100_000_001, number)] as [(Int, Int?)] {
      var calls = 0
      // A quick try asks twice, before and after.
      let explosion = PackCheck.explosion(quick) {
        calls += 1
        return calls > 2 * (number - 1) ? calls * time : 0
      }
      #expect(explosion?.text.number == found)
    }
  }

  @Test func slowExpressionsAreRefusedByTheClock() throws {
    var time = 0
    let outcome = try PackCheck.check(
      PackFile(name: "own.yaml", bytes: Array(PackSamples.own.utf8))
    ) {
      time += PackCheck.longestTime + 1
      return time
    }
    #expect(outcome.remarks.map(\.id) == ["evil-string"])
    #expect(outcome.remarks.first?.described(.english).contains("number 1;") == true)
  }

  /// Each mistake with the line and column at which it stands.
  @Test(arguments: [
    ("id: acme.member-number", "id: Acme", 1, 5), ("id: acme.member-number", "idd: acme.x", 1, 1),
    ("weights: {prior: -3.0", "weights: {prior: -30", 11, 18),
    ("trigger: letters+digits", "trigger: letter+digits", 7, 14),
    ("check: null", "check: my-numbers", 8, 12),
    ("regex: 'M[0-9]{6}'", "regex: 'M[0-9'", 6, 12),
    ("regex: 'M[0-9]{6}'", "regex: '(*LIMIT_MATCH=1)M'", 6, 12),
    ("look-alike: member-number", "look-alike: phone", 2, 13),
    ("look-alike: member-number", "type: phones", 2, 7),
    ("strong: [会員番号]", "strong: ['---']", 9, 21),
  ])
  func mistakesHaveTheirPlace(old: String, new: String, line: Int, column: Int) {
    let text = Self.replacing(old, with: new)
    let error = #expect(throws: RuleError.self) { try Self.check(text) }
    let lines = error?.described(.english) ?? []
    #expect(lines.contains { $0.hasPrefix("own.yaml:\(line):\(column): ") }, "\(lines)")
  }

  @Test func proofIsRequired() {
    let lines = PackSamples.own.split(separator: "\n", omittingEmptySubsequences: false)
    for key in ["sources", "examples", "counterexamples"] {
      var isSkipping = false
      let kept = lines.filter { line in
        if !line.hasPrefix(" ") { isSkipping = line.hasPrefix("\(key):") }
        return !isSkipping
      }
      #expect(throws: RuleError.self) { try Self.check(kept.joined(separator: "\n")) }
    }
  }

  static func replacing(_ old: String, with new: String) -> String {
    guard let range = PackSamples.own.firstRange(of: old) else { return "" }
    return PackSamples.own.replacingCharacters(in: range, with: new)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
