import Inventory
import Testing
import YAMLTree

@testable import Judging

/// Where a file is thought to lie: bases, roots, sources, spellings; and what belongs to no file.
@Suite struct JudgePlacesTests {
  static let text = """
    version: 1
    home_country: JP
    review_countries_every: 1y
    countries:
      - {code: SG, regime: PDPA, reviewed: 2025-11-25}
      - {code: US, regime: x, reviewed: 2025-11-24}
      - {code: DE, regime: x}
      - {code: A, name: A国, placeholder: true}
    bases: [{path: /mnt/share}]
    categories:
      - {key: customer, name: お客様, purposes: [{key: shipping, text: 発送}], types: [person-name, phone]}
    locations:
      - {path: 営業部/データ/**, categories: [customer], country: SG}
      - {path: /srv/abs/**, categories: [customer], country: US}
      - {source: '//SG-FS01/backup', categories: [customer], country: DE}

    """

  private func country(
    _ path: String, root: String, source: String = "/dev/sda1", isFile: Bool = false
  ) throws -> CountryBasis? {
    let policy = try Fixtures.policy(Self.text)
    var mount = Fixtures.disk
    mount.source = source
    var judge = Fixtures.judge(
      policy, roots: [Fixtures.root(root, isFile: isFile)], mounts: [mount])
    let empty = judge.judge(Fixtures.holding(path, [], standing: .none)).country
    let full = judge.judge(Fixtures.holding(path)).country
    #expect(empty == full)
    return full
  }

  @Test(arguments: [
    // Relative to the root; below a base; a root below the base; a root above it; one file as root.
    ("営業部/データ/a.csv", "/data"), ("営業部/データ/a.csv", "/mnt/share"),
    ("データ/a.csv", "/mnt/share/営業部"), ("a.csv", "/mnt/share/営業部/データ"),
    ("share/営業部/データ/a.csv", "/mnt"), ("営業部/データ/x/y/a.csv", "/mnt/share"),
    // NFD, as Macs write it: テ and a voiced sound mark.
    ("営業部/テ\u{3099}ータ/a.csv", "/mnt/share"),
  ])
  func relativePatterns(path: String, root: String) throws {
    #expect(
      try country(path, root: root)
        == CountryBasis(code: "SG", basis: .declared, because: "policy.yaml:13 country"))
  }

  @Test func aFileAsRoot() throws {
    let basis = try country("a.csv", root: "/mnt/share/営業部/データ/a.csv", isFile: true)
    #expect(basis?.code == "SG")
  }

  @Test(arguments: [
    ("営業部/データ", "/mnt/share"), ("営業部/別/a.csv", "/mnt/share"),
    ("x/営業部/データ/a.csv", "/mnt/share"), ("営業部/データ/a.csv", "/mnt/share/営業部"),
    ("営業部/データ/a.csv", "/mnt/share2/x"),
  ])
  func elsewhereIsHome(path: String, root: String) throws {
    if root == "/mnt/share2/x" {
      // A name that only begins like the base is no base: the path from the root counts.
      #expect(try country(path, root: root)?.code == "SG")
    } else {
      #expect(
        try country(path, root: root)
          == CountryBasis(code: "JP", basis: .home, because: "policy.yaml:2 home_country"))
    }
  }

  @Test func absolutePatterns() throws {
    #expect(try country("a.csv", root: "/srv/abs")?.code == "US")
    #expect(try country("abs/x/a.csv", root: "/srv")?.code == "US")
    #expect(try country("srv/abs/a.csv", root: "/")?.code == "US")
    #expect(try country("abs/a.csv", root: "/data")?.code == "JP")
  }

  @Test(arguments: [
    ("//sg-fs01/backup", "DE"), ("\\\\sg-fs01\\backup", "DE"), ("//sg-fs01/Backup/2019", "DE"),
    ("//sg-fs01/backup2", "JP"), ("sg-fs01:/backup", "JP"),
  ])
  func sources(source: String, code: String) throws {
    let basis = try country("x/a.csv", root: "/data", source: source)
    #expect(basis?.code == code)
    if code == "DE" {
      #expect(basis?.basis == .mount)
      #expect(basis?.because == "policy.yaml:15 source //SG-FS01/backup")
    }
  }

  @Test func perAttributeTheLastEntryWins() throws {
    let policy = try Fixtures.policy(
      """
      version: 1
      categories:
        - {key: a, name: A, purposes: [{key: p, text: x}, {key: q, text: x}]}
        - {key: b, name: B, purposes: [{key: r, text: x}]}
      my_number: {purposes: [{key: tax, text: 税}]}
      locations:
        - path: x/**
          categories: [a]
          purposes: [p]
          my_number: [tax]
          department: D1
          person_responsible: P1
          handlers: {groups: [g1]}
          stage: use
          retention: {keep: 1y}
          country: JP
          provider_country: JP
          medium: portable
          encrypted: false
          holder: {processor: H1}
          article_19: 第1号
          entrusted_categories: [a]
        - {path: x/y/**, department: D2, stage: store}
        - {path: '**/*.csv', stage: delete, categories: [a, b]}
        - {path: z/**, department: D3}
      """)
    let explanation = policy.explanation(of: Array("x/y/f.csv".utf8))
    let values = Dictionary(
      uniqueKeysWithValues: explanation.attributes.map {
        ($0.name, "\($0.value) @\($0.place ?? "")")
      })
    #expect(
      values == [
        "categories": "a, b @policy.yaml:24", "purposes": "p @policy.yaml:9",
        "my_number": "tax @policy.yaml:10", "department": "D2 @policy.yaml:23",
        "person_responsible": "P1 @policy.yaml:12", "handlers": "group g1 @policy.yaml:13",
        "stage": "delete @policy.yaml:24", "retention": "1y from modified @policy.yaml:15",
        "country": "JP @policy.yaml:16", "provider_country": "JP @policy.yaml:17",
        "medium": "portable @policy.yaml:18", "encrypted": "false @policy.yaml:19",
        "holder": "processor H1 @policy.yaml:20", "article_19": "第1号 @policy.yaml:21",
        "entrusted_categories": "a @policy.yaml:22",
      ])
    #expect(
      explanation.entries.map(\.place) == ["policy.yaml:7", "policy.yaml:23", "policy.yaml:24"])
    #expect(explanation.entries[1].sets == ["department", "stage"])
    #expect(explanation.isDeclared)
  }

  @Test func explainsAbsolutePathsFromTheirBase() throws {
    let policy = try Fixtures.policy(Self.text)
    let explanation = policy.explanation(of: Array("/mnt/share/営業部/データ/a.csv".utf8))
    #expect(explanation.path == "営業部/データ/a.csv")
    #expect(explanation.entries.map(\.place) == ["policy.yaml:13"])
    let elsewhere = policy.explanation(of: Array("/mnt/share/x.csv".utf8))
    #expect(!elsewhere.isDeclared)
    #expect(elsewhere.attributes.map(\.value) == ["JP"])
  }

  @Test func countriesAndEmptyLocationsBelongToNoFile() throws {
    let policy = try Fixtures.policy(Self.text)
    var judge = Fixtures.judge(policy, roots: [Fixtures.root("/mnt/share"), Fixtures.root("/srv")])
    let (verdicts, summary) = judge.finish()
    #expect(
      verdicts.map { "\($0.rule.rawValue) \($0.policy ?? "")" } == [
        "country-not-named policy.yaml:8", "country-review-overdue policy.yaml:6",
        "country-review-overdue policy.yaml:7", "declared-location-empty policy.yaml:13",
        "declared-location-empty policy.yaml:14",
      ])
    #expect(summary.byRule[.countryReviewOverdue] == 2)
  }

  @Test func aFileFillsItsLocation() throws {
    let policy = try Fixtures.policy(Self.text)
    for (path, root, isEmpty) in [
      ("営業部/データ/a.txt", "/mnt/share", false), ("営業部/a.txt", "/mnt/share", true),
      ("データ/a.txt", "/mnt/share/営業部", false), ("x.txt", "/mnt/share/総務", nil),
    ] as [(String, String, Bool?)] {
      var judge = Fixtures.judge(policy, roots: [Fixtures.root(root)])
      _ = judge.judge(Fixtures.holding(path, [], standing: .none))
      let told = judge.finish().verdicts.contains { $0.policy == "policy.yaml:13" }
      #expect(told == (isEmpty ?? false), "\(path)")
    }
  }

  @Test func partialWalksSayNothingOfEmptyLocations() throws {
    let policy = try Fixtures.policy(Self.text)
    var judge = Fixtures.judge(policy, reportsEmptyLocations: false)
    #expect(!judge.finish().verdicts.contains { $0.rule == .declaredLocationEmpty })
  }

  @Test func hardLinksAreJudgedEachAndCountedOnce() throws {
    let policy = try Fixtures.policy(Self.text)
    var judge = Fixtures.judge(policy)
    _ = judge.judge(Fixtures.holding("営業部/データ/a.csv"))
    var link = Fixtures.holding("総務/b.csv")
    link.hardLinkOf = Array("営業部/データ/a.csv".utf8)
    let judged = judge.judge(link)
    #expect(judged.verdicts.map(\.rule) == [.noDeclaredPurpose])
    let summary = judge.finish().summary
    #expect(summary.byType[.phone] == Summary.Tally(files: 1, count: 10))
    #expect(summary.people == ["customer": 10])
    #expect(summary.byCategory == ["customer": 1])
    #expect(summary.byCountry == ["SG": 1])
    #expect(summary.byRule[.noDeclaredPurpose] == 1)
    #expect(summary.byRule[.heldInDeclaredCountry] == 1)
  }
}
