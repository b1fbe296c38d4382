import Inventory
import Testing
import YAMLTree

@testable import Judging

/// One table: what raises each verdict, what stands at the border and does not.
@Suite struct JudgeTests {
  static let text = """
    version: 1
    home_country: JP
    countries:
      - {code: SG, name: シンガポール, regime: PDPA, reviewed: 2026-04-01}
      - {code: A, name: A国, placeholder: true}
    bases: [{path: /mnt/share}]
    categories:
      - key: customer
        name: お客様
        purposes: [{key: shipping, text: 発送}, {key: newsletter, text: メルマガ}]
        types: [person-name, phone, email]
      - {key: partner, name: お取引先, purposes: [{key: invoices, text: 請求}], types: [person-name, phone, bank-account]}
      - key: employee
        name: 従業員
        purposes: [{key: hr, text: 人事, health_insurance: true}]
        types: [person-name, phone, my-number, health-insurance, special-care]
    my_number: {purposes: [{key: tax, text: 税}]}
    locations:
      - {path: 営業/**, categories: [customer, partner]}
      - {path: 人事/**, categories: [employee]}
      - {path: 人事/年末調整/**, my_number: [tax]}
      - {path: 海外/**, categories: [customer]}
      - {path: 海外/SG/**, country: SG}
      - {path: 海外/A/**, country: A}
      - {path: 海外/US/**, country: US}
      - {path: 海外/不明/**, country: unknown}
      - {path: 持出し/**, categories: [customer], medium: portable}
      - {path: 持出し/暗号/**, encrypted: true}
      - {path: 提供/**, categories: [customer, employee], my_number: [tax], holder: {third_party: 大学}}
      - {path: 提供/根拠/**, holder: {third_party: 大学, ground: consent}}
      - {path: 提供/税務署/**, article_19: 第1号, holder: {third_party: 税務署, ground: law}}
      - {path: 委託/**, categories: [customer, partner], holder: {processor: 倉庫, contract: C-1}, entrusted_categories: [customer]}
      - {path: 委託/無契約/**, holder: {processor: 倉庫}}
      - {path: 取扱/**, categories: [customer], handlers: {groups: [sales]}}
      - {path: 取扱/個人/**, handlers: {users: [hanako]}}
      - {path: 保存/**, categories: [customer], retention: {keep: 1y, from: modified}}
      - {path: 保存/年度/**, retention: {keep: 5y, from: path-date}}
      - {path: 予備/**, categories: [customer]}
    suppress:
      - {path: 営業/見本/**, type: phone, reason: 見本データ, until: 2026-11-25}
      - {path: 営業/旧見本/**, reason: 見本データ, until: 2026-11-24}

    """

  struct Case: Sendable, CustomTestStringConvertible {
    var path: String
    var types: [DataType]
    var headings: [String]
    var rules: [String]
    var mode: UInt32 = 0o640
    var group = "sales"
    var owner = "hanako"
    var modified = "2026-11-01"
    var standing = PersonEvidence.Standing.persons

    var testDescription: String { path }

    init(
      _ path: String, _ types: [DataType], _ headings: [String], _ rules: [String],
      mode: UInt32 = 0o640, group: String = "sales", owner: String = "hanako",
      modified: String = "2026-11-01", standing: PersonEvidence.Standing = .persons
    ) {
      self.path = path
      self.types = types
      self.headings = headings
      self.rules = rules
      self.mode = mode
      self.group = group
      self.owner = owner
      self.modified = modified
      self.standing = standing
    }
  }

  static let cases: [Case] = [
    // Within the policy.
    Case("営業/名簿.csv", [.personName, .phone], ["会員番号"], []),
    Case("営業/一覧.csv", [.personName, .bankAccount], ["取引先"], []),
    // my-number-outside-purpose
    Case("人事/番号.csv", [.personName, .myNumber], ["社員番号"], ["my-number-outside-purpose"]),
    Case("人事/年末調整/番号.csv", [.personName, .myNumber], ["社員番号"], []),
    Case("人事/番号.txt", [.myNumber], [], ["my-number-outside-purpose"], standing: .unclear),
    Case("人事/番号.md", [.myNumber], [], [], standing: .none),
    Case(
      "提供/根拠/番号.csv", [.personName, .myNumber], ["社員番号"], ["my-number-outside-purpose"]),
    Case("提供/税務署/番号.csv", [.personName, .myNumber], ["社員番号"], []),
    // prohibited-identifier, undeclared-type
    Case(
      "人事/住民票.csv", [.personName, .residenceRecordCode], ["社員番号"],
      ["prohibited-identifier"]),
    Case("営業/名簿2.csv", [.personName, .creditCard], ["会員番号"], ["undeclared-type"]),
    // countries
    Case("海外/US/a.csv", [.personName], ["会員番号"], ["undeclared-country"]),
    Case("海外/SG/a.csv", [.personName], ["会員番号"], ["held-in-declared-country"]),
    Case("海外/A/a.csv", [.personName], ["会員番号"], ["held-in-declared-country"]),
    Case("海外/不明/a.csv", [.personName], ["会員番号"], ["country-unknown"]),
    Case("海外/a.csv", [.personName], ["会員番号"], []),
    Case("海外/US/法人.csv", [.corporateNumber], [], [], standing: .persons),
    // categories
    Case("総務/来客.csv", [.personName, .phone], ["来訪者"], ["no-declared-purpose"]),
    Case("総務/株主.csv", [.personName], ["株主", "持株数"], ["no-declared-purpose"]),
    Case("総務/患者.csv", [.personName], ["患者"], ["no-declared-purpose"]),
    Case("総務/x.csv", [.personName], [], ["no-declared-purpose"]),
    Case("総務/y.csv", [.personName], ["会員番号"], ["outside-declared-location"]),
    Case("人事/z.csv", [.personName], ["会員番号", "お客様"], ["outside-declared-location"]),
    Case("総務/文書.txt", [.phone], [], [], standing: .unclear),
    Case("総務/手引.txt", [.phone], [], [], standing: .none),
    // holders
    Case("提供/a.csv", [.personName], ["会員番号"], ["third-party-without-ground"]),
    Case("提供/根拠/a.csv", [.personName], ["会員番号"], []),
    Case("委託/a.csv", [.personName], ["会員番号"], []),
    Case("委託/b.csv", [.personName], ["取引先", "仕入先"], ["processor-not-entrusted"]),
    Case("委託/無契約/a.csv", [.personName], ["会員番号"], ["processor-not-entrusted"]),
    // special care: told once, and not where the location knows it
    Case("営業/病歴.csv", [.personName, .specialCare], ["会員番号"], ["special-care-undeclared"]),
    Case("人事/病歴.csv", [.personName, .specialCare], ["社員番号"], []),
    Case(
      "人事/会員病歴.csv", [.personName, .specialCare], ["会員番号", "お客様"],
      ["outside-declared-location", "undeclared-type"]),
    // portable
    Case("持出し/a.csv", [.personName], ["会員番号"], ["portable-unencrypted"]),
    Case("持出し/暗号/a.csv", [.personName], ["会員番号"], []),
    // health insurance
    Case(
      "営業/保険証.csv", [.personName, .healthInsurance], ["会員番号"],
      ["undeclared-type", "health-insurance-outside-purpose"]),
    Case("人事/保険証.csv", [.personName, .healthInsurance], ["社員番号"], []),
    // access
    Case("取扱/a.csv", [.personName], ["会員番号"], []),
    Case("取扱/a.csv", [.personName], ["会員番号"], ["access-too-wide"], mode: 0o644),
    Case("取扱/a.csv", [.personName], ["会員番号"], ["access-too-wide"], group: "all"),
    Case("取扱/a.csv", [.personName], ["会員番号"], [], mode: 0o600, group: "all"),
    Case("取扱/個人/a.csv", [.personName], ["会員番号"], [], mode: 0o600),
    Case("取扱/個人/a.csv", [.personName], ["会員番号"], ["access-too-wide"], mode: 0o600, owner: "taro"),
    // retention: exactly one year old is not exceeded
    Case("保存/a.csv", [.personName], ["会員番号"], [], modified: "2025-11-25"),
    Case("保存/a.csv", [.personName], ["会員番号"], ["retention-exceeded"], modified: "2025-11-24"),
    Case("保存/年度/2021年度/a.csv", [.personName], ["会員番号"], [], modified: "2010-01-01"),
    Case("保存/年度/2020年度/a.csv", [.personName], ["会員番号"], ["retention-exceeded"]),
    Case("保存/年度/a.csv", [.personName], ["会員番号"], ["retention-exceeded"], modified: "2021-11-24"),
    // suppressions
    Case("営業/見本/a.csv", [.phone], ["来訪者"], []),
    Case("営業/見本/b.csv", [.phone, .creditCard], ["会員番号"], ["undeclared-type"]),
    Case("営業/旧見本/a.csv", [.creditCard], ["会員番号"], ["undeclared-type"]),
  ]

  @Test(arguments: cases)
  func raises(example: Case) throws {
    let policy = try Fixtures.policy(Self.text)
    let holding = Fixtures.holding(
      example.path, example.types, modified: try Fixtures.nanoseconds(example.modified),
      standing: example.standing, signs: try Fixtures.signs(policy, headings: example.headings),
      owner: example.owner, group: example.group, mode: example.mode)
    var judge = Fixtures.judge(policy)
    let judged = judge.judge(holding)
    #expect(judged.verdicts.map(\.rule.rawValue) == example.rules, "\(judged)")
    for verdict in judged.verdicts {
      #expect(!verdict.findings.isEmpty)
      #expect(verdict.clause == verdict.rule.usualClause)
      #expect(verdict.because.japanese != verdict.because.english)
      #expect(!verdict.remedy.japanese.isEmpty)
    }
  }

  @Test func everyRuleOfAFileHasACase() {
    let raised = Set(Self.cases.flatMap(\.rules))
    let withoutFile = ["country-not-named", "country-review-overdue", "declared-location-empty"]
    #expect(Set(VerdictRule.allCases.map(\.rawValue)) == raised.union(withoutFile))
  }

  @Test func findingsOfLowConfidenceRaiseNothing() throws {
    let policy = try Fixtures.policy(Self.text)
    var holding = Fixtures.holding("海外/US/a.csv", [])
    holding.content.findings = [Fixtures.finding(.myNumber, confidence: 0.49)]
    #expect(Fixtures.rules(policy, holding) == [])
    holding.content.findings = [Fixtures.finding(.myNumber, confidence: 0.5)]
    #expect(Fixtures.rules(policy, holding).contains("my-number-outside-purpose"))
  }

  @Test func bareNamesAloneRaiseNothing() throws {
    let policy = try Fixtures.policy(Self.text)
    var holding = Fixtures.holding("海外/US/小説.txt", [])
    let bare = Fixtures.finding(.personName, evidence: [.note("bare-name")])
    holding.content.findings = [bare]
    var judge = Fixtures.judge(policy)
    let judged = judge.judge(holding)
    #expect(judged.verdicts.isEmpty)
    #expect(judged.category?.key == nil)
    #expect(judged.category?.because == ["bare-name"])
    holding.content.findings = [bare, Fixtures.finding(.phone)]
    #expect(Fixtures.rules(policy, holding).contains("undeclared-country"))
  }

  /// Also beside firm findings: every verdict names one of those.
  @Test func noVerdictRestsOnBareNames() throws {
    let policy = try Fixtures.policy(Self.text)
    var holding = Fixtures.holding("海外/US/議事録.txt", [])
    holding.content.findings = [
      Fixtures.finding(.personName, evidence: [.note("bare-name")]), Fixtures.finding(.phone),
    ]
    var judge = Fixtures.judge(policy)
    let judged = judge.judge(holding)
    #expect(!judged.verdicts.isEmpty)
    #expect(judged.verdicts.allSatisfy { !$0.findings.contains(0) })
  }

  @Test func suppressionsAreTold() throws {
    let policy = try Fixtures.policy(Self.text)
    var judge = Fixtures.judge(policy)
    let judged = judge.judge(Fixtures.holding("営業/見本/a.csv", [.personName, .phone]))
    #expect(
      judged.suppressions == [
        AppliedSuppression(
          findings: [1], reason: "見本データ", until: "2026-11-25", policy: "policy.yaml:40")
      ])
  }

  @Test func suppressionsEndWithTheirDay() throws {
    let policy = try Fixtures.policy(Self.text)
    let holding = Fixtures.holding("営業/見本/a.csv", [.phone])
    for (time, count) in [("2026-11-25", 1), ("2026-11-26", 0)] {
      // 23:59 and 00:00 in Tokyo.
      let now = try Fixtures.nanoseconds(time, hour: count == 1 ? 23 : 0)
      var judge = Fixtures.judge(policy, now: now)
      #expect(judge.judge(holding).suppressions.count == count)
    }
  }

  @Test func publicBodiesMayHoldResidenceRecordCodes() throws {
    let text = Self.text.replacing(
      "home_country: JP", with: "home_country: JP\norganisation: {sector: public}")
    let policy = try Fixtures.policy(text)
    let holding = Fixtures.holding("人事/a.csv", [.residenceRecordCode])
    #expect(!Fixtures.rules(policy, holding).contains("prohibited-identifier"))
  }

  @Test func removableDevicesAreSeen() throws {
    let policy = try Fixtures.policy(Self.text)
    let signs = try Fixtures.signs(policy, headings: ["会員番号"])
    let holding = Fixtures.holding("営業/a.csv", signs: signs)
    for (removable, encrypted, rules) in [
      (true, false, ["portable-unencrypted"]), (true, true, []), (false, false, []),
    ] as [(Bool, Bool, [String])] {
      var mount = Fixtures.disk
      mount.isRemovable = removable
      mount.isEncrypted = encrypted
      #expect(Fixtures.rules(policy, holding, mounts: [mount]) == rules)
    }
  }

  @Test func clausesAreTheOrganisationsOwn() throws {
    let policy = try Fixtures.policy(Self.text + "clauses: {undeclared-country: 第8条}\n")
    var judge = Fixtures.judge(policy)
    let judged = judge.judge(
      Fixtures.holding(
        "海外/US/a.csv", signs: try Fixtures.signs(policy, headings: ["会員番号"])))
    #expect(judged.verdicts.map(\.clause) == ["第8条"])
    #expect(judged.verdicts.first?.policy == "policy.yaml:25")
    #expect(judged.verdicts.first?.findings == [0, 1])
  }

  @Test func withoutAPolicyItOnlySumsUp() {
    var judge = Fixtures.judge(nil)
    let judged = judge.judge(Fixtures.holding("a.csv", [.myNumber]))
    #expect(judged.verdicts.isEmpty)
    #expect(judged.category == nil)
    let (verdicts, summary) = judge.finish()
    #expect(verdicts.isEmpty)
    #expect(summary.byType == [.myNumber: Summary.Tally(files: 1, count: 10)])
    #expect(summary.byCategory.isEmpty)
  }
}
