import Inventory

extension TextSummary {
  /// The whole summary, from what was gathered and the totals.
  func text(_ totals: ScanTotals) -> String {
    var text = ""
    text += head(totals)
    text += found(totals.summary)
    text += facts?.policy == nil ? unjudged() : outside()
    text += acceptances()
    text += notRead()
    text += coverage(totals.coverage)
    text += remarks(totals)
    return text
  }

  func say(_ message: Message) -> String { message[options.language] }

  func say(ja: String, en: String) -> String { options.language == .japanese ? ja : en }

  private func title(ja: String, en: String) -> String {
    "\n" + Style.bold.wrap("■ " + say(ja: ja, en: en), options.usesColour) + "\n"
  }

  private func head(_ totals: ScanTotals) -> String {
    let version = facts?.toolVersion ?? ""
    var text =
      Style.bold.wrap(
        say(ja: "棚卸し \(version) の走査結果", en: "Tanaoroshi \(version): result of the scan"),
        options.usesColour) + "\n"
    var table = TextTable(sides: [.left, .left])
    for root in facts?.roots ?? [] {
      let path = MaskedPath(root.path, isName: options.isName).text
      table.add([
        say(ja: "対象", en: "root"), path + " (" + MaskedText.text(root.mount.filesystem) + ")",
      ])
    }
    if let facts {
      let seconds = max(0, (totals.finished - facts.started) / 1_000_000_000)
      table.add([
        say(ja: "日時", en: "when"),
        Timestamp.plain(facts.started)
          + say(
            ja: "（日本時間）、\(Decimals.grouped(seconds)) 秒",
            en: " (Japan time), \(Decimals.grouped(seconds)) s"),
      ])
      table.add([
        say(ja: "方針", en: "policy"),
        facts.policy.map { MaskedPath(Array($0.path.utf8)).text }
          ?? say(ja: "なし（判定はしていません）", en: "none: nothing was judged"),
      ])
    }
    text += table.text
    return text + "\n" + verdictLine() + say(Wording.sentence(for: totals.outcome)) + "\n"
  }

  /// How many verdicts there are, by severity; empty when nothing was judged.
  private func verdictLine() -> String {
    guard facts?.policy != nil else { return "" }
    var counts: [Severity: Int] = [:]
    for (key, group) in groups { counts[key.severity, default: 0] += group.count }
    let raised = Severity.allCases.reversed().filter { $0 > .note && counts[$0, default: 0] > 0 }
    if raised.isEmpty {
      return say(ja: "方針から外れているものはありません。", en: "Nothing is outside the policy. ")
    }
    let parts = raised.map { severity in
      let word = Style.of(severity).wrap(say(Wording.name(of: severity)), options.usesColour)
      return word + " " + Decimals.grouped(counts[severity, default: 0])
    }
    return say(ja: "方針から外れているもの: ", en: "Outside the policy: ")
      + parts.joined(separator: say(ja: "、", en: ", ")) + say(ja: "。", en: ". ")
  }

  private func found(_ summary: Summary) -> String {
    var text = title(ja: "見つかったデータ（確度 0.5 以上）", en: "What was found (confidence from 0.5)")
    let types = DataType.allCases.filter { summary.byType[$0] != nil }
    if types.isEmpty {
      return text + "  " + say(ja: "ありません。", en: "Nothing.") + "\n"
    }
    var table = TextTable(sides: [.left, .left, .right, .right])
    table.add([
      say(ja: "種類", en: "type"), say(ja: "区分", en: "class"), say(ja: "ファイル", en: "files"),
      say(ja: "件数", en: "values"),
    ])
    for type in types {
      guard let tally = summary.byType[type] else { continue }
      table.add([
        say(Wording.name(of: type)), say(Wording.name(of: type.usualClass)),
        Decimals.grouped(tally.files), Decimals.grouped(tally.count),
      ])
    }
    text += table.text
    return text + people(summary)
  }

  private func people(_ summary: Summary) -> String {
    guard !summary.people.isEmpty else { return "" }
    let parts = summary.people.sorted {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }.map { key, count in
      let shown = facts?.categoryNames[key].flatMap { options.language == .japanese ? $0 : nil }
      let name =
        key.isEmpty ? say(ja: "区分なし", en: "no category") : MaskedText.text(shown ?? key)
      return name + " " + Decimals.grouped(count)
    }
    return "  "
      + say(
        ja: "人数の見積り（ファイルごとの合計。重なりを含む上限）: ",
        en: "People, an upper bound (one in two files counts twice): ")
      + parts.joined(separator: say(ja: "、", en: ", ")) + "\n"
  }

  /// Where each type stands, when there is no policy to sort it by.
  private func unjudged() -> String {
    guard !examples.isEmpty else { return "" }
    var text = title(ja: "どこにあるか（種類ごとに初めの数件）", en: "Where (the first few of each type)")
    for type in DataType.allCases {
      guard let paths = examples[type] else { continue }
      text += "  " + say(Wording.name(of: type)) + "\n"
      for path in paths { text += "    - " + path + "\n" }
    }
    return text + "  " + more() + "\n"
  }

  /// How to see what a list leaves out.
  func more() -> String {
    say(
      ja: "すべては --format json --output FILE で書き出せます。",
      en: "Write all of them with --format json --output FILE.")
  }

  private func outside() -> String {
    guard !groups.isEmpty else { return "" }
    var text = title(ja: "方針から外れているもの", en: "Outside the policy")
    let order = VerdictRule.allCases
    let keys = groups.keys.sorted {
      $0.severity != $1.severity
        ? $0.severity > $1.severity
        : order.firstIndex(of: $0.rule) ?? 0 < order.firstIndex(of: $1.rule) ?? 0
    }
    for (index, key) in keys.enumerated() {
      guard let group = groups[key] else { continue }
      if index > 0 { text += "\n" }
      text += self.group(key, group)
    }
    return text
  }

  private func group(_ key: VerdictGroup.Key, _ group: VerdictGroup) -> String {
    let severity = Style.of(key.severity).wrap(
      "[" + say(Wording.name(of: key.severity)) + "]", options.usesColour)
    var text =
      "  \(severity) \(say(Wording.title(of: key.rule))) (\(key.rule.rawValue))"
      + say(ja: " \(Decimals.grouped(group.count)) 件", en: ": \(Decimals.grouped(group.count))")
    if !group.clause.isEmpty {
      text += say(ja: "  方針 ", en: "  clause ") + MaskedText.text(group.clause)
    }
    text += "\n"
    for example in group.examples {
      let because = MaskedText.sentence(say(example.because))
      if let path = example.path {
        text += "    - " + path + "\n      " + because + "\n"
      } else {
        text += "    - " + because + (example.policy.map { " (" + MaskedText.text($0) + ")" } ?? "")
        text += "\n"
      }
      if let remedy = example.remedy { text += "      " + self.remedy(remedy) }
    }
    let rest = group.count - group.examples.count
    if rest > 0 { text += "    " + andMore(rest) + "\n" }
    return text + "    " + remedy(group.remedy)
  }

  /// What the policy accepts for a time, and so was not judged.
  private func acceptances() -> String {
    guard !accepted.isEmpty else { return "" }
    var text = title(ja: "方針が認めているもの（判定していません）", en: "Accepted by the policy, not judged")
    let keys = accepted.keys.sorted {
      ($0.policy, $0.reason, $0.until) < ($1.policy, $1.reason, $1.until)
    }
    for key in keys {
      guard let group = accepted[key] else { continue }
      let files = Decimals.grouped(group.files)
      let findings = Decimals.grouped(group.findings)
      let reason = MaskedText.sentence(key.reason)
      let until = MaskedText.sentence(key.until)
      let place = MaskedText.text(key.policy)
      text +=
        "  - "
        + say(
          ja: "\(reason)（\(until) まで、\(place)）: \(files) ファイル、所見 \(findings) 件",
          en: "\(reason) (until \(until), \(place)): files \(files), findings \(findings)") + "\n"
    }
    return text
  }

  private func remedy(_ remedy: Message) -> String {
    say(ja: "対応: ", en: "What to do: ") + MaskedText.sentence(say(remedy)) + "\n"
  }

  func andMore(_ rest: Int) -> String {
    say(ja: "ほか \(Decimals.grouped(rest)) 件。", en: "and \(Decimals.grouped(rest)) more. ")
      + more()
  }
}
