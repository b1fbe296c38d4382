internal import Inventory
internal import YAMLTree

/// Rules about the country in which data lies.
extension Subject {
  var undeclaredCountry: Verdict? {
    guard let code = holding.country?.code, isForeign(code), declared(code) == nil else {
      return nil
    }
    let what = listed(judged)
    let name = CountryCode.japaneseName(code) ?? code
    return verdict(
      .undeclaredCountry, judged, at: place.country?.position,
      because: Message(
        ja: "個人データ（\(what.japanese)）が、宣言されていない国「\(name)（\(code)）」にあります。",
        en: "personal data (\(what.english)) lies in \(code), a country that is not declared."),
      remedy: Message(
        ja:
          "その国に置くことを止めるか、その国の個人情報保護制度を確かめて（外的環境の把握）countries に宣言し、本人が知り得る状態に置いてください。外国の第三者への提供なら、個人情報保護法第28条も確かめます。",
        en:
          "Bring it back, or learn the country's regime, declare it under 'countries' and let people know. Where it is provided to a third party abroad, article 28 of the Act applies too."
      ))
  }

  var countryUnknown: Verdict? {
    guard let country = holding.country, country.code == nil else { return nil }
    let what = listed(judged)
    return verdict(
      .countryUnknown, judged, at: place.country?.position,
      because: place.country != nil
        ? Message(
          ja: "個人データ（\(what.japanese)）のある国が「不明（unknown）」と宣言されています。",
          en: "the country of personal data (\(what.english)) is declared 'unknown'.")
        : Message(
          ja: "個人データ（\(what.japanese)）がどの国にあるか分かりません。",
          en: "it cannot be told in which country personal data (\(what.english)) lies."),
      remedy: Message(
        ja: "保管先の事業者に、サーバのある国を確かめて宣言してください。特定できないときは、その旨と理由、候補となる国を本人が知り得る状態に置きます。",
        en:
          "Ask the provider where its servers stand and declare the country. Where it cannot be told, let people know so, with the reason and the countries that may be meant."
      ))
  }

  var heldInDeclaredCountry: Verdict? {
    guard let code = holding.country?.code, isForeign(code), let country = declared(code) else {
      return nil
    }
    let what = listed(judged)
    let name = country.name ?? CountryCode.japaneseName(code) ?? code
    return verdict(
      .heldInDeclaredCountry, judged, at: country.position,
      because: Message(
        ja: "個人データ（\(what.japanese)）が、宣言された国「\(name)」にあります。",
        en: "personal data (\(what.english)) lies in declared country \(code)."),
      remedy: Message(
        ja: "対応は要りません。外国にある個人データの一覧のための記録です。",
        en: "Nothing to do: this completes the list of what is held abroad."))
  }

  private func isForeign(_ code: String) -> Bool { code != policy.homeCountry?.value }

  private func declared(_ code: String) -> Country? {
    policy.countries.first { $0.code == code }
  }
}
