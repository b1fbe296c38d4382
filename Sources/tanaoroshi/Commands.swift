import Arguments
import Inventory

/// All commands of the program, in the order of the help.
enum Commands {
  static let all = CommandSet(
    program: "tanaoroshi",
    abstract: HelpText(
      ja: "棚卸し: 個人データと個人番号がどこにあるかを調べ、方針に照らします。",
      en: "Tanaoroshi finds personal data and My Numbers and judges them by your policy."),
    commands: [
      ScanCommand.command, ExplainCommand.command, PolicyCheckCommand.command,
      PolicyExplainCommand.command,
      PatternsListCommand.command, PatternsExplainCommand.command, PatternsCheckCommand.command,
      DoctorCommand.command, VersionCommand.command,
    ])
}

/// What every command understands.
struct CommonSettings: Sendable {
  /// Read beforehand by ``UserLanguage``, so that errors in the command line are understood too.
  var language: Language?

  /// `--lang`, for the settings of any command.
  static func language<Settings: Sendable>(
    _ path: any WritableKeyPath<Settings, Language?> & Sendable
  ) -> Option<Settings> {
    .optional(
      "lang", "ja|en", path,
      help: HelpText(
        ja: "表示の言語（省略時はロケールから）", en: "language of what is shown (default: locale)"))
  }
}
