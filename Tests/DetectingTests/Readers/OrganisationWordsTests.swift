import Rules
import TestSupport
import Testing

@testable import Detecting

@Suite("Words of organisations in a cell")
struct OrganisationWordsTests {
  private static let parts = [
    "銀行", "支店", "株式会社", "なし", "部長", "男性", "様", "営業部", "病院", "山田", "太郎", "東京都", "あ", "1", " ",
    "(", "bank", "府中",
  ]

  /// What they are used as, told for all ranges one by one.
  @Test("are those of all its parts, wherever they begin and end")
  func all() {
    var random = SeededGenerator(seed: 20_261_127)
    var found = 0
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...12, using: &random)
      let text = (0..<count).map { _ in Self.parts.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array(text.utf8)
      let folded = FoldedText(bytes.span, 0..<bytes.count)
      let range = folded.trimmed
      var expected = Terms.Kinds(rawValue: 0)
      for start in range {
        let last = min(range.upperBound, start + folded.words.longestTerm)
        for end in (start + 1)..<max(start + 2, last + 1) where end - start >= 2 {
          expected = expected | folded.terms(start..<end)
        }
      }
      let words = OrganisationWords(folded, range)
      #expect(words.all == expected, "\(text)")
      if expected.rawValue != 0 { found += 1 }
    }
    #expect(found > 1_000)
  }
}
