import Inventory
import Rules
import TestSupport
import Testing

@testable import Detecting

/// The search that passes over words against the one that looks at every place.
@Suite("Searching for labels") struct LabelSearchTests {
  private static let pieces = [
    "氏名", "氏 名", "氏　名", "顧客", "姓", "番号", "電話", "ＴＥＬ", "tel", "TEL", "telephone", "member_id",
    "member-id",
    "memberid", "customers", "customer", "customerx", "no", "No.", "ID", "id2", "DM", "9cc2",
    "4tel", "4tel5", "3no",
    "a", "e", "お客様", "ｶﾅ", "ﾌﾘｶﾞﾅ", "は", "を、", "。", " ", "_", "-", "　", "1", "42", ":", "=", "\n",
    "é", "𠮷", "zip",
    "郵便番号", "E-mail", "email", "生年月日", "x", "order", "ordering",
  ]

  private static func text(_ generator: inout SeededGenerator, _ count: Int) -> [UInt8] {
    Array((0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined().utf8)
  }

  private static let matchers: [LabelMatcher] = {
    guard let rules = DetectionHarness.rules else { return [] }
    let signs = [
      "顧客", "customer", "DM", "member_id", "姓", "order", "id番号", "お客様", "e",
    ]
    return [
      RuleIndex(rules.rules, leavingOut: []).labels, SignMatcher(signs).labels,
      SignMatcher(signs + [":番"]).labels, SignMatcher(signs + ["1番", "42id"]).labels,
    ]
  }()

  @Test("Both find the same, in whole texts and in parts of them", arguments: 0..<150)
  func same(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = Self.text(&generator, Int.random(in: 0..<60, using: &generator))
    var starts = [0]
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { starts.append(index) }
    #expect(Self.matchers.count == 4)
    #expect(Self.matchers.map(\.hasOddBeginnings) == [false, false, true, false])
    for matcher in Self.matchers {
      for _ in 0..<4 {
        let one = starts.randomElement(using: &generator) ?? 0
        let other = (starts + [bytes.count]).randomElement(using: &generator) ?? 0
        let range = min(one, other)..<max(one, other)
        for (start, end) in [(range.lowerBound, range.upperBound), (0, bytes.count)] {
          var quick: [LabelMatcher.Label] = []
          var slow: [LabelMatcher.Label] = []
          matcher.labels(in: bytes.span, start, end, into: &quick)
          matcher.labelsAnywhere(in: bytes.span, start, end, into: &slow)
          #expect(quick == slow)
        }
      }
    }
  }

  @Test("A label goes on behind the end of a sentence only where a word does")
  func stops() {
    #expect(Self.matchers.map(\.hasStops) == [false, false, false, false])
    #expect(SignMatcher(["顧客", "完了。番号"]).labels.hasStops)
  }

  @Test("Labels are found in such texts at all")
  func notInVain() {
    var generator = SeededGenerator(seed: 1)
    let bytes = Self.text(&generator, 400)
    for matcher in Self.matchers {
      var found: [LabelMatcher.Label] = []
      matcher.labels(in: bytes.span, 0, bytes.count, into: &found)
      #expect(found.count > 20)
    }
  }

  @Test("A line that need not be read changes nothing for signatures", arguments: 0..<200)
  func signatures(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let lines = [
      "----", "-- ", "==", "====", "　----", "ーーーー", "※※", "★★★★", "山田 太郎", " 佐藤花子", "本文です", "text",
      " ", "　",
      "\u{A0}", "a", "1", "____", "++++x", "鈴木 一郎", "é",
    ]
    var gated = SignatureReader()
    var whole = SignatureReader()
    for _ in 0..<30 {
      let bytes = Array((lines.randomElement(using: &generator) ?? "").utf8)
      let expected = whole.name(bytes.span, 0..<bytes.count)
      let found =
        gated.mayMatter(bytes.span, 0..<bytes.count) ? gated.name(bytes.span, 0..<bytes.count) : nil
      #expect(found == expected)
    }
  }
}
