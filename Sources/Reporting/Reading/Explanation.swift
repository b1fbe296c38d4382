package import Inventory

/// What was found in one file and why, as a person would say it.
///
/// The document may come from anywhere: every word taken from it is masked and made printable once more.
package struct Explanation {
  let language: Language
  /// The name of a type or of a look-alike that has no name in ``Wording``, such as `tracking-number`.
  let name: (String) -> Message?

  /// - Parameters:
  ///   - language: Of the sentences made here; those of the document stay as they are.
  ///   - name: Names the types and look-alikes of the packs.
  package init(language: Language, name: @escaping (String) -> Message?) {
    self.language = language
    self.name = name
  }

  /// The explanation of every entry that was found.
  package func text(_ found: FoundEntries) -> String {
    var parts = found.entries.map { text($0, found) }
    if let spoken = found.language, spoken != language.rawValue,
      found.entries.contains(where: { $0["verdicts"]?.items.isEmpty == false })
    {
      parts.append(
        say(
          ja: "判定の理由と対応は、走査したときの言語のままです。\n",
          en: "Reasons and remedies of verdicts are in the language of the scan.\n"))
    }
    return parts.joined(separator: "\n")
  }

  func say(ja: String, en: String) -> String { language == .japanese ? ja : en }

  func say(_ message: Message) -> String { message[language] }

  private func text(_ entry: JSONNode, _ found: FoundEntries) -> String {
    var text = found.path(entry) + "\n"
    for line in facts(entry, found, isAlone: found.entries.count == 1) {
      text += "  " + line + "\n"
    }
    let findings = entry["findings"]?.items ?? []
    text += title(ja: "見つかったもの", en: "What was found")
    if findings.isEmpty { text += "  " + say(ja: "ありません。", en: "Nothing.") + "\n" }
    for (index, finding) in findings.enumerated() {
      text += "  " + head(finding, index) + "\n"
      for line in lines(finding) { text += "     " + line + "\n" }
    }
    let verdicts = entry["verdicts"]?.items ?? []
    text += title(ja: "方針に照らすと", en: "By the policy")
    if verdicts.isEmpty {
      text +=
        "  "
        + (found.isJudged
          ? say(ja: "外れているところはありません。", en: "Nothing is outside it.")
          : say(ja: "方針なしの走査なので、判定していません。", en: "Nothing was judged: the scan had no policy."))
        + "\n"
    }
    for verdict in verdicts { text += self.verdict(verdict, findings) }
    for suppression in entry["suppressed"]?.items ?? [] { text += accepted(suppression) }
    return text
  }

  private func title(ja: String, en: String) -> String { "\n■ " + say(ja: ja, en: en) + "\n" }

  /// How it was read, where it stands, whose data it is.
  private func facts(_ entry: JSONNode, _ found: FoundEntries, isAlone: Bool) -> [String] {
    var lines = [reading(entry)]
    if let other = shown(entry["hard_link_of"]) {
      lines.append(
        say(ja: "「\(other)」と同じファイルです。", en: "The same file as '\(other)'."))
    }
    if !isAlone, let inode = entry["inode"]?.count {
      lines.append(say(ja: "inode 番号: \(inode)", en: "inode: \(inode)"))
    }
    if let country = entry["country"], country != .null {
      let code = shown(country["code"]) ?? say(ja: "不明", en: "unknown")
      let because = sentence(country["because"]).map { say(ja: "（\($0)）", en: " (\($0))") } ?? ""
      lines.append(say(ja: "国: ", en: "country: ") + code + because)
    }
    if let category = entry["category"], category != .null {
      lines.append(self.category(category))
    }
    if let people = entry["people"]?["estimate"]?.count, people > 0 {
      let number = Decimals.grouped(people)
      lines.append(say(ja: "人数の見積り: \(number) 人", en: "people, estimated: \(number)"))
    }
    return lines
  }

  private func reading(_ entry: JSONNode) -> String {
    let kinds = [shown(entry["format"]), shown(entry["encoding"])].compactMap { $0 }
    let kind = kinds.isEmpty ? "" : kinds.joined(separator: ", ")
    let bytes = Decimals.grouped(entry["bytes"]?.count ?? 0)
    let size = say(ja: "\(bytes) バイト", en: "\(bytes) bytes")
    let how = [kind, size].filter { !$0.isEmpty }.joined(separator: ", ")
    guard entry["status"]?.text != Status.scanned.rawValue else {
      return say(ja: "全体を読みました（\(how)）。", en: "All of it was read (\(how)).")
    }
    let word = shown(entry["reason"]) ?? "-"
    let reason = Reason(rawValue: word).map { say(Wording.name(of: $0)) } ?? word
    let detail = shown(entry["detail"]).map { ": " + $0 } ?? ""
    return entry["status"]?.text == Status.partly.rawValue
      ? say(
        ja: "一部だけ読みました（\(reason)\(detail)。\(how)）。",
        en: "Only read in part (\(reason)\(detail); \(how)).")
      : say(ja: "読んでいません（\(reason)\(detail)）。", en: "Not read (\(reason)\(detail)).")
  }

  private func category(_ category: JSONNode) -> String {
    let signs = (category["because"]?.items ?? []).compactMap { shown($0) }
    if signs.contains("no-persons") {
      return say(ja: "誰の: 個人のデータではないと見ました。", en: "whose: nobody's, as it seems")
    }
    let key = shown(category["key"]) ?? say(ja: "分からない、または定めがない", en: "unknown or not declared")
    let confidence = Decimals.text(category["confidence"]?.number ?? 0)
    return say(ja: "誰の: \(key)（確度 \(confidence)）", en: "whose: \(key) (confidence \(confidence))")
      + (signs.isEmpty
        ? "" : say(ja: "。手がかり ", en: "; signs: ") + signs.joined(separator: say(ja: "、", en: ", ")))
  }

  private func verdict(_ verdict: JSONNode, _ findings: [JSONNode]) -> String {
    let rule = shown(verdict["rule"]) ?? "-"
    let severity = verdict["severity"]?.text.flatMap(Severity.init)
    let title =
      VerdictRule(rawValue: rule).map { say(Wording.title(of: $0)) + " (\(rule))" } ?? rule
    var text = "  [" + (severity.map { say(Wording.name(of: $0)) } ?? "-") + "] " + title
    if let clause = shown(verdict["clause"]), !clause.isEmpty {
      text += say(ja: "  方針 ", en: "  clause ") + clause
    }
    text += "\n"
    let numbers = numbers(verdict["findings"], findings)
    if !numbers.isEmpty {
      text += "     " + say(ja: "対象: ", en: "about: ") + numbers + "\n"
    }
    if let because = sentence(verdict["because"]) { text += "     " + because + "\n" }
    if let remedy = sentence(verdict["remedy"]) {
      text += "     " + say(ja: "対応: ", en: "What to do: ") + remedy + "\n"
    }
    if let policy = shown(verdict["policy"]) {
      text += "     " + say(ja: "方針の箇所: ", en: "decided by: ") + policy + "\n"
    }
    return text
  }

  /// `(1) (3)`, the numbers under which findings are listed.
  private func numbers(_ indexes: JSONNode?, _ findings: [JSONNode]) -> String {
    (indexes?.items ?? []).compactMap(\.count).filter { findings.indices.contains($0) }
      .prefix(50).map { "(\($0 + 1))" }.joined(separator: " ")
  }

  private func accepted(_ suppression: JSONNode) -> String {
    let reason = sentence(suppression["reason"]) ?? "-"
    let until = sentence(suppression["until"]) ?? "-"
    let place = shown(suppression["policy"]) ?? "-"
    return "  "
      + say(
        ja: "方針が認めているもの: \(reason)（\(until) まで、\(place)）",
        en: "accepted by the policy: \(reason) (until \(until), \(place))") + "\n"
  }

  /// A word of the document, masked; `nil` where there is none.
  func shown(_ node: JSONNode?) -> String? { node?.text.map(MaskedText.text) }

  /// A sentence of the document, masked; ISO dates stay.
  private func sentence(_ node: JSONNode?) -> String? { node?.text.map(MaskedText.sentence) }
}
