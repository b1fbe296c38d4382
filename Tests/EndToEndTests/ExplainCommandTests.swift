import Foundation
import TestSupport
import Testing

@Suite struct ExplainCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String..., language: String = "ja") throws -> ProgramRun {
    try ProgramRun.run(
      Project.program, arguments + ["--lang", language], in: folder.path, environment: [:])
  }

  /// My Numbers made for this test: random digits and their right check digit.
  private static func number(_ seed: Int) -> String {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    let digits = (0..<11).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33 % 10)
    }
    // Weights of the ordinance: from the right 2…7, then 2…6.
    let sum = digits.reversed().enumerated().reduce(0) { sum, item in
      sum + item.element * (item.offset < 6 ? item.offset + 2 : item.offset - 4)
    }
    let rest = sum % 11
    return digits.map(String.init).joined() + String(rest <= 1 ? 0 : 11 - rest)
  }

  private static let numbers = (1...98).map(number)

  private func scan(_ format: String) throws -> String {
    let rows = Self.numbers.enumerated().map { "\($0.offset + 1),\($0.element)" }
    try folder.write(
      (["番号,個人番号"] + rows).joined(separator: "\n") + "\n", to: "share/営業/控え.csv")
    try folder.write("何もない\n", to: "share/a.txt")
    let policy = Project.folder + "/Samples/policy.yaml"
    let name = "findings." + format
    let run = try run(
      "scan", folder.path("share"), "--policy", policy, "--format", format, "--output",
      folder.path(name))
    #expect(run.status == 1, "\(run.errorText)")
    return folder.path(name)
  }

  @Test(arguments: ["json", "ndjson"])
  func saysWhyAFileHasItsFindings(format: String) throws {
    let findings = try scan(format)
    for file in ["営業/控え.csv", folder.path("share/営業/控え.csv"), "控え.csv"] {
      let run = try run("explain", findings, file)
      #expect(run.status == 0, "\(run.errorText)")
      #expect(run.error.isEmpty)
      #expect(run.outputText.contains("「個人番号」列（2列目）"), "\(run.outputText)")
      #expect(run.outputText.contains("98件中98件が検査用数字に一致（偶然なら10件）"))
      #expect(run.outputText.contains("[重大]"))
      #expect(run.outputText.contains("対応: "))
      for number in Self.numbers { #expect(!run.outputText.contains(number)) }
    }
    let english = try self.run("explain", findings, "控え.csv", language: "en").outputText
    #expect(english.contains("98 of 98 pass the check digit (by chance: 10)"), "\(english)")
  }

  @Test func saysWhatIsWrong() throws {
    let findings = try scan("ndjson")
    let unlisted = try run("explain", findings, "a.txt", language: "en")
    #expect(unlisted.status == 2)
    #expect(unlisted.errorText.contains("does not list 'a.txt'"))
    let lines = try String(contentsOfFile: findings, encoding: .utf8).split(separator: "\n")
    try folder.write(lines.dropLast().joined(separator: "\n"), to: "cut.ndjson")
    let cut = try run("explain", folder.path("cut.ndjson"), "控え.csv", language: "en")
    #expect(cut.status == 2)
    #expect(cut.errorText.contains("cut short"))
    try folder.write("{\"format\": nothing}", to: "bad.json")
    let bad = try run("explain", folder.path("bad.json"), "控え.csv", language: "en")
    #expect(bad.status == 2)
    #expect(bad.errorText.contains("bad.json:1:19: a JSON value was expected"))
    #expect(try run("explain", folder.path("share"), "a", language: "en").status == 2)
    #expect(
      try run("explain", folder.path("none"), "a", language: "en").errorText.contains("ENOENT"))
    #expect(try run("explain", findings, language: "en").errorText.contains("FILE is missing"))
  }
}
