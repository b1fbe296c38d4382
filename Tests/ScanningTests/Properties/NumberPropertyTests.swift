import Foundation
import Inventory
import TestSupport
import Testing

/// What may be done to a column of My Numbers, and what must not be taken for one.
@Suite struct NumberPropertyTests {
  private static let seeds: [UInt64] = [1, 2, 3, 4, 5]

  private func table(
    _ seed: UInt64, rows: Int = 40, types: Set<DataType> = [.personName, .myNumber]
  ) -> SyntheticTable {
    SyntheticTable(rows: rows, seed: seed, types: types)
  }

  private func bare(_ seed: UInt64, rows: Int) -> SyntheticTable {
    var table = table(seed, rows: rows, types: [.myNumber])
    table.hasHeading = false
    return table
  }

  @Test(arguments: seeds)
  func confidenceGrowsWithTheNumberOfRows(seed: UInt64) {
    let whole = bare(seed, rows: 60)
    var last = 0.0
    for count in [1, 2, 3, 5, 10, 20, 60] {
      let confidence = Examination.report(whole.prefix(count)).confidence(.myNumber)
      #expect(confidence + 0.001 >= last, "\(count) rows")
      if count <= 2 { #expect(confidence < 0.5, "\(count) rows prove nothing") }
      last = confidence
    }
    #expect(last >= 0.85)
  }

  @Test(arguments: seeds)
  func aHeadingIsEnoughForOneRow(seed: UInt64) {
    for count in [1, 2, 3, 5, 10] {
      let counts = Examination.report(table(seed, rows: count)).counts
      #expect(counts[.myNumber] == count)
      #expect(counts[.personName] == count)
    }
  }

  @Test(arguments: seeds)
  func zerosThatASpreadsheetDroppedArePutBack(seed: UInt64) {
    let table = table(seed, rows: 100).changing(.myNumber) { _, number in
      String(number.drop { $0 == "0" })
    }
    // Three zeros are too many: nine digits are any number.
    let repairable = table.columns[1].values.count { $0.utf8.count >= 10 }
    let found = Examination.report(table).findings.filter { $0.type == .myNumber }
    #expect(found.reduce(0) { $0 + $1.count } == repairable)
    #expect(found.contains { $0.damage == .leadingZeroDropped })
  }

  /// As people write them: full width, groups, a blank at the end, an apostrophe, a formula.
  @Test(arguments: seeds)
  func theWayOfWritingChangesNothing(seed: UInt64) {
    let plain = table(seed)
    func groups(_ number: String, _ joint: String) -> String {
      stride(from: 0, to: 12, by: 4).map { start in
        String(number.dropFirst(start).prefix(4))
      }.joined(separator: joint)
    }
    func wide(_ number: String) -> String {
      String(
        String.UnicodeScalarView(
          number.unicodeScalars.compactMap {
            Unicode.Scalar($0.value - 0x30 + 0xFF10)
          }))
    }
    let ways: [(String, (String) -> String)] = [
      ("hyphens", { groups($0, "-") }), ("blanks", { groups($0, " ") }),
      ("minus signs", { groups($0, "−") }), ("full width", wide),
      ("full width groups", { groups(wide($0), "－") }), ("blank behind", { $0 + " " }),
      ("wide blank before", { "　" + $0 }), ("apostrophe", { "'" + $0 }),
      ("formula", { "=\"\"\($0)\"\"" }), ("decimal", { $0 + ".0" }),
    ]
    for (name, way) in ways {
      var table = plain.changing(.myNumber) { _, number in way(number) }
      if name == "decimal" {
        // A number cell has lost its zeros in front.
        table = table.changing(.myNumber) { _, number in String(number.drop { $0 == "0" }) }
      }
      let text = name == "formula" ? table.text(quotes: true) : table.text()
      #expect(Examination.report(text).counts[.myNumber] == 40, "\(name)")
    }
    let everySecond = plain.changing(.myNumber) { row, number in
      ways[row % 8].1(number)
    }
    #expect(Examination.report(everySecond).counts[.myNumber] == 40)
  }

  /// Other numbers among them hide nothing; of those only one in ten may be counted.
  @Test(arguments: seeds, [10, 20, 30, 40, 50])
  func randomCellsAmongThemHideNothing(seed: UInt64, percent: Int) {
    var draw = Draw(seed: seed &+ 99)
    let rows = 200
    var spoilt = Set<Int>()
    while spoilt.count < rows * percent / 100 { spoilt.insert(draw.number(0...(rows - 1))) }
    for hasHeading in [true, false] {
      var table = table(seed, rows: rows).changing(.myNumber) { row, number in
        spoilt.contains(row) ? draw.digits(12) : number
      }
      table.hasHeading = hasHeading
      let count = Examination.report(table).counts[.myNumber] ?? 0
      #expect(count >= rows - spoilt.count, "heading: \(hasHeading)")
      // Three times what chance lets pass, and a few.
      #expect(count <= rows - spoilt.count + spoilt.count * 3 / 10 + 3)
    }
  }

  private static let lookAlikes: [(name: String, make: @Sendable (inout Draw, Int) -> String)] = [
    ("random", { draw, _ in draw.digits(12) }),
    (
      "slip numbers, mod 7",
      { draw, _ in
        let body = draw.digits(11)
        return body + String((Int(body) ?? 0) % 7)
      }
    ),
    (
      "stamps",
      { draw, _ in
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "20\(draw.number(20...26))" + two(draw.number(1...12)) + two(draw.number(1...28))
          + two(draw.number(0...23)) + two(draw.number(0...59))
      }
    ),
    ("sequence", { _, row in String(483_200_119_000 + row) }),
    (
      "date and serial",
      { draw, row in "2026\(draw.number(10...12))1\(draw.number(0...9))\(1000 + row)" }
    ),
    ("licences", { draw, _ in draw.licence() }),
    ("international phones", { draw, _ in "8190" + draw.digits(8) }),
  ]

  @Test(arguments: seeds)
  func aColumnOfAnotherKindIsNotTakenForOne(seed: UInt64) {
    for (name, make) in Self.lookAlikes {
      for count in [1, 5, 10, 40, 300] {
        for heading in ["番号", "No.", nil] {
          var draw = Draw(seed: seed &+ UInt64(count))
          var table = table(seed, rows: count).changing(.myNumber) { row, _ in make(&draw, row) }
          table.hasHeading = heading != nil
          for index in table.columns.indices where table.columns[index].type == .myNumber {
            table.columns[index].heading = heading ?? ""
          }
          #expect(
            Examination.report(table).counts[.myNumber] == nil,
            "\(name), \(count) rows, \(heading ?? "no heading")")
        }
      }
    }
  }

  /// The values overrule a heading, when they are many enough to speak.
  @Test(arguments: seeds)
  func aHeadingOverOtherNumbersIsOverruled(seed: UInt64) {
    for (name, make) in Self.lookAlikes {
      var draw = Draw(seed: seed)
      let table = table(seed, rows: 80).changing(.myNumber) { row, _ in make(&draw, row) }
      #expect(Examination.report(table).counts[.myNumber] == nil, "\(name)")
    }
  }

  /// The heading overrules the values, when it names another number.
  @Test(arguments: ["会員番号", "お客様番号", "注文番号", "契約番号"])
  func theSameCheckDigitUnderAnotherHeadingIsNone(heading: String) {
    var table = table(1, rows: 100)
    table.columns[1].heading = heading
    #expect(Examination.report(table).counts[.myNumber] == nil)
  }

  @Test(arguments: ["提出済", "未提出", "済", "○", "", "別途保管", "１件"])
  func wordsUnderTheHeadingAreNone(word: String) {
    let table = table(1, rows: 30).changing(.myNumber) { _, _ in word }
    #expect(Examination.report(table).counts[.myNumber] == nil)
  }

  /// What the name of the column takes away, its neighbour does not bring back: the two columns changed places.
  @Test(arguments: seeds)
  func swappedHeadingsDoNotMisleadStrictNumbers(seed: UInt64) {
    var table = SyntheticTable(
      rows: 60, seed: seed, types: [.personName, .myNumber, .driversLicence])
    let headings = table.columns.map(\.heading)
    table.columns[1].heading = headings[2]
    table.columns[2].heading = headings[1]
    let places = Examination.report(table).findings.filter { $0.confidence >= 0.5 }
    for finding in places where finding.type == .myNumber || finding.type == .driversLicence {
      guard case .column(let column, _) = finding.location else { continue }
      #expect(column == (finding.type == .myNumber ? 2 : 3), "\(finding.type)")
    }
    #expect(
      places.contains { $0.type == .myNumber } || places.contains { $0.type == .driversLicence })
  }

  /// Program source and licences hold nobody's identifiers.
  @Test func sourcesAndLicencesHoldNoIdentifier() throws {
    let folders = [Project.folder + "/Sources", "/usr/share/common-licenses"]
    var files = [Project.folder + "/LICENSE"]
    for folder in folders {
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
      files += names.map { folder + "/" + $0 }
    }
    var read = 0
    for file in files {
      guard let content = FileManager.default.contents(atPath: file), content.count < 300_000 else {
        continue
      }
      read += 1
      let name = (file as NSString).pathExtension
      let report = Examination.report(Array(content), extension: name)
      let strict = report.findings.filter {
        $0.confidence >= 0.5 && $0.dataClass != .personal && $0.dataClass != .notPersonal
      }
      #expect(strict == [], "\(file)")
    }
    #expect(read > 150)
  }
}
