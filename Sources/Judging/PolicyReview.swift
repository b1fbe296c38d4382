internal import Inventory
internal import YAMLTree

/// What a careful reader would ask of a policy that has no mistake: gaps in what the regime demands.
enum PolicyReview {
  /// The warnings, in file order.
  static func warnings(_ policy: Policy, _ syntax: PolicySyntax, now: Int) -> [Mistake] {
    let today = CivilDate(nanoseconds: now, in: policy.timeZone)
    let all =
      organisation(policy, syntax) + countries(policy, today) + categories(policy)
      + locations(policy) + suppressions(policy, today)
    return all.sorted { $0.position < $1.position }
  }

  private static func warning(
    _ id: String, at position: Position, _ path: String, _ japanese: String, _ english: String
  ) -> Mistake {
    Mistake(at: position, path: path, .rule(id: id, Message(ja: japanese, en: english)))
  }

  private static func organisation(_ policy: Policy, _ syntax: PolicySyntax) -> [Mistake] {
    let position = syntax.organisationPosition ?? Position(line: 1, column: 1)
    var warnings: [Mistake] = []
    if policy.organisation.contactName == nil && policy.organisation.contactEmail == nil
      && policy.organisation.contactPhone == nil
    {
      warnings.append(
        warning(
          "contact-missing", at: position, "organisation",
          "問い合わせ窓口（contact）がありません。台帳と報告書に載せる窓口を書いてください",
          "the contact point is missing; name it under 'contact' for ledger and report"))
    }
    if policy.homeCountry == nil {
      warnings.append(
        warning(
          "home-country-missing", at: Position(line: 1, column: 1), "",
          "home_country がありません。国を宣言していない場所は、すべて「国が不明」になります",
          "'home_country' is missing: every location without a declared country is of unknown country"
        ))
    }
    return warnings
  }

  private static func countries(_ policy: Policy, _ today: CivilDate) -> [Mistake] {
    var warnings: [Mistake] = []
    for country in policy.countries where country.isPlaceholder {
      let shown = Mistake.quoted(country.name ?? country.code)
      warnings.append(
        warning(
          "country-not-named", at: country.position, "countries",
          "「\(shown)」は仮の国名です。実際の国名を示してください（外的環境の把握）",
          "'\(shown)' is a placeholder; name the real country"))
    }
    for country in policy.countries where !country.isPlaceholder {
      let shown = Mistake.quoted(country.code)
      if country.regime == nil {
        warnings.append(
          warning(
            "regime-missing", at: country.position, "countries",
            "国「\(shown)」の個人情報保護制度の記録（regime）がありません",
            "country '\(shown)' has no note on its regime ('regime')"))
      }
      if country.reviewed == nil {
        warnings.append(
          warning(
            "reviewed-missing", at: country.position, "countries",
            "国「\(shown)」の制度を最後に確認した日（reviewed）がありません",
            "country '\(shown)' has no date of the last review ('reviewed')"))
      } else if let reviewed = country.reviewed, reviewed > today {
        warnings.append(
          warning(
            "reviewed-in-future", at: country.position, "countries",
            "国「\(shown)」の確認日 \(reviewed.text) は未来の日付です",
            "country '\(shown)' was reviewed on \(reviewed.text), which is still to come"))
      }
    }
    return warnings
  }

  private static func categories(_ policy: Policy) -> [Mistake] {
    var warnings: [Mistake] = []
    for category in policy.categories {
      let shown = Mistake.quoted(category.key)
      if category.purposes.isEmpty {
        warnings.append(
          warning(
            "category-without-purpose", at: category.position, "categories",
            "区分「\(shown)」に利用目的がありません", "category '\(shown)' has no purpose"))
      }
      if category.types == nil {
        warnings.append(
          warning(
            "category-without-types", at: category.position, "categories",
            "区分「\(shown)」に types がないため、どの種類のデータも許されます",
            "category '\(shown)' has no 'types', so that every type is allowed"))
      }
      for purpose in category.purposes
      where ["別途", "別紙", "別に定める"].contains(where: { Words.contains(purpose.text, $0) }) {
        warnings.append(
          warning(
            "purpose-elsewhere", at: purpose.position, "categories",
            "利用目的「\(Mistake.quoted(purpose.key))」は別の文書を参照しています。その文書の目的をここに書いてください",
            "purpose '\(Mistake.quoted(purpose.key))' refers to another document; write its purposes here"
          ))
      }
    }
    return warnings
  }

  private static func locations(_ policy: Policy) -> [Mistake] {
    var warnings: [Mistake] = []
    for location in policy.locations {
      let shown = Mistake.quoted(location.pattern)
      switch location.holder?.value {
      case .processor(_, contract: nil):
        warnings.append(
          warning(
            "contract-missing", at: location.position, "locations",
            "委託先の契約（contract）がありません：\(shown)", "no 'contract' with the processor: \(shown)"))
      case .thirdParty(_, ground: nil):
        warnings.append(
          warning(
            "ground-missing", at: location.position, "locations",
            "第三者提供の根拠（ground）がありません：\(shown)", "no 'ground' for the third party: \(shown)"))
      default: break
      }
      if let provider = location.providerCountry, provider.value != policy.homeCountry?.value,
        !policy.countries.contains(where: { $0.code == provider.value })
      {
        warnings.append(
          warning(
            "provider-country-undeclared", at: provider.position, provider.path,
            "事業者の国「\(Mistake.quoted(provider.value))」が countries にありません。その国の制度も確認が必要です",
            "the provider's country '\(Mistake.quoted(provider.value))' is not among 'countries'; its regime must be known too"
          ))
      }
    }
    return warnings
  }

  private static func suppressions(_ policy: Policy, _ today: CivilDate) -> [Mistake] {
    policy.suppressions.filter { $0.until < today }.map {
      warning(
        "suppression-ended", at: $0.position, "suppress",
        "この例外は \($0.until.text) に終わっています。効果はありません",
        "this acceptance ended on \($0.until.text) and has no effect")
    }
  }
}
