import Inventory

@testable import Scanning

/// Reports in which every field is used; all values are made up.
enum SampleReport {
  static let full = ContentReport(
    unread: Unread(.partly, .structureBroken, detail: "line 12345678"), format: .other("xlsx"),
    encoding: "UTF-8 BOM", bytesRead: 1 << 40, badBytes: 3,
    findings: [
      Finding(
        type: .myNumber, rule: "jp.my-number", confidence: 0.9871,
        location: .column(3, heading: "個人番号"), count: 50, distinct: 49, distinctIsAtLeast: true,
        places: [
          Address(line: 2, row: 2, column: 3, byteOffset: 40),
          Address(line: 9, byteOffset: 0, path: "/a/b[3]/@c"),
        ],
        evidence: [
          .heading(text: "個人番号", weight: 2.5), .label(word: "番号", weight: 1),
          .near(word: "氏名", weight: 0.5), .neighbour(text: "person-name", weight: 1),
          .checkDigit(passed: 50, of: 50, weight: 12), .structure(passed: 1, of: 2, weight: -3),
          .dictionary(passed: 3, of: 4, weight: 0.25),
          .series(against: [SeriesOdds(competitor: "random", bans: 9)]), .note("dummy"),
        ], damage: .leadingZeroDropped),
      Finding(
        type: .email, dataClass: .notPersonal, rule: "jp.email", confidence: 0,
        location: .element(path: nil), count: 1, distinct: 1),
      Finding(
        type: .phone, rule: "jp.phone", confidence: 1, location: .text, count: 1, distinct: 1),
    ],
    persons: PersonEvidence(estimate: 49, standing: .persons, because: ["name-column"]),
    signs: [Sign(word: 4, headings: 1, text: 255)])
}
