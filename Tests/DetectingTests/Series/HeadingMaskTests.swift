import Inventory
import Testing

@testable import Detecting

/// A first row of values that is taken for the heading must not come out as one.
///
/// All persons are made up.
@Suite("Headings that hold values") struct HeadingMaskTests {
  private func headings(_ first: String) -> [String] {
    let rows = (1...5).map { "佐藤 花子,4820391572\($0)\n" }.joined()
    let findings = DetectionHarness.table(first + ",社員番号\n" + rows)
    return findings.compactMap {
      if case .column(_, let heading) = $0.location { heading } else { nil }
    }
  }

  @Test(
    "are not shown",
    arguments: [
      "氏名 山田太郎", "氏名　山田 太郎", "氏名:山田太郎", "営業部の山田太郎です", "山田太郎様のご住所", "住所 東京都千代田区丸の内1-1-1",
      "患者 山田太郎", "氏名 電話 090-1234-5678", "山田太郎、鈴木花子", "青木・山田",
    ])
  func hidden(heading: String) {
    let shown = headings(heading)
    #expect(!shown.contains { $0.contains("山田") || $0.contains("丸の内") || $0.contains("5678") })
  }

  @Test(
    "nor where a mark, a label or what is said of a person parts them from other words",
    arguments: [
      "担当（長谷川）", "[長谷川]", "★長谷川", "No.1 長谷川", "氏名／長谷川", "長谷川宅", "顧客_長谷川", "営業部長谷川", "電話長谷川",
      "2024年長谷川翔", "わたなべ　きよし2", "C:\\わたなべ きよし\\", "電話(わたなべきよし)", "ﾜﾀﾅﾍﾞ ｷﾖｼ_tel", "watanabe_kiyoshi",
      "id=K. Watanabe", "★Watanabe Kiyoshi", "長 谷 川 翔", "長_谷_川_翔", "備考堺市北区長曽根町4829様", "★昭和42-11-23",
      "氏名1967/11/23", "①S42.11.23", "渡邉@kakuu-mihon-mail.jp", "統合失調症宛", "2001:2a8:4829:1736::1宛",
      "備考（EMP48291）",
    ])
  func hiddenParts(heading: String) {
    #expect(headings(heading) == ["社員番号"] || headings(heading).isEmpty)
  }

  @Test(
    "Names of fields are",
    arguments: [
      "氏名", "氏名 漢字", "お名前（姓）", "氏名：全角", "担当者 氏名", "社員 氏名", "契約者様 お名前", "氏名_姓",
      "昼間の氏名", "氏名2024", "2024年度氏名", "福岡営業所氏名", "東京本社氏名", "名古屋支店氏名", "岡山県氏名", "kana_sei",

      "tantou_sha", "Q1.お名前をご記入ください",
    ])
  func shown(heading: String) {
    #expect(headings(heading).contains(heading))
  }

  @Test("a word of special care in the name of a field is no value")
  func careInNamesOfFields() {
    let rows = ["身体２級", "精神３級", "", "療育手帳B", "身体１級", "精神２級"].enumerated()
      .map { "4820391572\($0),\($1)\n" }.joined()
    let findings = DetectionHarness.table("社員番号,障害者手帳等級\n" + rows)
    let shown = findings.compactMap {
      if case .column(_, let heading) = $0.location { heading } else { nil }
    }
    #expect(shown.contains("障害者手帳等級"))
  }
}
