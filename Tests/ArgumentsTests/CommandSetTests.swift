import Synchronization
import Testing

@testable import Arguments

/// Settings with one field of each kind of option.
struct SampleSettings: Sendable, Equatable {
  var files: [[UInt8]] = []
  var isQuiet = false
  var jobs = 2
  var output: String?
  var name = ""
  var excluded: [String] = []
  var level = Level.low
  var share = Probability(0)

  enum Level: String, ArgumentValue, CaseIterable {
    case low, high
  }

  static let help = HelpText(ja: "説明", en: "help")

  static let options: [Option<SampleSettings>] = [
    .flag("quiet", short: "q", \.isQuiet, help: help),
    .value("jobs", short: "j", "N", \.jobs, help: help),
    .optional("output", short: "o", "FILE", \.output, help: help),
    .list("exclude", "GLOB", \.excluded, help: help),
    .value("level", "LEVEL", \.level, help: help),
    .value("share", "P", \.share, help: help),
  ]
}

/// What the sample's command was run with.
private final class Ran: Sendable {
  private let settings = Mutex<SampleSettings?>(nil)
  var last: SampleSettings? { settings.withLock { $0 } }
  func note(_ new: SampleSettings) { settings.withLock { $0 = new } }
}

@Suite struct CommandSetTests {
  private let ran = Ran()

  private var commands: CommandSet {
    let ran = ran
    let help = SampleSettings.help
    return CommandSet(
      program: "sample", abstract: help,
      commands: [
        Command(
          "read", abstract: help, settings: SampleSettings(), options: SampleSettings.options,
          positionals: [.many("FILE", \.files, help: help)]
        ) {
          ran.note($0)
          return 7
        },
        Command(
          "policy check", abstract: help, settings: SampleSettings(),
          options: SampleSettings.options, positionals: [.one("FILE", \.name, help: help)]
        ) {
          ran.note($0)
          return 0
        },
        Command("policy explain", abstract: help, settings: SampleSettings()) { _ in 0 },
      ])
  }

  private func run(_ arguments: String...) throws -> SampleSettings {
    guard case .run(let body) = try commands.parse(arguments.map { Array($0.utf8) }) else {
      Issue.record("help instead of a run")
      return SampleSettings()
    }
    _ = body()
    return try #require(ran.last)
  }

  private func error(_ arguments: String...) -> UsageError? {
    do throws(UsageError) {
      _ = try commands.parse(arguments.map { Array($0.utf8) })
      return nil
    } catch {
      return error
    }
  }

  @Test func keepsOrderAndDefaults() throws {
    let settings = try run("read", "a", "-q", "-j", "4", "b", "--exclude", "1", "--exclude=2")
    var expected = SampleSettings()
    expected.files = [Array("a".utf8), Array("b".utf8)]
    expected.isQuiet = true
    expected.jobs = 4
    expected.excluded = ["1", "2"]
    #expect(settings == expected)
  }

  @Test func takesEverythingBehindTwoDashesAsArguments() throws {
    let settings = try run("read", "--", "-q", "--jobs", "-")
    #expect(settings.files.map { String(decoding: $0, as: UTF8.self) } == ["-q", "--jobs", "-"])
    #expect(!settings.isQuiet)
  }

  @Test func takesALoneDashAsValueAndArgument() throws {
    let settings = try run("read", "-", "--output", "-")
    #expect(settings.files == [[0x2D]])
    #expect(settings.output == "-")
  }

  @Test func keepsEqualsSignsInValues() throws {
    #expect(try run("read", "--output=x=-y").output == "x=-y")
  }

  @Test func keepsBytesThatAreNotUTF8() throws {
    let arguments: [[UInt8]] = [Array("read".utf8), [0x8F, 0x5A]]
    guard case .run(let body) = try commands.parse(arguments) else { return }
    #expect(body() == 7)
    #expect(ran.last?.files == [[0x8F, 0x5A]])
  }

  @Test func findsCommandsOfTwoWords() throws {
    #expect(try run("policy", "check", "p.yaml").name == "p.yaml")
  }

  @Test(arguments: [
    (["read", "--jbos", "3"], UsageError.unknownOption("--jbos", nearest: "--jobs")),
    (["read", "-x"], .unknownOption("-x", nearest: nil)),
    (["read", "--jobs"], .missingValue(option: "--jobs", placeholder: "N")),
    (["read", "--output", "--quiet"], .missingValue(option: "--output", placeholder: "FILE")),
    (["read", "--quiet=yes"], .unexpectedValue(option: "--quiet")),
    (["read", "-j", "1", "--jobs", "2"], .givenTwice(option: "--jobs")),
    (["policy", "check"], .missingArgument(placeholder: "FILE")),
    (["policy", "check", "a", "b"], .unexpectedArgument("b")),
    (
      ["policy", "chekc", "a"],
      .unknownCommand(
        "policy chekc", nearest: "policy check", known: ["policy check", "policy explain"])
    ),
    (["policy"], .missingCommand(known: ["policy check", "policy explain"])),
    (["raed"], .unknownCommand("raed", nearest: "read", known: ["read", "policy"])),
    ([], .missingCommand(known: ["read", "policy"])),
    (
      ["read", "--level", "hihg"],
      .badValue(
        option: "--level", value: "hihg",
        accepted: HelpText(ja: "low、high のいずれか", en: "one of low, high"), nearest: "high")
    ),
  ])
  func saysWhatIsWrong(arguments: [String], expected: UsageError) {
    #expect(throws: expected) { _ = try commands.parse(arguments.map { Array($0.utf8) }) }
  }

  @Test(arguments: ["-1", "x", "1.5", "", "99999999999999999999"])
  func refusesWhatIsNoWholeNumber(word: String) {
    guard case .badValue(let option, let value, _, _)? = error("read", "--jobs=\(word)") else {
      Issue.record("accepted")
      return
    }
    #expect(option == "--jobs")
    #expect(value == word)
  }

  @Test(arguments: ["-0.1", "1.01", "nan", "inf", "", "half"])
  func refusesWhatIsNoProbability(word: String) {
    #expect(error("read", "--share=\(word)") != nil)
  }

  @Test func showsHelpEvenBehindOtherOptions() throws {
    for (flag, long) in [("-h", false), ("--help", true)] {
      let arguments = ["read", "-q", flag].map { Array($0.utf8) }
      guard case .help(let command, let isLong) = try commands.parse(arguments) else {
        Issue.record("no help")
        continue
      }
      #expect(command?.name == "read")
      #expect(isLong == long)
    }
  }

  @Test(arguments: HelpLanguage.allCases)
  func writesEveryOptionIntoTheHelp(language: HelpLanguage) {
    let text = commands.help(for: commands.commands[0], isLong: false, in: language)
    for option in SampleSettings.options { #expect(text.contains("--" + option.description.name)) }
    #expect(text.contains("FILE..."))
    #expect(text.contains("--help"))
    let all = commands.help(in: language)
    for command in commands.commands { #expect(all.contains(command.name)) }
  }
}
