import Testing

@testable import Regexes

@Suite struct MatchScratchTests {
  @Test(arguments: [
    ("[0-9]{3}", "ab123456", 0, 2..<5), ("[0-9]{3}", "ab123456", 3, 3..<6),
    ("(?<![0-9])[0-9]{3}", "ab123456", 3, nil), ("b", "aaa", 0, nil), ("", "", 0, 0..<0),
    ("a", "a", 2, nil), ("あ", "いあう", 0, 3..<6), ("a", "a", -1, nil),
  ])
  func matches(pattern: String, subject: String, offset: Int, expected: Range<Int>?) throws {
    var scratch = try MatchScratch()
    let pattern = try Pattern(pattern)
    let range = try scratch.firstMatch(of: pattern, in: Array(subject.utf8).span, from: offset)
    #expect(range == expected)
  }

  @Test func utfModeSurvivesBrokenBytes() throws {
    var scratch = try MatchScratch()
    let pattern = try Pattern("[あ-ん]{2}", options: .utf)
    let subject: [UInt8] = [0xFF, 0xE3, 0x81] + Array("x".utf8) + [0x80] + Array("ああ".utf8)
    let range = try scratch.firstMatch(of: pattern, in: subject.span)
    #expect(range == 5..<11)
  }

  @Test func anchoredAndCaseless() throws {
    var scratch = try MatchScratch()
    let anchored = try Pattern("AB", options: [.anchored, .caseless])
    let inside = try scratch.firstMatch(of: anchored, in: Array("xab".utf8).span)
    let there = try scratch.firstMatch(of: anchored, in: Array("xab".utf8).span, from: 1)
    #expect(inside == nil)
    #expect(there == 1..<3)
  }

  /// Without machine code, which has no depth and no memory of its own to count, and without what spares steps.
  private static let slowly = "(*NO_JIT)(*NO_START_OPT)(*NO_AUTO_POSSESS)"

  /// The limits that are written down, each met by an expression that would come to an end without it.
  @Test(arguments: [
    // Twice as many steps with each digit: 131,072 with seventeen.
    ("(?:[0-9]+)+[YZ]", "0", 17, MatchLimit.steps),
    // Deeper by two with each digit.
    (slowly + "\\A(?:0|1)*Y", "0", 6_000, .depth),
    // Not as deep, with four hundred groups to keep at each step.
    (slowly + "\\A(?:0|1)*Y" + String(repeating: "()", count: 400), "0", 1_000, .heap),
  ])
  func eachLimitEndsAMatch(
    _ expression: String, _ text: String, _ count: Int, _ limit: MatchLimit
  ) throws {
    #expect(MatchScratch.stepLimit == 100_000)
    #expect(MatchScratch.depthLimit == 10_000)
    #expect(MatchScratch.heapLimit == 4_096)
    var scratch = try MatchScratch()
    let pattern = try Pattern(expression)
    let subject = Array(String(repeating: text, count: count).utf8)
    do throws(MatchLimit) {
      _ = try scratch.firstMatch(of: pattern, in: subject.span)
      Issue.record("no limit was met")
    } catch {
      #expect(error == limit)
    }
  }

  @Test func explosionIsGivenUpAndNotCalledNoMatch() throws {
    var scratch = try MatchScratch()
    let pattern = try Pattern("(?:a+)+$")
    let subject = Array(repeating: 0x61 as UInt8, count: 5_000) + [0x62]
    do throws(MatchLimit) {
      _ = try scratch.firstMatch(of: pattern, in: subject.span)
      Issue.record("no limit was met")
    } catch {
      #expect([.steps, .depth, .heap].contains(error))
    }
  }
}
