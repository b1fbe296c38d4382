internal import Inventory

/// A file's report as it crosses from a worker to its parent.
///
/// It holds numbers, members of closed lists, and masked texts. The reader takes the writer for an enemy: everything is
/// bounded, and every text is masked once more.
enum ReportFrame {
  /// The report as bytes; one that is too long loses most of its places, and says so.
  static func encode(_ report: ContentReport, limit: Int = FrameLimit.report) -> [UInt8] {
    var writer = FrameWriter()
    write(report, limit: limit, &writer)
    return writer.bytes
  }

  /// The same in pieces that follow each other.
  ///
  /// - Parameter room: Where it is written; emptied before.
  static func pieces(_ report: ContentReport, in room: inout FrameWriter) -> [[UInt8]] {
    room.removeAll()
    write(report, limit: FrameLimit.report, &room)
    return room.pieces
  }

  private static func write(_ report: ContentReport, limit: Int, _ writer: inout FrameWriter) {
    write(whole: report, &writer)
    guard writer.count > limit else { return }
    var short = report
    short.unread = report.unread ?? Unread(.partly, .sizeLimit, detail: "places")
    for index in short.findings.indices {
      short.findings[index].places.keep(first: FrameLimit.keptPlaces)
    }
    writer.removeAll()
    write(whole: short, &writer)
  }

  private static func write(whole report: ContentReport, _ writer: inout FrameWriter) {
    var unread = report.unread
    if unread == nil, report.findings.count > FrameLimit.findings {
      unread = Unread(.partly, .sizeLimit, detail: "findings")
    }
    write(unread, &writer)
    writer.flag(report.format != nil)
    if let format = report.format { write(format, &writer) }
    writer.optionalText(report.encoding)
    writer.number(report.bytesRead)
    writer.number(report.badBytes)
    writer.number(report.persons.estimate)
    writer.choice(report.persons.standing, of: ClosedLists.standings)
    writer.texts(report.persons.because, most: FrameLimit.texts)
    writer.list(report.signs, most: FrameLimit.words) { writer, sign in
      writer.number(sign.word)
      writer.number(sign.headings)
      writer.number(sign.text)
    }
    writer.list(report.findings, most: FrameLimit.findings) { write($1, &$0) }
  }

  /// - Parameter words: Number of words in the vocabulary; signs of others are refused.
  static func decode(_ bytes: [UInt8], words: Int) throws(FrameError) -> ContentReport {
    var reader = FrameReader(bytes)
    var report = ContentReport()
    report.unread = try unread(&reader)
    if try reader.flag() { report.format = try format(&reader) }
    report.encoding = try reader.optionalMaskedText()
    report.bytesRead = try reader.number()
    report.badBytes = try reader.number()
    report.persons.estimate = try reader.number()
    report.persons.standing = try reader.choice(of: ClosedLists.standings)
    report.persons.because = try reader.list(most: FrameLimit.texts) {
      (reader) throws(FrameError) in try reader.maskedText()
    }
    report.signs = try reader.list(most: FrameLimit.words) {
      (reader) throws(FrameError) in
      let word = try reader.number()
      guard word < words else { throw FrameError() }
      return Sign(
        word: word, headings: try reader.number(),
        text: try reader.number())
    }
    report.findings = try reader.list(most: FrameLimit.findings) {
      (reader) throws(FrameError) in try finding(&reader)
    }
    try reader.finish()
    return report
  }

  // MARK: - What was not read

  private static func write(_ unread: Unread?, _ writer: inout FrameWriter) {
    writer.flag(unread != nil)
    guard let unread else { return }
    writer.choice(unread.status, of: ClosedLists.statuses)
    writer.choice(unread.reason, of: ClosedLists.reasons)
    // A line number of seven digits would look like a value.
    if let detail = unread.detail, detail.hasPrefix("line "), let line = Int(detail.dropFirst(5)),
      line >= 0
    {
      writer.byte(2)
      writer.number(line)
    } else {
      writer.optionalText(unread.detail)
    }
  }

  private static func unread(_ reader: inout FrameReader) throws(FrameError) -> Unread? {
    guard try reader.flag() else { return nil }
    let status = try reader.choice(of: ClosedLists.statuses)
    let reason = try reader.choice(of: ClosedLists.reasons)
    switch try reader.byte() {
    case 0: return Unread(status, reason)
    case 1: return Unread(status, reason, detail: try reader.maskedText())
    case 2: return Unread(status, reason, detail: "line \(try reader.number())")
    default: throw FrameError()
    }
  }

  /// The formats without a name of their own, in the order of the protocol.
  private static let formats: [ContentFormat] = [
    .csv, .tsv, .fixedWidth, .printList, .xml, .html, .json, .ndjson, .mail, .text, .log, .markdown,
    .sql, .yaml, .ini, .ldif, .vcard, .sourceCode,
  ]

  private static func write(_ format: ContentFormat, _ writer: inout FrameWriter) {
    if case .other(let name) = format {
      writer.byte(255)
      writer.text(name)
    } else {
      writer.byte(UInt8(clamping: formats.firstIndex(of: format) ?? 254))
    }
  }

  private static func format(_ reader: inout FrameReader) throws(FrameError) -> ContentFormat {
    let position = Int(try reader.byte())
    if position == 255 { return .other(try reader.maskedText()) }
    guard formats.indices.contains(position) else { throw FrameError() }
    return formats[position]
  }
}
