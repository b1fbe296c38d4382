internal import Inventory
internal import YAMLTree

/// Rules about who holds data, on what, for how long, and who can read it.
extension Subject {
  var thirdPartyWithoutGround: Verdict? {
    guard let holder = place.holder, case .thirdParty(let name, ground: nil) = holder.value else {
      return nil
    }
    let what = listed(judged)
    let shown = Mistake.quoted(name)
    return verdict(
      .thirdPartyWithoutGround, judged, at: holder.position,
      because: Message(
        ja: "個人データ（\(what.japanese)）が第三者「\(shown)」へ提供する場所にあり、提供の根拠が宣言されていません。",
        en:
          "personal data (\(what.english)) in a location held by third party '\(shown)', for which no ground is declared."
      ),
      remedy: Message(
        ja:
          "提供を止め、個人情報保護法第27条第1項のどの場合に当たるか確かめて ground に書いてください（本人の同意、法令、生命・身体・財産、公衆衛生、学術の三つ）。当たらないときは提供できません。",
        en:
          "Stop the provision, find which case of article 27(1) of the Act it is, and state it as 'ground' (consent, law, life, public-health, academic-publication, academic-own, academic-recipient). Without one, provision is not allowed."
      ))
  }

  var processorNotEntrusted: Verdict? {
    guard let holder = place.holder, case .processor(let name, let contract) = holder.value else {
      return nil
    }
    let what = listed(judged)
    let shown = Mistake.quoted(name)
    if contract == nil {
      return verdict(
        .processorNotEntrusted, judged, at: holder.position,
        because: Message(
          ja: "個人データ（\(what.japanese)）が委託先「\(shown)」にありますが、契約が宣言されていません。",
          en:
            "personal data (\(what.english)) with processor '\(shown)', for which no contract is declared."
        ),
        remedy: Message(
          ja: "委託契約を結び（または確かめ）、その番号を contract に書いてください。契約がなければデータを引き上げます（個人情報保護法第25条）。",
          en:
            "Make or find the contract and state it as 'contract'; without one, take the data back (article 25 of the Act)."
        ))
    }
    guard let key = holding.category?.key, let category = policy.category(key),
      !(place.entrustedCategories?.value ?? []).contains(key)
    else { return nil }
    return verdict(
      .processorNotEntrusted, judged,
      at: place.entrustedCategories?.position ?? holder.position,
      because: Message(
        ja: "委託先「\(shown)」に、委託していない区分「\(category.name)」の個人データ（\(what.japanese)）があります。",
        en:
          "processor '\(shown)' holds data of category '\(key)' (\(what.english)), which is not entrusted to it."
      ),
      remedy: Message(
        ja: "委託先から引き上げて消去の証明を受けるか、委託の範囲を契約で改めて entrusted_categories に加えてください。",
        en:
          "Take it back with proof of erasure, or extend the contract and add the category to 'entrusted_categories'."
      ))
  }

  var portableUnencrypted: Verdict? {
    let isDeclared = place.medium?.value == .portable
    let isSeen = mount?.isRemovable == true && mount?.isEncrypted != true
    guard isDeclared || isSeen, place.isEncrypted?.value != true else { return nil }
    let what = listed(judged)
    return verdict(
      .portableUnencrypted, judged, at: isDeclared ? place.medium?.position : nil,
      because: isDeclared
        ? Message(
          ja: "個人データ（\(what.japanese)）が、暗号化の宣言がない持ち運び用の媒体にあります。",
          en: "personal data (\(what.english)) on a portable medium that is not declared encrypted."
        )
        : Message(
          ja: "個人データ（\(what.japanese)）が、取り外しのできる機器にあり、暗号化を確認できません。",
          en:
            "personal data (\(what.english)) on a removable device that is not seen to be encrypted."
        ),
      remedy: Message(
        ja: "媒体を暗号化して encrypted: true を書くか、持ち出す必要のないデータを削除してください。紛失しても読めない状態にします。",
        en:
          "Encrypt the medium and state 'encrypted: true', or delete what need not be carried: nothing may be readable if it is lost."
      ))
  }

  var retentionExceeded: Verdict? {
    guard let retention = place.retention else { return nil }
    let rule = retention.value
    let modified = CivilDate(nanoseconds: holding.entry.modified, in: policy.timeZone)
    let named = rule.start == .pathDate ? PathDate.lastDay(of: holding.entry.path) : nil
    let start = named ?? modified
    let end = rule.keep.end(from: start)
    guard bench.today > end else { return nil }
    let what = listed(judged)
    let basis =
      named != nil
      ? Message(ja: "パスの日付", en: "date in the path")
      : Message(ja: "更新日", en: "last change")
    return verdict(
      .retentionExceeded, judged, at: retention.position,
      because: Message(
        ja:
          "個人データ（\(what.japanese)）の保存期間\(rule.keep.japanese)が過ぎています（\(basis.japanese) \(start.text)、期限 \(end.text)）。",
        en:
          "personal data (\(what.english)) is older than its retention of \(rule.keep.english) (\(basis.english) \(start.text), until \(end.text))."
      ),
      remedy: rule.ending == .review
        ? Message(
          ja: "保存を続ける必要があるか見直し、なければ廃棄して記録してください。",
          en: "Review whether it is still needed; if not, destroy it and record that.")
        : Message(
          ja: "復元できない方法で廃棄し、廃棄を記録してください。法令や紛争のために残すときは、場所を分けて期間を宣言します。",
          en:
            "Destroy it beyond recovery and record that. What must be kept by law or for a dispute belongs in a location of its own with its own period."
        ))
  }

  var accessTooWide: Verdict? {
    guard let handlers = place.handlers else { return nil }
    let reasons = tooWide(handlers.value)
    guard !reasons.isEmpty else { return nil }
    let declared = (handlers.value.groups + handlers.value.users).map { Mistake.quoted($0) }
    let mode = String(holding.entry.mode & 0o7777, radix: 8)
    return verdict(
      .accessTooWide, judged, at: handlers.position,
      because: Message(
        ja:
          "宣言した取扱者（\(declared.joined(separator: "、"))）のほかにも読める人がいます：\(reasons.map(\.japanese).joined(separator: "、"))（モード \(mode)）。",
        en:
          "readable by others than the declared handlers (\(declared.joined(separator: ", "))): \(reasons.map(\.english).joined(separator: ", ")) (mode \(mode))."
      ),
      remedy: Message(
        ja: "アクセス権を取扱者だけに狭めてください。ほかの人にも必要なら、handlers に加えます。",
        en:
          "Narrow the permissions to the handlers; where others need access, add them to 'handlers'."
      ))
  }

  /// Who can read beyond the handlers, by mode, group and owner.
  ///
  /// The superuser reads everything everywhere and is passed over.
  private func tooWide(_ handlers: DeclaredLocation.Handlers) -> [Message] {
    var reasons: [Message] = []
    let mode = holding.entry.mode
    if mode & 0o004 != 0 {
      reasons.append(Message(ja: "すべての利用者", en: "everyone"))
    }
    if mode & 0o040 != 0, !handlers.groups.contains(holding.groupName), !isRootGroup {
      let group = Mistake.quoted(holding.groupName)
      reasons.append(Message(ja: "グループ \(group)", en: "group \(group)"))
    }
    // Where only groups are declared and their members are not known, nothing can be said of an owner.
    let owner = holding.ownerName
    let isMember = handlers.groups.contains { bench.members[$0]?.contains(owner) == true }
    let canBeTold =
      !handlers.users.isEmpty || handlers.groups.contains { bench.members[$0] != nil }
    if mode & 0o400 != 0, holding.entry.owner != 0, canBeTold, !isMember,
      !handlers.users.contains(owner)
    {
      let shown = Mistake.quoted(owner)
      reasons.append(Message(ja: "所有者 \(shown)", en: "owner \(shown)"))
    }
    return reasons
  }

  private var isRootGroup: Bool { holding.entry.group == 0 }
}
