import Foundation
import Testing

@testable import Rules

/// The project's own table of synthetic test values, `Tests/vectors/check-digits.tsv`.
struct CheckVectors {
  struct Line: Sendable, CustomTestStringConvertible {
    var check: CheckDigit
    var kind: String
    var text: String
    var meaning: String

    var testDescription: String { "\(check.rawValue) \(kind)" }
  }

  static let all: [Line] = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("vectors/check-digits.tsv")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, let check = CheckDigit(rawValue: fields[0]) else { return nil }
      return Line(
        check: check, kind: fields[1],
        text: fields[2].replacingOccurrences(of: "\\t", with: "\t"), meaning: fields[3])
    }
  }()

  static func of(_ kind: String) -> [Line] { all.filter { $0.kind == kind } }
}
