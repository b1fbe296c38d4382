import Inventory

/// A made-up scan for the tests of reports.
///
/// All data in it is synthetic.
enum SampleScan {
  static let mount = Mount(
    point: Array("/srv".utf8), filesystem: "cifs", source: "//fs01/share")

  static func facts(policy: Bool = true, isolation: Isolation? = nil) -> ScanFacts {
    ScanFacts(
      toolVersion: "0.1.0", libraries: [("libxml2", "2.9.14"), ("pcre2", "10.42")],
      id: "0c5f", started: 1_790_000_000_000_000_000, host: "scan01",
      roots: [Root(path: Array("/srv/share".utf8), mount: mount)],
      policy: policy ? ("policy.yaml", String(repeating: "ab12", count: 16)) : nil,
      categoryNames: policy ? ["customer": "お客様の個人情報"] : [:],
      patternsSHA256: String(repeating: "0123", count: 16), ruleCount: 31,
      isolation: isolation ?? Isolation(seccomp: true, landlock: true, noNewPrivileges: true))
  }

  static func entry(_ path: String, inode: UInt64 = 7) -> FileEntry {
    entry(Array(path.utf8), inode: inode)
  }

  static func entry(_ path: [UInt8], inode: UInt64 = 7) -> FileEntry {
    FileEntry(
      root: 0, path: path, kind: .file, device: 64, inode: inode, size: 1234,
      modified: 1_700_000_000_000_000_000, owner: 1000, group: 1000, mode: 0o640)
  }

  /// A finding with every kind of evidence.
  static var finding: Finding {
    Finding(
      type: .myNumber, rule: "jp.my-number", confidence: 0.998,
      location: .column(7, heading: "個人番号"), count: 98, distinct: 97,
      places: [
        Address(line: 2, row: 2, column: 7, byteOffset: 1032),
        Address(line: 3, byteOffset: 2000, path: "/employees/employee[3]/@myNumber"),
      ],
      evidence: [
        .heading(text: "個人番号", weight: 3), .label(word: "番号", weight: 1.25),
        .near(word: "氏名", weight: 0.5), .neighbour(text: "person-name", weight: 0.75),
        .checkDigit(passed: 98, of: 98, weight: 12), .structure(passed: 98, of: 98, weight: 1),
        .dictionary(passed: 3, of: 4, weight: -0.3), .note("no-heading"),
        .series(against: [
          SeriesOdds(competitor: "random", bans: 98.4),
          SeriesOdds(competitor: "tracking-number", bans: 30.2),
        ]),
      ])
  }

  static func verdict(
    _ rule: VerdictRule, because: String = "個人番号が 98 件あります", findings: [Int] = [0],
    policy: String? = "policy.yaml:15"
  ) -> Verdict {
    Verdict(
      rule: rule, clause: "1(2)", findings: findings,
      because: Message(ja: because, en: "98 My Numbers are here"),
      remedy: Message(ja: "移すか消してください", en: "move or delete them"), policy: policy)
  }

  static func holding(_ path: String = "営業/顧客名簿.csv") -> Holding {
    Holding(
      entry: entry(path), status: .scanned,
      content: ContentReport(
        format: .csv, encoding: "CP932", bytesRead: 1234, findings: [finding],
        persons: PersonEvidence(estimate: 97, standing: .persons)),
      ownerName: "hr", groupName: "hr",
      country: CountryBasis(code: "JP", basis: .home, because: "policy.yaml:5 home_country"),
      category: CategoryBasis(
        key: "customer", basis: .declared, confidence: 0.93, because: ["path:営業"]),
      purposes: ["shipping"],
      verdicts: [verdict(.myNumberOutsidePurpose)],
      suppressions: [
        AppliedSuppression(
          findings: [0], reason: "記入例", until: "2027-03-31", policy: "policy.yaml:88")
      ])
  }

  static func unread(_ path: String, _ status: Status, _ reason: Reason, detail: String? = nil)
    -> Holding
  {
    Holding(entry: entry(path), status: status, reason: reason, detail: detail)
  }

  static func clean(_ path: String) -> Holding {
    Holding(
      entry: entry(path), status: .scanned,
      content: ContentReport(format: .text, encoding: "UTF-8", bytesRead: 1234),
      ownerName: "hr", groupName: "hr")
  }

  static func totals(_ outcome: Outcome = .complete) -> ScanTotals {
    var coverage = Coverage()
    coverage.count(.scanned, reason: nil, bytesWalked: 1234, bytesRead: 1234)
    coverage.count(.skipped, reason: .link, bytesWalked: 0, bytesRead: 0)
    coverage.count(.failed, reason: .permission, bytesWalked: 10, bytesRead: 0)
    var summary = Summary()
    summary.byType = [.myNumber: .init(files: 1, count: 98), .email: .init(files: 2, count: 1203)]
    summary.byCategory = ["customer": 1, "": 2]
    summary.byCountry = ["JP": 3]
    summary.byRule = [.myNumberOutsidePurpose: 1, .countryNotNamed: 1]
    summary.people = ["customer": 97]
    return ScanTotals(
      verdicts: [verdict(.countryNotNamed, because: "国名がありません", findings: [])],
      coverage: coverage, summary: summary, finished: 1_790_000_072_000_000_000, outcome: outcome)
  }

  /// Paths and reasons of every kind.
  static var holdings: [Holding] {
    [
      holding(), clean("空/何もない.txt"), unread("a/link", .skipped, .link),
      unread("帳票.xlsx", .skipped, .unsupportedFormat, detail: "xlsx"),
      unread("壊れた.xml", .partly, .structureBroken), unread("秘密.csv", .failed, .permission),
    ]
  }
}
