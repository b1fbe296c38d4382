import Arguments
import Inventory

/// All commands of the program, in the order of the help.
enum Commands {
  static let all = set([
    ScanCommand.command, ExplainCommand.command, PolicyCheckCommand.command,
    PolicyExplainCommand.command,
    PatternsListCommand.command, PatternsExplainCommand.command, PatternsCheckCommand.command,
    DoctorCommand.command, VersionCommand.command,
  ])

  /// Those that a command line needs: for a scan no others are made ready.
  static func meant(by arguments: [[UInt8]]) -> CommandSet {
    let isScan = arguments.first.map { $0.elementsEqual("scan".utf8) } ?? false
    return isScan ? set([ScanCommand.command]) : all
  }

  private static func set(_ commands: [Command]) -> CommandSet {
    CommandSet(
      program: "tanaoroshi",
      abstract: HelpText(
        ja: "棚卸し: 個人データと個人番号がどこにあるかを調べ、方針に照らします。",
        en: "Tanaoroshi finds personal data and My Numbers and judges them by your policy."),
      commands: commands)
  }
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
