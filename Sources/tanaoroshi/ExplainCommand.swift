import Arguments
import Inventory
import Posix
import Reporting
import Rules

/// `tanaoroshi explain FINDINGS.json FILE`: what was found in one file and why, in words.
enum ExplainCommand {
  struct Settings: Sendable {
    var findings: [UInt8] = []
    var file: [UInt8] = []
    var patterns: [[UInt8]] = []
    var language: Language?
  }

  static let command = Command(
    "explain",
    abstract: HelpText(
      ja: "あるファイルの所見と判定の理由を示す", en: "Say why a file has its findings and verdicts"),
    discussion: HelpText(
      ja: """
        scan --format json（または ndjson）の結果を読み、一つのファイルについて、
        何が見つかり、なぜそう判断し、方針のどこに照らしてどうすべきかを示します。
        元のファイルは開きません。値は結果の中にもありません。
        FILE は結果にあるとおりのパス、絶対パス、またはパスの終わりの部分です。
        """,
      en: """
        Reads a result of scan --format json (or ndjson) and says of one file what was
        found, why it is believed, and what the policy says to it. The file itself is
        not opened, and no value stands in the result.
        FILE is a path as the result has it, an absolute path, or a path's last parts.
        """),
    settings: Settings(),
    options: [PatternFolders.option(\.patterns), CommonSettings.language(\.language)],
    positionals: [
      .one(
        "FINDINGS.json", \.findings,
        help: HelpText(ja: "走査の結果", en: "a result of a scan")),
      .one("FILE", \.file, help: HelpText(ja: "説明するファイル", en: "the file to explain")),
    ],
    run: run)

  private static func run(_ settings: Settings) -> Int32 {
    guard let rules = PatternFolders.rules(adding: settings.patterns),
      let found = read(settings.findings, file: settings.file)
    else { return ExitStatus.couldNotStart }
    let file = Diagnostics.quoted(settings.file)
    guard !found.paths.isEmpty else {
      Diagnostics.say(
        Message(
          ja: "結果に「\(file)」はありません。何も見つからなかったファイルは --all-files で走査したときだけ載ります。",
          en:
            "the result does not list '\(file)'; files without findings are listed with --all-files"
        ))
      return ExitStatus.couldNotStart
    }
    guard found.isExact || found.paths.count == 1 else {
      Diagnostics.say(
        Message(
          ja: "「\(file)」に当たるファイルは一つではありません。どれか一つを書いてください:",
          en: "several files end in '\(file)'; name one of them:"))
      for path in found.paths.prefix(10) { Diagnostics.say("  " + path) }
      return ExitStatus.couldNotStart
    }
    let names = Dictionary(
      rules.rules.map { ($0.target.name, $0.name) }, uniquingKeysWith: { first, _ in first })
    let explanation = Explanation(language: UserLanguage.current, name: { names[$0] })
    return ResultOutput.print(explanation.text(found))
  }

  /// Reads the document piece by piece; `nil` after saying what is wrong with it.
  private static func read(_ path: [UInt8], file: [UInt8]) -> FoundEntries? {
    do {
      let descriptor = try FileDescriptor.openFollowed(path: FileName(path))
      guard try descriptor.facts().kind == .file else {
        throw SmallFile.Failure.notAFile(try descriptor.facts().kind)
      }
      var reader = FindingsReader(file: file)
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      var offset = 0
      while true {
        var span = buffer.mutableSpan
        let count = try descriptor.read(at: offset, into: &span)
        guard count > 0 else { return try reader.finish() }
        try reader.feed(buffer[..<count])
        offset += count
      }
    } catch let error as JSONMistake {
      say(error, in: path)
    } catch let error as SystemError {
      Diagnostics.say(unreadable: path, .system(error))
    } catch let error as SmallFile.Failure {
      Diagnostics.say(unreadable: path, error)
    } catch {
      Diagnostics.say(Message(ja: "読めません。", en: "cannot be read"))
    }
    return nil
  }

  private static func say(_ mistake: JSONMistake, in path: [UInt8]) {
    let name = Diagnostics.quoted(path)
    let what = message(for: mistake.kind)
    switch mistake.kind {
    case .notFindings, .noEnd:
      Diagnostics.say(Message(ja: "\(name): \(what.japanese)", en: "\(name): \(what.english)"))
    default:
      let place = ":\(mistake.line):\(mistake.column): "
      Diagnostics.say(Message(ja: name + place + what.japanese, en: name + place + what.english))
    }
  }

  static func message(for kind: JSONMistake.Kind) -> Message {
    switch kind {
    case .expected(.value): Message(ja: "JSON の値があるはずの所です。", en: "a JSON value was expected")
    case .expected(.key): Message(ja: "\" で始まる名前があるはずの所です。", en: "a key in quotes was expected")
    case .expected(.colon): Message(ja: "「:」があるはずの所です。", en: "':' was expected")
    case .expected(.commaOrEnd):
      Message(ja: "「,」か閉じかっこがあるはずの所です。", en: "',' or a closing bracket was expected")
    case .endsTooEarly: Message(ja: "途中で終わっています。", en: "the text ends too early")
    case .badEscape: Message(ja: "\\ のあとが正しくありません。", en: "not an escape of JSON")
    case .controlCharacter:
      Message(ja: "文字列の中に制御文字があります。", en: "a control character within a string")
    case .notUTF8: Message(ja: "UTF-8 ではありません。", en: "not UTF-8")
    case .badNumber: Message(ja: "JSON の数ではありません。", en: "not a number of JSON")
    case .tooDeep(let limit):
      Message(ja: "入れ子が深すぎます（上限 \(limit)）。", en: "nested deeper than \(limit) levels")
    case .tooLong(let limit):
      Message(ja: "文字列が長すぎます（上限 \(limit) バイト）。", en: "a string longer than \(limit) bytes")
    case .tooMany(let limit):
      Message(ja: "一つの項目が大きすぎます（上限 \(limit) 個）。", en: "an entry of more than \(limit) values")
    case .notFindings:
      Message(
        ja: "tanaoroshi scan の結果（--format json、ndjson）ではありません。",
        en: "not a result of tanaoroshi scan (--format json or ndjson)")
    case .noEnd:
      Message(
        ja: "最後の記録がありません。途中で切れた結果は使えません。",
        en: "the last record is missing: a stream cut short is not a result")
    }
  }
}
