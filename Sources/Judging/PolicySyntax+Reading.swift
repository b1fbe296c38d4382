package import YAMLTree

extension PolicySyntax {
  /// Reads a policy file by its schema; mistakes are left with `reader`.
  ///
  /// `nil` when it is no mapping at all.
  package init?(_ reader: TreeReader) {
    guard
      let root = reader.rootMapping(
        known: [
          "version", "organisation", "time_zone", "home_country", "countries",
          "review_countries_every", "bases", "clauses", "categories", "my_number", "locations",
          "suppress",
        ], required: ["version", "categories"])
    else { return nil }
    if let version = root.int("version"), version.value != 1 {
      root.note(PolicyMistake.unknownVersion(version.value), at: "version")
    }
    readOrganisation(root)
    timeZone = root.string("time_zone")
    homeCountry = root.string("home_country")
    countries = root.mappings(
      "countries", known: ["code", "name", "regime", "reviewed", "placeholder"],
      required: ["code"]
    ).map { mapping in
      Country(
        position: mapping.position, code: mapping.string("code"), name: mapping.string("name"),
        regime: mapping.string("regime"), reviewed: mapping.date("reviewed"),
        isPlaceholder: mapping.bool("placeholder"))
    }
    reviewEvery = root.period("review_countries_every")
    bases = root.mappings("bases", known: ["path"], required: ["path"]).compactMap {
      $0.string("path")
    }
    readClauses(root)
    categories = root.mappings(
      "categories", known: ["key", "name", "purposes", "types", "signs"], required: ["key", "name"]
    ).map(Category.init)
    if let myNumber = root.mapping("my_number", known: ["purposes"], required: ["purposes"]) {
      myNumberPurposes = Purpose.list(myNumber)
    }
    locations = root.mappings("locations", known: Location.keys).map(Location.init)
    suppressions = root.mappings(
      "suppress", known: ["path", "type", "reason", "until"],
      required: ["path", "reason", "until"]
    ).map { mapping in
      Suppression(
        position: mapping.position, path: mapping.string("path"), type: mapping.string("type"),
        reason: mapping.string("reason"), until: mapping.date("until"))
    }
  }

  private mutating func readOrganisation(_ root: MappingReader) {
    guard
      let mapping = root.mapping(
        "organisation",
        known: [
          "name", "sector", "enacted", "contact", "privacy_officer", "my_number_officer",
          "accredited_body", "training_record",
        ])
    else { return }
    organisationPosition = mapping.position
    organisation.name = mapping.string("name")?.value
    organisation.isPublic = mapping.name("sector", as: Sector.self)?.value == .public
    organisation.enacted = mapping.date("enacted")?.value
    if let contact = mapping.mapping("contact", known: ["name", "email", "phone"]) {
      organisation.contactName = contact.string("name")?.value
      organisation.contactEmail = contact.string("email")?.value
      organisation.contactPhone = contact.string("phone")?.value
    }
    organisation.privacyOfficer = mapping.string("privacy_officer")?.value
    organisation.myNumberOfficer = mapping.string("my_number_officer")?.value
    organisation.accreditedBody = mapping.string("accredited_body")?.value
    organisation.trainingRecord = mapping.string("training_record")?.value
  }

  private mutating func readClauses(_ root: MappingReader) {
    guard let node = root.node("clauses") else { return }
    let names = node.value.entries?.map(\.key) ?? []
    // Every key is let through here and held against the rules' names later, so that the mistake says "rule".
    guard let mapping = root.mapping("clauses", known: names) else { return }
    for entry in mapping.entries {
      guard let clause = mapping.string(entry.key) else { continue }
      clauses.append(
        (Located(entry.key, at: entry.keyPosition, path: mapping.path), clause))
    }
  }
}

/// Whether an organisation is a company or a public body.
private enum Sector: String, CaseIterable {
  case `private`
  case `public`
}

extension PolicySyntax.Purpose {
  static func list(_ mapping: MappingReader) -> [PolicySyntax.Purpose] {
    mapping.mappings(
      "purposes", known: ["key", "text", "health_insurance"], required: ["key", "text"]
    ).map { purpose in
      PolicySyntax.Purpose(
        position: purpose.position, key: purpose.string("key"), text: purpose.string("text"),
        allowsHealthInsurance: purpose.bool("health_insurance"))
    }
  }
}

extension PolicySyntax.Category {
  init(_ mapping: MappingReader) {
    position = mapping.position
    path = mapping.path
    key = mapping.string("key")
    name = mapping.string("name")
    purposes = PolicySyntax.Purpose.list(mapping)
    types = mapping.has("types") ? mapping.strings("types") : nil
    signs = mapping.strings("signs")
  }
}

extension MappingReader {
  /// A length of time, such as `5y`.
  func period(_ key: String) -> Located<Period>? {
    guard let text = string(key) else { return nil }
    guard let period = Period(text.value) else {
      note(PolicyMistake.notPeriod(text.value), at: key)
      return nil
    }
    return text.map { _ in period }
  }

  /// A list of texts with the place of the list; `nil` when the key is missing.
  func locatedStrings(_ key: String) -> Located<[Located<String>]>? {
    guard let node = node(key) else { return nil }
    guard node.value.items != nil else {
      _ = list(key)
      return nil
    }
    return Located(strings(key), at: keyPosition(key), path: node.path)
  }
}
