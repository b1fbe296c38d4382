import Inventory
import ScanKernels
import Testing

@testable import Detecting

/// Where a line is read from a sentence on, what is found is what reading all of it finds.
@Suite("Lines of several sentences are read from the sentence that matters")
struct LineSentencesTests {
  /// Findings of each line by itself, with the filter and without.
  private static func compare(_ lines: [String]) throws -> Int {
    let whole = try #require(LineFilterTests.detector(.off))
    let filtered = try #require(LineFilterTests.detector(.on(.best)))
    var found = 0
    for line in lines {
      let expected = LineFilterTests.findings(line + "\n", whole)
      #expect(LineFilterTests.findings(line + "\n", filtered) == expected, "\(line)")
      found += expected.count
    }
    return found
  }

  @Test("the label of a number may stand some sentences before it")
  func earlierLabels() throws {
    let numbers = [
      "052683541826", "0526-8354-1826", "090-1234-5678", "203456", "1234568", "650-0021",
    ]
    let labels = ["個人番号", "電話番号", "社員番号", "口座番号", "郵便番号", "注文番号", "備考"]
    let lines = labels.flatMap { label in
      ["を伺った。", "は次のとおり。予定を確認した。", "。", "（本人。）", "は、", "を伺った。氏名の次は"].flatMap { between in
        numbers.flatMap { number in
          ["", "（個人番号）である。", "。個人番号は後で。"].map { "予定の\(label)\(between)\(number)\($0)" }
        }
      }
    }
    #expect(try Self.compare(lines) > 50)
  }

  @Test("the columns of a statement count, whatever stands in its values")
  func statements() throws {
    let columns = ["memo, my_number, tel", "備考, 個人番号, 電話番号", "備考, 電話番号, 顧客番号", "備考, 注文番号, 個人番号"]
    let lines = columns.flatMap { columns in
      ["完了。", "完了。予定", "済"].map { memo in
        "INSERT INTO t (\(columns)) VALUES ('\(memo)', '052683541826', '0312345678')"
      }
    }
    #expect(try Self.compare(lines) > 0)
  }

  @Test("a name is no other where the line is read from the place that points one out")
  func names() throws {
    let fronts = [
      "", "予定を確認した。", "予定の仕様、", "佐藤様の件。", "断佐藤支店長すずきくん手順： 資料教育カブ", "氏名：山田太郎、",
      "出席者：山田、佐藤、", "営業部の担当の資料の説明と教育の実施について、", "㈱㈱㈱㈱㈱㈱㈱㈱㈱㈱㈱㈱㈱㈱㈱㈱㈱㈱㈱㈱",
      String(repeating: "予定の担当を確認し", count: 4), String(repeating: "担当者は検討して", count: 14),
    ]
    let names = ["担当の山田花子様まで。", "佐藤部長より。", "障害者手帳手順所見でvalues太郎改善主任", "営業部の知念です。", "鈴木（すずき）"]
    let lines = fronts.flatMap { front in
      names.flatMap { name in ["", "資料の", "山田様、"].map { front + $0 + name } }
    }
    #expect(try Self.compare(lines) > 50)
  }
}
