import Inventory
import Testing

@testable import Detecting

/// Names as office texts have them; all persons are synthetic.
@Suite("Names in office text")
struct OfficeNameTests {
  private static func names(_ text: String) -> Int {
    DetectionHarness.text(text)
      .filter {
        $0.type == .personName && $0.confidence >= 0.5 && !$0.evidence.contains(.note("bare-name"))
      }
      .reduce(0) { $0 + $1.count }
  }

  @Test(
    "found",
    arguments: [
      // 本部長 is a post as well, but 松 is no family name here.
      "松本部長より説明があった。", "桑名課長が出席した。", "鵺坂部長より説明があった。", "鵺坂さんが窓口となる。", "営業部の鵺坂です。", "氏　　名：木村　愛",
      "氏　　名　　阿部　直樹",
      "[2026/10/01 09:04] 鵺坂 ぬい: おはようございます", "白鳥様", "山本部長が欠席した。", "営業部の森です。", "総務課の林と申します。",
      // A letter to somebody whom no list knows.
      "鴻巣野様", "鵺坂様\n\nお世話になっております。",
      // Signatures.
      "以上です。\n------------------------------\n佐藤 櫂斗\n株式会社見本　営業部", "よろしくお願いします。\n--\n高橋 陽子\n総務部",
      "お願いします。\n━━━━━━━━━━\n\n中村　太郎\n電話 03-1234-5678",
    ])
  func found(text: String) { #expect(Self.names(text) == 1, "\(text)") }

  @Test(
    "not found",
    arguments: [
      "業者様", "大工さんが来た。", "魚屋さんの前", "営業部の方針です。", "総務部の管轄です。", "新任部長より挨拶", "看護師さんに聞く",
      "[2026/10/01 09:04] 議題 一覧: 別紙", "取引先様", "各位様", "入居者様", "株主様", "皆様", "関係者様", "担当者様", "保護者様",
      "会員様", "貴社様", "お客様",
      "得意先様",
      "患者様", "利用者様", "組合員様", "代理店様", "学生様", "御社様", "本部長より説明があった。", "営業本部長が出席した。", "東京本部長の挨拶",
      "緑の森です。", "春の林です。", "------------------------------\n議題 一覧", "----\n会議資料\n----",
      "====\n予算 計画\n====",
      "山田部品\n----\n在庫 一覧表", "---\n東京 大阪\n",
    ])
  func notFound(text: String) { #expect(Self.names(text) == 0, "\(text)") }

  @Test("a signature is found however the text is cut into blocks")
  func cut() throws {
    var reader = SignatureReader()
    let lines = ["本文です。", "-- ", "", "高橋 陽子", "株式会社見本"].map { Array($0.utf8) }
    let found = lines.map { reader.name($0.span, 0..<$0.count) }
    #expect(found.map { $0 != nil } == [false, false, false, true, false])
  }
}
