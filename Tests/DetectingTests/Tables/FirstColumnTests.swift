import Inventory
import Testing

@testable import Detecting

/// Tables whose first column holds words that are headings elsewhere, and sheets of labels that look alike; made-up values.
@Suite("A first column of words is no column of labels")
struct FirstColumnTests {
  private static let names = ["佐藤花子", "鈴木一郎", "高橋健", "田中美咲", "伊藤大輔", "渡辺陽子"]

  /// A table of rows that begin with some words in turn.
  private static func rows(
    _ heading: String, _ words: [String], count: Int, _ rest: (Int) -> String
  ) -> String {
    ([heading] + (0..<count).map { "\(words[$0 % words.count]),\(rest($0))" })
      .joined(separator: "\n")
  }

  private static func headings(_ findings: [Finding]) -> Set<String> {
    Set(
      findings.compactMap { finding in
        guard case .column(_, let heading) = finding.location, let heading else { return nil }
        return "\(heading) \(finding.type)"
      })
  }

  @Test(
    "kinds of staff, branches, insurances and the like",
    arguments: [
      ("社員区分", "正社員 契約社員 派遣社員"), ("雇用形態", "正社員 契約社員 嘱託社員"), ("資格", "看護師免許 教員免許 普通自動車免許"),
      ("保険種別", "健康保険 雇用保険 労災保険"), ("年金種別", "国民年金 厚生年金"), ("区分", "個人 法人"), ("連絡先区分", "自宅電話 携帯電話"),
      ("本人確認書類", "運転免許証 旅券 在留カード"), ("番号種別", "社員番号 会員番号 顧客番号"), ("支店", "新宿支店 渋谷支店"),
      ("支店名", "梅田支店 難波支店 博多支店"), ("金融機関", "中央銀行 東信用金庫"), ("住所区分", "現住所 本籍 実家"),
      ("支払方法", "銀行振込 口座振替"),
      ("病院名", "中央病院 市民病院"), ("担当者", "営業担当 経理担当"), ("電話種別", "携帯 自宅 会社"), ("役職", "部長 課長"),
    ])
  func categories(_ heading: String, _ words: String) {
    let words = words.split(separator: " ").map(String.init)
    let wide = Self.rows("\(heading),氏名,社員番号,健康保険番号", words, count: 30) { row in
      "\(Self.names[row % 6]),\(10_482 + row * 137),\(2_048_117 + row * 30_817)"
    }
    let found = Self.headings(DetectionHarness.table(wide))
    #expect(found.isSuperset(of: ["氏名 personName", "社員番号 employeeNumber"]), "\(found)")
    let narrow = Self.rows("\(heading),社員番号", words, count: 30) { "\(10_482 + $0 * 137)" }
    #expect(Self.headings(DetectionHarness.table(narrow)) == ["社員番号 employeeNumber"])
  }

  @Test("a few rows are enough where two columns are named, or all below one are numbers")
  func fewRows() {
    let wide = Self.rows("支店,社員番号,健康保険番号", ["新宿支店", "渋谷支店"], count: 3) { row in
      "\(10_482 + row * 137),\(2_048_117 + row * 30_817)"
    }
    #expect(Self.headings(DetectionHarness.table(wide)).contains("社員番号 employeeNumber"))
    let narrow = Self.rows("雇用形態,社員番号", ["正社員", "契約社員", "嘱託社員"], count: 3) {
      "\(10_482 + $0 * 137)"
    }
    #expect(Self.headings(DetectionHarness.table(narrow)) == ["社員番号 employeeNumber"])
  }

  @Test(
    "words above persons are seen although no heading is known, and rows with persons are no headings"
  )
  func unknownHeadings() {
    let words = ["住民税", "社会保険", "雇用保険"]
    let table = Self.rows("手続,対象者,状況", words, count: 30) { row in
      "\(Self.names[row % 6]),\(row % 3 == 0 ? "完了" : "未")"
    }
    #expect(Self.headings(DetectionHarness.table(table)) == ["対象者 personName"])
  }

  @Test("names of insurers are values and no headings of the columns behind them")
  func insurers() {
    let words = ["東京都国民健康保険組合", "全国健康保険協会"]
    let table = Self.rows("保険者名,記号,番号,氏名", words, count: 30) { row in
      "\(101 + row * 7),\(2_048 + row * 31),\(Self.names[row % 6])"
    }
    let found = Self.headings(DetectionHarness.table(table))
    #expect(found.isSuperset(of: ["記号 healthInsurance", "氏名 personName"]), "\(found)")
    #expect(!found.contains { $0.contains("組合") || $0.contains("協会") }, "\(found)")
  }

  @Test(
    "名 behind a word for persons names persons, behind one for things only when names stand below",
    arguments: [
      ("加入者名", true), ("当選者名", true), ("受講生名", true), ("書類名", false), ("工事名", false),
      ("研修名", false),
      ("事業名", false), ("控除名", false), ("船名", false), ("画面名", false),
    ])
  func compounds(_ heading: String, _ namesPersons: Bool) {
    // Words that begin as family names do.
    let words = ["高橋組", "山田町", "本田", "松下", "三井", "石川", "扶養控除", "支払調書"]
    let things = Self.rows("\(heading),数", words, count: 24) { "\($0)" }
    let isFound = DetectionHarness.table(things).contains {
      $0.type == .personName && $0.confidence >= 0.5
    }
    #expect(isFound == namesPersons)
    let persons = Self.rows("\(heading),数", Self.names, count: 24) { "\($0)" }
    #expect(Self.headings(DetectionHarness.table(persons)) == ["\(heading) personName"])
  }

  @Test(
    "labels and values side by side stay so",
    arguments: [
      "氏名,佐藤花子\n個人番号,052683541826\n電話番号,090-1234-5678\n生年月日,1985-04-12",
      "項目,内容\n氏名,佐藤花子\n個人番号,052683541826\n電話番号,090-1234-5678\n生年月日,1985-04-12",
      "氏名,佐藤花子\n個人番号,052683541826\n\n氏名,鈴木一郎\n個人番号,123456789018",
      "書類名,マイナンバー届\n氏名,佐藤花子\n個人番号,052683541826\n電話番号,090-1234-5678",
      "氏名,佐藤花子,電話番号,090-1234-5678\n個人番号,052683541826,生年月日,1985-04-12",
    ])
  func labels(_ text: String) {
    let found = DetectionHarness.table(text).filter { $0.type == .myNumber && $0.confidence > 0.9 }
    #expect(!found.isEmpty)
    for finding in found {
      guard case .column(_, let heading) = finding.location else { continue }
      #expect(heading == "個人番号")
    }
  }
}
