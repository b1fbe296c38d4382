internal import Inventory
internal import YAMLTree

/// One file before the judge: its accepted findings, its place, and the rules that it may break.
struct Subject {
  let bench: Bench
  let holding: Holding
  let place: EffectivePlace
  let mount: Mount?
  /// Indexes of the findings that verdicts may follow from: personal, sure enough, not suppressed.
  let judged: [Int]

  var policy: Policy { bench.policy }
  var findings: [Finding] { holding.content.findings }
  var isUnclear: Bool { holding.content.persons.standing == .unclear }

  /// The verdicts in the order of the rules.
  ///
  /// Where it is not clear that persons' data is there, only identifiers that are forbidden by themselves count.
  var verdicts: [Verdict] {
    VerdictRule.allCases.compactMap { rule in
      switch rule {
      case .myNumberOutsidePurpose: myNumberOutsidePurpose
      case .prohibitedIdentifier: prohibitedIdentifier
      case _ where isUnclear: nil
      case .undeclaredCountry: undeclaredCountry
      case .noDeclaredPurpose: noDeclaredPurpose
      case .outsideDeclaredLocation: outsideDeclaredLocation
      case .thirdPartyWithoutGround: thirdPartyWithoutGround
      case .processorNotEntrusted: processorNotEntrusted
      case .specialCareUndeclared: specialCareUndeclared
      case .portableUnencrypted: portableUnencrypted
      case .retentionExceeded: retentionExceeded
      case .undeclaredType: undeclaredType
      case .accessTooWide: accessTooWide
      case .countryUnknown: countryUnknown
      case .healthInsuranceOutsidePurpose: healthInsuranceOutsidePurpose
      case .heldInDeclaredCountry: heldInDeclaredCountry
      case .countryNotNamed, .countryReviewOverdue, .declaredLocationEmpty: nil
      }
    }
  }

  /// The judged findings of some types.
  func of(_ types: DataType...) -> [Int] { judged.filter { types.contains(findings[$0].type) } }

  /// A verdict of this file.
  func verdict(
    _ rule: VerdictRule, _ indexes: [Int], at position: Position? = nil, because: Message,
    remedy: Message
  ) -> Verdict {
    Verdict(
      rule: rule, clause: policy.clause(of: rule), findings: indexes, because: because,
      remedy: remedy, policy: position.map(policy.place))
  }

  /// Findings as a phrase: 「個人番号 1203件、氏名 1203件」.
  func listed(_ indexes: [Int]) -> Message { TypeNames.listed(indexes.map { findings[$0] }) }

  /// The pattern of an entry of the policy as the user wrote it.
  func pattern(_ entry: Int) -> String {
    Mistake.quoted(policy.locations[entry].pattern, limit: 100)
  }

  /// The keys and names of the place's declared categories.
  var declaredCategories: [Category] {
    (place.categories?.value ?? []).compactMap(policy.category)
  }

  /// The purposes of the location: those it names, else all of its categories.
  var locationPurposes: [Purpose] {
    if let named = place.purposes?.value {
      return policy.categories.flatMap(\.purposes).filter { named.contains($0.key) }
    }
    return declaredCategories.flatMap(\.purposes)
  }
}
