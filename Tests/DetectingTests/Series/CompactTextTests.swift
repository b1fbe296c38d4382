import Inventory
import Rules
import TestSupport
import Testing

@testable import Detecting

@Suite struct CompactTextTests {
  private static let parts = [
    "a", "no", "NUM", "Id", "7", "_", "-", " ", "番号", "の", "氏名", "ナンバー", "バンゴウ", "ﾅﾝﾊﾞｰ", "ｶﾅ", "カナ",
    "か\u{3099}",
    "ハ\u{309A}", "が", "パ", "々", "〒", "①", "㈱", "ﾞ", "ー", "・", "é", "Ａ", "（", "\u{3000}", "ヽ", "ゖ",
    "゛", "ヿ", "㐀",
    "一", "鿿", "ꀀ", "\u{FFFD}", "𠮷",
  ]

  /// Taking a text as it is must be the same as folding it.
  @Test func aTextThatNeedsNoFoldingIsTheSameFolded() {
    var random = SeededGenerator(seed: 1126)
    var folded = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...6, using: &random))
        .map { _ in Self.parts[Int.random(in: 0..<Self.parts.count, using: &random)] }.joined()
      let bytes = Array(text.utf8)
      guard CompactText.isFolded(bytes.span) else { continue }
      folded += 1
      #expect(TextFolding.folded(bytes.span) == bytes, "\(text)")
    }
    #expect(folded > 2_000)
  }

  /// A word that is taken as it is must be what folding makes of it; most words of the rules are.
  @Test func aCanonicalWordIsTheSameCompacted() throws {
    var random = SeededGenerator(seed: 2611)
    let made = (0..<20_000).map { _ in
      (0..<Int.random(in: 1...5, using: &random))
        .map { _ in Self.parts[Int.random(in: 0..<Self.parts.count, using: &random)] }.joined()
    }
    let rules = try RuleSet.bundled().rules
    let written = rules.flatMap { $0.headings.strong + $0.headings.weak + $0.headings.against }
    for (words, least) in [(made, 1_000), (written, written.count / 2)] {
      var canonical = 0
      for word in words where CompactText.isCanonical(Array(word.utf8).span) {
        canonical += 1
        let compact = CompactText(word)
        #expect(compact.bytes == Array(word.utf8), "\(word)")
        #expect(compact.canonical.bytes == compact.bytes, "\(word)")
      }
      #expect(canonical > least)
    }
  }

  @Test(arguments: [
    ("DL_NO", "dl番号"), ("DLナンバー", "dl番号"), ("旅券の番号", "旅券番号"), ("氏　名", "氏名"),
    ("kojinBango", "kojin番号"),
    ("number", "number"), ("ﾅﾝﾊﾞｰ", "ナンバー"), ("会員ﾊﾞﾝｺﾞｳ", "会員番号"), ("みの", "みの"),
  ])
  func bringsWaysOfSayingNumberToOne(text: String, canonical: String) {
    #expect(String(decoding: CompactText(text).canonical.bytes, as: UTF8.self) == canonical)
  }
}
