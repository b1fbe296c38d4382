import Inventory
import Testing

@testable import Detecting

/// Types that only the record around them tells.
///
/// All values are synthetic.
@Suite("What a record says of columns under headings that say nothing")
struct RecordEvidenceTests {
  private let names = ["佐藤 健太郎", "鈴木 美咲", "高橋 一郎", "田中 裕子", "伊藤 学", "渡辺 真理"]

  private func table(_ heading: String, _ row: (Int, String) -> String) -> String {
    ([heading] + names.enumerated().map { row($0.offset, $0.element) }).joined(separator: "\n")
  }

  private func columns(_ text: String, _ type: DataType) -> [Int] {
    DetectionHarness.table(text).compactMap { finding in
      guard finding.type == type, finding.confidence >= 0.5,
        case .column(let number, _) = finding.location
      else { return nil }
      return number
    }
  }

  @Test func passportsBesideNames() {
    let letters = ["TK", "TR", "MU", "TZ", "MS", "TK"]
    let found = table("氏名,Q7") { "\($1),\(letters[$0])\(4_718_205 + $0 * 91_733)" }
    #expect(columns(found, .passport) == [2])
    // Other letters are goods, and so are the same without a person.
    let goods = table("氏名,Q7") { "\($1),\(["AB", "QX", "TK"][$0 % 3])\(4_718_205 + $0 * 91_733)" }
    #expect(columns(goods, .passport).isEmpty)
  }

  /// Numbers of the employment insurance, known by the offices that they begin with.
  @Test func employmentInsuranceByItsOffices() {
    let offices = ["1301", "2703", "0110", "1306", "4001", "2301"]
    func tail(_ row: Int) -> String { String(4_718_205 + row * 791_733) }
    let found = table("氏名,Q7") { "\($1),\(offices[$0])\(tail($0))" }
    #expect(columns(found, .employmentInsuranceNumber) == [2])
    // A code that is the same for all proves nothing, nor do codes of no office, nor dates, nor the same without a person.
    let ownCode = table("氏名,Q7") { "\($1),1301\(tail($0))" }
    #expect(columns(ownCode, .employmentInsuranceNumber).isEmpty)
    let noOffice = table("氏名,Q7") { "\($1),\(4_800 + $0 * 731)\(tail($0))" }
    #expect(columns(noOffice, .employmentInsuranceNumber).isEmpty)
    let dated = table("氏名,Q7") { "\($1),20\(21 + $0)041\($0)\(118 + $0 * 37)" }
    #expect(columns(dated, .employmentInsuranceNumber).isEmpty)
    let goods = table("品名,Q7") { row, _ in "部品\(row)号,\(offices[row])\(tail(row))" }
    #expect(columns(goods, .employmentInsuranceNumber).isEmpty)
    let mobiles = table("氏名,Q7") { "\($1),0\(7 + $0 % 3)0\(1 + $0)\(tail($0))" }
    #expect(columns(mobiles, .employmentInsuranceNumber).isEmpty)
  }

  @Test func careInsuranceBesideALevelOfCare() {
    let numbers = [
      "0004718205", "0001928374", "0003746501", "0009182736", "0005647382", "0002837465",
    ]
    let found = table("氏名,Q7,要介護度") { "\($1),\(numbers[$0]),要介護\(1 + $0 % 5)" }
    #expect(columns(found, .careInsuranceNumber) == [2])
    let other = table("氏名,Q7,部署") { "\($1),\(numbers[$0]),営業部" }
    #expect(columns(other, .careInsuranceNumber).isEmpty)
  }

  /// 転居先は…とのこと: the sentence around an address in a memo is no town.
  @Test func addressesInSentencesOfCells() {
    let text =
      "顧客番号,氏名,対応内容\n1234567,佐藤 健太郎,転居先は京都府京都市南区唐橋経田町2-8-19とのこと\n"
      + "1244567,鈴木 美咲,折返し待ち\n1334567,高橋 一郎,引越し先は佐賀県鳥栖市今泉町8-26-5。"
    let found = DetectionHarness.table(text).filter { $0.type == .address && $0.confidence >= 0.5 }
    #expect(found.reduce(0) { $0 + $1.count } == 2)
  }

  @Test("an address with few digits between words in a cell is found, also far down among remarks")
  func shortAddressesInSentencesOfCells() {
    let remarks = [
      "転居予定 東京都千代田区丸の内1-1-1 へ", "新住所は大阪府大阪市北区梅田2-4-9です", "実家（福岡県福岡市中央区天神1-8-1）に送付",
    ]
    let filler = String(repeating: "佐藤 健太郎,折返し待ち\n", count: 60)
    for remark in remarks {
      for rows in ["", filler] {
        let found = DetectionHarness.table("氏名,備考\n\(rows)鈴木 美咲,\(remark)\n高橋 一郎,3回目の連絡\n")
        #expect(DetectionHarness.types(found).contains(.address))
      }
    }
    for remark in ["市内3店舗を回る", "町内会の当番 4月", "東京都千代田区の支店へ異動 4月", "横浜市の物件を1件紹介"] {
      let found = DetectionHarness.table("氏名,備考\n鈴木 美咲,\(remark)\n高橋 一郎,3回目の連絡\n")
      #expect(!DetectionHarness.types(found).contains(.address))
    }
  }

  @Test func codesOfStaff() {
    let codes = ["A-4182", "A-0937", "A-7754", "A-2210", "A-6543", "A-1198"]
    let staff = table("Q7,氏名,所属") { "\(codes[$0]),\($1),営業部" }
    #expect(columns(staff, .employeeNumber) == [1])
    // Print files repeat titles and headings on every page; the codes between them are codes all the same.
    var pages = ""
    for page in 0..<3 {
      pages += "名簿　\(page + 1)頁,,\nQ7,氏名,所属\n"
      for row in 0..<12 { pages += "A-\(4_182 + (page * 12 + row) * 97),\(names[row % 6]),営業部\n" }
    }
    #expect(Set(columns(pages, .employeeNumber)) == [1])
    let customers = table("Q7,氏名,購入日") { "\(codes[$0]),\($1),2026-04-0\(1 + $0)" }
    #expect(columns(customers, .employeeNumber).isEmpty)
    let orders = table("伝票番号,氏名,所属") { "\(codes[$0]),\($1),営業部" }
    #expect(columns(orders, .employeeNumber).isEmpty)
  }

  @Test("a name with a former name in brackets is no second heading, and is not shown as one")
  func formerNames() {
    let text = "Q7,なまえ\nE67598,雪村　雅桜里（旧姓：帖木）\nE21104,佐藤　健太郎\nE31552,鈴木　美咲（旧姓：高橋）"
    let findings = DetectionHarness.table(text)
    let name = findings.first { $0.type == .personName }
    #expect(name?.count == 3)
    #expect(name?.location == .column(2, heading: "なまえ"))
    // As a heading of its own it is a value and is left out.
    let headed = DetectionHarness.table("番号,雪村　雅桜里（旧姓：帖木）\n1,佐藤　健太郎\n2,鈴木　美咲")
    for finding in headed {
      if case .column(_, let heading) = finding.location {
        #expect(heading?.contains("旧姓") != true)
      }
    }
  }

  @Test func datesBesideASexKeepTheirHeading() {
    let found = table("氏名,SEIBETSU,生年月日") {
      "\($1),\(["男", "女"][$0 % 2]),19\(60 + $0 * 5)年4月1\($0)日"
    }
    #expect(columns(found, .sex) == [2])
    #expect(columns(found, .birthDate) == [3])
  }

  @Test func personsAmongPayees() {
    let companies = ["株式会社青空", "有限会社緑野", "合同会社白石"]
    let rows = (0..<9).map { $0 < 6 ? names[$0] : companies[$0 - 6] }
    let text = (["支払先,金額"] + rows.map { "\($0),50000" }).joined(separator: "\n")
    let found = DetectionHarness.table(text).first { $0.type == .personName }
    #expect(found?.count == 6)
  }

  @Test("invoice numbers of sole proprietors are personal, those of companies are nobody's")
  func invoiceNumbers() {
    let numbers = [
      "T7000012050002", "T1180301018771", "T2180001135972", "T4010001008772", "T6010401020516",
      "T8010401050387",
    ]
    let persons = table("氏名,登録番号") { "\($1),\(numbers[$0])" }
    let found = DetectionHarness.table(persons).first { $0.type == .invoiceRegistrationNumber }
    #expect(found?.dataClass == .personal)
    let companies = (["会社名,登録番号"] + numbers.map { "株式会社青空,\($0)" }).joined(separator: "\n")
    let other = DetectionHarness.table(companies).first { $0.type == .invoiceRegistrationNumber }
    #expect(other?.dataClass == .notPersonal)
  }
}
