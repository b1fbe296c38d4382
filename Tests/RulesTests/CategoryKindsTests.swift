import Inventory
import Testing

@testable import Rules

@Suite struct CategoryKindsTests {
  @Test func allKindsAreThere() throws {
    let kinds = try RuleSet.bundled().kinds.kinds
    let keys = kinds.map(\.key)
    #expect(Set(keys).count == keys.count)
    for key in [
      "customer", "partner", "applicant", "employee", "enquirer", "entrusted", "visitor",
      "shareholder", "patient", "student", "resident", "donor",
    ] {
      #expect(keys.contains(key))
    }
    for kind in kinds {
      #expect(!kind.names.contains(""))
      #expect(!kind.strong.contains(""))
      #expect(kind.strong.count >= 5)
      #expect(Set(kind.strong).isDisjoint(with: kind.weak))
    }
  }

  @Test(arguments: [
    ("customer", "何か", "customer"), ("kokyaku", "お客様の個人情報", "customer"),
    ("partner2", "お取引先の個人情報", "partner"), ("a", "採用応募者", "applicant"),
    ("b", "従業員の個人情報", "employee"), ("toiawase", "お問い合わせで取得した個人情報", "enquirer"),
    ("c", "受託業務で取得した個人情報", "entrusted"), ("shareholders", "株主様", "shareholder"),
    ("d", "天体", nil),
  ])
  func categoriesAreRecognised(key: String, name: String, kind: String?) throws {
    #expect(try RuleSet.bundled().kinds.kind(forCategoryKey: key, name: name) == kind)
  }

  @Test func theVocabularyHoldsEveryWord() throws {
    let kinds = try RuleSet.bundled().kinds
    let words = kinds.vocabulary.words
    #expect(words.count == kinds.kinds.map { $0.strong.count + $0.weak.count }.reduce(0, +))
    #expect(words.allSatisfy { $0.weight > 0 && !$0.text.isEmpty })
  }
}
