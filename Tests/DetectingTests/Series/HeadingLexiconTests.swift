import Testing

@testable import Detecting

@Suite("Reading headings")
struct HeadingLexiconTests {
  /// Rules: 0 names, 1 phones, 2 My Numbers, 3 an identifier that is none of ours.
  private let lexicon = HeadingLexicon(words: [
    (["氏名", "名前", "full_name", "姓"], ["名"], ["会社", "商品"]),
    (["電話番号", "TEL"], ["電話"], []),
    (["個人番号", "マイナンバー", "my_number"], ["番号"], ["受付"]),
    (["受付番号", "port"], [], []),
  ])

  @Test(
    "a strong word names its rule, in any spelling",
    arguments: [
      ("氏名", 0), ("氏　　名", 0), ("【氏名】", 0), ("申請者氏名", 0), ("ＦＵＬＬ＿ＮＡＭＥ", 0), ("fullName", 0),
      ("FULL NAME", 0), ("tel", 1), ("ＴＥＬ", 1), ("ﾏｲﾅﾝﾊﾞｰ", 2), ("マイナンバー【12桁の数字】", 2),
      ("myNumber", 2), ("MY_NUMBER", 2),
    ])
  func strong(heading: String, rule: Int) {
    let reading = lexicon.reading(of: heading)
    #expect(reading.weight(of: rule) >= 3)
  }

  @Test(
    "a Latin word counts only whole",
    arguments: ["hotel", "passport", "border", "telephone_x", "filename"])
  func latinWords(heading: String) {
    let reading = lexicon.reading(of: heading)
    for rule in 0..<4 { #expect(reading.weight(of: rule) <= 0) }
  }

  @Test(
    "every way of saying number is the same word, and の joins",
    arguments: ["カードNo.", "カード番号", "カードの番号", "card_no", "CardNumber", "カードナンバー", "カードの№"])
  func numberNouns(heading: String) {
    let lexicon = HeadingLexicon(words: [(["カード番号", "card_number"], [], [])])
    #expect(lexicon.reading(of: heading).weight(of: 0) >= 3)
  }

  @Test("a weak word of an identifier with 番号 behind it is clear, of another rule it stays weak")
  func numbered() {
    let words: [(strong: [String], weak: [String], against: [String])] = [
      (["旅券番号"], ["渡航"], []), (["品番"], ["渡航"], []),
    ]
    let lexicon = HeadingLexicon(words: words, identifiers: [0])
    #expect(lexicon.reading(of: "渡航No").weight(of: 0) >= 3)
    #expect(lexicon.reading(of: "渡航番号").weight(of: 1) < 2)
    #expect(lexicon.reading(of: "渡航先").weight(of: 0) < 2)
    #expect(lexicon.reading(of: "渡航番号一覧").weight(of: 0) < 2)
  }

  @Test("the reading of a name is that of a person where the name is")
  func readings() {
    let lexicon = HeadingLexicon(words: [(["名カナ", "名漢字", "名ローマ字"], [], [])])
    for heading in ["都道府県名カナ", "町域名カナ", "駅名ローマ字", "品名漢字"] {
      #expect(lexicon.reading(of: heading).weight(of: 0) < 2, "\(heading)")
    }
    for heading in ["名カナ", "名（カナ）", "従業員名カナ", "加入者名ﾛｰﾏ字", "お客様名漢字"] {
      #expect(lexicon.reading(of: heading).weight(of: 0) >= 3, "\(heading)")
    }
  }

  @Test("short words of kana do not begin longer ones, but for words of the lists")
  func kana() {
    let lexicon = HeadingLexicon(words: [(["せい", "セイ", "メイ", "ﾒｲ"], ["カナ"], [])])
    for heading in ["せいきゅう", "セイキュウ", "メイサイ", "ﾒｲｻｲ", "メイボ番号"] {
      #expect(lexicon.reading(of: heading).weight(of: 0) <= 0, "\(heading)")
    }
    for heading in ["せい", "セイカナ", "セイ（カナ）", "シャインメイ", "メイ1", "ﾒｲ", "セイ・メイ", "セイ漢字"] {
      #expect(lexicon.reading(of: heading).weight(of: 0) >= 3, "\(heading)")
    }
  }

  @Test("the longest word wins: 番号 inside 電話番号 says nothing of My Numbers")
  func longest() {
    #expect(lexicon.reading(of: "電話番号").weight(of: 2) == 0)
    #expect(lexicon.reading(of: "番号").weight(of: 2) > 0)
    #expect(lexicon.reading(of: "受付番号").weight(of: 2) <= 0)
  }

  @Test("a word against a rule turns a weak word around and leaves a strong one standing")
  func against() {
    #expect(lexicon.reading(of: "会社名").weight(of: 0) < -2)
    #expect(lexicon.reading(of: "会社担当者氏名").weight(of: 0) > 2)
  }

  @Test("the head of a compound stands last: 氏名コード is less of a name than 申請者氏名")
  func head() {
    let code = lexicon.reading(of: "氏名コード").weight(of: 0)
    let name = lexicon.reading(of: "申請者氏名").weight(of: 0)
    #expect(code < name)
  }

  @Test("words joined by の say what they say without it")
  func joints() {
    #expect(lexicon.reading(of: "個人の番号").weight(of: 2) >= 3)
    #expect(lexicon.reading(of: "受付の番号").weight(of: 2) <= 0)
    #expect(lexicon.reading(of: "ものの番号").strong.isEmpty)
  }

  @Test("nothing is read from an empty or unknown heading", arguments: ["", "　", "Q7", "摘要"])
  func unknown(heading: String) {
    #expect(!lexicon.reading(of: heading).isKnown)
  }
}
