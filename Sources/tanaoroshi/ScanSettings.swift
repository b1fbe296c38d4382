import Arguments
import Inventory

/// What the user asked a scan for, as typed.
struct ScanSettings: Sendable {
  var roots: [[UInt8]] = []
  var policy: [UInt8]?
  var patterns: [[UInt8]] = []
  var format: ReportFormat?
  var output: [UInt8]?
  var exclude: [[UInt8]] = []
  var filesFrom: [UInt8]?
  var isNullSeparated = false
  var jobs: Int?
  var places = ExaminationSettings.Places.first
  var listsAllFiles = false
  var minimumConfidence = Probability(0)
  var failOn = FailureThreshold.low
  var masksNames = false
  var language: Language?
  var hidesProgress = false
  var colour = ColourChoice.auto

  static let options: [Option<ScanSettings>] = [
    .optional(
      "policy", short: "p", "FILE", \.policy,
      help: HelpText(
        ja: "方針（YAML）に照らす。省略すると見つけるだけ", en: "hold findings against this policy (YAML)")),
    PatternFolders.option(\.patterns),
    .optional(
      "format", short: "f", "FORMAT", \.format,
      help: HelpText(
        ja: "text、json、ndjson\n（省略時は端末なら text、ほかは json）",
        en: "text, json or ndjson (default: text on a\nterminal, else json)")),
    .optional(
      "output", short: "o", "FILE", \.output,
      help: HelpText(
        ja: "結果をファイルへ（所有者だけが読める）", en: "write the result to a file (mode 0600)")),
    .list(
      "exclude", "GLOB", \.exclude,
      help: HelpText(ja: "除くパス（くり返し可）", en: "leave these paths out; repeatable")),
    .optional(
      "files-from", "FILE", \.filesFrom,
      help: HelpText(
        ja: "この一覧のファイルだけを読む（- は標準入力）", en: "scan only the files listed (- for standard input)")),
    .flag(
      "null", short: "0", \.isNullSeparated,
      help: HelpText(ja: "一覧の区切りは NUL", en: "the list is separated by NUL")),
    .optional(
      "jobs", short: "j", "N", \.jobs,
      help: HelpText(
        ja: "読み取りプロセスの数（省略時はコア数、ネットワーク\n上の共有ではその二倍。0 は隔離なし）",
        en:
          "reading processes (default: cores, twice that on\nnetwork mounts; 0: none, not isolated)"
      )),
    .value(
      "places", "WHICH", \.places,
      help: HelpText(
        ja: "場所をどこまで書くか: first（初めの十か所）、\nall（すべて）、none（なし）",
        en: "list the first ten places (first), all or none")),
    .flag(
      "all-files", \.listsAllFiles,
      help: HelpText(ja: "何もなかったファイルも並べる", en: "list files without findings too")),
    .value(
      "min-confidence", "P", \.minimumConfidence,
      help: HelpText(
        ja: "これより確度の低い所見を書かない（省略時 0）", en: "leave out findings below (default: 0)")),
    .value(
      "fail-on", "SEVERITY", \.failOn,
      help: HelpText(
        ja: "終了コード 1 にする重さ（省略時 low）", en: "severity that ends with 1 (default: low)")),
    .flag(
      "mask-names", \.masksNames,
      help: HelpText(ja: "パスの中の人名も伏せる", en: "mask persons' names in paths too")),
    CommonSettings.language(\.language),
    .flag(
      "no-progress", \.hidesProgress,
      help: HelpText(ja: "進みぐあいを表示しない", en: "show no progress")),
    .value(
      "color", "WHEN", \.colour,
      help: HelpText(
        ja: "色: auto（端末なら）、always、never", en: "colour: auto (on a terminal), always, never")),
  ]

  static let positionals: [Positional<ScanSettings>] = [
    .many("ROOT", \.roots, help: HelpText(ja: "走査するフォルダーかファイル", en: "folder or file to scan"))
  ]
}

/// The forms in which a scan reports.
enum ReportFormat: String, ArgumentValue, CaseIterable {
  case text, json, ndjson
}

/// From which severity on a verdict makes a scan end with status 1.
enum FailureThreshold: String, ArgumentValue, CaseIterable {
  case low, medium, high, critical

  var severity: Severity {
    switch self {
    case .low: .low
    case .medium: .medium
    case .high: .high
    case .critical: .critical
    }
  }
}

/// When text is coloured.
enum ColourChoice: String, ArgumentValue, CaseIterable {
  case auto, always, never
}

extension ExaminationSettings.Places: ArgumentValue {}
