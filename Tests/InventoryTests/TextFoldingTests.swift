import Testing

@testable import Inventory

/// Folding against answers of Python's `unicodedata.normalize("NFKC", …)`.
@Suite struct TextFoldingTests {
  static func folded(_ text: String) -> String {
    String(decoding: TextFolding.folded(text.utf8.span), as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("abc", "abc"), ("氏名", "氏名"),
    ("ＡＢｃ０１９－：（）［］～", "ABc019-:()[]~"),
    ("ﾏｲﾅﾝﾊﾞｰ", "マイナンバー"), ("ﾌﾟｵﾞｳﾞﾜﾞ", "プオ\u{3099}ヴ\u{30F7}"),
    ("ﾊﾟﾊﾞﾊﾞﾊﾟｶﾞ｡｢｣､･", "パババパガ。「」、・"),
    ("か\u{3099}ハ\u{309A}", "がパ"), ("\u{3099}", "\u{3099}"), ("ア\u{309A}", "ア\u{309A}"),
    ("①⑳⑴㈱㈲㊞㊤", "120(1)(株)(有)印上"),
    ("㍻㍼㍽㍾㋿㍿", "平成昭和大正明治令和株式会社"), ("㌔㌫㎏㎡", "キロパーセントkgm2"),
    ("№℡Ⅳⅳ", "NoTELIViv"), ("⼀⽒", "一氏"), ("神﨑髙", "神﨑髙"),
    ("\u{3000}\u{A0}¥￥", "  ¥¥"), ("𠮷é한", "𠮷é한"),
  ])
  func knownAnswers(text: String, expected: String) {
    // Compared as bytes: String's own equality would call canonically equivalent texts equal.
    #expect(Array(Self.folded(text).utf8) == Array(expected.utf8))
  }

  @Test func brokenBytesPassUnchanged() {
    let bytes: [UInt8] = [0x41, 0x80, 0xE3, 0x81, 0xFF, 0xEF, 0xBC]
    #expect(TextFolding.folded(bytes.span) == bytes)
  }

  @Test func foldingTwiceChangesNothing() {
    for code in 0xA0...0xFFFF {
      guard let scalar = Unicode.Scalar(UInt32(code)) else { continue }
      let once = Self.folded(String(Character(scalar)))
      #expect(Array(Self.folded(once).utf8) == Array(once.utf8))
    }
  }

  @Test func theTableIsSorted() {
    #expect(zip(TextFolding.keys, TextFolding.keys.dropFirst()).allSatisfy { $0 < $1 })
    #expect(TextFolding.keys.count == TextFolding.ends.count)
    #expect(TextFolding.ends.last.map(Int.init) == TextFolding.replacements.count)
  }
}
