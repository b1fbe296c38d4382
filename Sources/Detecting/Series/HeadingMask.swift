import Inventory

/// Decides whether a heading, element name or key may be written: it may itself be a value.
///
/// The first row of a table without heading, or a JSON object keyed by mail addresses, would otherwise carry values
/// into the findings.
enum HeadingMask {
  /// The heading masked for output; `nil` when it is empty or reads as a value.
  static func shown(_ heading: String, _ context: DetectionContext) -> String? {
    context.headings.shown(heading, isSure: { !context.matcher.hasGivenUp }) {
      made(heading, context)
    }
  }

  private static func made(_ heading: String, _ context: DetectionContext) -> String? {
    let short = String(decoding: heading.utf8.prefix(CompactText.limit), as: UTF8.self)
    guard !short.isEmpty, !Masking.isMasked(short) else { return nil }
    for part in short.utf8.split(separator: 0x2F) {
      let bytes = Array(part)
      guard !bytes.isEmpty else { continue }
      if context.headingWords.contains(bytes.span, 0, bytes.count) { continue }
      let reading = context.reader.read(bytes.span, 0, bytes.count, wanted: .all)
      if reading.isList || holdsValue(bytes.span, context) { return nil }
      if reading.digits >= 4
        || values.contains(where: { reading.contains(context.index.signal($0)) })
      {
        return nil
      }
      for signal in 0..<context.index.patternSignals where reading.contains(signal) { return nil }
      if holdsNote(bytes.span, 0, bytes.count, context.index.lexicon) { return nil }
      // A family or given name alone, and no word of headings: the first row may have been one of data.
      if reading.contains(context.index.signal(.singleName)),
        !context.index.lexicon.reading(of: String(decoding: bytes, as: UTF8.self)).isKnown
      {
        return nil
      }
    }
    return Masking.masked(short)
  }

  /// Whether a value stands within a text: 氏名 山田太郎, 山田太郎様の住所.
  ///
  /// It is read as running text is, and what follows each blank as a cell is.
  private static func holdsValue(_ text: Span<UInt8>, _ context: DetectionContext) -> Bool {
    var carry = LineScanner.Carry()
    var hits: [TextHit] = []
    // 山田です introduces somebody where the sentence ends with it.
    var sentence: [UInt8] = []
    sentence.reserveCapacity(text.count + 3)
    for index in text.indices { sentence.append(text[index]) }
    sentence += [0xE3, 0x80, 0x82]
    context.lines.scan(sentence.span, 0, sentence.count, &carry, into: &hits)
    if hits.contains(where: { $0.confidence >= leastSure }) { return true }
    var names: [Range<Int>] = []
    var cares: [Int] = []
    BareNameReader.names(in: text, 0..<text.count, into: &names, cares: &cares)
    if !names.isEmpty { return true }
    var index = 0
    while index < text.count {
      let isBlank = text[index] == 0x20 || text[index] == 0x3A
      let isWide =
        index + 2 < text.count && text[index] == 0xE3 && text[index + 1] == 0x80
        && text[index + 2] == 0x80
      index += isWide ? 3 : 1
      guard isBlank || isWide, index < text.count else { continue }
      let rest = context.reader.read(text, index, text.count, wanted: .all)
      if rest.isList || values.contains(where: { rest.contains(context.index.signal($0)) }) {
        return true
      }
    }
    return false
  }

  /// Confidence from which what is found in a heading is a value.
  private static let leastSure = 0.5

  /// Whether a text ends in a bracket with a label and its value, and is itself no word of headings:
  /// `…（旧姓：佐藤）`.
  static func holdsNote(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ lexicon: HeadingLexicon
  ) -> Bool {
    var folded: [UInt8] = []
    TextFolding.fold(text.extracting(start..<end), into: &folded)
    guard folded.last == 0x29, let bracket = folded.lastIndex(of: 0x28), bracket > 0,
      let colon = folded[bracket...].firstIndex(of: 0x3A), colon + 2 < folded.count
    else { return false }
    return !lexicon.reading(of: String(decoding: folded[..<bracket], as: UTF8.self)).isKnown
  }

  /// Signals of cells that are values and no names of fields.
  static let values: [TextSignal] = [
    .fullName, .likelyName, .email, .roleEmail, .mobilePhone, .fixedPhone, .servicePhone,
    .bareMobile, .bareFixed, .phoneWithoutZero, .address, .likelyAddress, .postalCode,
    .barePostalCode, .date, .eraDate, .compactDate, .vehicle, .ipAddress, .reservedIP, .specialCare,
  ]
}
