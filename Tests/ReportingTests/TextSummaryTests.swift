import Inventory
import Testing

@testable import Reporting

@Suite struct TextSummaryTests {
  private func summary(
    _ holdings: [Holding] = SampleScan.holdings, language: Language = .japanese,
    colour: Bool = false, facts: ScanFacts = SampleScan.facts(),
    totals: ScanTotals = SampleScan.totals(.incomplete)
  ) throws -> String {
    let options = ReportOptions(language: language, usesColour: colour)
    return try written(
      { TextSummary(options: options, write: $0) }, holdings, facts: facts, totals: totals)
  }

  @Test func saysEverythingThatAReaderNeeds() throws {
    let text = try summary()
    for part in [
      "/srv/share (cifs)", "policy.yaml", "個人番号", "1,203", "[重大]", "my-number-outside-purpose",
      "営業/顧客名簿.csv", "個人番号が 98 件あります", "対応: 移すか消してください", "country-not-named", "policy.yaml:15",
      "読めない形式: xlsx", "帳票.xlsx", "壊れた.xml", "秘密.csv", "お客様の個人情報 97",
      "記入例（2027-03-31 まで、policy.yaml:88）: 1 ファイル、所見 1 件", "読んだ量 1,234 B",
      "3 件 = 読んだ 1 + 一部 0 + 読まない 1 + 失敗 1", "「問題なし」とは言えません",
    ] { #expect(text.contains(part), "\(part) is missing") }
    #expect(!text.contains("a/link"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func speaksEnglishWithoutAnyJapaneseOfItsOwn() throws {
    let text = try summary(
      [SampleScan.unread("a.xlsx", .skipped, .unsupportedFormat, detail: "xlsx")],
      language: .english)
    #expect(text.unicodeScalars.allSatisfy { $0.value < 0x3040 || $0 == "■" })
  }

  @Test func putsTheSeverestFirst() throws {
    var holding = SampleScan.holding()
    holding.verdicts = [
      .heldInDeclaredCountry, .accessTooWide, .retentionExceeded, .undeclaredCountry,
    ]
    .map { SampleScan.verdict($0) }
    let text = try summary([holding])
    let places = [
      "undeclared-country", "retention-exceeded", "access-too-wide", "country-not-named",
      "held-in-declared-country",
    ].map { rule in text.ranges(of: "(\(rule))").first?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test func capsLongListsAndCountsTheRest() throws {
    let holdings =
      (0..<1_500).map { SampleScan.holding("f\($0).csv") }
      + (0..<300).map { SampleScan.unread("u\($0)", .failed, .permission) }
    let text = try summary(holdings)
    #expect(text.split(separator: "\n").count < 120)
    #expect(text.contains("ほか 1,480 件。"))
    #expect(text.contains("ほか 280 件。"))
    #expect(text.contains("--format json"))
  }

  @Test func doesNotGrowWithTheVarietyOfDetails() throws {
    let holdings = (0..<5_000).map {
      SampleScan.unread("u\($0)", .skipped, .unsupportedFormat, detail: "kind \($0)")
    }
    var report = TextSummary(options: ReportOptions()) { _ in }
    try report.begin(SampleScan.facts())
    for holding in holdings { try report.add(holding) }
    #expect(report.unread.count <= TextSummary.details + 1)
  }

  @Test func saysThatNothingWasJudged() throws {
    let text = try summary(
      [SampleScan.holding()], facts: SampleScan.facts(policy: false), totals: SampleScan.totals())
    #expect(text.contains("判定はしていません"))
    #expect(text.contains("どこにあるか"))
    #expect(text.contains("営業/顧客名簿.csv"))
    #expect(!text.contains("方針から外れているものはありません"))
  }

  @Test func saysWhenThereIsNoIsolation() throws {
    let bare = try summary(facts: SampleScan.facts(isolation: Isolation()))
    #expect(bare.contains("隔離していません"))
    let some = try summary(
      facts: SampleScan.facts(isolation: Isolation(seccomp: true, noNewPrivileges: true)))
    #expect(some.contains("Landlock"))
    #expect(!some.contains("隔離していません"))
    #expect(try !summary().contains("隔離"))
  }

  @Test func saysWhenAccessTimesWereTouched() throws {
    var totals = SampleScan.totals()
    totals.coverage.accessTimesTouched = 12
    #expect(try summary(totals: totals).contains("12 件は、最終アクセス日時"))
  }

  @Test func coloursOnlyWhenAsked() throws {
    #expect(try summary(colour: true).contains("\u{1B}[1;31m"))
  }

  @Test(arguments: Language.allCases)
  func hasAWordForEverything(language: Language) {
    for type in DataType.allCases { #expect(!Wording.name(of: type)[language].isEmpty) }
    for rule in VerdictRule.allCases { #expect(!Wording.title(of: rule)[language].isEmpty) }
    for reason in Reason.allCases {
      #expect(!Wording.name(of: reason)[language].isEmpty)
      #expect((Wording.remedy(for: reason) == nil) == reason.leavesScanComplete)
    }
  }
}
