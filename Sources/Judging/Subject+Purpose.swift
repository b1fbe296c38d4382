internal import Inventory
internal import YAMLTree

/// Rules about why data is held.
extension Subject {
  var myNumberOutsidePurpose: Verdict? {
    let indexes = of(.myNumber)
    guard !indexes.isEmpty else { return nil }
    let what = listed(indexes)
    if let handOver, place.article19 == nil {
      return verdict(
        .myNumberOutsidePurpose, indexes, at: handOver,
        because: Message(
          ja: "外部へ提供する場所に\(what.japanese)があり、番号法第19条の該当号（article_19）が宣言されていません。",
          en:
            "\(what.english) in a location for provision to others that names no item of article 19 of the My Number Act ('article_19')."
        ),
        remedy: Message(
          ja:
            "提供を止め、特定個人情報の責任者\(officer(policy.organisation.myNumberOfficer))に提供の根拠を確認してください。番号法第19条の号に当たるときは policy に article_19 を書き、当たらないときは番号を復元できない方法で削除してください。",
          en:
            "Stop the provision and ask the officer for My Numbers for its ground. Where an item of article 19 applies, state it as 'article_19'; where none does, delete the numbers beyond recovery."
        ))
    }
    if let permitted = place.myNumber, !permitted.value.isEmpty { return nil }
    return verdict(
      .myNumberOutsidePurpose, indexes, at: place.myNumber?.position,
      because: Message(
        ja: "\(what.japanese)が、税・社会保障・災害対策のどの事務も宣言されていない場所にあります（番号法第9条、第20条）。",
        en:
          "\(what.english) in a location that declares none of tax, social security and disaster measures (My Number Act, articles 9 and 20)."
      ),
      remedy: Message(
        ja:
          "特定個人情報の責任者\(officer(policy.organisation.myNumberOfficer))に知らせ、番号の事務のために宣言した場所へ移すか、番号を復元できない方法で削除してください。ここで事務を行うときは、locations に my_number を宣言します。",
        en:
          "Tell the officer for My Numbers; move the file to a location declared for such work, or delete the numbers beyond recovery. Where the work is done here, declare 'my_number' for the location."
      ))
  }

  var prohibitedIdentifier: Verdict? {
    let indexes = of(.residenceRecordCode)
    guard !indexes.isEmpty, !policy.organisation.isPublic else { return nil }
    let what = listed(indexes)
    return verdict(
      .prohibitedIdentifier, indexes,
      because: Message(
        ja: "\(what.japanese)があります。民間の事業者が住民票コードの告知を求め、記録することは禁じられています（住民基本台帳法第30条の38）。",
        en:
          "\(what.english): private organisations may neither ask for nor record residence record codes (Residential Basic Book Act, article 30-38)."
      ),
      remedy: Message(
        ja: "コードを復元できない方法で削除し、どこから入手したかを確かめ、以後は受け取らない手順にしてください。住民票の写しは、コードの記載がないものを求めます。",
        en:
          "Delete the codes beyond recovery, find out where they came from, and stop taking them: ask for copies of residence records without the code."
      ))
  }

  var noDeclaredPurpose: Verdict? {
    guard let category = holding.category, category.key == nil else { return nil }
    let what = listed(judged)
    let kind = category.because.first { $0.hasPrefix("not-declared:") }
      .map { String($0.dropFirst("not-declared:".count)) }
    let whose = kind.map { bench.titles[$0] ?? Message(ja: $0, en: $0) }
    return verdict(
      .noDeclaredPurpose, judged,
      because: whose.map {
        Message(
          ja: "\($0.japanese)の個人情報とみられます（\(what.japanese)）。この区分と利用目的は宣言されていません。",
          en:
            "this looks like data of \($0.english) (\(what.english)); no category and purpose is declared for them."
        )
      }
        ?? Message(
          ja: "個人情報がありますが（\(what.japanese)）、宣言されたどの区分の人のものか判断できません。",
          en:
            "there is personal data (\(what.english)), and it cannot be told to which declared category it belongs."
        ),
      remedy: Message(
        ja: "誰の情報を何のために持っているかを確かめてください。必要なら区分と利用目的を categories に宣言し（公表または通知も必要です）、必要でなければ削除してください。",
        en:
          "Find out whose data it is and what for. Where it is needed, declare the category and its purposes (and publish or notify them); where it is not, delete it."
      ))
  }

  var outsideDeclaredLocation: Verdict? {
    guard let key = holding.category?.key, let category = policy.category(key) else { return nil }
    if let declared = place.categories?.value, declared.contains(key) { return nil }
    let what = listed(judged)
    let here = declaredCategories.map(\.name).joined(separator: "、")
    let hereEnglish = declaredCategories.map(\.key).joined(separator: ", ")
    return verdict(
      .outsideDeclaredLocation, judged, at: place.categories?.position,
      because: here.isEmpty
        ? Message(
          ja: "「\(category.name)」（\(what.japanese)）が、どの区分にも宣言されていない場所にあります。",
          en:
            "data of category '\(key)' (\(what.english)) in a path that is declared for no category."
        )
        : Message(
          ja: "「\(category.name)」（\(what.japanese)）が、「\(here)」の場所にあります。",
          en:
            "data of category '\(key)' (\(what.english)) in a location declared for \(hereEnglish)."
        ),
      remedy: Message(
        ja:
          "この区分のために宣言した場所\(declaredPatterns(for: key))へ移すか、不要なら削除してください。ここに置くことが業務上必要なら、locations に宣言します。",
        en:
          "Move it to a location declared for this category\(declaredPatterns(for: key, english: true)), or delete it. Where it is needed here, declare it in 'locations'."
      ))
  }

  var specialCareUndeclared: Verdict? {
    let indexes = of(.specialCare)
    guard !indexes.isEmpty,
      !declaredCategories.contains(where: { $0.types?.contains(.specialCare) ?? true })
    else { return nil }
    let what = listed(indexes)
    return verdict(
      .specialCareUndeclared, indexes, at: place.categories?.position,
      because: Message(
        ja: "\(what.japanese)があります。この場所のどの区分も、要配慮個人情報を持つと宣言していません。",
        en: "\(what.english); no category of this location is declared to hold special-care data."),
      remedy: Message(
        ja:
          "本人の同意を得て取得したものか確かめてください（個人情報保護法第20条第2項）。必要なら区分の types に special-care を加えて場所を限り、必要でなければ削除してください。",
        en:
          "Check that it was obtained with consent (Personal Information Protection Act, article 20(2)). Where it is needed, add 'special-care' to the category's 'types' and limit the place; where it is not, delete it."
      ))
  }

  var undeclaredType: Verdict? {
    guard let key = holding.category?.key, let category = policy.category(key),
      let types = category.types
    else { return nil }
    // What a graver rule says of a finding is not said a second time.
    let told = [myNumberOutsidePurpose, prohibitedIdentifier, specialCareUndeclared]
      .compactMap { $0?.findings }.joined()
    let indexes = judged.filter { !types.contains(findings[$0].type) && !told.contains($0) }
    guard !indexes.isEmpty else { return nil }
    let what = listed(indexes)
    return verdict(
      .undeclaredType, indexes, at: category.position,
      because: Message(
        ja: "「\(category.name)」の types にない種類のデータがあります：\(what.japanese)。",
        en: "types that category '\(key)' does not list: \(what.english)."),
      remedy: Message(
        ja: "利用目的に必要か確かめ、必要なら types に加え、必要でなければその項目を削除してください。",
        en:
          "Check that the purpose needs them; add them to 'types' if it does, delete them if it does not."
      ))
  }

  var healthInsuranceOutsidePurpose: Verdict? {
    let indexes = of(.healthInsurance, .insurerNumber)
    guard !indexes.isEmpty, !locationPurposes.contains(where: \.allowsHealthInsurance) else {
      return nil
    }
    let what = listed(indexes)
    return verdict(
      .healthInsuranceOutsidePurpose, indexes,
      at: place.purposes?.position ?? place.categories?.position,
      because: Message(
        ja:
          "\(what.japanese)がありますが、この場所の利用目的に健康保険の事務（health_insurance: true）がありません。被保険者等記号・番号等の告知の要求は、健康保険の事業以外では禁じられています（健康保険法第194条の2）。",
        en:
          "\(what.english), and no purpose of this location is for health insurance ('health_insurance: true')."
      ),
      remedy: Message(
        ja:
          "本人確認書類の写しなどから入ったものなら、記号・番号・保険者番号を塗りつぶすか削除してください。健康保険の事務に使うときは、その利用目的に health_insurance: true を書きます。",
        en:
          "Where they came with copies of identity papers, black out or delete them. Where they are used for health insurance work, mark its purpose with 'health_insurance: true'."
      ))
  }

  private func officer(_ name: String?) -> String { name.map { "（\($0)）" } ?? "" }

  /// The place in the policy that makes this a location for handing data to others.
  private var handOver: Position? {
    if case .thirdParty = place.holder?.value { return place.holder?.position }
    return place.stage?.value == .provide ? place.stage?.position : nil
  }

  private func declaredPatterns(for key: String, english: Bool = false) -> String {
    let patterns = policy.locations.indices.filter {
      policy.locations[$0].categories?.value.contains(key) == true
    }.prefix(3).map(pattern)
    guard !patterns.isEmpty else { return "" }
    return english
      ? " (\(patterns.joined(separator: ", ")))" : "（\(patterns.joined(separator: "、"))）"
  }
}
