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
    "Names of fields are",
    arguments: ["氏名", "氏名 漢字", "お名前（姓）", "氏名：全角", "担当者 氏名", "社員 氏名", "契約者様 お名前"])
  func shown(heading: String) {
    #expect(headings(heading).contains(heading))
  }
}
