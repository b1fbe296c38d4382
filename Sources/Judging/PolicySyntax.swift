package import YAMLTree

/// A policy file as it was typed: shapes are right, nothing is yet held against anything else.
package struct PolicySyntax: Sendable {
  /// A country as typed.
  package struct Country: Sendable {
    package var position: Position
    package var code: Located<String>?
    package var name: Located<String>?
    package var regime: Located<String>?
    package var reviewed: Located<CivilDate>?
    package var isPlaceholder: Located<Bool>?
  }

  /// A purpose as typed.
  package struct Purpose: Sendable {
    package var position: Position
    package var key: Located<String>?
    package var text: Located<String>?
    package var allowsHealthInsurance: Located<Bool>?
  }

  /// A category as typed.
  package struct Category: Sendable {
    package var position: Position
    package var path: String
    package var key: Located<String>?
    package var name: Located<String>?
    package var purposes: [Purpose]
    package var types: [Located<String>]?
    package var signs: [Located<String>]
  }

  /// A location as typed.
  package struct Location: Sendable {
    package var position: Position
    package var yamlPath: String
    package var path: Located<String>?
    package var source: Located<String>?
    package var categories: Located<[Located<String>]>?
    package var purposes: Located<[Located<String>]>?
    package var myNumber: Located<[Located<String>]>?
    package var department: Located<String>?
    package var personResponsible: Located<String>?
    package var handlers: Located<DeclaredLocation.Handlers>?
    package var stage: Located<DeclaredLocation.Stage>?
    package var retention: Located<DeclaredLocation.Retention>?
    package var country: Located<String>?
    package var providerCountry: Located<String>?
    package var medium: Located<DeclaredLocation.Medium>?
    package var isEncrypted: Located<Bool>?
    package var holder: Located<DeclaredLocation.Holder>?
    package var article19: Located<String>?
    package var entrustedCategories: Located<[Located<String>]>?
  }

  /// A suppression as typed.
  package struct Suppression: Sendable {
    package var position: Position
    package var path: Located<String>?
    package var type: Located<String>?
    package var reason: Located<String>?
    package var until: Located<CivilDate>?
  }

  package var organisation = Organisation()
  package var organisationPosition: Position?
  package var timeZone: Located<String>?
  package var homeCountry: Located<String>?
  package var countries: [Country] = []
  package var reviewEvery: Located<Period>?
  package var bases: [Located<String>] = []
  package var clauses: [(rule: Located<String>, clause: Located<String>)] = []
  package var categories: [Category] = []
  package var myNumberPurposes: [Purpose] = []
  package var locations: [Location] = []
  package var suppressions: [Suppression] = []
}
