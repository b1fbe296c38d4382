import Testing

@testable import Rules

@Suite struct HeadingTextTests {
  @Test(arguments: [
    ("氏　　名", "氏名"), ("氏 名", "氏名"), ("ＴＥＬ", "tel"), ("TEL_NO", "tel no"), ("telNo", "tel no"),
    ("TELNo", "tel no"), ("kojinBango", "kojin bango"), ("my-number", "my number"),
    ("address1", "address 1"), ("住所1", "住所1"), ("氏名（カナ）", "氏名 カナ"), ("ﾏｲﾅﾝﾊﾞｰ", "マイナンバー"),
    ("※ 個人番号 *", "個人番号"), ("【個人番号】", "個人番号"), ("個人番号/法人番号", "個人番号 法人番号"),
    ("電話番号 (携帯)", "電話番号 携帯"), ("E-mail", "e mail"), ("Ｅ－ｍａｉｌアドレス", "e mailアドレス"),
    ("〒", "〒"), ("", ""), ("　", ""), ("---", ""), ("㈱コード", "株 コード"), ("ID番号", "id番号"),
    ("UserID", "user id"), ("user_id ", "user id"), ("生年月日\n(西暦)", "生年月日 西暦"),
    ("氏\u{200B}名\u{FE0F}", "氏名"), ("№", "no"), ("マイナンバー\n（１２桁）", "マイナンバー 12桁"),
  ])
  func normalForm(text: String, expected: String) {
    #expect(HeadingText.word(text) == expected)
  }

  @Test func normalisingTwiceChangesNothing() {
    for text in ["氏　名", "TELNo.2", "※E-mail アドレス 1", "a1b2", "住所 1"] {
      let once = HeadingText.word(text)
      #expect(HeadingText.word(once) == once)
    }
  }

  @Test(arguments: [
    ("passport", "port", false), ("passport no", "passport", true), ("会社名", "名", false),
    ("名", "名", true), ("携帯番号", "番号", true), ("hotel", "tel", false), ("tel 2", "tel", true),
    ("個人番号 法人番号", "個人番号", true), ("姓 カナ", "姓", true), ("e mailアドレス", "e mail", true),
    ("", "a", false), ("a", "", false), ("セイベツ", "セイ", false), ("カイシャメイ", "メイ", false),
    ("セイ カナ", "セイ", true), ("社員メイ", "メイ", true), ("フリガナ1", "フリガナ", true),
  ])
  func boundaries(heading: String, word: String, expected: Bool) {
    let (heading, word) = (Array(heading.utf8), Array(word.utf8))
    let isFound = HeadingText.contains(heading.span, word: word.span)
    #expect(isFound == expected)
  }
}
