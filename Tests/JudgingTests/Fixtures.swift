import Inventory
import Testing
import YAMLTree

@testable import Judging

/// Values for tests of the judge.
///
/// All data is made up.
enum Fixtures {
  /// 2026-11-25 12:00 in Tokyo.
  static let now = 1_795_575_600 * 1_000_000_000

  static func nanoseconds(_ date: String, hour: Int = 12) throws -> Int {
    let day = try #require(CivilDate(date)).dayNumber
    return (day * 86_400 + (hour - 9) * 3600) * 1_000_000_000
  }

  static func policy(_ text: String) throws -> Policy {
    let check = PolicyCheck(Array(text.utf8), file: "policy.yaml", now: now)
    #expect(check.mistakes == [])
    return try #require(check.policy)
  }

  static let kinds: [CategoryKind] = [
    kind("customer", ["お客様", "顧客"], [("会員番号", 1.5), ("顧客", 1.5), ("お客様", 1.5), ("会員", 0.6)]),
    kind("partner", ["お取引先", "取引先"], [("取引先", 1.5), ("仕入先", 1.5), ("請求書", 0.6)]),
    kind("applicant", ["応募"], [("応募者", 1.5), ("履歴書", 1.5), ("面接", 0.6)]),
    kind("employee", ["従業員", "社員"], [("社員番号", 1.5), ("人事", 1.5), ("給与", 1.5), ("所属", 0.6)]),
    kind("enquirer", ["問い合わせ"], [("お問い合わせ", 1.5), ("問い合わせ内容", 1.5)]),
    kind("entrusted", ["受託"], [("受託", 1.5), ("委託元", 1.5)]),
    kind("visitor", ["来訪者"], [("来訪者", 1.5), ("入館", 1.5), ("受付票", 1.5)]),
    kind("shareholder", ["株主"], [("株主", 1.5), ("持株数", 1.5)]),
    kind("patient", ["患者"], [("患者", 1.5), ("カルテ", 1.5)]),
  ]

  private static func kind(_ kind: String, _ names: [String], _ words: [(String, Double)])
    -> CategoryKind
  {
    CategoryKind(
      kind: kind, names: names,
      words: words.map { SignVocabulary.Word(text: $0.0, kind: kind, weight: $0.1) })
  }

  /// Signs as a worker counts them: words in headings, and words in text.
  static func signs(_ policy: Policy?, headings: [String], text: [String] = []) throws -> [Sign] {
    let words = Policy.vocabulary(builtIn: kinds, policy: policy).words.map(\.text)
    return try headings.map {
      Sign(word: try #require(words.firstIndex(of: $0)), headings: 1, text: 0)
    } + text.map { Sign(word: try #require(words.firstIndex(of: $0)), headings: 0, text: 1) }
  }

  static func finding(
    _ type: DataType, count: Int = 10, confidence: Double = 0.99, evidence: [Evidence] = []
  ) -> Finding {
    Finding(
      type: type, rule: "jp.test", confidence: confidence, location: .text, count: count,
      distinct: count, evidence: evidence)
  }

  static func holding(
    _ path: String, _ types: [DataType] = [.personName, .phone], root: Int = 0, mount: Int = 0,
    modified: Int = now, standing: PersonEvidence.Standing = .persons, signs: [Sign] = [],
    owner: String = "hanako", group: String = "sales", mode: UInt32 = 0o640
  ) -> Holding {
    var entry = FileEntry(root: root, path: Array(path.utf8), kind: .file)
    entry.mount = mount
    entry.modified = modified
    entry.owner = 1000
    entry.group = 1000
    entry.mode = mode
    return Holding(
      entry: entry, status: .scanned,
      content: ContentReport(
        findings: types.map { finding($0) },
        persons: PersonEvidence(estimate: 10, standing: standing), signs: signs),
      ownerName: owner, groupName: group)
  }

  static let disk = Mount(point: Array("/".utf8), filesystem: "ext4", source: "/dev/sda1")

  static func root(_ path: String, isFile: Bool = false) -> Root {
    Root(path: Array(path.utf8), mount: disk, isFile: isFile)
  }

  static func judge(
    _ policy: Policy?, roots: [Root] = [root("/mnt/share")], mounts: [Mount] = [disk],
    now: Int = now, members: [String: Set<String>] = [:], reportsEmptyLocations: Bool = true
  ) -> Judge {
    Judge(
      policy: policy, roots: roots, mounts: mounts, now: now, kinds: kinds,
      vocabulary: Policy.vocabulary(builtIn: kinds, policy: policy), members: members,
      reportsEmptyLocations: reportsEmptyLocations)
  }

  /// The names of the verdicts that one file gets.
  static func rules(_ policy: Policy, _ holding: Holding, mounts: [Mount] = [disk]) -> [String] {
    var judge = judge(policy, mounts: mounts)
    return judge.judge(holding).verdicts.map(\.rule.rawValue)
  }
}
