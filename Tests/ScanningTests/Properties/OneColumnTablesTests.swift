import Inventory
import Testing

@testable import Scanning

/// What stands alone below its heading, or without any.
///
/// All names, numbers and addresses are made up.
@Suite("Tables of one column") struct OneColumnTablesTests {
  private func findings(_ text: String) -> [Finding] {
    Examination.report(text, extension: "csv").findings.filter { $0.level != .low }
  }

  @Test(
    "Every cell counts, the first as well where it is no heading",
    arguments: [
      ("氏名\n加藤 拓真\n山口 真綾\n中川 陽一\n", DataType.personName, 3),
      ("加藤 拓真\n山口 真綾\n中川 陽一\n", .personName, 3),
      ("フリガナ\nササキ カオリ\nヤマダ オサム\nナカガワ ヨウイチ\n", .personName, 3),
      ("生年月日\n1980-01-02\n1975-11-30\n1991-07-08\n", .birthDate, 3),
      ("性別\n男\n女\n女\n", .sex, 3),
      ("個人番号\n482039157262\n610973428503\n", .myNumber, 2),
      ("電話番号\n090-1234-5601\n03-5253-1102\n", .phone, 2),
    ] as [(String, DataType, Int)])
  func counted(text: String, type: DataType, count: Int) {
    let found = findings(text).filter { $0.type == type }
    #expect(found.map(\.count).reduce(0, +) == count)
  }

  /// Nobody stands beside them, but their heading says that they are where somebody lives.
  @Test("Addresses alone are probable at most")
  func addresses() {
    let rows = "東京都武蔵野市吉祥寺本町2-14-1\n東京都武蔵野市吉祥寺本町2-14-2\n"
    #expect(findings("住所\n" + rows).map(\.level) == [.medium])
    #expect(findings("施設\n" + rows).isEmpty)
  }

  @Test(
    "Words alone are nobody's",
    arguments: ["商品名\nりんご\nみかん\nぶどう\n", "東京\n大阪\n名古屋\n", "件数\n12\n7\n31\n"])
  func words(text: String) {
    #expect(findings(text).isEmpty)
  }
}
