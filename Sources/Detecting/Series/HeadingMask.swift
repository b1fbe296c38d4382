import Inventory
import Rules

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
    var isVocabulary = true
    for part in short.utf8.split(separator: 0x2F) {
      let bytes = Array(part)
      guard !context.headingWords.contains(bytes.span, 0, bytes.count) else { continue }
      isVocabulary = false
      if context.reader.read(bytes.span, 0, bytes.count, wanted: .all).digits >= 4 { return nil }
      if holdsNote(bytes.span, 0, bytes.count, context.index.lexicon) { return nil }
    }
    guard !isVocabulary else { return Masking.masked(short) }
    let isValue =
      short.unicodeScalars.contains { $0 == "@" || $0 == "＠" }
      || holdsValue(Array(short.utf8).span, context)
    return isValue ? nil : Masking.masked(short)
  }

  /// Whether a value stands within a text: 氏名 山田太郎, 山田太郎様の住所.
  ///
  /// It is read as running text is, and what stands between its marks and labels as a cell is.
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
    // watanabe_kiyoshi, 森_蘭: names of fields have no blanks.
    let words = text.indices.map { text[$0] == 0x5F ? 0x20 : text[$0] }
    if holdsPart(words.span, context) { return true }
    guard let joined = HeadingParts.joined(words) else { return false }
    return holdsPart(joined.span, context)
  }

  private static func holdsPart(_ text: Span<UInt8>, _ context: DetectionContext) -> Bool {
    let parts = HeadingParts(text, context.index.labels)
    guard !parts.isTooLong else { return true }
    for start in parts.starts {
      for end in parts.ends(behind: start) {
        let part = context.reader.read(text, start, end, wanted: .all)
        if isValue(part, text, start..<end, context) { return true }
      }
    }
    return false
  }

  /// Whether a heading, or a part of one, is a value.
  private static func isValue(
    _ reading: CellReading, _ text: Span<UInt8>, _ range: Range<Int>, _ context: DetectionContext
  ) -> Bool {
    let index = context.index
    let isWhole = range.count == text.count
    // Years and small numbers may stand in a heading; the longest were looked for before.
    guard isWhole || reading.digits == 0 else { return reading.digits > longestYear }
    if reading.isList || reading.holdsPattern(before: index.patternSignals) { return true }
    let shown = reading.texts(behind: index.patternSignals)
    if shown.hasAny(values) { return true }
    // 障害者手帳 is special care and the name of a field.
    if shown.hasAny(care), !isKnown(text, range, index) { return true }
    let isLatin = text[range.lowerBound] < 0x80
    // A family or given name alone, and no word of headings: the first row may have been one of data.
    let isSingle = shown.hasAny(singleName) && (isWhole || !isLatin && range.count > 3)
    // M. Takahashi says it; koushin bi may be anything.
    let isSure = !isLatin || isWhole || range.contains { text[$0] == 0x2E }
    guard isSingle || shown.hasAny(isSure ? names : fullName) else { return false }
    if !isSure, holdsShortWord(text, range) { return false }
    return (isWhole || !isWordOrPlace(text, range)) && !isKnown(text, range, index)
  }

  private static func isKnown(
    _ text: Span<UInt8>, _ range: Range<Int>, _ index: RuleIndex
  ) -> Bool {
    let word = range.map { text[$0] }
    return index.lexicon.reading(of: String(decoding: word, as: UTF8.self)).isKnown
  }

  /// Whether a part is a word as well (年号, 等級), or a place before a word in kanji (福岡営業所, 岡山県): hardly a name there.
  private static func isWordOrPlace(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let folded = FoldedText(text, range)
    let kinds = folded.kinds(0..<folded.count)
    if kinds.hasAny(.common), kinds.hasNone(.frequent) { return true }
    guard kinds.hasAny(.municipality | .prefecture) || PlaceNames.isPrefecture(text, range) else {
      return false
    }
    var next = range.upperBound
    guard next < text.count else { return false }
    let scalar = UTF8Bytes.next(text, &next, text.count)
    return (0x4E00...0x9FFF).contains(scalar)
      && !HeadingParts.followsNames(text, range.upperBound, scalar)
  }

  /// Whether a word of one or two Latin letters stands in a text: KOJIN NO, menkyo id.
  private static func holdsShortWord(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var length = 0
    for index in range {
      if text[index] != 0x20 {
        length += 1
      } else if length < 3 {
        return true
      } else {
        length = 0
      }
    }
    return length < 3
  }

  /// Confidence from which what is found in a heading is a value.
  private static let leastSure = 0.5

  /// Digits of a year, and of what else has as few.
  private static let longestYear = 4

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
  private static let values = TextSignals([
    .email, .roleEmail, .mobilePhone, .fixedPhone, .servicePhone,
    .bareMobile, .bareFixed, .phoneWithoutZero, .address, .likelyAddress, .postalCode,
    .barePostalCode, .date, .eraDate, .compactDate, .vehicle, .ipAddress, .reservedIP,
  ])
  private static let care = TextSignals([.specialCare])
  private static let fullName = TextSignals([.fullName])
  private static let names = TextSignals([.fullName, .likelyName])
  private static let singleName = TextSignals([.singleName])
}
