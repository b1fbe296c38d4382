import Inventory
import ScanKernels

/// Looks for full names that nothing points out, for those that open signatures, for values below their labels, and for
/// sentences that tell of illnesses, at the beginning of each document only.
///
/// There office texts are read to their end, while a long text costs no more than its first part. A line counts as a
/// whole: how the text was cut into blocks changes nothing, but that a roster, or what is told of somebody on the lines
/// below, ends with a block.
struct OpeningSearch {
  /// Bytes of running text of one document in which they are looked for.
  static let reach = 65_536
  /// What precision came to on texts that nobody wrote for it, rounded down (`Benchmarks/accuracy/README.md`).
  static let confidence = 0.9

  private var signatures = SignatureReader()
  private var fields: FormFields
  private var cares: CareSearch
  private var roster = RosterReader()
  /// Bytes of the document that have passed.
  private var passed = 0
  /// Ranges of the block in hand in which something else was found.
  private var explained: [Range<Int>] = []

  init(_ scanner: LineScanner) {
    fields = FormFields(scanner)
    cares = CareSearch(scanner)
  }

  var isOpen: Bool { passed < Self.reach }

  /// A name, the value of a field, or what is told of somebody, and the line that it stands in.
  struct Found {
    /// What points it out.
    enum Ground {
      case nothing
      /// It opens a signature.
      case signature
      /// Something is told of the person, or a statement of a database writes it.
      case told
      /// It stands among others below a heading.
      case roster
      /// The label on the line above.
      case label(TextHit)
      /// What the sentence tells of somebody.
      case care(TextHit)
    }

    var name: Range<Int>
    var line: Range<Int>
    /// Lines of the block before it.
    var number: Int
    var ground = Ground.nothing

    /// What counts for it.
    ///
    /// - Parameters:
    ///   - rule: That of names.
    ///   - isSample: Whether the text says that it is made up.
    func hit(_ rule: Int, isSample: Bool) -> TextHit {
      var hit = TextHit(
        rule: rule, type: .personName, start: name.lowerBound, end: name.upperBound,
        confidence: OpeningSearch.confidence)
      switch ground {
      case .nothing: hit.note = "bare-name"
      case .signature: hit.confidence = 0.93
      case .told: break
      case .roster: hit.confidence = 0.85
      case .label(let field): hit = field
      case .care(let care): hit = care
      }
      if isSample { hit.confidence = 0.2 }
      return hit
    }
  }

  /// Keeps what was found of the block in hand.
  mutating func note(_ hits: [TextHit]) {
    guard isOpen else { return }
    for hit in hits { explained.append(hit.start..<hit.end) }
    cares.note(hits)
  }

  /// Forgets what was found of the block in hand.
  mutating func endBlock() {
    explained.removeAll(keepingCapacity: true)
    fields.endBlock()
    cares.endBlock()
    roster.endBlock()
  }

  /// The names of a block, those left out that something else was found in.
  ///
  /// - Parameters:
  ///   - overlap: Bytes at the front that the block before ended with.
  ///   - longLine: Lines longer than this are no prose and passed over.
  mutating func names(_ text: Span<UInt8>, overlap: Int, longLine: Int) -> [Found] {
    guard isOpen else { return [] }
    // The line in which the reach ends is read to its end.
    var limit = min(text.count, overlap + Self.reach - passed)
    while limit < text.count, !Self.isLineEnd(text[limit - 1]) { limit += 1 }
    passed += text.count - overlap
    var start = 0
    if overlap > 0 {
      while start < limit, !Self.isLineEnd(text[start]) { start += 1 }
    }
    let signed = signed(text, start..<limit)
    for name in signed {
      explained.append(name.name)
      cares.note(person: name.name)
    }
    // Names are in kanji.
    guard ByteTraits(of: text.extracting(start..<limit)).contains(.high) else { return signed }
    var names: [Range<Int>] = []
    var places: [Int] = []
    BareNameReader.names(in: text, start..<limit, into: &names, cares: &places)
    guard !names.isEmpty || !places.isEmpty else { return signed }
    let explained = self.explained.sorted { $0.lowerBound < $1.lowerBound }
    let told = cares.sentences(text, places, names: names, longLine: longLine)
      .filter { care in !explained.contains { $0.overlaps(care.name) } }
    var next = 0
    var found = signed + told
    var line = Lines()
    var end = 0
    for name in names {
      while next < explained.count, explained[next].upperBound <= name.lowerBound { next += 1 }
      if next < explained.count, explained[next].overlaps(name) { continue }
      line.go(to: name.lowerBound, text)
      // Found once for each line.
      end = max(end, name.upperBound)
      while end < text.count, end - line.start <= longLine, !Self.isLineEnd(text[end]) { end += 1 }
      guard end - line.start <= longLine else { continue }
      // What is told of somebody points the name out, and so does a statement that writes it.
      let isTold =
        told.contains { $0.line.lowerBound == line.start }
        || StatementColumns.writes(text, name, in: line.start..<end)
      found.append(
        Found(
          name: name, line: line.start..<end, number: line.number,
          ground: isTold ? .told : .nothing))
    }
    return found
  }

  /// The names that open signatures, where nothing else was found.
  private mutating func signed(_ text: Span<UInt8>, _ range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var start = range.lowerBound
    var base = range.lowerBound
    while base < range.upperBound {
      var ends = Self.lineEnds(text, base, range.upperBound)
      while ends != 0 {
        let end = base + ends.trailingZeroBitCount
        ends &= ends - 1
        take(text, start..<end, into: &found)
        start = end + 1
      }
      base += 64
    }
    if start < range.upperBound { take(text, start..<range.upperBound, into: &found) }
    // Those of a roster are known for some later than they stand.
    found.sort { $0.name.lowerBound < $1.name.lowerBound }
    Self.number(&found, text)
    return found
  }

  /// Numbers the lines of what was found, in the order of the text.
  static func number(_ found: inout [Found], _ text: Span<UInt8>) {
    var line = Lines()
    for position in found.indices {
      line.go(to: found[position].name.lowerBound, text)
      found[position].number = line.number
    }
  }

  @inline(__always)
  private mutating func take(
    _ text: Span<UInt8>, _ range: Range<Int>, into found: inout [Found]
  ) {
    guard !range.isEmpty else { return }
    if signatures.mayMatter(text, range), let name = signatures.name(text, range) {
      keep(Found(name: name, line: range, number: 0, ground: .signature), &found)
    }
    if fields.mayMatter(range), let field = fields.field(text, range) {
      let value = field.start..<field.end
      keep(Found(name: value, line: range, number: 0, ground: .label(field)), &found)
    }
    if roster.mayMatter(text, range) {
      for (name, line) in roster.names(text, range) {
        keep(Found(name: name, line: line, number: 0, ground: .roster), &found)
      }
    }
  }

  /// Keeps what was found, where nothing else was; only the first names of a roster come later than others behind them.
  private func keep(_ one: Found, _ found: inout [Found]) {
    guard !explained.contains(where: one.name.overlaps),
      !found.suffix(RosterReader.enough).contains(where: { $0.name.overlaps(one.name) })
    else { return }
    found.append(one)
  }

  /// The line ends of the 64 bytes from a place on, or of those before the limit; bit 0 is the first byte.
  @inline(__always)
  private static func lineEnds(_ text: Span<UInt8>, _ base: Int, _ limit: Int) -> UInt64 {
    if base + 64 <= text.count {
      let ends = equalMask(text, at: base, 0x0A) | equalMask(text, at: base, 0x0D)
      return limit - base < 64 ? ends & ((1 << UInt64(limit - base)) - 1) : ends
    }
    var ends: UInt64 = 0
    for index in base..<limit where isLineEnd(text[index]) { ends |= 1 << UInt64(index - base) }
    return ends
  }

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// The lines of a block, passed one after another.
  struct Lines {
    private(set) var start = 0
    private(set) var number = 0
    private var position = 0

    mutating func go(to place: Int, _ text: Span<UInt8>) {
      while position < place {
        let byte = text[position]
        position += 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, position < text.count, text[position] == 0x0A { position += 1 }
        start = position
        number += 1
      }
    }
  }
}
