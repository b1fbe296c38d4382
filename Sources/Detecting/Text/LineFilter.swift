import Inventory
import Rules
import ScanKernels

/// Tells for each line of running text what has to be looked for in it; lines that hold nothing are passed over unseen.
///
/// One per worker. The places that ``LineTriage`` points out are looked at closer here, each in its own few words.
final class LineFilter {
  /// Bytes of a line that is read for names as soon as one may stand in it.
  private static let shortLine = 384
  private let scanner: LineScanner
  private let tables: LineTables
  private let triage: LineTriage

  /// - Parameter tables: The words of the scanner's rules, where they have been made ready before.
  init(
    _ scanner: LineScanner, tables: LineTables?, longLine: Int, level: KernelLevel = .best
  ) {
    self.scanner = scanner
    self.tables = tables ?? .gathered(from: scanner.index)
    triage = LineTriage(longLine: longLine, level: level)
  }

  var filledLines: Int { triage.filledLines }
  var articles: Int { triage.articles }
  /// Whether the last lines passed may leave a label to those below them.
  var leavesLabels: Bool { triage.leavesLabels }

  func begin(_ text: Span<UInt8>) {
    tables.withBytes { triage.begin(text, $0) }
  }

  func next(_ text: Span<UInt8>) -> Int {
    tables.withBytes { triage.next(text, $0) }
  }

  func line(_ index: Int) -> LineTriage.Line { triage.line(index) }

  /// What the line may hold.
  func search(_ text: Span<UInt8>, _ line: LineTriage.Line) -> LineScanner.Search {
    let flags = line.flags
    if flags.hasAny(.full) { return LineScanner.Search(parts: .all) }
    var parts: LineScanner.Parts = []
    if flags.hasAny(.mail) { parts.insert(.mails) }
    if flags.hasAny(.numbers) { parts.formUnion([.numbers, .vehicles]) }
    if flags.hasAny(.digits), flags.hasAny(.valued) || flags.hasAny(.odd) {
      parts.formUnion([.births, .insurance])
    }
    if flags.hasAny(.labelled) { parts.formUnion([.births, .labelled]) }
    if flags.hasAny(.born) { parts.insert(.births) }
    if flags.hasAny(.account) { parts.insert(.accounts) }
    if flags.hasAny(.odd) { parts.formUnion([.names, .care]) }
    var tries = 0
    var firstName: Int?
    for number in line.candidates {
      let (place, kind) = triage.candidate(number)
      switch kind {
      case .token:
        if !parts.contains(.numbers), hasOwnMeaning(text, place, line) { parts.insert(.numbers) }
      case .municipality:
        if !parts.contains(.addresses),
          TextGate.municipality(text, from: place, line.end) == place
            || flags.hasAny(.odd)
        {
          parts.insert(.addresses)
        }
      case .gap: parts.insert(.labelled)
      case .care:
        if !parts.contains(.care), mayBeCare(text, place, line) { parts.insert(.care) }
      case .calling, .mark, .reading:
        guard !parts.contains(.names) else { continue }
        let answer =
          kind == .calling ? Callings.answer(text, place, line.start, line.end) : .unsure
        guard answer != .no, answer == .yes || mayBeName(text, place, kind, line) else { continue }
        tries += 1
        if firstName == nil { firstName = place }
        // The line at once is no dearer than what stands around the place, unless it is long; many places are dearer.
        if line.end - line.start <= Self.shortLine || tries > 8 || isName(text, place, line) {
          parts.insert(.names)
        }
      }
    }
    return LineScanner.Search(parts: parts, firstName: flags.hasAny(.odd) ? nil : firstName)
  }

  private func hasOwnMeaning(_ text: Span<UInt8>, _ place: Int, _ line: LineTriage.Line) -> Bool {
    var whole = LineScanner.Line(start: line.start, end: line.end)
    Blanks.trim(text, &whole.start, &whole.end)
    // Blanks within: several tokens may stand in the run.
    var position = place
    var end = place
    while end < whole.end, !Self.endsRun(text, end, whole.end) { end += 1 }
    while position < end,
      let token = NumberToken.next(text, from: position, whole.end, lowest: whole.start),
      token.start < end
    {
      if scanner.hasOwnMeaning(text, token.start, whole, until: end) { return true }
      position = max(token.end, position + 1)
    }
    return false
  }

  /// Whether a run of letters, digits and what joins them ends before a byte.
  private static func endsRun(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Bool {
    let byte = text[index]
    if byte &- 0x30 <= 9 || LabelMatcher.isLetter(byte) || byte == 0x2D || byte == 0x2E {
      return false
    }
    return !((byte == 0x20 || byte == 0x09) && index + 1 < limit && text[index + 1] &- 0x30 <= 9)
  }

  /// Whether a label of special care begins here with one of its words directly behind.
  private func mayBeCare(_ text: Span<UInt8>, _ place: Int, _ line: LineTriage.Line) -> Bool {
    guard let rule = scanner.careRule,
      let label = scanner.index.labels.label(in: text, at: place, line.start, line.end)
    else { return false }
    // A shorter word may count where a longer one overlaps another: then look.
    guard scanner.speaks(label, for: rule) else { return true }
    var position = label.end
    while position < line.end, position - label.end <= Fillers.limit {
      guard Fillers.fill(text, label.end, position) else { return false }
      let byte = text[position]
      let next = position + (byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
      // The gate gives the first place, which here must be this one.
      var ahead = next
      if ahead < line.end {
        let lead = text[ahead]
        ahead += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      }
      if TextGate.care(text, from: position, min(ahead, line.end)) != nil,
        SpecialCareReader.mayBegin(text, at: position, in: line.start..<line.end)
      {
        return true
      }
      position = min(next, line.end)
    }
    return false
  }

  // MARK: Names

  /// Whether a place is worth reading a name at.
  private func mayBeName(
    _ text: Span<UInt8>, _ place: Int, _ kind: LineTriage.Kind, _ line: LineTriage.Line
  ) -> Bool {
    switch kind {
    case .calling: isCalling(text, place, line)
    case .mark: isMark(text, place, line)
    default: true
    }
  }

  /// Whether a mark stands behind a label, or behind what reads as the name of a speaker.
  private func isMark(_ text: Span<UInt8>, _ place: Int, _ line: LineTriage.Line) -> Bool {
    switch TextGate.mark(text, at: place, line.start, line.end) {
    case .nothing: return false
    case .label: return true
    case .speaker:
      // A speaker opens the line, so that it is enough to read up to the mark.
      var names: [TextName] = []
      let end = min(line.end, place + (text[place] < 0x80 ? 1 : 3))
      TextNameReader.names(in: text, line: line.start..<end, into: &names)
      return !names.isEmpty
    }
  }

  /// Whether a whole honorific, post or self-introduction stands at a place, where a name can end before it.
  private func isCalling(_ text: Span<UInt8>, _ place: Int, _ line: LineTriage.Line) -> Bool {
    let start = TextGate.beginning(text, place, units: 4, floor: line.start)
    let folded = FoldedText(text, start..<min(line.end, place + 40))
    var at = 0
    while at < folded.count, folded.offset(at) < place { at += 1 }
    var hash = WordTable.seed
    for length in 1...8 where at + length <= folded.count {
      hash = WordTable.mix(hash, folded[at + length - 1])
      let kinds = folded.words.terms(hash)
      if kinds.hasAny(.introduction) { return true }
      guard kinds.hasAny(.honorific | .post) else { continue }
      let next = folded[at + length]
      if Kanji.isKanji(next) || Kana.isKatakana(next) { continue }
      // 仕様, 関係: a word of two characters whose last looks like a post.
      if length == 1, at >= 1, isNameUnit(folded[at - 1]),
        at >= 2 && !isNameUnit(folded[at - 2]) && folded[at - 2] != 0x30FB
          && folded[at - 2] != 0x20,
        folded.kinds(at - 1..<at + 1).hasAny(.common)
      {
        continue
      }
      return true
    }
    return false
  }

  private func isNameUnit(_ unit: UInt16) -> Bool { Kanji.isKanji(unit) || Kana.isKatakana(unit) }

  /// Whether a name is found around a place.
  private func isName(_ text: Span<UInt8>, _ place: Int, _ line: LineTriage.Line) -> Bool {
    let start = TextGate.beginning(text, place, units: 60, floor: line.start)
    var end = min(line.end, place + 120)
    while end < line.end, text[end] & 0xC0 == 0x80 { end += 1 }
    var names: [TextName] = []
    TextNameReader.names(in: text, line: start..<end, into: &names)
    return !names.isEmpty
  }
}
