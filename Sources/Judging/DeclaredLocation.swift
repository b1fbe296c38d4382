package import Inventory
package import YAMLTree

/// An entry of `locations`: which paths it is for, and the attributes that it sets.
///
/// An attribute that is `nil` is left as earlier entries set it.
package struct DeclaredLocation: Sendable {
  /// Which files an entry is for.
  package enum Target: Sendable, Equatable {
    case path(Glob)
    /// A mount source, as ``MountSource`` spells it.
    case source(String)
  }

  /// The stage of handling.
  ///
  /// - Source: 個人情報の保護に関する法律についてのガイドライン（通則編）10-2.
  package enum Stage: String, Sendable, Equatable, CaseIterable {
    case obtain, use, store, provide, delete
  }

  /// Who holds the data when it is not the organisation itself.
  package enum Holder: Sendable, Equatable {
    case processor(name: String, contract: String?)
    case thirdParty(name: String, ground: Ground?)
  }

  /// The seven exceptions that allow provision to a third party.
  ///
  /// - Source: 個人情報保護法 第27条第1項.
  package enum Ground: String, Sendable, Equatable, CaseIterable {
    case consent, law, life
    case publicHealth = "public-health"
    case academicPublication = "academic-publication"
    case academicOwn = "academic-own"
    case academicRecipient = "academic-recipient"
  }

  /// Who may read.
  package struct Handlers: Sendable, Equatable {
    package var users: [String]
    package var groups: [String]
  }

  /// How long data is kept, and what happens then.
  package struct Retention: Sendable, Equatable {
    /// From which day the time runs.
    package enum Start: String, Sendable, Equatable, CaseIterable {
      case modified
      case pathDate = "path-date"
    }

    /// What happens when the time is over.
    package enum Ending: String, Sendable, Equatable, CaseIterable {
      case destroy, review
    }

    package var keep: Period
    package var start: Start
    package var ending: Ending?
  }

  /// On what the data lies.
  package enum Medium: String, Sendable, Equatable, CaseIterable {
    case portable, fixed
  }

  package var target: Target
  /// The pattern or source as typed.
  package var pattern: String
  package var position: Position
  package var categories: Located<[String]>?
  package var purposes: Located<[String]>?
  package var myNumber: Located<[String]>?
  package var department: Located<String>?
  package var personResponsible: Located<String>?
  package var handlers: Located<Handlers>?
  package var stage: Located<Stage>?
  package var retention: Located<Retention>?
  /// A code; `nil` inside stands for `unknown`.
  package var country: Located<String?>?
  package var providerCountry: Located<String>?
  package var medium: Located<Medium>?
  package var isEncrypted: Located<Bool>?
  package var holder: Located<Holder>?
  /// The item of 番号法 第19条 under which My Numbers are provided.
  package var article19: Located<String>?
  package var entrustedCategories: Located<[String]>?

  package init(target: Target, pattern: String, position: Position) {
    self.target = target
    self.pattern = pattern
    self.position = position
  }

  /// Names of the attributes that the entry sets.
  package var attributes: Set<String> {
    var names: Set<String> = []
    if categories != nil { names.insert("categories") }
    if purposes != nil { names.insert("purposes") }
    if myNumber != nil { names.insert("my_number") }
    if department != nil { names.insert("department") }
    if personResponsible != nil { names.insert("person_responsible") }
    if handlers != nil { names.insert("handlers") }
    if stage != nil { names.insert("stage") }
    if retention != nil { names.insert("retention") }
    if country != nil { names.insert("country") }
    if providerCountry != nil { names.insert("provider_country") }
    if medium != nil { names.insert("medium") }
    if isEncrypted != nil { names.insert("encrypted") }
    if holder != nil { names.insert("holder") }
    if article19 != nil { names.insert("article_19") }
    if entrustedCategories != nil { names.insert("entrusted_categories") }
    return names
  }
}

/// Mount sources, brought to one spelling.
package enum MountSource {
  /// `\` becomes `/`, a `/` at the end is dropped, and Windows shares (`//server/share`) compare in small ASCII letters.
  package static func folded(_ source: String) -> String {
    var scalars = source.unicodeScalars.map { $0 == "\\" ? "/" : $0 }
    while scalars.count > 1, scalars.last == "/" { scalars.removeLast() }
    var text = String(String.UnicodeScalarView(scalars))
    if text.hasPrefix("//") { text = text.lowercased() }
    return text
  }

  /// Whether a mount is the declared source, or lies below it.
  package static func matches(declared: String, mounted: String) -> Bool {
    mounted == declared || mounted.hasPrefix(declared + "/")
  }
}
