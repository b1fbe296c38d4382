import Inventory
import TestSupport
import Testing

@testable import Detecting

@Suite("Special care told in sentences")
struct CareSearchTests {
  /// Whether special care is reported, and of a person.
  private static func tells(_ text: String) -> Bool {
    DetectionHarness.types(DetectionHarness.text(text)).contains(.specialCare)
  }

  @Test(
    "a statement about a person who is named before or spoken of is found",
    arguments: [
      "鈴木美咲様 お電話メモ\n昨年、乳がんの手術を受けられたとのこと。",
      "営業部の佐藤健太郎です。\n私は先月うつ病と診断され、3か月の休養が必要と言われました。",
      "佐藤健太郎さんとの面談\n\n半年前から糖尿病にて通院中。",
      "佐藤健太郎さんより\n母が認知症と診断され、在宅勤務を希望。", "高橋一郎さん\n前職で窃盗により逮捕され、不起訴となった",
      "佐藤健太郎さん\n私は花粉症です。", "佐藤健太郎さん\n以前からパニック障害の治療を受けています",
      "田中花子さん\n来週から入院します", "前任の高橋健一は胃がんで療養中のため不在",
    ])
  func told(text: String) { #expect(Self.tells(text)) }

  @Test(
    "what is said of anybody, of an illness or of something else is not",
    arguments: [
      "監修：山田太郎先生\n糖尿病にて通院中の方は、主治医にご相談ください。",
      "監修：山田太郎先生\nうつ病と診断された場合は十分な休養が必要です。",
      "監修：山田太郎先生\n糖尿病は血糖値が高くなる病気です。", "監修：山田太郎先生\n乳がんの手術を受けた患者の会",
      "鈴木美咲様\n新型コロナウイルス感染症の影響を受け、会議を延期します。",
      "鈴木美咲様\nインフルエンザの予防接種の予約を受け付けます。", "担当：佐藤健太郎\nがん保険は、がんと診断確定されたとき給付金を支払います。",
      "佐藤健太郎さん\n糖尿病の治療は受けていません。", "佐藤健太郎さん\n逮捕された男は容疑を認めている。",
      // Who is in charge or lectures is not the patient; a condition behind a comma; nobody in particular.
      "担当：山田太郎\n本製品は糖尿病の治療を目的とする注射器です。", "講師：山田太郎先生\n先生は長年、がんの治療を行い、患者に寄り添ってきました。",
      "担当：山田太郎\n当該職員がうつ病で休職し、復職を希望するときは届け出ること。",
      "担当：山田太郎\n本人が感染症に罹患し、医師の診断を受けた場合は報告すること。", "担当：山田太郎\n先月は感染症で欠勤する社員が多く、業務に影響した。",
      // Somebody is meant, and nobody named in the whole text.
      "私は先月うつ病と診断されました。",
      // Too far away.
      "鈴木美咲様\n\n\n\n\n\n\nうつ病と診断され",
    ])
  func notTold(text: String) { #expect(!Self.tells(text)) }

  @Test(
    "nor is what stands on the line of a name, where it is of anybody or a part of another word",
    arguments: [
      "山田太郎先生の講演「うつ病と診断された方へ」", "佐藤花子さんがうつ病対策セミナーを企画する。", "山田太郎市長は、がん検診の受診率を高めると話した。",
      "担当の鈴木美咲です。\n高血圧、糖尿病などで通院中の方は、お薬手帳をお持ちください。",
      "利用者 山田太郎様 ua=Opera/8.98 (X11; Linux i686; dv-MV)",
    ])
  func ofAnybody(text: String) { #expect(!Self.tells(text)) }

  @Test(
    "what is told on the line of a name is",
    arguments: [
      "佐藤花子さんは糖尿病です。", "山田太郎様（うつ病）", "鈴木美咲さん DV被害の相談", "高橋一郎さん 既往歴：高血圧、糖尿病",
    ])
  func onTheLine(text: String) { #expect(Self.tells(text)) }

  @Test("a bare name of which something is told is pointed out by it")
  func bareName() {
    let findings = DetectionHarness.text("高橋健一はうつ病と診断され休職に入った\n")
    #expect(DetectionHarness.types(findings) == [.specialCare, .personName])
    #expect(!findings.contains { $0.evidence.contains(.note("bare-name")) })
  }

  @Test("what is told on a line on which it was found before counts once")
  func once() {
    let findings = DetectionHarness.text("佐藤健太郎さんはうつ病と診断され休職している\n")
    let counts = findings.filter { $0.type == .specialCare }.map(\.count)
    #expect((1...2).contains(counts.reduce(0, +)))
  }

  @Test("a remark far down a column is read, and a long one as sentences are")
  func remarks() {
    var rows = "氏名,備考\n"
    for _ in 0..<70 { rows += "佐藤健太郎,四月から時短勤務\n" }
    let late = DetectionHarness.table(rows + "鈴木美咲,うつ病と診断され休職\n")
    #expect(DetectionHarness.types(late).contains(.specialCare))
    let filler = "部署の異動を希望しており、上長との面談を行った。通勤時間が長いことが負担になっているとのことで、次の期の配置で考慮する予定である。"
    let long = "氏名,経過\n佐藤健太郎,\(filler)先月うつ病と診断され休養が必要とのこと。\n鈴木美咲,\(filler)\n"
    #expect(DetectionHarness.types(DetectionHarness.table(long)).contains(.specialCare))
    let rules = "氏名,経過\n佐藤健太郎,\(filler)うつ病と診断された場合の手続きを説明した。\n鈴木美咲,\(filler)\n"
    #expect(!DetectionHarness.types(DetectionHarness.table(rules)).contains(.specialCare))
  }

  @Test("below a heading of special care, words that no list knows count where some leave it empty")
  func sparse() {
    let foods = ["卵", "", "そば", "小麦", "", "乳", "えび", "", "落花生"]
    let names = ["佐藤健太郎", "鈴木美咲", "高橋健一", "田中花子", "伊藤大輔", "渡辺真由美", "山本翔太", "中村恵子", "小林誠"]
    let sparse = zip(names, foods).map { "\($0),\($1)\n" }.joined()
    #expect(
      DetectionHarness.types(DetectionHarness.table("氏名,アレルギー\n" + sparse))
        .contains(.specialCare))
    // A code that all have is one of something else.
    let codes = names.map { "\($0),区分\n" }.joined()
    #expect(
      !DetectionHarness.types(DetectionHarness.table("氏名,障害\n" + codes)).contains(.specialCare))
  }
}
