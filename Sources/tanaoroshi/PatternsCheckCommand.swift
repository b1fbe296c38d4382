import Arguments
import Inventory
import Posix
import Rules

/// `tanaoroshi patterns check [DIR]`: has packs prove themselves by their own examples.
///
/// What it says names rules and numbers of examples and never an example's text.
enum PatternsCheckCommand {
  struct Settings: Sendable {
    var folder: [UInt8]?
    var language: Language?
  }

  static let command = Command(
    "patterns check",
    abstract: HelpText(ja: "パターンを、その例と反例で確かめる", en: "Prove patterns by their own examples"),
    discussion: HelpText(
      ja: """
        形、検査数字、敵意ある文字列での速さを調べ、例がすべて見つかり、
        反例が見つからないことを確かめます。例の中身は表示しません。
        終了コード: 0 すべて合う。1 例か反例が合わない。2 使えないパターンがある。
        """,
      en: """
        Checks form, check digits and speed on hostile text; then every example must be
        found and no counter-example. Texts of examples are not shown.
        Status: 0 all hold; 1 an example or counter-example fails; 2 unusable pack.
        """),
    settings: Settings(), options: [CommonSettings.language(\.language)],
    positionals: [
      .optional(
        "DIR", \.folder,
        help: HelpText(
          ja: "パターンのフォルダー（省略時は本体のもの）", en: "a folder of packs (default: the program's)"))
    ]
  ) { settings in
    guard let (outcomes, rules) = outcomes(settings.folder) else {
      return ExitStatus.couldNotStart
    }
    var text = ""
    for remark in outcomes.flatMap(\.remarks) {
      text += Diagnostics.quoted(remark.described(UserLanguage.current)) + "\n"
    }
    guard outcomes.allSatisfy(\.isUsable), let rules else {
      _ = ResultOutput.print(text)
      return ExitStatus.couldNotStart
    }
    let trial = PatternTrial(rules)
    var tried = 0
    var failures = 0
    for outcome in outcomes {
      let result = trial.result(outcome)
      tried += result.tried
      failures += result.failures
      for number in result.missed {
        text += line(
          outcome, number, Message(ja: "例 %：見つかりません", en: "example % is not found"))
      }
      for number in result.wronglyFound {
        text += line(
          outcome, number, Message(ja: "反例 %：見つかってしまいます", en: "counter-example % is found"))
      }
    }
    text +=
      Message(
        ja: "パターン \(outcomes.count)、例と反例 \(tried)：合わないもの \(failures)\n",
        en: "\(outcomes.count) packs, \(tried) examples and counter-examples: \(failures) fail\n"
      ).said
    let status = ResultOutput.print(text)
    return failures > 0 ? ExitStatus.outsidePolicy : status
  }

  private static func line(_ outcome: PackCheck.Outcome, _ number: Int, _ message: Message)
    -> String
  {
    let parts = message.said.split(separator: "%", omittingEmptySubsequences: false)
    return "\(outcome.rule.id): " + parts.joined(separator: String(number)) + "\n"
  }

  /// What the form of each pack gave, and the rules to try them with (`nil` when one cannot be used); `nil` after
  /// saying why the packs cannot be read.
  private static func outcomes(_ folder: [UInt8]?) -> ([PackCheck.Outcome], RuleSet?)? {
    let clock = { SystemClock.monotonic }
    do throws(RuleError) {
      guard let folder else {
        return (try PackCheck.bundled(clock: clock), try RuleSet.bundled())
      }
      guard let packs = PatternFolders.packs(in: folder) else { return nil }
      // The folder that the program is built from: its own rules, which are already there to be tried with.
      let isBundled = packs.contains { isKinds($0) }
      var outcomes: [PackCheck.Outcome] = []
      var isReadable = true
      for pack in packs where !isKinds(pack) {
        do throws(RuleError) {
          outcomes.append(try PackCheck.check(pack, isBundled: isBundled, clock: clock))
        } catch {
          isReadable = false
          for line in error.described(UserLanguage.current) { Diagnostics.say(line) }
        }
      }
      guard isReadable else { return nil }
      guard outcomes.allSatisfy(\.isUsable) else { return (outcomes, nil) }
      let bundled = try RuleSet.bundled()
      return (outcomes, isBundled ? bundled : try bundled.adding(packs))
    } catch {
      for line in error.described(UserLanguage.current) { Diagnostics.say(line) }
      return nil
    }
  }

  private static func isKinds(_ pack: PackFile) -> Bool {
    pack.name == CategoryKinds.fileName || pack.name.hasSuffix("/" + CategoryKinds.fileName)
  }
}
