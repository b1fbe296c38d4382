import Inventory
import TestSupport
import Testing

/// What may be done to a table of people without changing what is found in it.
@Suite struct TablePropertyTests {
  private static let seeds: [UInt64] = [1, 2, 3]

  private func table(_ seed: UInt64, rows: Int = 40) -> SyntheticTable {
    SyntheticTable(rows: rows, seed: seed)
  }

  @Test(arguments: seeds)
  func findsEveryColumnWhole(seed: UInt64) {
    let table = table(seed)
    #expect(
      Examination.report(table).counts
        == Dictionary(uniqueKeysWithValues: table.types.map { ($0, table.rowCount) }))
  }

  @Test(arguments: seeds)
  func theOrderOfRowsChangesNothing(seed: UInt64) {
    let table = table(seed)
    var draw = Draw(seed: seed)
    let shuffled = table.inOrder(Array(0..<table.rowCount).shuffled(using: &draw))
    #expect(Examination.report(shuffled).claims == Examination.report(table).claims)
  }

  @Test(arguments: seeds)
  func theOrderOfColumnsChangesNothing(seed: UInt64) {
    let table = table(seed)
    var draw = Draw(seed: seed)
    for _ in 0..<4 {
      var other = table
      other.columns.shuffle(using: &draw)
      #expect(Examination.report(other).counts == Examination.report(table).counts)
    }
  }

  @Test(arguments: seeds)
  func theWayOfStoringChangesNothing(seed: UInt64) throws {
    let table = table(seed)
    let expected = Examination.report(table).claims
    let text = table.text()
    let encodings: [(String, [UInt8])] = [
      ("UTF-8", [0xEF, 0xBB, 0xBF]), ("CP932", []), ("EUC-JP", []), ("ISO-2022-JP", []),
      ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16LE", []), ("UTF-16BE", [0xFE, 0xFF]), ("UTF-16BE", []),
    ]
    for (encoding, mark) in encodings {
      let run = try ProgramRun.run(
        "/usr/bin/iconv", ["-f", "UTF-8", "-t", encoding], input: Array(text.utf8))
      #expect(run.status == 0, "\(encoding)")
      #expect(Examination.report(mark + run.output).claims == expected, "\(encoding) \(mark)")
    }
    for lineEnd in ["\r\n", "\r"] {
      #expect(Examination.report(table.text(lineEnd: lineEnd)).claims == expected)
    }
    for delimiter in ["\t", ";", "|"] {
      #expect(
        Examination.report(table.text(delimiter: delimiter)).claims == expected, "\(delimiter)")
    }
    #expect(Examination.report(table.text(quotes: true)).claims == expected)
  }

  /// Full width and half-width characters before a value do not move its place, in whatever width they are stored.
  @Test(arguments: ["UTF-8", "CP932", "EUC-JP", "UTF-16LE", "UTF-16BE"])
  func placesPointAtTheirValues(encoding: String) throws {
    let table = SyntheticTable(rows: 6, seed: 5, types: [.personName, .address, .phone])
    let rows = table.cells.map { cells in
      "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
    }
    for (text, name) in [
      (table.text(), "csv"), ("<table>\n" + rows.joined() + "</table>\n", "html"),
    ] {
      let stored = try ProgramRun.run(
        "/usr/bin/iconv", ["-f", "UTF-8", "-t", encoding], input: Array(text.utf8)
      ).output
      let mark: [UInt8] =
        encoding == "UTF-16LE" ? [0xFF, 0xFE] : encoding == "UTF-16BE" ? [0xFE, 0xFF] : []
      let bytes = mark + stored
      let phones = try #require(
        Examination.report(bytes, extension: name).findings.first { $0.type == .phone })
      #expect(phones.places.count == 6)
      for (row, place) in phones.places.enumerated() {
        let rest = Array(bytes[place.byteOffset..<min(bytes.count, place.byteOffset + 26)])
        let read = try ProgramRun.run(
          "/usr/bin/iconv", ["-c", "-f", encoding, "-t", "UTF-8"], input: rest)
        #expect(
          read.outputText.hasPrefix(table.columns[2].values[row]), "\(encoding) \(name) \(row)")
      }
    }
  }

  @Test(arguments: seeds)
  func titleRowsOnlyMoveThePlaces(seed: UInt64) {
    let table = table(seed)
    let plain = Examination.report(table)
    for titles in ["社員名簿\n", "社員名簿,,\n2026年4月1日現在,,\n", "名簿\n\n作成: 総務部\n"] {
      let moved = Examination.report(titles + table.text())
      #expect(moved.counts == plain.counts, "\(titles)")
      let lines = titles.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      func first(_ report: ContentReport) -> Int? {
        report.findings.first { $0.type == .myNumber }?.places.first?.line
      }
      #expect(first(moved) == first(plain).map { $0 + lines })
    }
  }

  @Test(arguments: seeds)
  func typesStayWithoutTheHeading(seed: UInt64) {
    var table = table(seed)
    table.hasHeading = false
    #expect(
      Examination.report(table).counts
        == Dictionary(
          uniqueKeysWithValues: table.types.map { ($0, table.rowCount) }))
  }

  @Test(arguments: seeds)
  func typesStayUnderHeadingsThatSayNothing(seed: UInt64) {
    for word in ["zqx", "列", "項目"] {
      var table = table(seed)
      for index in table.columns.indices { table.columns[index].heading = word + "\(index + 1)" }
      #expect(
        Examination.report(table).counts
          == Dictionary(
            uniqueKeysWithValues: table.types.map { ($0, table.rowCount) }), "\(word)")
    }
  }

  @Test(arguments: seeds)
  func namesThatNoListHoldsAreFoundByTheirHeading(seed: UInt64) {
    var draw = Draw(seed: seed)
    let strange = table(seed).changing(.personName) { _, _ in draw.strangeName() }
    #expect(Examination.report(strange).counts[.personName] == strange.rowCount)
  }

  @Test(arguments: seeds)
  func repeatedRowsAddNoDistinctValues(seed: UInt64) {
    let table = table(seed)
    let twice = table.inOrder(Array(0..<table.rowCount) + Array(0..<table.rowCount))
    let once = Examination.report(table).claims
    for (claim, before) in zip(Examination.report(twice).claims, once) {
      #expect(claim.type == before.type)
      #expect(claim.distinct == before.distinct)
      #expect(claim.count == before.count * 2)
    }
  }

  /// The same people as records of a tree.
  @Test(arguments: seeds)
  func theSamePeopleInATreeAreFoundAsWell(seed: UInt64) {
    let table = table(seed)
    let expected = Examination.report(table).counts
    let rows = (0..<table.rowCount).map { row in
      table.columns.map { ($0.heading, $0.values[row]) }
    }
    let objects = rows.map { row in
      "{" + row.map { "\"\($0.0)\": \"\($0.1)\"" }.joined(separator: ", ") + "}"
    }
    let json = "[" + objects.joined(separator: ",\n") + "]"
    #expect(Examination.report(json, extension: "json").counts == expected)
    let lines = objects.joined(separator: "\n") + "\n"
    #expect(Examination.report(lines, extension: "ndjson").counts == expected)
    let elements = rows.map { row in
      "<社員>" + row.map { "<\($0.0)>\($0.1)</\($0.0)>" }.joined() + "</社員>\n"
    }
    let xml = "<?xml version=\"1.0\"?>\n<名簿>\n" + elements.joined() + "</名簿>\n"
    #expect(Examination.report(xml, extension: "xml").counts == expected)
  }
}
