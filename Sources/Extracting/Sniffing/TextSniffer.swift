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
    if let kind = markup(lines) ?? json(text, count, lines) ?? records(lines) {
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
    if isSourceCode(lines) { return .format(.sourceCode) }
    if isLog(lines) { return .format(.log) }
    if PrintListWalk.fits(lines.filled) { return .format(.printList) }
    if let dialect = TableSniffer.dialect(
      of: text, count: count, isWhole: isWhole, nameExtension: job.nameExtension)
    {
      return .table(dialect)
    }
    if isINI(lines) { return .format(.ini) }
    if isYAML(lines) { return .format(.yaml) }
    return .format(.text)
  }

  private static let xmlWord = word("<?xml")
  private static let htmlWord = word("<html")
  private static let doctypeWord = word("<!doctype")
  private static let htmlDoctypeWord = word("<!doctype html")
  private static let commentWord = word("<!--")
  private static let htmlWords = [
    "<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta", "<script",
  ].map(word)

  private static func word(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func markup(_ lines: SampleLines) -> ContentFormat? {
    guard let first = lines.firstFilled, first.first == 0x3C else { return nil }
    let head = lines.head
    if head.hasPrefix(xmlWord) {
      return head.contains(htmlWord) || head.contains(htmlDoctypeWord) ? .html : .xml
    }
    for tag in htmlWords where head.hasPrefix(tag) { return .html }
    if head.hasPrefix(doctypeWord) { return .xml }
    if head.hasPrefix(commentWord) { return head.contains(htmlWord) ? .html : .xml }
    let bytes = Array(first)
    guard bytes.count > 1 else { return nil }
    let isName = bytes[1] >= 0x80 || bytes[1] | 0x20 >= 0x61 && bytes[1] | 0x20 <= 0x7A
    // <name@example.jp> is no element.
    let name = bytes.dropFirst().prefix { $0 != 0x3E && $0 != 0x20 && $0 != 0x2F }
    return isName && !name.contains(0x40) && head.contains([0x3E]) ? .xml : nil
  }

  private static func json(_ text: Span<UInt8>, _ count: Int, _ lines: SampleLines)
    -> ContentFormat?
  {
    guard let first = lines.firstFilled, let opening = first.first else { return nil }
    var index = 0
    while index < count, text[index] <= 0x20 { index += 1 }
    index += 1
    while index < count, text[index] <= 0x20 { index += 1 }
    guard index < count else { return nil }
    let next = text[index]
    switch opening {
    case 0x7B:
      guard next == 0x22 || next == 0x7D else { return nil }
      let second = lines.filled.dropFirst().first
      let isLineOfJSON = first.last == 0x7D && second?.first == 0x7B
      return isLineOfJSON ? .ndjson : .json
    case 0x5B:
      switch next {
      case 0x7B, 0x22: return .json
      case 0x5B:
        // [[section]] is not JSON.
        return first.count < 3 || !isLetter(first[first.startIndex + 2]) ? .json : nil
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
  private static let entryWords = ["dn:", "version: 1\ndn:", "version: 1\r\n"].map(word)
  private static let statementWords = [
    "insert into ", "create table ", "-- mysql dump", "-- postgresql database dump",
    "drop table ",
  ].map(word)

  private static func records(_ lines: SampleLines) -> ContentFormat? {
    if lines.head.hasPrefix(cardWord) { return .vcard }
    for word in entryWords where lines.head.hasPrefix(word) { return .ldif }
    if isMail(lines) { return .mail }
    return lines.head.hasLine(beginningWith: statementWords) ? .sql : nil
  }

  /// The header fields of mails that count; two different ones make a mail.
  private static let mailFields = [
    "received", "from", "to", "cc", "subject", "mime-version", "content-type", "date", "message-id",
    "return-path", "delivered-to", "reply-to", "content-transfer-encoding", "x-mailer",
    "dkim-signature", "authentication-results", "x-original-to", "x-received",
  ]

  private static let fromWord = word("From ")

  private static func isMail(_ lines: SampleLines) -> Bool {
    var fields: Set<String> = []
    for (index, line) in lines.all.enumerated() {
      if index == 0, line.starts(with: fromWord) {
        fields.insert("mbox")
        continue
      }
      if line.isEmpty || index > 60 { break }
      if line.first == 0x20 || line.first == 0x09 { continue }
      guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { return false }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      if mailFields.contains(name) { fields.insert(name) }
      if index == 0, fields.isEmpty, !name.hasPrefix("x-") { return false }
    }
    return fields.count >= 2
  }

  /// What a text is taken for Markdown by.
  private enum MarkdownSign {
    /// The rule below the heading of a table.
    case rule
    case headings
  }

  private static func markdown(_ lines: SampleLines) -> MarkdownSign? {
    var headings = 0
    var marks = 0
    var rules = 0
    for line in lines.filled {
      if line.first == 0x23 {
        let signs = line.prefix { $0 == 0x23 }.count
        if signs <= 6, line.count > signs, line[line.startIndex + signs] == 0x20 { headings += 1 }
      } else if line.starts(with: [0x2D, 0x20]) || line.starts(with: [0x2A, 0x20])
        || line.starts(with: [0x60, 0x60, 0x60]) || line.starts(with: [0x3E, 0x20])
      {
        marks += 1
      } else if line.contains(0x7C), line.contains(0x2D),
        line.allSatisfy({ $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 })
      {
        rules += 1
      }
    }
    if rules > 0 { return .rule }
    return headings > 0 && (marks > 0 || headings > 1) && lines.filled.count > 2 ? .headings : nil
  }

  /// By first byte.
  private static let codeWords: [[[UInt8]]] = {
    var words = [[[UInt8]]](repeating: [], count: 256)
    for word in codeWordList { words[Int(word.utf8.first ?? 0)].append(Array(word.utf8)) }
    return words
  }()

  private static let codeWordList = [
    "import ", "#include", "#define", "package ", "def ", "func ", "function ", "class ", "public ",
    "private ", "return", "if (", "for (", "while (", "var ", "let ", "const ", "using ",
    "namespace ",
    "struct ", "#!/", "//", "/*", "* ", "*/", "else", "}", "@", "try", "elif ", "end", "echo ",
    "export ",
    "static ", "int ", "void ",
  ]

  private static func isSourceCode(_ lines: SampleLines) -> Bool {
    if lines.all.first?.starts(with: [0x23, 0x21, 0x2F]) ?? false { return true }
    guard lines.filled.count >= 3 else { return false }
    var points = 0
    for line in lines.filled {
      let text = line.drop { $0 == 0x20 || $0 == 0x09 }
      let endsLikeCode = text.last == 0x7B || text.last == 0x3B || text.last == 0x7D
      let begins = text.first.map { first in
        codeWords[Int(first)].contains { text.starts(with: $0) }
      }
      if endsLikeCode && (begins == true || text.contains(0x28) || text.contains(0x3D)) {
        points += 2
      } else if begins == true {
        points += 1
      }
    }
    return points * 10 >= lines.filled.count * 6
  }

  /// Whether most lines begin with a time, which no delimiter follows at once.
  private static func isLog(_ lines: SampleLines) -> Bool {
    guard lines.filled.count >= 2 else { return false }
    var points = 0
    for line in lines.filled where LogStamp.begins(line) { points += 1 }
    return points * 10 >= lines.filled.count * 6
  }

  private static func isINI(_ lines: SampleLines) -> Bool {
    var sections = 0
    var pairs = 0
    var others = 0
    for line in lines.filled {
      if line.first == 0x3B || line.first == 0x23 { continue }
      if line.first == 0x5B, line.last == 0x5D {
        sections += 1
      } else if let sign = line.firstIndex(of: 0x3D), sign > line.startIndex {
        pairs += 1
      } else {
        others += 1
      }
    }
    return sections > 0 && pairs > 0 && others * 5 <= pairs
  }

  private static func isYAML(_ lines: SampleLines) -> Bool {
    var pairs = 0
    var others = 0
    var isNested = false
    for line in lines.filled {
      let text = line.drop { $0 == 0x20 }
      if text.first == 0x23 || text.starts(with: [0x2D, 0x2D, 0x2D]) {
        isNested = isNested || text.first == 0x2D
        continue
      }
      if let colon = text.firstIndex(of: 0x3A),
        text.index(after: colon) == text.endIndex || text[text.index(after: colon)] == 0x20,
        text[..<colon].allSatisfy({
          isLetter($0) || $0 == 0x5F || $0 == 0x2D || $0 == 0x20 || $0 >= 0x30 && $0 <= 0x39
        })
      {
        pairs += 1
        if text.count < line.count || text.first == 0x2D || text.last == 0x3A { isNested = true }
      } else if text.first == 0x2D {
        isNested = true
      } else {
        others += 1
      }
    }
    return isNested && pairs >= 2 && others * 5 <= pairs
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}

/// What a text was found to be.
enum TextKind: Equatable {
  case format(ContentFormat)
  case table(TableDialect)
}
