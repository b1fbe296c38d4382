import Arguments
import Inventory
import Judging

/// `tanaoroshi policy check FILE`: every mistake of a policy, with its place and what would be right.
enum PolicyCheckCommand {
  struct Settings: Sendable {
    var file: [UInt8] = []
    var language: Language?
  }

  static let command = Command(
    "policy check",
    abstract: HelpText(ja: "方針の誤りを調べる", en: "Check a policy file"),
    discussion: HelpText(
      ja: "誤りがあれば、ファイル名:行:桁 と直し方を一行ずつ示します（終了コード 2）。",
      en: "Each mistake is one line: file:line:column and what would be right; status 2."),
    settings: Settings(), options: [CommonSettings.language(\.language)],
    positionals: [
      .one("FILE", \.file, help: HelpText(ja: "方針のファイル", en: "the policy file"))
    ]
  ) { settings in
    guard let file = PolicyFile.read(settings.file) else { return ExitStatus.couldNotStart }
    file.sayWarnings()
    let name = Diagnostics.quoted(settings.file)
    let counts = (file.policy.categories.count, file.policy.locations.count)
    return ResultOutput.print(
      Message(
        ja: "\(name): 誤りはありません（区分 \(counts.0)、場所 \(counts.1)）。\n",
        en: "\(name): no mistake (\(counts.0) categories, \(counts.1) locations)\n"
      ).said)
  }
}
