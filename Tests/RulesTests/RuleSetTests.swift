import Inventory
import Testing

@testable import Rules

/// The packs that come with the program.
@Suite struct RuleSetTests {
  @Test func everyTypeHasItsRule() throws {
    let set = try RuleSet.bundled()
    for type in DataType.allCases {
      #expect(set[type]?.id == "jp.\(type.rawValue)")
    }
    #expect(Set(set.rules.map(\.id)).count == set.rules.count)
    #expect(set.rules.contains { $0.dataType == nil })
    #expect(set.sha256.count == 64)
  }

  @Test func theDigestFollowsTheBytes() throws {
    let set = try RuleSet.bundled()
    let again = try RuleSet.bundled()
    #expect(set.sha256 == again.sha256)
    let pack = PackFile(name: "own.yaml", bytes: Array(PackSamples.own.utf8))
    let more = try set.adding([pack])
    #expect(more.sha256 != set.sha256)
    #expect(more.rules.count == set.rules.count + 1)
    #expect(more.rule(id: "acme.member-number")?.origin.isBundled == false)
  }

  @Test func aSecondPackWithTheSameIDIsRefused() throws {
    let set = try RuleSet.bundled()
    let pack = PackFile(name: "own.yaml", bytes: Array(PackSamples.own.utf8))
    let error = #expect(throws: RuleError.self) { try set.adding([pack, pack]) }
    #expect(error?.described(.english).first?.hasPrefix("own.yaml:1:1: ") == true)
  }

  /// Scans read packs without their proof; the rule must be the same as from the whole file.
  @Test func leavingOutTheProofChangesNothing() throws {
    for file in BundledFiles.packs where file.name != CategoryKinds.fileName {
      let scan = try RuleReader.read(file, isBundled: true, reading: .scan).rule
      let whole = try RuleReader.read(file, isBundled: true, reading: .whole).rule
      #expect(scan.id == whole.id)
      #expect(scan.headings == whole.headings)
      #expect(scan.near == whole.near)
      #expect(scan.weights == whole.weights)
      #expect(scan.dummies == whole.dummies)
      #expect(scan.patterns.map(\.id) == whole.patterns.map(\.id))
      #expect(RuleReader.withoutProof(file.bytes).count < file.bytes.count)
    }
  }

  /// Known headings must lead to their type, and to no other as strongly.
  @Test(arguments: [
    ("個人番号", "my-number"), ("ﾏｲﾅﾝﾊﾞｰ", "my-number"), ("kojinBango", "my-number"),
    ("MY_NUMBER", "my-number"), ("TEL_NO", "phone"), ("携帯番号", "phone"),
    ("KANJI_NAME", "person-name"),
    ("SHIMEI", "person-name"), ("氏　名", "person-name"), ("会社名", "organisation-name"),
    ("E-mail", "email"), ("ﾒｰﾙｱﾄﾞﾚｽ", "email"), ("〒", "postal-code"), ("生年月日(西暦)", "birth-date"),
    ("入社年月日", "other-date"), ("passport_no", "passport"), ("注文番号", "order-number"),
    ("お問い合わせ番号", "tracking-number"), ("雇用保険被保険者番号", "employment-insurance-number"),
    ("介護保険被保険者番号", "care-insurance-number"), ("法人番号", "corporate-number"),
    ("会社法人等番号", "corporate-registration"), ("口座番号", "bank-account"), ("社員CD", "employee-number"),
    ("会員番号", "member-number"), ("市区町村コード", "local-government-code"),
  ])
  func headingsLeadToTheirType(heading: String, type: String) throws {
    let set = try RuleSet.bundled()
    let vocabulary = HeadingVocabulary(set.rules)
    let text = HeadingText.normalised(heading.utf8.span)
    let strong = vocabulary.hits(in: text.span).filter { $0.role == .strong }
    #expect(strong.map { set.rules[$0.rule].target.name } == [type])
  }
}
