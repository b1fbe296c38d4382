import Inventory

/// Tells what kind of text a decoded block begins.
enum TextSniffer {
  /// - Parameters:
  ///   - text: The first block of the file, decoded; at least 64 bytes longer than `count`.
  ///   - isWhole: Whether the block is the whole file.
  static func kind(
    of text: Span<UInt8>, count: Int, isWhole: Bool, job: ExaminationJob
  ) -> TextKind {
    if let delimiter = TableSniffer.separatorLine(text, count) {
      return .table(TableDialect(delimiter: delimiter, hasSeparatorLine: true))
    }
    if TransferRecord.begins(text, count) { return .format(.fixedWidth) }
    let lines = SampleLines(text, count, isWhole: isWhole)
    if let kind = FiledRecord.kind(of: lines) { return .records(kind) }
    if MessageWalk.fits(lines) { return .messages }
    if let kind = MarkupSniffer.format(of: lines, nameExtension: job.nameExtension)
      ?? json(text, count, lines) ?? records(lines)
    {
      return .format(kind)
    }
    if let markdown = markdown(lines) {
      // Signs of number in front of remarks above a table look like headings of Markdown.
      if markdown == .headings,
        let dialect = TableSniffer.dialect(
          of: text, count: count, isWhole: isWhole, nameExtension: job.nameExtension)
      {
        return .table(dialect)
      }
      return .format(.markdown)
    }
    // Lines that end in JSON look like code, but no code begins with times.
    if isSourceCode(lines), !isLog(lines) { return .format(.sourceCode) }
    if isLog(lines) { return .format(.log) }
    if PrintListWalk.fits(lines) { return .format(.printList) }
    if let dialect = TableSniffer.dialect(
      of: text, count: count, isWhole: isWhole, nameExtension: job.nameExtension)
    {
      return .table(dialect)
    }
    if isINI(lines) { return .format(.ini) }
    if isYAML(lines) { return .format(.yaml) }
    if let delimiter = SimpleColumns.delimiter(of: lines) { return .columns(delimiter) }
    return .format(.text)
  }

  static func word(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func json(_ text: Span<UInt8>, _ count: Int, _ lines: SampleLines)
    -> ContentFormat?
  {
    guard let first = lines.firstFilled else { return nil }
    let sample = lines.bytes.span
    let opening = sample[first.lowerBound]
    guard opening == 0x7B || opening == 0x5B else { return nil }
    var index = 0
    while index < count, text[index] <= 0x20 { index += 1 }
    index += 1
    while index < count, text[index] <= 0x20 { index += 1 }
    guard index < count else { return nil }
    let next = text[index]
    switch opening {
    case 0x7B:
      guard next == 0x22 || next == 0x7D else { return nil }
      let isLineOfJSON =
        sample[first.upperBound - 1] == 0x7D && lines.filled.count > 1
        && sample[lines.filled[1].lowerBound] == 0x7B
      return isLineOfJSON ? .ndjson : .json
    case 0x5B:
      switch next {
      case 0x7B, 0x22: return .json
      case 0x5B:
        // [[section]] is not JSON.
        return first.count < 3 || !isLetter(sample[first.lowerBound + 2]) ? .json : nil
      case 0x5D: return lines.filled.count == 1 ? .json : nil
      case 0x30...0x39, 0x2D:
        var end = index
        while end < count,
          text[end] >= 0x30 && text[end] <= 0x39 || text[end] == 0x2E || text[end] == 0x2D
        {
          end += 1
        }
        while end < count, text[end] <= 0x20 { end += 1 }
        return end < count && text[end] == 0x2C ? .json : nil
      default: return nil
      }
    default: return nil
    }
  }

  private static let cardWord = word("begin:vcard")
  private static let entryWord = word("dn:")
  private static let versionWord = word("version: 1")
  private static let statementWords = [
    "insert into ", "create table ", "-- mysql dump", "-- postgresql database dump",
    "drop table ", "insert [", "set identity_insert ",
  ].map(word)

  private static func records(_ lines: SampleLines) -> ContentFormat? {
    if lines.hasPrefix(cardWord) { return .vcard }
    if isLDIF(lines) { return .ldif }
    if isMail(lines) { return .mail }
    return lines.hasLine(beginningWith: statementWords) ? .sql : nil
  }

  /// Whether the first entry stands at the top, or below remarks, blank lines and the version of the format.
  private static func isLDIF(_ lines: SampleLines) -> Bool {
    let text = lines.bytes.span
    var hasVersion = false
    for line in lines.filled where text[line.lowerBound] != 0x23 {
      if lines.holds(entryWord, at: line.lowerBound) { return true }
      guard !hasVersion, line.count == versionWord.count,
        lines.holds(versionWord, at: line.lowerBound)
      else { return false }
      hasVersion = true
    }
    return false
  }

  /// The header fields of mails that count; two different ones make a mail.
  private static let mailFields = [
    "received", "from", "to", "cc", "subject", "mime-version", "content-type", "date", "message-id",
    "return-path", "delivered-to", "reply-to", "content-transfer-encoding", "x-mailer",
    "dkim-signature", "authentication-results", "x-original-to", "x-received",
  ]

  private static let fromWord = word("From ")

  private static func isMail(_ lines: SampleLines) -> Bool {
    let text = lines.bytes.span
    var fields: Set<String> = []
    for (index, line) in lines.all.enumerated() {
      if index == 0, text.begins(line, with: fromWord) {
        fields.insert("mbox")
        continue
      }
      if line.isEmpty || index > 60 { break }
      let first = text[line.lowerBound]
      if first == 0x20 || first == 0x09 { continue }
      // A number, say, begins no field.
      if index == 0, !mayBeginField(first) { return false }
      guard let colon = text.first(0x3A, in: line), colon > line.lowerBound else { return false }
      for place in line.lowerBound..<colon where text[place] <= 0x20 || text[place] >= 0x7F {
        return false
      }
      let name = String(decoding: lines.bytes[line.lowerBound..<colon], as: UTF8.self).lowercased()
      if mailFields.contains(name) { fields.insert(name) }
      if index == 0, fields.isEmpty, !name.hasPrefix("x-") { return false }
    }
    return fields.count >= 2
  }

  /// Whether one of the fields, or `x-`, begins so.
  private static func mayBeginField(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    // a, c, d, f, m, r, s, t, x
    case 0x61, 0x63, 0x64, 0x66, 0x6D, 0x72, 0x73, 0x74, 0x78: true
    default: false
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}

/// What a text was found to be.
enum TextKind: Equatable {
  case format(ContentFormat)
  case table(TableDialect)
  /// A list of a form of its own, within plain text.
  case columns(SimpleColumns.Delimiter)
  /// Records for an authority.
  case records(FiledRecord)
  /// Messages of hospitals.
  case messages
}
