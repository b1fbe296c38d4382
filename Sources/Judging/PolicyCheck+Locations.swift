internal import Inventory
internal import YAMLTree

extension PolicyChecker {
  mutating func checkLocations(_ syntax: PolicySyntax) {
    for location in syntax.locations {
      var target: DeclaredLocation.Target?
      if let path = location.path, let glob = glob(path) { target = .path(glob) }
      if let source = location.source { target = .source(MountSource.folded(source.value)) }
      var declared = DeclaredLocation(
        target: target ?? .source(""),
        pattern: location.path?.value ?? location.source?.value ?? "",
        position: location.position)
      setAttributes(of: &declared, from: location)
      if target != nil, declared.attributes.isEmpty,
        !reader.mistakes.contains(where: {
          $0.path.hasPrefix(location.yamlPath)
        })
      {
        reader.note(
          PolicyMistake.setsNothing, at: location.position, path: location.yamlPath)
      }
      guard target != nil else { continue }
      policy.locations.append(declared)
    }
    noteUnreachable(syntax)
  }

  private func setAttributes(
    of declared: inout DeclaredLocation, from location: PolicySyntax.Location
  ) {
    let categories = policy.categories.map(\.key)
    declared.categories = names(
      location.categories, Message(ja: "区分", en: "category"), known: categories)
    declared.entrustedCategories = names(
      location.entrustedCategories, Message(ja: "区分", en: "category"), known: categories)
    declared.purposes = names(
      location.purposes, Message(ja: "利用目的", en: "purpose"),
      known: policy.categories.flatMap(\.purposes).map(\.key))
    declared.myNumber = names(
      location.myNumber, Message(ja: "個人番号の利用目的", en: "My Number purpose"),
      known: policy.myNumberPurposes.map(\.key))
    checkPurposes(of: location)
    declared.department = location.department
    declared.personResponsible = location.personResponsible
    declared.handlers = location.handlers
    declared.stage = location.stage
    declared.retention = location.retention
    declared.country = country(location.country)
    if let provider = location.providerCountry, country(location.providerCountry) != nil {
      declared.providerCountry = provider
    }
    declared.medium = location.medium
    declared.isEncrypted = location.isEncrypted
    declared.holder = location.holder
    declared.article19 = location.article19
  }

  private func names(_ list: Located<[Located<String>]>?, _ what: Message, known: [String])
    -> Located<[String]>?
  {
    guard let list else { return nil }
    let names = list.value.compactMap { name -> String? in
      if known.contains(name.value) { return name.value }
      note(PolicyMistake.unknown(what, name.value, known: known), at: name)
      return nil
    }
    return list.map { _ in names }
  }

  /// Purposes and categories of one entry must fit together.
  private func checkPurposes(of location: PolicySyntax.Location) {
    guard let categories = location.categories, let purposes = location.purposes else { return }
    let declared = categories.value.compactMap { policy.category($0.value) }
    guard declared.count == categories.value.count else { return }
    let known = Set(policy.categories.flatMap(\.purposes).map(\.key))
    let own = Set(declared.flatMap(\.purposes).map(\.key))
    for purpose in purposes.value
    where known.contains(purpose.value) && !own.contains(purpose.value) {
      note(
        PolicyMistake.purposeOfOther(purpose.value, categories.value.map(\.value)), at: purpose)
    }
    let named = Set(purposes.value.map(\.value))
    for category in declared
    where !category.purposes.isEmpty && named.isDisjoint(with: category.purposes.map(\.key)) {
      reader.note(
        PolicyMistake.categoryWithoutPurpose(category.key), at: purposes.position,
        path: purposes.path)
    }
  }

  /// A code, a declared placeholder or `unknown`.
  private func country(_ code: Located<String>?) -> Located<String?>? {
    guard let code else { return nil }
    if code.value == "unknown" { return code.map { _ in nil } }
    if CountryCode.isKnown(code.value)
      || policy.countries.contains(where: { $0.code == code.value })
    {
      return code.map { $0 }
    }
    note(PolicyMistake.country(code.value), at: code)
    return nil
  }

  /// An entry is without effect when a later one for the same paths sets all that it sets.
  private func noteUnreachable(_ syntax: PolicySyntax) {
    var later: [(key: String, attributes: Set<String>, line: Int)] = []
    var index: [String: Int] = [:]
    for location in policy.locations.reversed() {
      let key: String =
        switch location.target {
        case .path(let glob): "path " + glob.pattern
        case .source(let source): "source " + source
        }
      let attributes = location.attributes
      if let known = index[key] {
        if !attributes.isEmpty, attributes.isSubset(of: later[known].attributes) {
          reader.note(
            PolicyMistake.unreachable(line: later[known].line), at: location.position, path: "")
        }
        later[known].attributes.formUnion(attributes)
      } else {
        index[key] = later.count
        later.append((key, attributes, location.position.line))
      }
    }
  }
}
