internal import Inventory
internal import YAMLTree

/// Verdicts that belong to no file.
extension Bench {
  /// Countries that are not named, or were last looked at too long ago.
  func countryVerdicts() -> [Verdict] {
    policy.countries.filter(\.isPlaceholder).map(notNamed)
      + policy.countries.compactMap(reviewOverdue)
  }

  private func notNamed(_ country: Country) -> Verdict {
    let shown = Mistake.quoted(country.name ?? country.code)
    return Verdict(
      rule: .countryNotNamed, clause: policy.clause(of: .countryNotNamed),
      because: Message(
        ja: "宣言された国「\(shown)」は仮の名前です。どの国かが示されていません。",
        en: "declared country '\(shown)' is a placeholder; which country it is has not been said."),
      remedy: Message(
        ja: "実際の国名とコードを countries に書き、公表している方針の国名も改めてください。",
        en: "State the real country under 'countries', and name it in the published policy too."),
      policy: policy.place(country.position))
  }

  private func reviewOverdue(_ country: Country) -> Verdict? {
    guard let period = policy.reviewEvery, !country.isPlaceholder else { return nil }
    if let reviewed = country.reviewed, today <= period.end(from: reviewed) { return nil }
    let name = country.name ?? CountryCode.japaneseName(country.code) ?? country.code
    let shown = Mistake.quoted(name)
    return Verdict(
      rule: .countryReviewOverdue, clause: policy.clause(of: .countryReviewOverdue),
      because: country.reviewed.map {
        Message(
          ja: "国「\(shown)」の制度の確認が\(period.japanese)より前です（\($0.text)）。",
          en:
            "the regime of \(country.code) was last reviewed on \($0.text), more than \(period.english) ago."
        )
      }
        ?? Message(
          ja: "国「\(shown)」の制度を確認した日がありません（\(period.japanese)ごとに確認することになっています）。",
          en: "the regime of \(country.code) has no date of review (due every \(period.english))."),
      remedy: Message(
        ja: "その国の個人情報保護制度を確かめ直し、reviewed の日付を改めてください。",
        en: "Review the country's regime and bring 'reviewed' up to date."),
      policy: policy.place(country.position))
  }

  /// A declared location in which the scan met no file.
  func emptyLocation(_ index: Int) -> Verdict {
    let location = policy.locations[index]
    let shown = Mistake.quoted(location.pattern, limit: 100)
    return Verdict(
      rule: .declaredLocationEmpty, clause: policy.clause(of: .declaredLocationEmpty),
      because: Message(
        ja: "宣言された場所「\(shown)」に、ファイルが一つもありません。",
        en: "no file was met in declared location '\(shown)'."),
      remedy: Message(
        ja: "場所の名前が変わっていないか、移されていないかを確かめ、使わなくなったなら locations から除いてください。",
        en:
          "Check whether it was renamed or moved; where it is no longer used, remove it from 'locations'."
      ),
      policy: policy.place(location.position))
  }
}
