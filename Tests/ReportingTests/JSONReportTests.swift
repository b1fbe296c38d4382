import Foundation
import Inventory
import Synchronization
import TestSupport
import Testing

@testable import Reporting

/// Gathers what a report writes.
final class Gathered: Sendable {
  private let all = Mutex<[UInt8]>([])
  var bytes: [UInt8] { all.withLock { $0 } }
  var text: String { String(decoding: bytes, as: UTF8.self) }
  var output: ByteOutput {
    { bytes in self.all.withLock { $0 += bytes } }
  }
}

/// Writes a whole report.
func written(
  _ make: (@escaping ByteOutput) -> any Report, _ holdings: [Holding] = SampleScan.holdings,
  facts: ScanFacts = SampleScan.facts(), totals: ScanTotals = SampleScan.totals()
) throws -> String {
  let gathered = Gathered()
  var report = make(gathered.output)
  try report.begin(facts)
  for holding in holdings { try report.add(holding) }
  try report.end(totals)
  return gathered.text
}

/// Holds findings against the schema; every mistake is a failure of the test.
func expectValid(_ text: String, isStream: Bool) throws {
  let folder = try TemporaryFolder()
  let name = isStream ? "findings.ndjson" : "findings.json"
  try folder.write(text, to: name)
  let run = try ProgramRun.run(
    Project.python, [Project.folder + "/Scripts/validate.py", folder.path(name)])
  #expect(run.status == 0, "\(run.outputText)\(run.errorText)")
}

@Suite struct JSONReportTests {
  private func document(
    _ holdings: [Holding] = SampleScan.holdings, options: ReportOptions = ReportOptions(),
    facts: ScanFacts = SampleScan.facts()
  ) throws -> String {
    try written({ JSONReport(options: options, write: $0) }, holdings, facts: facts)
  }

  private func parsed(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func showsTheServerOfAMountAndNotItsUser() throws {
    var facts = SampleScan.facts()
    facts.roots[0].mount.source = "taro.yamada@files.example:/srv"
    #expect(try document(facts: facts).contains("\"source\":\"＊@files.example:/srv\""))
  }

  @Test(arguments: [true, false])
  func fulfilsTheSchema(listsAllFiles: Bool) throws {
    let options = ReportOptions(listsAllFiles: listsAllFiles)
    try expectValid(try document(options: options), isStream: false)
  }

  @Test func fulfilsTheSchemaWithoutPolicyAndFiles() throws {
    try expectValid(try document([], facts: SampleScan.facts(policy: false)), isStream: false)
  }

  @Test func writesTheKeysInTheirOrder() throws {
    let text = try document()
    let keys = [
      "format", "tool", "scan", "files", "verdicts", "coverage", "summary", "result",
    ]
    var from = text.startIndex
    for key in keys {
      let range = try #require(
        text.range(of: "\n\"\(key)\":", range: from..<text.endIndex)
          ?? text.range(of: "{\"\(key)\":", range: from..<text.endIndex))
      from = range.upperBound
    }
  }

  @Test func listsOnlyWhatIsWorthListing() throws {
    let few = try parsed(try document())["files"] as? [[String: Any]]
    let all = try parsed(try document(options: ReportOptions(listsAllFiles: true)))["files"]
    #expect(few?.count == 5)
    #expect((all as? [[String: Any]])?.count == 6)
    #expect(few?.contains { $0["path"] as? String == "空/何もない.txt" } == false)
  }

  @Test func saysSentencesInTheLanguageAskedFor() throws {
    #expect(try document().contains("移すか消してください"))
    let english = try document(options: ReportOptions(language: .english))
    #expect(english.contains("move or delete them"))
    #expect(!english.contains("移すか消してください"))
  }

  @Test func namesWhatIsNotUTF8InBothForms() throws {
    var holding = SampleScan.unread("x", .failed, .ioError, detail: "EIO")
    // 顧客 in CP932.
    let name: [UInt8] = [0x8C, 0xDA, 0x8B, 0x71] + Array("\n.csv".utf8)
    holding.entry.path = name
    let text = try document([holding])
    try expectValid(text, isStream: false)
    let file = try #require((try parsed(text)["files"] as? [[String: Any]])?.first)
    #expect(file["path"] as? String == #"\x8c\xda\x8bq\u{a}.csv"#)
    let encoded = try #require(file["path_b64"] as? String)
    #expect(Data(base64Encoded: encoded).map { Array($0) } == name)
  }

  @Test func masksWhatAWorkerDidNot() throws {
    // A worker that was taken over could send these; the numbers and addresses are made up.
    var holding = SampleScan.holding("退職者/123456789018.csv")
    holding.detail = "at 1234-5678-9018"
    holding.content.encoding = "taro@example.jp"
    holding.content.format = .other("１２３４５６７８９０１８")
    holding.content.findings[0].location = .column(1, heading: "123456789018")
    holding.content.findings[0].rule = "jp.123456789018"
    holding.content.findings[0].places = [
      Address(line: 1, byteOffset: 0, path: "/a/b123456789018[2]")
    ]
    holding.content.findings[0].evidence = [
      .heading(text: "123456789018", weight: 1), .near(word: "taro@example.jp", weight: 1),
      .note("1234 5678 9018"), .label(word: "1234567890", weight: 1),
      .neighbour(text: "090-1234-5678", weight: 1),
      .series(against: [SeriesOdds(competitor: "123456789018", bans: 1)]),
    ]
    holding.category?.because = ["heading:123456789018"]
    holding.ownerName = "taro@example.jp"
    holding.verdicts[0].because = Message(ja: "123456789018 です", en: "")
    for text in [
      try document([holding]),
      try written({ NDJSONReport(options: ReportOptions(), write: $0) }, [holding]),
      try written({ TextSummary(options: ReportOptions(), write: $0) }, [holding]),
    ] {
      for value in ["123456789018", "1234567890", "5678", "taro", "１２３４"] {
        #expect(!text.contains(value), "\(value) got through")
      }
    }
  }

  @Test func namesWhatThePolicyAccepts() throws {
    let file = try #require((try parsed(try document())["files"] as? [[String: Any]])?.first)
    let accepted = try #require((file["suppressed"] as? [[String: Any]])?.first)
    #expect(accepted["findings"] as? [Int] == [0])
    #expect(accepted["reason"] as? String == "記入例")
    #expect(accepted["until"] as? String == "2027-03-31")
    #expect(accepted["policy"] as? String == "policy.yaml:88")
  }

  @Test func keepsDatesAndCountsInSentences() throws {
    var holding = SampleScan.holding()
    holding.verdicts[0].because = Message(ja: "最終確認 2024-04-01、1,234,567 件", en: "")
    #expect(try document([holding]).contains("最終確認 2024-04-01、1,234,567 件"))
  }

  @Test func writesNothingTwiceAndInPieces() throws {
    let gathered = Gathered()
    let calls = Mutex(0)
    var report = JSONReport(options: ReportOptions()) { bytes in
      calls.withLock { $0 += 1 }
      try gathered.output(bytes)
    }
    try report.begin(SampleScan.facts())
    for number in 0..<500 { try report.add(SampleScan.holding("f\(number % 10)")) }
    try report.end(SampleScan.totals())
    #expect(calls.withLock { $0 } > 5)
    let files = try parsed(gathered.text)["files"] as? [Any]
    #expect(files?.count == 500)
  }
}
