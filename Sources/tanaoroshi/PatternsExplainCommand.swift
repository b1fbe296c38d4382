import Arguments
import Inventory
import Reporting
import Rules

/// `tanaoroshi patterns explain TYPE`: everything that a rule goes by.
enum PatternsExplainCommand {
  struct Settings: Sendable {
    var type = ""
    var patterns: [[UInt8]] = []
    var language: Language?
  }

  static let command = Command(
    "patterns explain",
    abstract: HelpText(ja: "ある種類をどう見分けるかを示す", en: "Show how a type of data is told"),
    settings: Settings(),
    options: [PatternFolders.option(\.patterns), CommonSettings.language(\.language)],
    positionals: [
      .one(
        "TYPE", \.type,
        help: HelpText(ja: "種類（my-number など）か規則（jp.my-number など）", en: "a type or the id of a rule")
      )
    ]
  ) { settings in
    guard let set = PatternFolders.rules(adding: settings.patterns) else {
      return ExitStatus.couldNotStart
    }
    let rules = set.rules.filter {
      $0.target.name == settings.type || $0.id == settings.type
    }
    guard !rules.isEmpty else {
      let names = set.rules.map(\.target.name)
      let nearest = NearestName.nearest(to: settings.type, among: names)
      let name = Diagnostics.quoted(settings.type)
      Diagnostics.say(
        Message(
          ja: "種類「\(name)」はありません。" + (nearest.map { "「\($0)」ではありませんか。" } ?? ""),
          en: "there is no type '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")))
      return ExitStatus.couldNotStart
    }
    return ResultOutput.print(rules.map(text).joined(separator: "\n"))
  }

  static func text(_ rule: Rule) -> String {
    var text = "\(rule.id)  \(rule.name.said) (\(rule.name.english))\n"
    func line(_ title: Message, _ content: String) {
      if !content.isEmpty { text += "  \(title.said): \(content)\n" }
    }
    func words(_ words: [String]) -> String {
      words.joined(separator: UserLanguage.current == .japanese ? "、" : ", ")
    }
    if let type = rule.dataType {
      line(
        Message(ja: "種類", en: "type"),
        "\(type.rawValue) (\(Wording.name(of: type.usualClass).said))")
    } else {
      line(
        Message(ja: "種類", en: "type"),
        rule.target.name + Message(ja: "（見分けて除く）", en: " (told apart, not reported)").said)
    }
    for pattern in rule.patterns {
      line(Message(ja: "パターン", en: "pattern"), pattern.id + describe(pattern))
    }
    line(Message(ja: "強い見出し", en: "strong headings"), words(rule.headings.strong))
    line(Message(ja: "弱い見出し", en: "weak headings"), words(rule.headings.weak))
    line(Message(ja: "打ち消す見出し", en: "headings against it"), words(rule.headings.against))
    line(Message(ja: "近くの語", en: "words nearby"), words(rule.near.for))
    line(Message(ja: "打ち消す語", en: "words against it"), words(rule.near.against))
    line(
      Message(ja: "重み（log10 の勝ち目）", en: "weights (log10 odds)"),
      "prior \(rule.weights.prior), heading \(rule.weights.heading), near \(rule.weights.near)")
    line(
      Message(ja: "定義", en: "defined in"),
      "\(Diagnostics.quoted(rule.origin.file)):\(rule.origin.line)")
    return text
  }

  private static func describe(_ pattern: RulePattern) -> String {
    var parts: [String] = []
    switch pattern.form {
    case .regex: parts.append(Message(ja: "正規表現", en: "regular expression").said)
    case .digits(let form):
      let lengths = form.lengths.map(String.init).joined(separator: "/")
      parts.append(Message(ja: "\(lengths) 桁の数字", en: "\(lengths) digits").said)
      parts += form.groups.map { $0.map(String.init).joined(separator: "-") }
    case .reader(let reader):
      parts.append(Message(ja: "読み手", en: "reader").said + " " + reader.rawValue)
    }
    if let check = pattern.check {
      parts.append(Message(ja: "検査", en: "check").said + " " + check.rawValue)
    }
    return " (" + parts.joined(separator: ", ") + ")"
  }
}
