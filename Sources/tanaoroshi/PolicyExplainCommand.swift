import Arguments
import Inventory
import Judging
import Reporting

/// `tanaoroshi policy explain PATH --policy FILE`: which entries of a policy are for a path, and what holds there.
enum PolicyExplainCommand {
  struct Settings: Sendable {
    var path: [UInt8] = []
    var policy: [UInt8]?
    var source: String?
    var language: Language?
  }

  static let command = Command(
    "policy explain",
    abstract: HelpText(ja: "あるパスに方針のどこが効くかを示す", en: "Show what a policy says of a path"),
    settings: Settings(),
    options: [
      .optional(
        "policy", short: "p", "FILE", \.policy,
        help: HelpText(ja: "方針のファイル（必須）", en: "the policy file (required)")),
      .optional(
        "source", "SOURCE", \.source,
        help: HelpText(
          ja: "マウント元（//server/share など）", en: "what is mounted there, such as //server/share")),
      CommonSettings.language(\.language),
    ],
    positionals: [
      .one(
        "PATH", \.path,
        help: HelpText(
          ja: "絶対パス、または基点・走査先からの相対パス", en: "absolute, or relative to a base or root"))
    ]
  ) { settings in
    guard let policy = settings.policy else {
      Diagnostics.say(UsageError.missingValue(option: "--policy", placeholder: "FILE"))
      return ExitStatus.couldNotStart
    }
    guard let file = PolicyFile.read(policy) else { return ExitStatus.couldNotStart }
    let explanation = file.policy.explanation(of: settings.path, source: settings.source)
    return ResultOutput.print(text(explanation))
  }

  static func text(_ explanation: PolicyExplanation) -> String {
    var text = Diagnostics.quoted(explanation.path) + "\n\n"
    text += Message(ja: "当てはまる項目（あとのものが優先）:\n", en: "Entries (later ones win):\n").said
    if explanation.entries.isEmpty { text += Message(ja: "  なし\n", en: "  none\n").said }
    let entries = explanation.entries.map {
      [$0.place, $0.pattern, $0.sets.joined(separator: ", ")]
    }
    text += indented(Table.text(entries))
    text += "\n" + Message(ja: "このパスで効くもの:\n", en: "What holds here:\n").said
    let attributes = explanation.attributes.map {
      [$0.name, $0.value, ($0.place ?? "") + ($0.pattern.map { "  (\($0))" } ?? "")]
    }
    text += indented(Table.text(attributes))
    if !explanation.isDeclared {
      text +=
        "\n"
        + Message(
          ja: "どの区分の保管場所としても定められていません。個人データがあれば判定に上がります。\n",
          en: "The path is declared for no category: personal data here raises a verdict.\n"
        ).said
    }
    for place in explanation.suppressions {
      text += Message(ja: "受け入れ済みの項目: \(place)\n", en: "accepted by: \(place)\n").said
    }
    return text
  }

  private static func indented(_ lines: String) -> String {
    lines.split(separator: "\n").map { "  " + $0 + "\n" }.joined()
  }
}
