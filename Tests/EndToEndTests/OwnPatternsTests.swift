import TestSupport
import Testing

/// Patterns of an organisation may be slow or hostile themselves, or meet text that makes them so.
@Suite struct OwnPatternsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("社員番号: Q123456\n", to: "share/a.txt")
  }

  /// A pack whose expression begins with a letter that none of the hostile texts has; all values are made up.
  private func writePack(_ expression: String) throws {
    try writePack(
      "'\(expression)'", "trigger: letters+digits",
      examples: [
        "{text: '社員番号: Q482917', found: Q482917}", "{text: '社員番号: Q305827', found: Q305827}",
        "{text: '社員番号: Q918273', found: Q918273}",
      ],
      counterexamples: [
        "{text: '商品番号 Q482917', why: goods}", "{text: 'XQ482917', why: a letter before it}",
        "{text: '社員番号: 未登録', why: no value}",
        "{text: 'order Q482917 shipped', why: an order number}",
        "{text: '注文 Q482917', why: an order number}",
      ])
  }

  private func writePack(
    _ expression: String, _ trigger: String, examples: [String], counterexamples: [String]
  ) throws {
    func list(_ entries: [String]) -> String { entries.map { "  - \($0)" }.joined(separator: "\n") }
    let text = """
      id: acme.employee-code
      type: employee-number
      name: {ja: 社員番号, en: Employee code}
      patterns:
        - id: own
          regex: \(expression)
          \(trigger)
      headings: {strong: [社員番号], weak: [社員], against: [社員数]}
      near: {for: [社員], against: [注文]}
      weights: {prior: -3.0, heading: 4.0, near: 2.0}
      sources: [{title: 会員規約, read: 2026-11-23}]
      examples:
      \(list(examples))
      counterexamples:
      \(list(counterexamples))
      """
    try folder.write(text, to: "packs/own.yaml")
  }

  private func scan(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun.run(
      Project.program,
      [
        "scan", folder.path("share"), "--patterns", folder.path("packs"), "--format", "ndjson",
        "--all-files",
      ] + arguments, environment: ["LC_ALL": "en_US.UTF-8"])
  }

  @Test func aGoodPackIsUsed() throws {
    try writePack("Q[0-9]{6}")
    let run = try scan()
    #expect(run.status == 0, "\(run.errorText)")
    #expect(run.outputText.contains("\"type\":\"employee-number\""))
  }

  /// Whoever can write a pack can make a scan find nothing, or take long.
  @Test(arguments: ["0666", "0620", "0602"])
  func aPackThatOthersCanWriteIsRefused(_ mode: String) throws {
    try writePack("Q[0-9]{6}")
    _ = Shell.run("chmod \(mode) \(folder.path("packs/own.yaml"))")
    let run = try scan()
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains("own.yaml: others can write it"), "\(run.errorText)")
  }

  @Test(
    "A dash within the code is part of its word",
    arguments: ["Q48-2917", "ZQX-12345", "AB/2024-0012"])
  func codesWithDashes(code: String) throws {
    try writePack("Q[0-9]{2}-[0-9]{4}|ZQX-[0-9]{5}|AB/[0-9]{4}-[0-9]{4}|Q[0-9]{6}")
    try folder.write("連絡です。社員番号: \(code)。以上\n", to: "share/a.txt")
    let run = try scan()
    #expect(run.status == 0, "\(run.errorText)")
    #expect(run.outputText.contains("\"rule\":\"acme.employee-code\""))
  }

  /// What has no number of four digits in it is found at its own trigger, in text, tables and trees, and counted to the last.
  @Test(arguments: [
    ("'ZQX-[A-Z]{6}'", "literal: [ZQX]", "ZQX-KJHGFD", "ZQX-PLMNBV", "ZQX-TREWQA"),
    ("'ZQX-[A-Z]{6}'", "literal: [ZQX]", "ＺＱＸ－ＫＪＨＧＦＤ", "ZQX-PLMNBV", "ZQX-TREWQA"),
    ("'第[0-9]{2}地区の[A-Z]{2}'", "literal: [地区]", "第12地区のQB", "第34地区のVC", "第56地区のKJ"),
    ("'[a-z]+@acme'", "trigger: at", "kjhgfd@acme", "plmnbv@acme", "trewqa@acme"),
    ("'V[A-Z]{7}'", "check: null", "VKJHGFDS", "VPLMNBVC", "VTREWQAS"),
  ])
  func valuesWithoutNumbers(
    _ expression: String, _ trigger: String, _ first: String, _ second: String, _ third: String
  ) throws {
    try writePack(
      expression, trigger,
      examples: [
        "{text: '社員番号: \(first)', found: \(first)}", "{text: '社員番号: \(second)', found: \(second)}",
        "{text: \"社員番号,備考\\n\(second),済\\n\(third),済\", found: \(third)}",
      ],
      counterexamples: [
        "{text: '商品番号 \(first)', why: goods}", "{text: 'X\(second)9', why: letters around it}",
        "{text: '社員番号: 未登録', why: no value}",
        "{text: 'order \(second) shipped', why: an order number}",
        "{text: '注文 \(third)', why: an order number}",
      ])
    let check = try ProgramRun.run(
      Project.program, ["patterns", "check", folder.path("packs"), "--lang", "en"])
    #expect(check.status == 0, "\(check.outputText)\(check.errorText)")
    let filler = String(repeating: "予定の資料を確認した。INFO took=12ms\n", count: 9_000)
    try folder.write("社員番号: \(first)\n\(filler)社員番号: \(second)\n", to: "share/a.txt")
    let rows = (0..<4_000).map { "\($0 % 2 == 0 ? first : third),\($0)\n" }.joined()
    try folder.write("社員番号,連番\n" + rows, to: "share/b.csv")
    try folder.write("[{\"社員番号\":\"\(first)\"},{\"社員番号\":\"\(third)\"}]", to: "share/c.json")
    let run = try scan()
    #expect(run.status == 0, "\(run.errorText)")
    for (path, count) in [("a.txt", 2), ("b.csv", 4_000), ("c.json", 2)] {
      let line = run.outputText.split(separator: "\n").first { $0.contains("\"path\":\"\(path)\"") }
      #expect(line?.contains("\"rule\":\"acme.employee-code\"") == true, "\(path)")
      #expect(line?.contains("\"count\":\(count),") == true, "\(path): \(line ?? "")")
    }
  }

  @Test(arguments: [
    ("Q[0-9]{6}|(?:[a-z]+)+X", "letters"), ("Q[0-9]{6}|(?:[0-9]+)+X", "digits"),
    ("Q[0-9]{6}|(?:[ぁ-ん]+)+X", "hiragana"),
  ])
  func aScanRefusesWhatExplodesOnAHostileText(_ expression: String, text: String) throws {
    try writePack(expression)
    let run = try scan()
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains("own.yaml:5:"), "\(run.errorText)")
    #expect(run.errorText.contains("it repeats \(text) over"), "\(run.errorText)")
    let check = try ProgramRun.run(
      Project.program, ["patterns", "check", folder.path("packs"), "--lang", "en"])
    #expect(check.status == 2)
    #expect(check.outputText.contains("it repeats \(text) over"))
    #expect(check.outputText.contains("match limit") || check.outputText.contains(" ms "))
  }

  /// No hostile text has a Q, so the pack passes; the file's author knows better.
  @Test(arguments: ["2", "0"])
  func aMatchThatExplodesDuringTheScanIsToldAndCostsTheFileNothingElse(_ jobs: String) throws {
    try writePack("Q[0-9]{6}(?![0-9])|Q(?:[0-9]+)+[YZ]")
    let evil = "社員番号: Q" + String(repeating: "7", count: 26) + "\nマイナンバー: 987654321093\n"
    try folder.write(evil, to: "share/evil.txt")
    try folder.write(
      "社員番号,個人番号\n"
        + (0..<6).map { "Q7777777777777777777777777777777777777777777\($0),987654321093\n" }
        .joined(),
      to: "share/evil.csv")
    let run = try scan("--jobs", jobs)
    #expect(run.status == 3, "\(run.errorText)")
    for line in run.outputText.split(separator: "\n") where line.contains("\"path\":\"evil.") {
      #expect(
        line.contains(
          "\"status\":\"partly\",\"reason\":\"time-limit\",\"detail\":\"match-limit\""), "\(line)")
      #expect(line.contains("my-number"))
    }
    let whole = run.outputText.split(separator: "\n").first { $0.contains("\"path\":\"a.txt\"") }
    #expect(whole?.contains("\"status\":\"scanned\"") == true)
  }
}
