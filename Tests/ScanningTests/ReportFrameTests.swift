import Inventory
import Testing

@testable import Scanning

@Suite struct ReportFrameTests {
  @Test func everyFieldComesBack() throws {
    let report = SampleReport.full
    #expect(try ReportFrame.decode(ReportFrame.encode(report), words: 5) == report)
    #expect(
      try ReportFrame.decode(ReportFrame.encode(ContentReport()), words: 0) == ContentReport())
  }

  @Test(arguments: [
    ContentFormat.csv, .tsv, .fixedWidth, .printList, .xml, .html, .json, .ndjson, .mail, .text,
    .log, .markdown, .sql, .yaml, .ini, .ldif, .vcard, .sourceCode, .other("pdf"),
  ])
  func everyFormatComesBack(_ format: ContentFormat) throws {
    let report = ContentReport(format: format)
    #expect(try ReportFrame.decode(ReportFrame.encode(report), words: 0).format == format)
  }

  @Test func everyCutIsRefused() {
    let bytes = ReportFrame.encode(SampleReport.full)
    for end in 0..<bytes.count {
      #expect(throws: FrameError.self) { try ReportFrame.decode(Array(bytes[..<end]), words: 5) }
    }
    #expect(throws: FrameError.self) { try ReportFrame.decode(bytes + [0], words: 5) }
  }

  @Test func whateverComesIsReadOrRefused() {
    let bytes = ReportFrame.encode(SampleReport.full)
    var state: UInt64 = 7
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    var accepted = 0
    for _ in 0..<20_000 {
      var broken = bytes
      for _ in 0...random(3) { broken[random(broken.count)] = UInt8(random(256)) }
      guard let report = try? ReportFrame.decode(broken, words: 5) else { continue }
      accepted += 1
      for finding in report.findings {
        #expect(finding.confidence >= 0 && finding.confidence <= 1)
        #expect(finding.count >= 0 && finding.distinct >= 0)
      }
    }
    #expect(accepted > 0)
  }

  @Test(arguments: ["1234-5678-9018", "taro@example.jp", "a\u{1B}[31mb", "１２３４５６７８９０１８"])
  func aWorkerCannotSendAValueAsAText(_ text: String) throws {
    var report = SampleReport.full
    report.encoding = text
    report.format = .other(text)
    report.unread?.detail = text
    report.persons.because = [text]
    report.findings[0].rule = text
    report.findings[0].location = .column(1, heading: text)
    report.findings[0].places = [Address(line: 9, byteOffset: 0, path: "/a/" + text)]
    report.findings[0].evidence = [
      .heading(text: text, weight: 0), .label(word: text, weight: 0), .near(word: text, weight: 0),
      .neighbour(text: text, weight: 0), .series(against: [SeriesOdds(competitor: text, bans: 0)]),
      .note(text),
    ]
    let decoded = try ReportFrame.decode(ReportFrame.encode(report), words: 5)
    #expect(!String(describing: decoded).contains(text))
    #expect(decoded.encoding == Masking.masked(text))
  }

  @Test func signsOfUnknownWordsAreRefused() {
    let bytes = ReportFrame.encode(SampleReport.full)
    #expect(throws: FrameError.self) { try ReportFrame.decode(bytes, words: 4) }
  }

  @Test func longTextsAreCutAtACharacter() throws {
    let long = String(repeating: "あ", count: 5_000)
    let report = ContentReport(encoding: long)
    let decoded = try ReportFrame.decode(ReportFrame.encode(report), words: 0)
    #expect(decoded.encoding == String(repeating: "あ", count: FrameLimit.text / 3))
  }

  @Test func aReportThatIsTooLongLosesPlacesAndSaysSo() throws {
    var report = ContentReport(findings: [SampleReport.full.findings[0]])
    report.findings[0].places = Places((1...5_000).map { Address(line: $0, byteOffset: $0) })
    let bytes = ReportFrame.encode(report, limit: 10_000)
    let decoded = try ReportFrame.decode(bytes, words: 0)
    #expect(decoded.unread == Unread(.partly, .sizeLimit, detail: "places"))
    #expect(decoded.findings[0].places == Places(report.findings[0].places.prefix(1_000)))
    #expect(decoded.findings[0].count == report.findings[0].count)
  }

  /// Found by fuzzing: 1e303 was read, and did not come back from the next writer.
  @Test(arguments: [1.1e300, -1e303, Double.infinity, -.infinity, .nan])
  func numbersThatNoWriterWritesAreRefused(_ value: Double) throws {
    var writer = FrameWriter()
    writer.integer(value.bitPattern)
    #expect(throws: FrameError.self) {
      var reader = FrameReader(writer.bytes)
      _ = try reader.real()
    }
    var good = FrameWriter()
    good.real(value)
    var reader = FrameReader(good.bytes)
    #expect(try reader.real().isFinite)
  }

  /// A long report is written in pieces, so that none of it is held twice; the pieces are its bytes.
  @Test func piecesAreTheBytes() throws {
    var room = FrameWriter()
    for places in [0, 1, 9_000, 20_000, 0] {
      var report = SampleReport.full
      report.findings[0].places = Places(
        (0..<places).map {
          Address(line: $0 + 1, row: $0 % 3 == 0 ? nil : $0, column: 300, byteOffset: $0 * 1_000)
        })
      let pieces = ReportFrame.pieces(report, in: &room)
      let bytes = ReportFrame.encode(report)
      #expect(Array(pieces.joined()) == bytes)
      #expect(pieces.allSatisfy { $0.count <= 64 << 10 })
      #expect(pieces.count > bytes.count >> 17)
      #expect(try ReportFrame.decode(bytes, words: 5) == report)
    }
  }

  /// The same text is kept once; one of the same length is another.
  @Test func textsThatComeAgain() throws {
    var report = ContentReport(findings: [])
    for number in 0..<40 {
      var finding = SampleReport.full.findings[0]
      finding.location = .column(1, heading: "見出し\(number % 3)")
      finding.evidence = [.heading(text: "見出し\(number % 4)", weight: 1), .note("a\(number)")]
      report.findings.append(finding)
    }
    #expect(try ReportFrame.decode(ReportFrame.encode(report), words: 0) == report)
  }

  /// Whole numbers take as few bytes as they need, and are read from these bytes only.
  @Test(
    arguments: [
      (0, [0]), (127, [127]), (128, [128, 1]), (300, [172, 2]), (16_383, [255, 127]),
      (.max, [255, 255, 255, 255, 255, 255, 255, 255, 127]),
    ] as [(Int, [UInt8])])
  func wholeNumbers(_ number: Int, _ bytes: [UInt8]) throws {
    var writer = FrameWriter()
    writer.number(number)
    #expect(writer.bytes == bytes)
    var reader = FrameReader(bytes)
    #expect(try reader.number() == number)
    #expect(reader.isAtEnd)
  }

  @Test(
    arguments: [
      [], [0x80], [0x80, 0], [0xFF, 0x80, 0], [UInt8](repeating: 0xFF, count: 9),
      [UInt8](repeating: 0xFF, count: 9) + [1],
    ] as [[UInt8]])
  func otherBytesAreNoWholeNumber(_ bytes: [UInt8]) {
    #expect(throws: FrameError.self) {
      var reader = FrameReader(bytes)
      _ = try reader.number()
    }
  }

  @Test func aNegativeNumberIsRefused() {
    var writer = FrameWriter()
    writer.number(-1)
    #expect(throws: FrameError.self) {
      var reader = FrameReader(writer.bytes)
      _ = try reader.number()
    }
  }

  /// 8 KiB a text, 16,384 findings; nothing that is in no closed list.
  @Test func whatIsBeyondTheLimitsIsRefused() throws {
    #expect(FrameLimit.text == 8_192 && FrameLimit.findings == 16_384)
    for (count, isRead) in [(8_192, true), (8_193, false)] {
      var writer = FrameWriter()
      writer.block([UInt8](repeating: 0x61, count: count))
      var reader = FrameReader(writer.bytes)
      #expect((try? reader.maskedText())?.utf8.count == (isRead ? count : nil))
    }
    for (most, isRead) in [(3, true), (2, false)] {
      var writer = FrameWriter()
      writer.block([1, 1, 1])
      var reader = FrameReader(writer.bytes)
      let list = try? reader.list(most: most) { (reader) throws(FrameError) in try reader.byte() }
      #expect((list?.count == 3) == isRead)
    }
    for (position, isRead) in [(1, true), (2, false), (255, false)] as [(UInt8, Bool)] {
      var reader = FrameReader([position])
      #expect(((try? reader.choice(of: ["a", "b"])) != nil) == isRead)
    }
  }

  @Test func infiniteWeightsBecomeFinite() throws {
    var report = SampleReport.full
    report.findings[0].evidence = [.heading(text: "a", weight: -.infinity)]
    let decoded = try ReportFrame.decode(ReportFrame.encode(report), words: 5)
    #expect(decoded.findings[0].evidence == [.heading(text: "a", weight: -1e300)])
  }
}
