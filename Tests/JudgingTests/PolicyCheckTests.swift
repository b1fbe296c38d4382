import Inventory
import Testing
import YAMLTree

@testable import Judging

@Suite struct PolicyCheckTests {
  /// A policy without mistakes, to which a test adds one.
  static let head = """
    version: 1
    organisation: {name: 株式会社サンプル, contact: {name: 窓口}}
    home_country: JP
    categories:
      - key: customer
        name: お客様
        purposes: [{key: shipping, text: 発送}]
        types: [phone]

    """

  private func lines(_ text: String) -> [String] {
    PolicyCheck(Array(text.utf8), file: "conf/policy.yaml", now: Fixtures.now).mistakes.map {
      $0.described(file: "policy.yaml", .english)
    }
  }

  private func warnings(_ text: String) -> [String] {
    let check = PolicyCheck(Array(text.utf8), file: "policy.yaml", now: Fixtures.now)
    #expect(check.mistakes == [])
    return check.warnings.map { $0.described(file: "policy.yaml", .english) }
  }

  @Test func acceptsTheSample() throws {
    let check = PolicyCheck(
      Array(SamplePolicy.text.utf8), file: "policy.yaml", now: Fixtures.now)
    #expect(check.mistakes == [])
    let policy = try #require(check.policy)
    #expect(policy.categories.map(\.key) == ["customer", "partner", "employee", "enquirer"])
    #expect(policy.locations.count == 8)
    #expect(policy.countries.map(\.isPlaceholder) == [false, true])
    #expect(policy.clause(of: .undeclaredCountry) == "5(7)")
    #expect(policy.suppressions.count == 1)
    #expect(
      check.warnings.map(\.message.english) == [
        "countries: 'A国' is a placeholder; name the real country"
      ])
  }

  @Test(arguments: [
    (
      "countries: [{code: JPN}]",
      "10:20: countries[0].code: country 'JPN' is neither a two-letter code nor a declared placeholder; write 'JP'"
    ),
    (
      "countries:\n  - code: 日本",
      "11:11: countries[0].code: country '日本' is neither a two-letter code nor a declared placeholder; write 'JP'"
    ),
    (
      "countries: [{code: US, placeholder: true}]",
      "10:20: countries[0].code: a placeholder's code must not be a real country's, nor 'unknown'; write it like 'A'"
    ),
    (
      "countries: [{code: SG}, {code: SG}]",
      "10:32: countries[1].code: country 'SG' is declared in line 10 too; use another key"
    ),
    (
      "countries: [{code: SG, reviewed: 2026/04/01}]",
      "10:34: countries[0].reviewed: this is not a day of the calendar; write it like 2026-04-01"
    ),
    (
      "review_countries_every: 1 year",
      "10:25: review_countries_every: '1 year' is not a duration; write it like 5y, 18m or 90d"
    ),
    ("bases: [{path: mnt}]", "10:16: bases[0].path: a base is an absolute path; begin it with '/'"),
    (
      "clauses: {my-numbr-outside-purpose: x}",
      "10:11: clauses: verdict rule 'my-numbr-outside-purpose' is not known; did you mean 'my-number-outside-purpose'?"
    ),
    (
      "time_zone: America/New_York",
      "10:12: time_zone: time zone 'America/New_York' is not known; write 'Asia/Tokyo' or an offset such as '+09:00'"
    ),
    (
      "my_number: {purposes: [{key: marketing, text: 販促}]}",
      "10:30: my_number.purposes[0].key: My Number purpose 'marketing' is not lawful; My Numbers may be handled only for 'tax', 'social-security' and 'disaster' (My Number Act, article 9)"
    ),
    (
      "locations: [{categories: [customer]}]",
      "10:13: locations[0]: key 'path' (or 'source', a mount source) is missing"
    ),
    (
      "locations: [{path: a/**, source: b, country: JP}]",
      "10:13: locations[0]: an entry takes 'path' or 'source', not both"
    ),
    (
      "locations: [{path: a/**, categories: [custmer]}]",
      "10:39: locations[0].categories[0]: category 'custmer' is not known; did you mean 'customer'?"
    ),
    (
      "locations: [{path: a/**, purposes: [shiping]}]",
      "10:37: locations[0].purposes[0]: purpose 'shiping' is not known; did you mean 'shipping'?"
    ),
    (
      "locations: [{path: a/**, my_number: [tax]}]",
      "10:38: locations[0].my_number[0]: My Number purpose 'tax' is not known"
    ),
    (
      "locations: [{path: a/**, stage: stor}]",
      "10:33: locations[0].stage: unknown name 'stor'; did you mean 'store'?"
    ),
    (
      "locations: [{path: a/**, retention: {from: modified}}]",
      "10:37: locations[0].retention: key 'keep' is missing"
    ),
    (
      "locations: [{path: a/**, retention: {keep: 5}}]",
      "10:44: locations[0].retention.keep: '5' is not a duration; write it like 5y, 18m or 90d"
    ),
    (
      "locations: [{path: a/**, holder: {third_party: X, ground: consnt}}]",
      "10:59: locations[0].holder.ground: unknown name 'consnt'; did you mean 'consent'?"
    ),
    (
      "locations: [{path: a/**, holder: {contract: X}}]",
      "10:34: locations[0].holder: a holder needs the name of a 'processor' or of a 'third_party'"
    ),
    (
      "locations: [{path: a/**, holder: {processor: X, ground: law}}]",
      "10:49: locations[0].holder: 'ground' goes only with 'third_party'"
    ),
    (
      "locations: [{path: a/**, handlers: {}}]",
      "10:36: locations[0].handlers: handlers names neither users nor groups"
    ),
    (
      "locations: [{path: a/**, country: USA}]",
      "10:35: locations[0].country: country 'USA' is neither a two-letter code nor a declared placeholder; write 'US'"
    ),
    (
      "locations: [{path: a/**, encrypted: yes}]",
      "10:37: locations[0].encrypted: 'yes' is neither 'true' nor 'false'"
    ),
    (
      "locations: [{path: 'a/[b', country: JP}]",
      "10:20: locations[0].path: '[' is not closed; write ']', or '\\[' for the character itself"
    ),
    (
      "locations: [{path: a/**}]",
      "10:13: locations[0]: this entry sets nothing; give it 'categories' or another attribute"
    ),
    (
      "locations: [{path: a/**, country: JP}, {path: a/**, country: SG, stage: use}]",
      "10:13: this entry has no effect: the entry in line 10 is for the same paths and sets every attribute again"
    ),
    (
      "locations: [{path: a/**, handler: {groups: [a]}, stage: use}]",
      "10:26: locations[0]: unknown key 'handler'; did you mean 'handlers'?"
    ),
    ("suppress: [{path: a/**, until: 2027-03-31}]", "10:12: suppress[0]: key 'reason' is missing"),
    (
      "suppress: [{path: a/**, type: phone, reason: x}]",
      "10:12: suppress[0]: key 'until' is missing"
    ),
    (
      "suppress: [{path: a/**, type: phon, reason: x, until: 2027-03-31}]",
      "10:31: suppress[0].type: unknown name 'phon'; did you mean 'phone'?"
    ),
    ("organisation: {}", "10:1: key 'organisation' is given twice (first in line 2)"),
    ("homecountry: JP", "10:1: unknown key 'homecountry'; did you mean 'home_country'?"),
  ])
  func names(mistake: String, line: String) {
    #expect(lines(Self.head + "\n" + mistake + "\n") == ["policy.yaml:" + line])
  }

  @Test(arguments: [
    ("categories: []\n", "1:1: key 'version' is missing"),
    ("version: 2\ncategories: []\n", "1:10: version: version 2 is not known; write 1"),
    ("version: 1\n", "1:1: key 'categories' is missing"),
    ("- a\n", "1:1: a mapping of keys to values is expected here"),
    (
      "version: 1\nhome_country: jp\ncategories: []\n",
      "2:15: home_country: country 'jp' is neither a two-letter code nor a declared placeholder; write 'JP'"
    ),
    (
      "version: 1\ncategories: [{key: a, name: A, types: [phon]}]\n",
      "2:40: categories[0].types[0]: unknown name 'phon'; did you mean 'phone'?"
    ),
    (
      "version: 1\ncategories: [{key: a, name: A}, {key: a, name: B}]\n",
      "2:39: categories[1].key: category 'a' is declared in line 2 too; use another key"
    ),
    (
      "version: 1\ncategories: [{key: a, name: A, purposes: [{key: p, text: x}, {key: p, text: y}]}]\n",
      "2:68: categories[0].purposes[1].key: purpose key 'p' is declared in line 2 too; use another key"
    ),
    ("version: 1\ncategories: [{name: A}]\n", "2:14: categories[0]: key 'key' is missing"),
  ])
  func namesMistakesAtTheTop(text: String, line: String) {
    #expect(lines(text).contains("policy.yaml:" + line), "\(lines(text))")
  }

  @Test func purposesMustFitTheCategories() {
    let text = """
      version: 1
      categories:
        - {key: a, name: A, purposes: [{key: p, text: x}]}
        - {key: b, name: B, purposes: [{key: q, text: y}]}
      locations:
        - {path: x/**, categories: [a], purposes: [p, q]}
        - {path: y/**, categories: [a, b], purposes: [p]}
      """
    #expect(
      lines(text) == [
        "policy.yaml:6:49: locations[0].purposes[1]: purpose 'q' belongs to none of the location's categories (a)",
        "policy.yaml:7:38: locations[1].purposes: purposes names none of category 'b'; add one, or leave the category out",
      ])
  }

  @Test func reportsAllMistakesInFileOrder() {
    let text =
      Self.head
      + "\nlocations:\n  - {path: a/**, stage: stor}\n  - {path: b/**, contry: JP}\nbase: x\n"
    #expect(
      lines(text).map { $0.split(separator: ":")[1] } == ["11", "12", "13"], "\(lines(text))")
  }

  @Test func warnsOfGaps() {
    let text = """
      version: 1
      countries:
        - {code: US, name: 米国}
        - {code: A, name: A国, placeholder: true}
      categories:
        - {key: employee, name: 従業員, purposes: [{key: hr, text: 人事労務管理（別途同意書にて明示）}], types: [phone]}
        - {key: other, name: その他}
      locations:
        - {path: a/**, holder: {processor: X}, provider_country: CN}
        - {path: b/**, holder: {third_party: Y}}
      suppress:
        - {path: c/**, reason: 済, until: 2026-11-24}
        - {path: d/**, reason: 済, until: 2026-11-25}
      """
    #expect(
      warnings(text).map { $0.split(separator: " ").prefix(5).joined(separator: " ") }
        == [
          "policy.yaml:1:1: organisation: the contact point is",
          "policy.yaml:1:1: 'home_country' is missing: every",
          "policy.yaml:3:5: countries: country 'US' has",
          "policy.yaml:3:5: countries: country 'US' has",
          "policy.yaml:4:5: countries: 'A国' is a",
          "policy.yaml:6:43: categories: purpose 'hr' refers",
          "policy.yaml:7:5: categories: category 'other' has",
          "policy.yaml:7:5: categories: category 'other' has",
          "policy.yaml:9:5: locations: no 'contract' with",
          "policy.yaml:9:60: locations[0].provider_country: the provider's country",
          "policy.yaml:10:5: locations: no 'ground' for",
          "policy.yaml:12:5: suppress: this acceptance ended",
        ].map { $0.split(separator: " ").prefix(5).joined(separator: " ") })
  }

  @Test func everySentenceHasBothLanguages() {
    let text = Self.head + "\nlocations:\n  - {path: a/**, stage: stor}\n"
    let check = PolicyCheck(Array(text.utf8), file: "p", now: Fixtures.now)
    for mistake in check.mistakes + check.warnings {
      #expect(mistake.message.japanese != mistake.message.english)
      #expect(mistake.message.japanese.unicodeScalars.contains { $0.value > 0x3000 })
    }
    #expect(!check.mistakes.isEmpty)
  }
}
