import Inventory
import Testing

@testable import Detecting

/// All persons are made up.
@Suite("Values on the line below their labels")
struct FormFieldsTests {
  private func found(_ text: String, _ type: DataType) -> Finding? {
    DetectionHarness.text(text).first { $0.type == type && $0.confidence >= 0.9 }
  }

  @Test(
    "dates of birth",
    arguments: [
      "生年月日\n昭和50年3月4日\n", "■生年月日\n1975/3/4\n", "【生年月日】\n\n　昭和50年3月4日（50歳）\n",
      "3. 生年月日：\nS50.3.4 生\n",
      "Date of Birth\n1975-03-04\n", "氏名\n生年月日\n昭和50年3月4日\n",
    ])
  func births(text: String) throws {
    let finding = try #require(found(text, .birthDate))
    #expect(finding.count == 1)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).lastIndex {
      $0.contains("50") || $0.contains("1975")
    }
    #expect(finding.places.first?.line == (line ?? 0) + 1)
  }

  @Test("names", arguments: ["氏名\n山田 太郎\n", "◆お名前：\n\n佐藤健太郎\n", "(1) 氏　名\n鈴木　花子\n"])
  func names(text: String) {
    #expect(found(text, .personName)?.count == 1)
  }

  @Test(
    "lists below one label, up to the first line that is none of them",
    arguments: [
      ("フリガナ\nササキ カオリ\nヤマダ オサム\nナカガワ ヨウイチ\n", DataType.personName, 3),
      ("## 参加者氏名\n\n- 山田 太郎\n- 佐藤 花子\n- 鈴木 一郎\n", .personName, 3),
      ("氏名\n1. 山田 太郎\n2. 佐藤 花子\n以上\n", .personName, 2),
      ("生年月日\n1975-03-04\n1980-12-31\n1991-07-08\n", .birthDate, 3),
      ("■生年月日\n・昭和50年3月4日\n・昭和55年12月31日\n発行日\n令和5年4月1日\n", .birthDate, 2),
      // A blank line: what follows is the date of the form.
      ("生年月日\n昭和50年3月4日\n\n令和8年4月1日\n", .birthDate, 1),
      ("生年月日\r\n\r\n昭和50年3月4日\r\n昭和55年1月2日\r\n \r\n令和8年4月1日\r\n", .birthDate, 2),
      ("生年月日\n(1) 1975/3/4\n② 1980/12/31\n未定\n1991/7/8\n", .birthDate, 2),
    ])
  func lists(text: String, type: DataType, count: Int) throws {
    let finding = try #require(found(text, type))
    #expect(finding.count == count)
  }

  @Test(
    "what is none",
    arguments: [
      // Another label's date; no value; a line between; a heading over prose; the name of a company.
      "契約日\n令和5年3月4日\n", "生年月日\n\n納期\n2026年5月1日\n", "生年月日\n（西暦で）\n2026年5月1日\n",
      "生年月日\n2026年5月1日までに届け出てください。\n", "氏名\n株式会社山田\n", "氏名\n全角で入力\n", "氏名\n未定\n", "品名\n山田 太郎\n",
      "設立年月日\n昭和50年3月4日\n",
    ])
  func nothing(text: String) {
    #expect(found(text, .birthDate) == nil)
    #expect(
      DetectionHarness.text(text).allSatisfy { $0.type != .personName || !$0.evidence.isLabelled })
  }
}

extension [Evidence] {
  /// Whether a label spoke.
  fileprivate var isLabelled: Bool {
    contains {
      if case .label = $0 { return true }
      return false
    }
  }
}
