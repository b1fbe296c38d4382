package import Inventory
package import YAMLTree

/// What an organisation declared: whose data it holds, for which purposes, where, and under which rules.
///
/// Checked; nothing in it needs checking again.
package struct Policy: Sendable {
  /// The policy file's name, as verdicts cite it: its last component.
  package var file: String
  package var organisation = Organisation()
  package var timeZone = TimeZone.tokyo
  /// The country where local disks stand.
  package var homeCountry: Located<String>?
  package var countries: [Country] = []
  package var reviewEvery: Period?
  /// Where shares are mounted; absolute, without a `/` at the end.
  package var bases: [[UInt8]] = []
  /// The organisation's own numbering, by rule; the others have the default.
  package var clauses: [VerdictRule: String] = [:]
  package var categories: [Category] = []
  package var myNumberPurposes: [Purpose] = []
  /// In file order: per attribute the last that matches and sets it wins.
  package var locations: [DeclaredLocation] = []
  package var suppressions: [Suppression] = []

  package init(file: String) { self.file = file }

  /// The category with a key.
  package func category(_ key: String) -> Category? { categories.first { $0.key == key } }

  /// The clause that verdicts of a rule cite.
  package func clause(of rule: VerdictRule) -> String { clauses[rule] ?? rule.usualClause }

  /// A place in the file, as verdicts cite it: `policy.yaml:15`.
  package func place(_ position: Position) -> String { "\(file):\(position.line)" }

  /// The words of the categories' own `signs`, to be added to the built-in ones.
  package var signWords: [SignVocabulary.Word] {
    categories.flatMap { category in
      category.signs.map {
        SignVocabulary.Word(
          text: Words.folded($0), kind: category.key, weight: CategoryInference.declaredSignWeight)
      }
    }
  }

  /// Everything that counts as a sign in a scan: the built-in words, then those of the policy.
  package static func vocabulary(builtIn kinds: [CategoryKind], policy: Policy?) -> SignVocabulary {
    SignVocabulary(words: kinds.flatMap(\.words) + (policy?.signWords ?? []))
  }
}

/// Who declares, and whom people may ask.
///
/// Printed on ledger and report.
package struct Organisation: Sendable, Equatable {
  package var name: String?
  package var isPublic = false
  package var enacted: CivilDate?
  package var contactName: String?
  package var contactEmail: String?
  package var contactPhone: String?
  package var privacyOfficer: String?
  package var myNumberOfficer: String?
  package var accreditedBody: String?
  package var trainingRecord: String?

  package init() {}
}

/// A declared country outside the home country.
package struct Country: Sendable, Equatable {
  /// ISO 3166-1 alpha-2, or the code of a placeholder.
  package var code: String
  package var name: String?
  /// What was learnt of its regime for protecting personal data.
  package var regime: String?
  package var reviewed: CivilDate?
  /// Whether it stands for a country that has not been named, as "A国" in a published text.
  package var isPlaceholder: Bool
  package var position: Position
}

/// A purpose of use.
package struct Purpose: Sendable, Equatable {
  package var key: String
  package var text: String
  /// Whether health insurance numbers may be used for it.
  package var allowsHealthInsurance: Bool
  package var position: Position
}

/// A category of persons.
package struct Category: Sendable, Equatable {
  package var key: String
  package var name: String
  package var purposes: [Purpose]
  /// The types that may be held of these persons; `nil` when the policy does not say.
  package var types: Set<DataType>?
  package var signs: [String]
  package var position: Position
}

/// Accepted findings: they are not judged until a day has passed.
package struct Suppression: Sendable, Equatable {
  package var glob: Glob
  /// `nil`: every type.
  package var type: DataType?
  package var reason: String
  /// The last day on which it holds.
  package var until: CivilDate
  package var position: Position
}
