internal import YAMLTree

extension PolicySyntax.Location {
  /// Every key of a location.
  static let keys = [
    "path", "source", "categories", "purposes", "my_number", "department", "person_responsible",
    "handlers", "stage", "retention", "country", "provider_country", "medium", "encrypted",
    "holder", "article_19", "entrusted_categories",
  ]

  init(_ mapping: MappingReader) {
    position = mapping.position
    yamlPath = mapping.path
    path = mapping.string("path")
    source = mapping.string("source")
    if mapping.has("path") == mapping.has("source") {
      mapping.reader.note(
        PolicyMistake.pathOrSource(both: mapping.has("path")), at: mapping.position,
        path: mapping.path)
    }
    categories = mapping.locatedStrings("categories")
    purposes = mapping.locatedStrings("purposes")
    myNumber = mapping.locatedStrings("my_number")
    department = mapping.string("department")
    personResponsible = mapping.string("person_responsible")
    handlers = Self.handlers(mapping)
    stage = mapping.name("stage", as: DeclaredLocation.Stage.self)
    retention = Self.retention(mapping)
    country = mapping.string("country")
    providerCountry = mapping.string("provider_country")
    medium = mapping.name("medium", as: DeclaredLocation.Medium.self)
    isEncrypted = mapping.bool("encrypted")
    article19 = mapping.string("article_19")
    entrustedCategories = mapping.locatedStrings("entrusted_categories")
    holder = nil
    readHolder(mapping)
  }

  private static func handlers(_ mapping: MappingReader) -> Located<DeclaredLocation.Handlers>? {
    guard let handlers = mapping.mapping("handlers", known: ["users", "groups"]) else {
      return nil
    }
    let users = handlers.strings("users").map(\.value)
    let groups = handlers.strings("groups").map(\.value)
    if users.isEmpty && groups.isEmpty {
      mapping.note(PolicyMistake.noHandlers, at: "handlers")
      return nil
    }
    return Located(
      DeclaredLocation.Handlers(users: users, groups: groups),
      at: mapping.keyPosition("handlers"), path: handlers.path)
  }

  private static func retention(_ mapping: MappingReader) -> Located<DeclaredLocation.Retention>? {
    guard
      let retention = mapping.mapping(
        "retention", known: ["keep", "from", "then"], required: ["keep"])
    else { return nil }
    let start = retention.name("from", as: DeclaredLocation.Retention.Start.self)?.value
    let ending = retention.name("then", as: DeclaredLocation.Retention.Ending.self)?.value
    guard let keep = retention.period("keep") else { return nil }
    return Located(
      DeclaredLocation.Retention(keep: keep.value, start: start ?? .modified, ending: ending),
      at: mapping.keyPosition("retention"), path: retention.path)
  }

  private mutating func readHolder(_ mapping: MappingReader) {
    guard
      let reader = mapping.mapping(
        "holder", known: ["processor", "contract", "third_party", "ground", "article_19"])
    else { return }
    let processor = reader.string("processor")
    let thirdParty = reader.string("third_party")
    let ground = reader.name("ground", as: DeclaredLocation.Ground.self)
    if article19 == nil { article19 = reader.string("article_19") }
    let place = mapping.keyPosition("holder")
    if reader.has("processor") == reader.has("third_party") {
      mapping.note(PolicyMistake.oneHolder(both: reader.has("processor")), at: "holder")
    } else if let processor {
      for key in ["ground", "article_19"] where reader.has(key) {
        reader.reader.note(
          PolicyMistake.notForHolder(key, "third_party"), at: reader.keyPosition(key),
          path: reader.path)
      }
      holder = Located(
        .processor(name: processor.value, contract: reader.string("contract")?.value), at: place,
        path: reader.path)
    } else if let thirdParty {
      if reader.has("contract") {
        reader.reader.note(
          PolicyMistake.notForHolder("contract", "processor"), at: reader.keyPosition("contract"),
          path: reader.path)
      }
      holder = Located(
        .thirdParty(name: thirdParty.value, ground: ground?.value), at: place, path: reader.path)
    }
  }
}
