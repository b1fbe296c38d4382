import Inventory
import Testing

@testable import Detecting

/// Tables as offices have them: what their headings and neighbours say, and what they do not.
///
/// All values are synthetic.
@Suite("Tables of offices")
struct OfficeTablesTests {
  private let families = ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤"]
  private let givens = ["健太郎", "美咲", "一郎", "裕子", "学", "真理", "大輔", "明美", "誠", "由美"]

  /// A table of ten rows.
  private func table(_ heading: String, _ row: (Int) -> String) -> String {
    ([heading] + families.indices.map(row)).joined(separator: "\n")
  }

  private func name(_ row: Int) -> String { families[row] + " " + givens[row] }

  /// The accepted type of each column, by number.
  private func types(_ text: String) -> [Int: DataType] {
    var types: [Int: DataType] = [:]
    for finding in DetectionHarness.table(text) where finding.confidence >= 0.5 {
      if case .column(let column, _) = finding.location { types[column] = finding.type }
    }
    return types
  }

  /// (名) is a legal form in front of a name, and persons behind a heading.
  @Test(arguments: ["お名前(名)", "定員(名)", "取引先数(社)"])
  func bracketsOfHeadings(heading: String) {
    let found = types(
      table("注文番号,氏名,\(heading),メールアドレス") {
        "A\($0),\(name($0)),\($0),taro\($0)@tanaoroshi-mail.jp"
      })
    #expect(found[2] == .personName)
    #expect(found[4] == .email)
  }

  @Test func companiesWithTheFormInFront() {
    let findings = types(table("名称,電話番号") { "(名)\(families[$0])商店,03-3211-40\(10 + $0)" })
    #expect(findings.isEmpty)
  }

  @Test(
    "Kinds and grades of disability say so under their heading",
    arguments: [
      ("障害種別", ["身体", "知的", "精神"]), ("障害等級", ["1級", "２級", "3級"]),
      ("障害者手帳", ["第1種2級", "2種4級", "身体・知的"]),
    ])
  func disability(heading: String, grades: [String]) {
    let found = types(table("氏名,\(heading)") { "\(name($0)),\(grades[$0 % grades.count])" })
    #expect(found[2] == .specialCare)
  }

  @Test func gradesOfOtherThings() {
    // Licences have grades, and faults have kinds.
    let found = types(table("氏名,資格,等級") { "\(name($0)),簿記,\(1 + $0 % 3)級" })
    #expect(found[3] == nil)
    let faults = types(
      table("担当者,障害区分") { "\(name($0)),\(["回線", "電源", "設定"][$0 % 3])" })
    #expect(faults[2] == nil)
  }

  /// 区分 heads codes of all kinds.
  @Test(arguments: ["クール区分", "本支店等区分番号", "給付区分"])
  func codesAreNoSex(heading: String) {
    let found = types(table("氏名,\(heading)") { "\(name($0)),\($0 % 2 + 1)" })
    #expect(found[2] == nil)
    let sexes = types(table("氏名,男女区分") { "\(name($0)),\($0 % 2 + 1)" })
    #expect(sexes[2] == .sex)
  }

  @Test func postBankBesideInsurance() {
    let post = types(
      table("氏名,記号,番号") { "\(name($0)),1\(100 + $0 * 77)0,\(1_234_567 + $0 * 33_211)1" })
    #expect(post[2] == .yuchoAccount)
    let insured = types(
      table("氏名,記号,番号") { "\(name($0)),\(21_190 + $0 * 37),\(10 + $0 * 7)" })
    #expect(insured[2] == .healthInsurance)
  }

  /// Words for persons that no list holds.
  @Test(arguments: ["対応者", "確認者", "応対者", "借用者", "乗務員", "運転員", "飼い主", "届出人", "看護師", "当直医"])
  func wordsForPersons(heading: String) {
    let found = types(table("日付,\(heading)") { "2026/04/\(10 + $0),\(families[$0])" })
    #expect(found[2] == .personName)
  }

  @Test func wordsThatEndAlike() {
    let makers = ["青空食品", "みどり製菓", "ひかり乳業", "北海水産", "大地農園"]
    let found = types(table("日付,納入業者") { "2026/04/\(10 + $0),\(makers[$0 % 5])" })
    #expect(found.isEmpty)
    let kinds = types(table("氏名,該当者") { "\(name($0)),\(["本人", "家族", "なし"][$0 % 3])" })
    #expect(kinds[2] == nil)
  }

  /// Nine digits could nearly all be a phone number without its zero.
  @Test(arguments: ["資料番号", "義務者番号"])
  func numbersOfNineDigits(heading: String) {
    let found = types(table("氏名,\(heading)") { "\(name($0)),\(312_450_000 + $0 * 71_933)" })
    #expect(found[2] == nil)
    let phones = types(table("氏名,電話番号") { "\(name($0)),\(332_114_000 + $0 * 71_933)" })
    #expect(phones[2] == .phone)
  }

  @Test func howTownsAreRead() {
    let towns = [
      ("山田町", "ヤマダ"), ("上野", "ウエノ"), ("大塚", "オオツカ"), ("中村", "ナカムラ"), ("青木", "アオキ"),
    ]
    let found = types(table("町名,フリガナ,面積") { "\(towns[$0 % 5].0),\(towns[$0 % 5].1),\($0)" })
    #expect(found.isEmpty)
    let branches = types(
      table("支店名,フリガナ,電話番号") { "\(towns[$0 % 5].0),\(towns[$0 % 5].1),03-3211-40\(10 + $0)" })
    #expect(branches.isEmpty)
    // The reading may stand before the name.
    let persons = types(table("会社名,フリガナ,氏名") { "株式会社青空,サトウ,\(name($0))" })
    #expect(persons[2] == .personName)
  }

  @Test func whoWroteTheForm() {
    let found = types(
      table("提出義務者の住所,提出義務者の電話番号,支払を受ける者の氏名,支払を受ける者の住所") {
        "東京都千代田区丸の内9-8-7,03-3211-4000,\(name($0)),東京都武蔵野市吉祥寺本町2-14-\($0 + 1)"
      })
    #expect(found[1] == nil)
    #expect(found[2] == nil)
    #expect(found[4] == .address)
    // Without headings one address beside ten persons says as much.
    let bare = types(
      table("375,東京都千代田区丸の内9-8-7,03-3211-4000,\(name(0)),0") {
        "375,東京都千代田区丸の内9-8-7,03-3211-4000,\(name($0)),\($0)"
      })
    #expect(bare[2] == nil)
    #expect(bare[3] == nil)
  }

  /// Two family names are two persons, a family and a given name are one.
  @Test func namesSideBySide() {
    func found(_ heading: String, _ second: [String]) -> [Int: DataType] {
      types(table(heading) { "\($0),\(families[$0]),\(second[$0])" })
    }
    let turned = Array(families.reversed())
    #expect(found("件数,正担当者,副担当者", turned) == [2: .personName, 3: .personName])
    #expect(found("件数,姓,名", givens) == [2: .personName])
    #expect(found("件数,姓,名", turned) == [2: .personName])
  }

  @Test func namesOfHospitals() {
    let romaji = [
      "SATO^KENTARO", "SUZUKI^MISAKI", "TAKAHASHI^ICHIRO", "TANAKA/YUKO", "ITO/MANABU",
    ]
    let found = types(table("Ward,PatientName") { "3E,\(romaji[$0 % 5])" })
    #expect(found[2] == .personName)
  }

  /// A place of work is no address.
  @Test func districts() {
    let found = types(table("地区,氏名") { "\(["東京", "神奈川"][$0 % 2]),\(name($0))" })
    #expect(found[1] == nil)
  }

  /// The number of a couple in one cell; the harness splits at commas and line ends.
  @Test(arguments: ["/", " ", "　", "、", "・"])
  func twoNumbersInACell(separator: String) {
    var numbers = SyntheticNumbers(seed: 9)
    let text = table("区分,氏名,個人番号（本人・配偶者）") {
      "正,\(name($0)),\(numbers.myNumber())\(separator)\(numbers.myNumber())"
    }
    let found = DetectionHarness.table(text).filter { $0.type == .myNumber && $0.confidence >= 0.5 }
    #expect(found.reduce(0) { $0 + $1.distinct } == 20)
  }

  @Test(
    "One label names the numbers behind it until another speaks",
    arguments: [
      ("個人番号は#で、奥様（花子さん）は#です。", 2), ("個人番号：#、#", 2), ("個人番号 #/#", 2), ("マイナンバー #　#", 2),
      ("個人番号：#、受付番号：#", 1), ("個人番号：#、会員番号は#", 1), ("受付番号：#、#", 0),
    ])
  func sharedLabels(line: String, count: Int) {
    var numbers = SyntheticNumbers(seed: 21)
    var text = ""
    for part in line.split(separator: "#", omittingEmptySubsequences: false) {
      text +=
        text.isEmpty && part == line.prefix(part.count) ? String(part) : numbers.myNumber() + part
    }
    let found = DetectionHarness.text(text).filter { $0.type == .myNumber && $0.confidence >= 0.5 }
    #expect(found.reduce(0) { $0 + $1.distinct } == count, "\(text)")
  }

  /// Many amounts of seven digits are codes of whole towns by chance.
  @Test func amounts() {
    let found = types(table("氏名,訴額") { "\(name($0)),\(148 + $0 * 97)0000" })
    #expect(found[2] == nil)
    let codes = ["1000005", "1500002", "1600022", "5300001", "4600008", "8120011", "0600061"]
    #expect(types(table("氏名,Q7") { "\(name($0)),\(codes[$0 % 7])" })[2] == .postalCode)
  }

  @Test func namesOfAnimals() {
    let found = types(table("猫の名前,譲渡先氏名") { "\(["さくら", "モモ", "ハナ"][$0 % 3]),\(name($0))" })
    #expect(found == [2: .personName])
  }

  /// Days that are numbers stand beside words, and text that says nothing, in a heading.
  @Test func rostersByDay() {
    let found = types(
      table("フロア,職員,1,2,3,4") { "\($0 % 3 + 2)F,\(families[$0]),早,遅,休,\($0 % 2 == 0 ? "夜" : "早")" })
    #expect(found[2] == .personName)
  }

  /// Titles with labels of their own are no heading.
  @Test func titlesWithLabels() {
    let rows = families.indices.map { "新規,\(name($0)),03-3211-40\(10 + $0)" }
    let text = (["一覧表,,", "作成日：2026/04/12,,作成者：総務部", ",,", "契約区分,契約者氏名,連絡先"] + rows)
      .joined(separator: "\n")
    let found = DetectionHarness.table(text).filter { $0.confidence >= 0.5 }
    #expect(Set(found.map(\.type)) == [.personName, .phone])
    #expect(found.allSatisfy { $0.distinct == 10 })
    // Headings with colons remain headings.
    #expect(types(table("注文者住所：都道府県,注文者：氏名") { "東京都,\(name($0))" })[2] == .personName)
  }

  /// A family name that is a town as well, and a telephone number behind it, are no address.
  @Test func namesWithPhones() {
    let found = types(table("店,連絡先") { "本,\(["清水", "中村", "上野"][$0 % 3]) 誠 090-1284-71\(10 + $0)" })
    #expect(found[2] == .phone)
  }

  @Test func addressesWithNames() {
    let findings = DetectionHarness.table(
      table("店,配送先") { "本,東京都武蔵野市吉祥寺本町2-14-\($0 + 1) \(name($0))様 TEL 0422-21-40\(10 + $0)" })
    let found = findings.filter { $0.confidence >= 0.5 && $0.distinct == 10 }
    #expect(Set(found.map(\.type)) == [.address, .personName, .phone])
  }

  @Test func mobileNumbersAlone() {
    let found = types(
      table("架電先番号,結果") { "0\(7 + $0 % 3)0\(1_284_715 + $0 * 713_933)\($0),留守" })
    #expect(found[1] == .phone)
    // A code of the house's own begins alike.
    let codes = types(table("管理番号,結果") { "0901000\(1_000 + $0),済" })
    #expect(codes[1] == nil)
  }

  /// Cards of several brands under the heading of some other number; test numbers of the brands with other middles.
  @Test func cardsUnderAnotherHeading() {
    let fronts = ["4", "51", "354", "4", "55", "4", "52", "353", "4", "54"]
    var numbers = SyntheticNumbers(seed: 5)
    func luhn(_ front: String) -> String {
      let body = front + numbers.digits(15 - front.utf8.count)
      var sum = 0
      for (place, byte) in body.utf8.reversed().enumerated() {
        let digit = Int(byte) - 0x30
        let doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2
        sum += place % 2 == 0 ? doubled : digit
      }
      return body + String((10 - sum % 10) % 10)
    }
    let cards = fronts.map(luhn)
    #expect(types(table("会員番号,金額") { "\(cards[$0]),3980" })[1] == .creditCard)
    let own = fronts.map { _ in luhn("4820") }
    #expect(types(table("会員番号,金額") { "\(own[$0]),3980" })[1] == nil)
  }

  /// イシカワケン is no ｲｼｶﾜ ｹﾝ, however often it comes.
  @Test("the readings of prefectures and towns are no persons", arguments: [false, true])
  func postalCodeList(hasHeading: Bool) {
    let towns = [
      ("ｲｼｶﾜｹﾝ", "ｶﾅｻﾞﾜｼ", "ｵｵﾃﾏﾁ"), ("ﾔﾏｶﾞﾀｹﾝ", "ﾔﾏｶﾞﾀｼ", "ﾊﾔﾌﾞｻﾁﾖｳ"), ("ﾋﾖｳｺﾞｹﾝ", "ｱｶｼｼ", "ｵｵｸﾎﾞﾁﾖｳ"),
      ("ﾐﾔｻﾞｷｹﾝ", "ﾐﾔｻﾞｷｼ", "ｵｵﾀ"), ("ﾌｸｼﾏｹﾝ", "ｲﾜｷｼ", "ｺﾊﾏﾏﾁ"), ("ﾁﾊﾞｹﾝ", "ﾉﾀﾞｼ", "ｷﾉｻｷ"),
      ("ﾔﾏｸﾞﾁｹﾝ", "ﾊｷﾞｼ", "ﾂﾊﾞｷ"), ("ﾄﾔﾏｹﾝ", "ｳｵﾂﾞｼ", "ｲｼﾊﾞｼﾏｺﾄ"),
    ]
    let heading = hasHeading ? "団体コード,都道府県名カナ,市区町村名カナ,町域名カナ\n" : ""
    let rows = towns.enumerated().map { "1\(7_201 + $0),\($1.0),\($1.1),\($1.2)" }
    let found = types(heading + rows.joined(separator: "\n"))
    #expect(found[2] == nil)
    // Towns alone are told by their heading only.
    if hasHeading { #expect(!found.values.contains(.personName)) }
  }

  @Test("seven digits behind the codes of a bank and a branch are an account")
  func bankCodes() {
    func found(_ heading: String) -> DataType? {
      types(table(heading) { "\(name($0)),000\($0),00\($0),1,482917\($0)" })[5]
    }
    #expect(found("名義,bankCd,branchCd,type,no") == .bankAccount)
    #expect(found("氏名,銀行CD,支店CD,種別,番号") == .bankAccount)
    // Codes of something else; a number that its heading explains.
    #expect(found("氏名,店コード,課コード,種別,番号") == nil)
    #expect(found("氏名,銀行CD,支店CD,種別,伝票番号") == nil)
  }

  @Test("codes of banks far from seven digits say nothing of them")
  func bankCodesElsewhere() {
    let found = types(
      table("銀行CD,支店CD,所在地,備考,窓口,整理No") { "000\($0),00\($0),都内,なし,1,482917\($0)" })
    #expect(found[6] == nil)
  }

  /// ﾐｽﾞﾎ and ﾔﾏﾄ are family names as well.
  @Test(
    "the readings of banks and branches are no persons",
    arguments: ["金融機関名,フリガナ", "支店名,カナ", "銀行名,銀行名カナ", "支店名,支店名カナ"])
  func readingsOfBanks(headings: String) {
    let kana = ["ﾐｽﾞﾎ", "ｼﾗｶﾜ", "ﾀｶｻｷ", "ﾌｸｼﾏ", "ﾐﾔｻﾞｷ", "ﾅｶﾞｻｷ", "ﾔﾏﾄ", "ｵｶｻﾞｷ", "ﾏﾂﾓﾄ", "ｵﾀﾞ"]
    let found = types(table("コード,\(headings),備考") { "\(1001 + $0),\(families[$0])台,\(kana[$0]),-" })
    #expect(found[3] == nil)
  }

  /// The era in a column of its own: 5 and 630701 are one date of birth, as in the notices of social insurance.
  @Test(arguments: [("5", "生年月日元号", "生年月日"), ("S", "元号", "生年月日（年月日）"), ("7", "年号", "生年月日")])
  func eraBesideTheDate(code: String, era: String, date: String) {
    let found = types(
      table("社員,\(era),\(date)") { "\(name($0)),\(code),0\($0 % 9 + 1)0\($0 % 9 + 1)1\($0)" })
    #expect(found[2] == .birthDate)
    #expect(found[3] == nil)
    // What is no era, and what is no birth.
    let kinds = types(table("社員,区分,生年月日") { "\(name($0)),8,0\($0 % 9 + 1)0\($0 % 9 + 1)1\($0)" })
    #expect(kinds[2] == nil)
    let starts = types(table("社員,元号,開始日") { "\(name($0)),5,0\($0 % 9 + 1)0\($0 % 9 + 1)1\($0)" })
    #expect(starts[2] == nil)
  }

  /// 営業部 is a department and no branch of a bank, so amounts beside it are no accounts.
  @Test func amountsBesideADepartment() {
    let amounts = ([String](repeating: "", count: 10)).indices.map {
      "\(name($0)),営業部,\(1_000_000 + $0 * $0 * 733_300 % 8_999_900)"
    }.joined(separator: "\n")
    #expect(!types(amounts).values.contains(.bankAccount))
    let accounts = families.indices.map {
      "\(name($0)),みずほ銀行,本店営業部,普通,\(1_000_000 + $0 * $0 * 733_331 % 8_999_993)"
    }.joined(separator: "\n")
    #expect(types(accounts)[5] == .bankAccount)
  }
}
