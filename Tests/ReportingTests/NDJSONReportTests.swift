import Foundation
import Inventory
import Testing

@testable import Reporting

@Suite struct NDJSONReportTests {
  private func records(_ holdings: [Holding] = SampleScan.holdings) throws -> [NSDictionary] {
    let text = try written({ NDJSONReport(options: ReportOptions(), write: $0) }, holdings)
    try expectValid(text, isStream: true)
    return try text.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary)
    }
  }

  @Test func beginsAndEndsAsAStream() throws {
    let records = try records()
    #expect(records.first?["record"] as? String == "header")
    #expect(records.last?["record"] as? String == "end")
    #expect(records.last?["records"] as? Int == records.count - 1)
    #expect(records.count == 7)
  }

  @Test func holdsWhatTheDocumentHolds() throws {
    let text = try written { JSONReport(options: ReportOptions(), write: $0) }
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
    let records = try records()
    let files = records[1..<(records.count - 1)].map { without("record", $0) }
    #expect(files as NSArray == document["files"] as? NSArray)
    let header = without("record", records[0])
    for key in ["format", "tool", "scan"] {
      #expect(header[key] as? NSObject == document[key] as? NSObject)
    }
    let end = try #require(records.last)
    for key in ["verdicts", "coverage", "summary", "result"] {
      #expect(end[key] as? NSObject == document[key] as? NSObject, "\(key)")
    }
  }

  private func without(_ key: String, _ record: NSDictionary) -> NSDictionary {
    var copy = record as? [String: Any] ?? [:]
    copy[key] = nil
    return copy as NSDictionary
  }

  @Test func keepsARecordOnOneLineWhateverTheName() throws {
    let names = ["a\nb", "a\u{2028}b", "a\rb", "a\u{85}b", "\u{202E}gpj.exe", "\u{1B}[2J", "\"\\"]
    let holdings = names.map { SampleScan.unread($0, .failed, .vanished) }
    #expect(try records(holdings).count == names.count + 2)
  }
}
