import Inventory
import Testing

@testable import Detecting

/// Labels before values, every dash, full width, and what only looks like it.
///
/// All values are synthetic.
@Suite("Labels and separators in running text")
struct RunningTextLabelTests {
  /// The separators between groups that a number may be written with.
  static let separators = [
    "", "-", " ", "\u{3000}", "\u{00A0}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}",
    "\u{2014}", "\u{2015}",
    "\u{2212}", "\u{FF0D}", "\u{30FC}", "\u{FF70}", ".",
  ]

  private func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value >= 0x30 && $0.value <= 0x39 ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
        }))
  }

  @Test("a number is found with every separator, in ASCII and full width", arguments: separators)
  func everyDash(separator: String) {
    let number = ["0526", "8354", "1826"].joined(separator: separator)
    for text in ["個人番号\(number)です", "個人番号\(wide(number))です", "マイナンバー：\(number)"] {
      #expect(DetectionHarness.types(DetectionHarness.text(text)) == [.myNumber], "\(separator)")
    }
  }

  /// The number is bounded by what is no digit and no letter; this one is known from leaflets, and only low.
  @Test func boundedByKana() {
    let found = DetectionHarness.text("個人番号123456789018です").first { $0.type == .myNumber }
    #expect(found?.count == 1)
    #expect((found?.confidence ?? 1) < 0.5)
    #expect(found?.evidence.contains(.note("dummy")) ?? false)
  }

  @Test("the middle of a card number is none", arguments: separators)
  func middleOfACard(separator: String) {
    // Twelve digits with a right check digit inside sixteen.
    for groups in [["4000", "5268", "3541", "8260"], ["0526", "8354", "1826", "4000"]] {
      let text = "個人番号 " + groups.joined(separator: separator)
      #expect(!DetectionHarness.types(DetectionHarness.text(text)).contains(.myNumber), "\(text)")
    }
  }

  @Test(
    "names behind labels",
    arguments: [
      "氏名：佐藤健太郎", "氏　名　佐藤 健太郎", "担当者: 佐藤", "担当：佐藤", "お客様名：佐藤 健太郎 様", "お名前　：佐藤健太郎",
      "ご担当者様：佐藤", "【氏名】佐藤健太郎", "氏名（漢字）：佐藤健太郎", "フリガナ：サトウ ケンタロウ", "ｼﾒｲ:ｻﾄｳ ｹﾝﾀﾛｳ", "代表者：佐藤健太郎",
      "full_name: Sato Kentaro", "営業担当：佐藤",
    ])
  func names(text: String) {
    #expect(DetectionHarness.types(DetectionHarness.text(text)).contains(.personName))
  }

  @Test(
    "and what stands behind them without being one",
    arguments: [
      "氏名：", "氏名：未定", "担当：営業部", "担当者: 株式会社佐藤商店", "氏名を記入してください", "name: configuration",
      "author: the whole team", "担当：後日連絡",
    ])
  func noNames(text: String) {
    #expect(!DetectionHarness.types(DetectionHarness.text(text)).contains(.personName))
  }

  @Test(
    "numbers behind labels",
    arguments: [
      ("社員番号：204518", DataType.employeeNumber), ("社員番号 ２０４５１８ の件", .employeeNumber),
      ("従業員No.204518", .employeeNumber), ("免許証No：第450081923790号", .driversLicence),
      ("旅券番号はTK1234567です", .passport), ("口座番号：1234568", .bankAccount),
      ("口座番号：12345671", .bankAccount), ("北銀行 本店 (普) 4829175", .bankAccount),
      ("北銀行　本店　（当）４８２９１７５", .bankAccount), ("本店 普)4829175 ﾔﾏﾀﾞ", .bankAccount),
      ("基礎年金番号 2101-654321", .basicPensionNumber),
      ("雇用保険被保険者番号 1301-654321-0", .employmentInsuranceNumber),
      ("健康保険証 記号: 1234 番号: 567", .healthInsurance),
      ("資格確認書の記号１２３４、番号５６７", .healthInsurance),
      ("ゆうちょ 記号・番号: 12330-4829171", .yuchoAccount),
      ("birth_date: 1992-11-08", .birthDate), ("生年月日：19790623", .birthDate), ("gender: F", .sex),
      ("接続元IPアドレス: 133.242.187.4", .ipAddress),
    ])
  func numbers(text: String, type: DataType) {
    #expect(DetectionHarness.types(DetectionHarness.text(text)).contains(type))
  }

  @Test(
    "and what they are not",
    arguments: [
      ("社員番号体系の見直し 2026年", DataType.employeeNumber), ("口座番号: 12345678", .bankAccount),
      ("(普) 48291", .bankAccount), ("(普)48291753", .bankAccount), ("(普及版) 4829175", .bankAccount),
      ("普 4829175", .bankAccount),
      ("保険者番号: 06133301", .insurerNumber), ("図面 記号: 1234 番号: 567", .healthInsurance),
      ("本社所在地: 東京都千代田区丸の内9-8-7", .address), ("git@github.com:org/repo.git", .email),
      ("version: 1.2.3.4", .ipAddress), ("作成日：19790623", .birthDate), ("size: M", .sex),
    ])
  func notNumbers(text: String, type: DataType) {
    #expect(!DetectionHarness.types(DetectionHarness.text(text)).contains(type))
  }
}
