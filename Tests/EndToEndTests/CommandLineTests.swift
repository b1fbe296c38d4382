import Foundation
import TestSupport
import Testing

@Suite struct CommandLineTests {
  private func run(_ arguments: String..., language: String = "en_US.UTF-8") throws -> ProgramRun {
    try ProgramRun.run(Project.program, arguments, environment: ["LANG": language])
  }

  @Test(arguments: [
    (["scna"], "did you mean 'scan'?"),
    (["scan", ".", "--polcy", "x"], "did you mean --policy?"),
    (["scan", ".", "--format", "jsn"], "did you mean 'json'?"),
    (["scan", ".", "--fail-on", "note"], "one of low, medium, high, critical"),
    (["scan", ".", "--jobs", "two"], "a whole number from 0"),
    (["scan", ".", "--min-confidence", "1.5"], "a number from 0.0 to 1.0"),
    (["scan", ".", "--output"], "--output needs a value"),
    (["scan", ".", "--all-files=yes"], "takes no value"),
    (["scan", ".", "--null"], "--files-from"),
    (["scan", ".", "--exclude", "["], "--exclude"),
    (["scan"], "ROOT is missing"),
    (["scan", "/nowhere/at/all"], "cannot be opened (ENOENT)"),
    (["scan", ".", "--policy", "/nowhere.yaml"], "cannot be read (ENOENT)"),
    (["scan", ".", "--patterns", "/nowhere"], "cannot be read (ENOENT)"),
    (["scan", ".", "--state", "x"], "there is no option --state"),
    (["report", "x"], "there is no command 'report'"),
    (["compare", "x", "y"], "there is no command 'compare'"),
    (["policy", "explain", "x"], "--policy needs a value"),
    (["patterns", "explain", "my-numbr"], "there is no type 'my-numbr'"),
    (["version", "now"], "one argument too many"),
    ([], "no command given"),
  ])
  func saysWhatIsWrongAndEndsWith2(arguments: [String], part: String) throws {
    let run = try ProgramRun.run(
      Project.program, arguments, environment: ["LANG": "en_US.UTF-8"])
    #expect(run.status == 2)
    #expect(run.errorText.contains(part), "\(run.errorText)")
    #expect(run.output.isEmpty)
    for line in run.errorText.split(separator: "\n") { #expect(line.hasPrefix("tanaoroshi: ")) }
  }

  @Test(
    arguments: [
      (nil, "ja"), ("", "ja"), ("C", "ja"), ("POSIX", "ja"), ("ja_JP.UTF-8", "ja"), ("ja", "ja"),
      ("C.UTF-8", "en"), ("en_GB.UTF-8", "en"), ("de_DE", "en"),
    ] as [(String?, String)])
  func speaksTheLanguageOfTheLocale(locale: String?, language: String) throws {
    let run = try ProgramRun.run(
      Project.program, ["scna"], environment: locale.map { ["LC_ALL": $0] } ?? [:])
    #expect(run.errorText.contains("ありません") == (language == "ja"))
  }

  @Test func obeysTheLanguageAskedFor() throws {
    #expect(try run("scna", "--lang", "ja").errorText.contains("ありません"))
    #expect(try run("--help", "--lang=ja").outputText.contains("使い方"))
    #expect(try run("--help").outputText.contains("Usage"))
  }

  @Test func showsHelpForEveryCommandInAtMost79Columns() throws {
    for language in ["ja", "en"] {
      let all = try run("--help", "--lang", language).outputText
      let commands = all.split(separator: "\n").drop { $0 != "Commands:" && $0 != "コマンド:" }
        .dropFirst().prefix { $0.hasPrefix("  ") }
        .map { $0.split(separator: " ").prefix { $0.utf8.allSatisfy { $0 < 0x80 } } }
      #expect(commands.count >= 7)
      for words in commands {
        let name = words.prefix(["policy", "patterns"].contains(words[0]) ? 2 : 1).map(String.init)
        let help = try ProgramRun.run(
          Project.program, name + ["--help", "--lang", language], environment: [:])
        #expect(help.status == 0)
        for line in (all + help.outputText).split(separator: "\n") {
          let width = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
          #expect(width <= 79, "\(line)")
        }
      }
    }
  }

  /// Every example of the program's own packs is found and no counter-example; the folder that the program was built
  /// from gives what its own rules give; examples are named by number only.
  @Test func provesPatternsByTheirExamples() throws {
    let own = try run("patterns", "check")
    let folder = try run("patterns", "check", Project.folder + "/Patterns")
    #expect(own.status == 0, "\(own.outputText)\(own.errorText)")
    #expect(folder.status == own.status)
    #expect(folder.outputText == own.outputText)
    #expect(own.outputText.contains("examples"))
    let digits = own.outputText.split { !("0"..."9").contains($0) }
    #expect(digits.allSatisfy { $0.count <= 3 })
  }

  @Test func saysWhichExampleOfAPackFails() throws {
    let pack = try String(
      contentsOf: URL(fileURLWithPath: Project.folder + "/Patterns/passport.yaml"),
      encoding: .utf8)
    let folder = try TemporaryFolder()
    try folder.write(
      pack.replacing("id: jp.passport", with: "id: own.passport"), to: "own/passport.yaml")
    let proved = try run("patterns", "check", folder.path("own"))
    #expect(proved.status == 0 || proved.status == 1, "\(proved.errorText)")
    // What is an example of one thing cannot be a counter-example of it as well.
    let example = try #require(pack.split(separator: "\n").first { $0.contains(", found: ") })
    let text = try #require(example.split(separator: ", found: ").first)
    let failing = pack.replacing("id: jp.passport", with: "id: own.passport")
      .replacing("counterexamples:\n", with: "counterexamples:\n\(text), why: none}\n")
    try folder.write(failing, to: "own/passport.yaml")
    let run = try run("patterns", "check", folder.path("own"))
    #expect(run.status == 1, "\(run.errorText)")
    #expect(run.outputText.contains("own.passport: counter-example 1 is found"))
    try folder.write("id: own.passport\n", to: "own/passport.yaml")
    #expect(try self.run("patterns", "check", folder.path("own")).status == 2)
  }

  @Test func escapesWhatATerminalWouldObey() throws {
    let run = try run("scan", "\u{1B}[2Jx\ny", "--policy", "\u{9B}1m")
    #expect(!run.error.contains(0x1B))
    #expect(run.errorText.split(separator: "\n").count == 1)
  }

  @Test func showsItsVersion() throws {
    let run = try run("version")
    #expect(run.status == 0)
    #expect(run.outputText.hasPrefix("tanaoroshi 0."))
    #expect(run.outputText.split(separator: "\n").count == 1)
  }

  @Test func describesTheCommandLineInItsDocumentation() throws {
    let run = try ProgramRun.run(
      "/bin/sh", [Project.folder + "/Scripts/cli-docs", Project.program])
    let document = try ProgramRun.run("/bin/cat", [Project.folder + "/docs/cli.md"])
    #expect(run.status == 0)
    #expect(
      run.output == document.output, "run: Scripts/cli-docs .build/debug/tanaoroshi > docs/cli.md")
  }
}
