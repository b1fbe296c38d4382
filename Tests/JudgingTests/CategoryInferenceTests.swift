import Inventory
import Testing

@testable import Judging

@Suite struct CategoryInferenceTests {
  static let text = """
    version: 1
    home_country: JP
    categories:
      - {key: kokyaku, name: お客様の個人情報, purposes: [{key: p1, text: x}], types: [person-name, phone]}
      - {key: partner, name: お取引先の個人情報, purposes: [{key: p2, text: x}], types: [person-name, phone, bank-account]}
      - {key: employee, name: 従業員の個人情報, purposes: [{key: p3, text: x}], types: [person-name, my-number, employee-number]}
      - {key: applicant, name: 採用応募者, purposes: [{key: p4, text: x}], types: [person-name, phone], signs: [エントリー番号]}
      - {key: entrusted, name: 受託業務で取得した個人情報, purposes: [{key: p5, text: x}], types: [person-name, phone]}
    locations:
      - {path: 営業/**, categories: [kokyaku, partner]}
      - {path: 人事/**, categories: [employee]}
    """

  private func infer(
    _ path: String, headings: [String] = [], words: [String] = [],
    types: [DataType] = [.personName]
  ) throws -> CategoryBasis {
    let policy = try Fixtures.policy(Self.text)
    var judge = Fixtures.judge(policy)
    let holding = Fixtures.holding(
      path, types, signs: try Fixtures.signs(policy, headings: headings, text: words))
    return try #require(judge.judge(holding).category)
  }

  @Test(
    arguments: [
      // Only the content tells; by the category's name, not its key.
      ("共有/一覧.csv", ["会員番号"], "kokyaku"), ("共有/一覧.csv", ["社員番号"], "employee"),
      // Only the path tells.
      ("給与/一覧.csv", [], "employee"), ("共有/応募者.csv", [], "applicant"),
      // The name misleads; content is clear.
      ("取引先/一覧.csv", ["会員番号", "お客様"], "kokyaku"), ("共有/顧客.csv", ["社員番号", "給与"], "employee"),
      // The file's name above its folder.
      ("顧客/応募者.csv", [], "applicant"),
      // Own signs of the policy.
      ("共有/一覧.csv", ["エントリー番号"], "applicant"),
      // Entrusted work names the client's own customers.
      ("共有/一覧.csv", ["委託元", "会員番号", "お客様", "顧客"], "entrusted"),
      ("受託/会員.csv", ["会員番号"], "entrusted"),
      // A weak word is a sign too, where nothing contradicts.
      ("共有/一覧.csv", ["会員番号", "所属"], "kokyaku"),
    ] as [(String, [String], String)])
  func tells(path: String, headings: [String], key: String) throws {
    let basis = try infer(path, headings: headings)
    #expect(basis.key == key, "\(basis)")
    #expect(basis.basis == .inferred)
    #expect(basis.confidence > 0.5)
    #expect(!basis.because.isEmpty)
  }

  /// One word of a heading does not overrule a place that is declared and a name that says the same; two do.
  @Test(arguments: [(["会員番号"], "employee"), (["会員番号", "お客様"], "kokyaku")])
  func oneWordDoesNotOverruleAPlace(headings: [String], key: String) throws {
    #expect(try infer("人事/社員番号.csv", headings: headings).key == key)
  }

  /// My Numbers lean to employees; words for payees outweigh that.
  @Test func payeesGiveTheirNumbersToo() throws {
    let basis = try infer("共有/一覧.csv", headings: ["取引先"], types: [.myNumber])
    #expect(basis.key == "partner")
    #expect(try infer("共有/一覧.csv", types: [.myNumber]).key == "employee")
  }

  @Test(arguments: [
    (["来訪者"], "visitor"), (["株主", "持株数"], "shareholder"), (["患者", "カルテ"], "patient"),
  ])
  func peopleOfNoDeclaredCategory(headings: [String], kind: String) throws {
    let basis = try infer("共有/一覧.csv", headings: headings)
    #expect(basis.key == nil, "\(basis)")
    #expect(basis.basis == .none)
    #expect(basis.because.first == "not-declared:\(kind)")
  }

  @Test func aDeclaredPlaceYieldsToAnUndeclaredKindOnlyForSeveralSigns() throws {
    // Employees' records name their households, their doctors and their shares too.
    for headings in [["来訪者"], ["来訪者", "入館"], ["患者", "カルテ"]] {
      let basis = try infer("人事/一覧.csv", headings: headings)
      #expect(basis.key == "employee", "\(headings) \(basis)")
      #expect(basis.basis == .declared)
    }
    // A word in the name of the file is a sign as well.
    let basis = try infer("人事/来訪者.csv", headings: ["来訪者", "入館", "受付票"])
    #expect(basis.because.first == "not-declared:visitor", "\(basis)")
    #expect(basis.key == nil)
  }

  @Test func saysWhenItCannotTell() throws {
    let basis = try infer("共有/一覧.csv")
    #expect(basis.key == nil)
    #expect(basis.because == ["cannot-be-told"])
    let torn = try infer("共有/一覧.csv", headings: ["会員番号", "社員番号"], types: [.personName])
    #expect(torn.confidence < 0.6)
  }

  @Test func theDeclaredPlaceDecidesWhereNothingSpeaks() throws {
    let basis = try infer("人事/一覧.csv")
    #expect(basis.key == "employee")
    #expect(basis.basis == .declared)
    #expect(basis.because.first == "location:policy.yaml:11")
  }

  @Test func typesTellDeclaredCategoriesApart() throws {
    let basis = try infer("営業/一覧.csv", types: [.personName, .bankAccount])
    #expect(basis.key == "partner")
  }

  @Test func myNumbersLeanToEmployees() throws {
    #expect(try infer("共有/一覧.csv", types: [.personName, .myNumber]).key == "employee")
    // Payees and shareholders have them too.
    #expect(
      try infer("共有/一覧.csv", headings: ["取引先"], types: [.personName, .myNumber]).key == "partner")
    #expect(try infer("共有/一覧.csv", headings: ["株主"], types: [.personName, .myNumber]).key == nil)
  }

  @Test func wordsOfTextWeighLess() throws {
    #expect(try infer("共有/文書.txt", words: ["会員番号", "お客様"]).key == "kokyaku")
    #expect(try infer("共有/文書.txt", headings: ["社員番号"], words: ["会員番号"]).key == "employee")
  }

  @Test func aWordWithinAWordIsOneSign() throws {
    let one = try infer("共有/一覧.csv", headings: ["会員番号"])
    let both = try infer("共有/一覧.csv", headings: ["会員番号", "会員"])
    #expect(one.confidence == both.confidence)
  }

  @Test func spellingsOfPathsAreFolded() throws {
    // Full width, and NFD as Macs write it.
    #expect(try infer("共有/お客様ﾘｽﾄ.csv").key == "kokyaku")
    #expect(try infer("共有/エントリー番号.csv").key == "applicant")
    #expect(try infer("共有/エントリー　番号.csv").key == "applicant")
  }

  @Test func nobodysDataHasNoCategory() throws {
    let policy = try Fixtures.policy(Self.text)
    var judge = Fixtures.judge(policy)
    for types in [[], [.phone]] as [[DataType]] {
      let judged = judge.judge(
        Fixtures.holding(
          "営業/手引.csv", types, standing: .none,
          signs: try Fixtures.signs(policy, headings: ["会員番号"])))
      #expect(judged.category == Bench.nobody)
      #expect(judged.category?.because == ["no-persons"])
      #expect(judged.verdicts.isEmpty)
    }
  }

  @Test func unreadFilesAreNotCalledClean() throws {
    let policy = try Fixtures.policy(Self.text)
    var judge = Fixtures.judge(policy)
    var holding = Fixtures.holding("営業/a.xlsx", [], standing: .none)
    holding.status = .skipped
    holding.reason = .unsupportedFormat
    #expect(judge.judge(holding).category == nil)
  }

  @Test func purposesAreThoseOfCategoryAndPlace() throws {
    let policy = try Fixtures.policy(JudgeTests.text)
    var judge = Fixtures.judge(policy)
    let customer = judge.judge(
      Fixtures.holding(
        "営業/a.csv", signs: try Fixtures.signs(policy, headings: ["会員番号"])))
    #expect(customer.purposes == ["shipping", "newsletter"])
    let employee = judge.judge(Fixtures.holding("人事/年末調整/a.csv", [.personName, .myNumber]))
    #expect(employee.purposes == ["hr", "tax"])
    let outside = judge.judge(
      Fixtures.holding(
        "人事/a.csv", signs: try Fixtures.signs(policy, headings: ["会員番号", "お客様"])))
    #expect(outside.purposes == [])
  }
}
