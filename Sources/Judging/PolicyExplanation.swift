internal import Inventory
internal import YAMLTree

/// What a policy says of one path, and which entry says it.
package struct PolicyExplanation: Sendable, Equatable {
  /// An entry of `locations` that is for the path.
  package struct Entry: Sendable, Equatable {
    /// The pattern or mount source as typed.
    package var pattern: String
    /// `policy.yaml:41`.
    package var place: String
    /// Names of the attributes that it sets, in the order of the documentation.
    package var sets: [String]
  }

  /// An attribute as it holds for the path.
  package struct Attribute: Sendable, Equatable {
    /// The attribute's key in the policy file.
    package var name: String
    package var value: String
    /// Where it was set: `policy.yaml:43`.
    ///
    /// `nil` for what follows from no entry.
    package var place: String?
    /// The pattern of the entry that set it.
    package var pattern: String?
  }

  /// The path as it was held against the patterns: from the base where one holds it.
  package var path: String
  /// In file order: later ones win.
  package var entries: [Entry]
  package var attributes: [Attribute]
  /// Acceptances whose pattern is for the path, as `policy.yaml:88`, those that have ended too.
  package var suppressions: [String]
  /// Whether the path is declared for any category.
  package var isDeclared: Bool
}

extension Policy {
  /// Explains a path; nothing needs to be there.
  ///
  /// - Parameters:
  ///   - path: Absolute, or relative to a base or root.
  ///   - source: What is mounted there, where known.
  package func explanation(of path: [UInt8], source: String? = nil) -> PolicyExplanation {
    let finder = PlaceFinder(self)
    let slash = path.lastIndex(of: UInt8(ascii: "/"))
    let isAbsolute = path.first == UInt8(ascii: "/")
    let folder = Array(path[..<(slash ?? 0)])
    let directory = finder.directory(
      absolute: isAbsolute ? folder : [], relative: isAbsolute ? Array(folder.dropFirst()) : folder,
      source: source)
    let file = PlaceFinder.File(name: path[(slash.map { $0 + 1 } ?? 0)...], in: directory)
    let place = finder.place(of: file, in: directory)
    let name = path[(slash.map { $0 + 1 } ?? 0)...]
    return PolicyExplanation(
      path: String(decoding: directory.relative + name, as: UTF8.self),
      entries: place.entries.map { index in
        PolicyExplanation.Entry(
          pattern: locations[index].pattern, place: self.place(locations[index].position),
          sets: PolicySyntax.Location.keys.filter(locations[index].attributes.contains))
      },
      attributes: attributes(of: place),
      suppressions: suppressions.filter { file.matches($0.glob) }.map { self.place($0.position) },
      isDeclared: place.categories != nil)
  }

  private func attributes(of place: EffectivePlace) -> [PolicyExplanation.Attribute] {
    var result: [PolicyExplanation.Attribute] = []
    func add<Value>(
      _ name: String, _ setting: EffectivePlace.Setting<Value>?, _ text: (Value) -> String
    ) {
      guard let setting else { return }
      result.append(
        PolicyExplanation.Attribute(
          name: name, value: text(setting.value), place: self.place(setting.position),
          pattern: locations[setting.entry].pattern))
    }
    let list: ([String]) -> String = { $0.joined(separator: ", ") }
    add("categories", place.categories, list)
    add("purposes", place.purposes, list)
    if place.purposes == nil, let categories = place.categories {
      let purposes = categories.value.compactMap(category).flatMap(\.purposes).map(\.key)
      result.append(
        PolicyExplanation.Attribute(
          name: "purposes", value: list(purposes), place: self.place(categories.position),
          pattern: locations[categories.entry].pattern))
    }
    add("my_number", place.myNumber, list)
    add("department", place.department) { $0 }
    add("person_responsible", place.personResponsible) { $0 }
    add("handlers", place.handlers) { handlers in
      (handlers.groups.map { "group \($0)" } + handlers.users.map { "user \($0)" })
        .joined(separator: ", ")
    }
    add("stage", place.stage, \.rawValue)
    add("retention", place.retention) { retention in
      "\(retention.keep.text) from \(retention.start.rawValue)"
        + (retention.ending.map { ", then \($0.rawValue)" } ?? "")
    }
    if place.country == nil, let home = homeCountry {
      result.append(
        PolicyExplanation.Attribute(
          name: "country", value: home.value, place: self.place(home.position),
          pattern: "home_country"))
    }
    add("country", place.country) { $0 ?? "unknown" }
    add("provider_country", place.providerCountry) { $0 }
    add("medium", place.medium, \.rawValue)
    add("encrypted", place.isEncrypted) { String($0) }
    add("holder", place.holder) { holder in
      switch holder {
      case .processor(let name, let contract):
        "processor \(name)" + (contract.map { ", contract \($0)" } ?? "")
      case .thirdParty(let name, let ground):
        "third party \(name)" + (ground.map { ", ground \($0.rawValue)" } ?? "")
      }
    }
    add("article_19", place.article19) { $0 }
    add("entrusted_categories", place.entrustedCategories, list)
    return result
  }
}
