internal import Inventory
package import YAMLTree

/// What reading and checking a policy file gave.
package struct PolicyCheck: Sendable {
  /// The policy; `nil` when there is a mistake.
  package var policy: Policy?
  /// What must be changed before anything is scanned; in file order.
  package var mistakes: [Mistake]
  /// What should be looked at; it does not stop a scan.
  package var warnings: [Mistake]

  /// Reads and checks a policy file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: Its name as verdicts shall cite it, such as `policy.yaml`; of a path, the last component is taken.
  ///   - now: Nanoseconds since 1970-01-01 UTC, for acceptances that have ended.
  package init(_ bytes: [UInt8], file: String, now: Int) {
    let reader = TreeReader(bytes)
    warnings = []
    policy = nil
    if let syntax = PolicySyntax(reader) {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      var checker = PolicyChecker(reader: reader, policy: Policy(file: name))
      checker.check(syntax)
      policy = checker.policy
      warnings = PolicyReview.warnings(checker.policy, syntax, now: now)
    }
    mistakes = reader.mistakes
    if !mistakes.isEmpty { policy = nil }
  }
}

/// Holds a typed policy against itself: names that must be declared, keys that must be unique.
struct PolicyChecker {
  let reader: TreeReader
  var policy: Policy

  mutating func check(_ syntax: PolicySyntax) {
    policy.organisation = syntax.organisation
    policy.reviewEvery = syntax.reviewEvery?.value
    checkZone(syntax)
    checkCountries(syntax)
    checkBases(syntax)
    checkClauses(syntax)
    checkCategories(syntax)
    checkMyNumber(syntax)
    checkLocations(syntax)
    checkSuppressions(syntax)
  }

  func note<Value>(_ kind: Mistake.Kind, at place: Located<Value>) {
    reader.note(kind, at: place.position, path: place.path)
  }

  private mutating func checkZone(_ syntax: PolicySyntax) {
    guard let text = syntax.timeZone else { return }
    guard let zone = TimeZone(text.value) else {
      note(PolicyMistake.timeZone(text.value), at: text)
      return
    }
    policy.timeZone = zone
  }

  private mutating func checkCountries(_ syntax: PolicySyntax) {
    if let home = syntax.homeCountry {
      if !CountryCode.isKnown(home.value) { note(PolicyMistake.country(home.value), at: home) }
      policy.homeCountry = home
    }
    var lines: [String: Int] = [:]
    for country in syntax.countries {
      guard let code = country.code else { continue }
      let isPlaceholder = country.isPlaceholder?.value ?? false
      let isCode = CountryCode.isKnown(code.value)
      if isPlaceholder, isCode || code.value == "unknown" {
        note(PolicyMistake.countryPlaceholderCode, at: code)
      } else if !isPlaceholder, !isCode {
        note(PolicyMistake.country(code.value), at: code)
      }
      if let line = lines[code.value] {
        note(
          PolicyMistake.duplicate(
            Message(ja: "国", en: "country"), code.value, line: line), at: code)
        continue
      }
      lines[code.value] = code.position.line
      policy.countries.append(
        Country(
          code: code.value, name: country.name?.value, regime: country.regime?.value,
          reviewed: country.reviewed?.value, isPlaceholder: isPlaceholder,
          position: country.position))
    }
  }

  private mutating func checkBases(_ syntax: PolicySyntax) {
    for base in syntax.bases {
      guard base.value.hasPrefix("/") else {
        note(PolicyMistake.relativeBase, at: base)
        continue
      }
      var bytes = Array(base.value.utf8)
      while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
      policy.bases.append(bytes)
    }
  }

  private mutating func checkClauses(_ syntax: PolicySyntax) {
    for (name, clause) in syntax.clauses {
      guard let rule = VerdictRule(rawValue: name.value) else {
        note(
          PolicyMistake.unknown(
            Message(ja: "判定規則", en: "verdict rule"), name.value,
            known: VerdictRule.allCases.map(\.rawValue)), at: name)
        continue
      }
      policy.clauses[rule] = clause.value
    }
  }

  private mutating func checkCategories(_ syntax: PolicySyntax) {
    var keys: [String: Int] = [:]
    var purposeKeys: [String: Int] = [:]
    for category in syntax.categories {
      let purposes = checkPurposes(category.purposes, seen: &purposeKeys)
      var types: Set<DataType>?
      if let typed = category.types {
        types = Set(typed.compactMap { reader.name($0, as: DataType.self)?.value })
      }
      guard let key = category.key, let name = category.name else { continue }
      if let line = keys[key.value] {
        note(
          PolicyMistake.duplicate(Message(ja: "区分", en: "category"), key.value, line: line),
          at: key)
        continue
      }
      keys[key.value] = key.position.line
      policy.categories.append(
        Category(
          key: key.value, name: name.value, purposes: purposes, types: types,
          signs: category.signs.map(\.value), position: category.position))
    }
    policy.myNumberPurposes = checkPurposes(syntax.myNumberPurposes, seen: &purposeKeys)
  }

  /// Purpose keys are unique in the whole file, so that a holding's purposes can be told by key alone.
  private func checkPurposes(_ purposes: [PolicySyntax.Purpose], seen: inout [String: Int])
    -> [Purpose]
  {
    purposes.compactMap { purpose in
      guard let key = purpose.key, let text = purpose.text else { return nil }
      if let line = seen[key.value] {
        note(
          PolicyMistake.duplicate(
            Message(ja: "利用目的のキー", en: "purpose key"), key.value, line: line), at: key)
        return nil
      }
      seen[key.value] = key.position.line
      return Purpose(
        key: key.value, text: text.value,
        allowsHealthInsurance: purpose.allowsHealthInsurance?.value ?? false,
        position: purpose.position)
    }
  }

  private func checkMyNumber(_ syntax: PolicySyntax) {
    for purpose in syntax.myNumberPurposes {
      guard let key = purpose.key, !Self.isLawful(key.value) else { continue }
      note(PolicyMistake.myNumberPurpose(key.value), at: key)
    }
  }

  /// Whether a purpose is one of the three, or a part of one such as `tax-withholding`.
  ///
  /// - Source: 番号法 第9条.
  private static func isLawful(_ key: String) -> Bool {
    ["tax", "social-security", "disaster"].contains { key == $0 || key.hasPrefix($0 + "-") }
  }

  private mutating func checkSuppressions(_ syntax: PolicySyntax) {
    for suppression in syntax.suppressions {
      let type = suppression.type.map { reader.name($0, as: DataType.self)?.value }
      guard let path = suppression.path, let reason = suppression.reason,
        let until = suppression.until, let glob = glob(path)
      else { continue }
      policy.suppressions.append(
        Suppression(
          glob: glob, type: type ?? nil, reason: reason.value, until: until.value,
          position: suppression.position))
    }
  }

  /// A pattern as typed, checked.
  func glob(_ pattern: Located<String>) -> Glob? {
    do {
      return try Glob(pattern.value)
    } catch {
      note(PolicyMistake.glob(error), at: pattern)
      return nil
    }
  }
}
