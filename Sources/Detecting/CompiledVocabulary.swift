import Rules
import ScanKernels

/// The words of the bundled packs as they are looked up, so that a process need not gather and sort them again.
///
/// A cache as `compiled.bin` is: the packs stay the source, and it counts for nothing when they are others.
/// `Scripts/compile-patterns` writes it; a test compares it with the packs. Numbers are little-endian, of 32 bits: `TNRV`,
/// version, SHA-256 of the packs as 64 digits; then labels, headings, looks of heading words, signs, and the tables of the pass
/// over running text, which are used where they lie: see ``bytes(of:signs:sha256:)``.
struct CompiledVocabulary {
  /// Its name in `Patterns/`.
  static let fileName = "vocabulary.bin"
  /// `TNRV` as bytes.
  private static let magic = 0x5652_4E54
  private static let version = 5

  let labels: LabelMatcher
  /// Bytes of the longest word of a heading.
  let longestHeading: Int
  let headings: HeadingTable.Compiled
  let headingWords: HeadingWords
  /// Of the words for kinds of persons that came with the program.
  let signs: SignMatcher
  let tables: LineTables

  /// Finds it; `nil` when there is none for these packs.
  ///
  /// - Parameter sha256: As ``RuleSet/sha256``: with packs of the organisation it is another.
  init?(for sha256: String) {
    let bytes = BundledBytes(Self.fileName)
    let digits = sha256.utf8
    guard digits.count == 64, bytes.count > 8 + digits.count, bytes.uint32(at: 0) == Self.magic,
      bytes.uint32(at: 4) == Self.version,
      bytes.array(at: 8, count: digits.count).elementsEqual(digits)
    else { return nil }
    var reader = Reader(bytes: bytes, offset: 8 + digits.count)
    labels = reader.labels()
    longestHeading = reader.number()
    headings = reader.headings()
    headingWords = HeadingWords(labels, looks: reader.looks())
    signs = reader.signs()
    tables = reader.tables()
  }

  /// The next place at which tables may lie.
  fileprivate static func aligned(_ offset: Int) -> Int {
    (offset + TriageTables.alignment - 1) / TriageTables.alignment * TriageTables.alignment
  }

  /// What the file must hold.
  ///
  /// - Parameters:
  ///   - index: Of the packs, whose words it gathered.
  ///   - signs: Of the words for kinds of persons among them.
  static func bytes(of index: RuleIndex, signs: SignMatcher, sha256: String) -> [UInt8] {
    var writer = Writer()
    writer.number(magic)
    writer.number(version)
    writer.bytes += sha256.utf8
    writer.labels(index.labels)
    let headings = index.lexicon.gathered ?? (0, [])
    writer.headings(longest: headings.longest, headings.words)
    writer.words(HeadingWords(index.labels).looks)
    writer.number(signs.wordCount)
    writer.labels(signs.labels)
    writer.tables(TriageTables.bytes(of: LineWords.make(index)))
    return writer.bytes
  }
}

// MARK: - Reading

private struct Reader {
  let bytes: BundledBytes
  var offset: Int

  mutating func number() -> Int { Int(half()) }

  mutating func half() -> UInt32 {
    offset += 4
    return bytes.uint32(at: offset - 4)
  }

  mutating func word() -> UInt64 {
    let low = UInt64(half())
    return low | UInt64(half()) << 32
  }

  mutating func text() -> [UInt8] {
    let count = number()
    offset += count
    return bytes.array(at: offset - count, count: count)
  }

  mutating func numbers() -> RuleNumbers {
    var numbers = RuleNumbers()
    for _ in 0..<number() { numbers.insert(number()) }
    return numbers
  }

  mutating func labels() -> LabelMatcher {
    let senses = list { reader in
      LabelVocabulary.Sense(
        strong: reader.numbers(), weak: reader.numbers(), near: reader.numbers(),
        against: reader.numbers())
    }
    let words = list { reader in
      LabelVocabulary.Word(
        start: Int32(bitPattern: reader.half()), count: Int32(bitPattern: reader.half()),
        sense: Int32(bitPattern: reader.half()))
    }
    let count = number()
    let (bytes, start) = (bytes, offset)
    offset += 16 * count
    // One list after the other: each is made at once, in room of its own size.
    let sorted = LabelMatcher.Sorted(
      spellings: (0..<count).map { index in
        let (place, length, word) = (
          bytes.uint32(at: start + 16 * index), bytes.uint32(at: start + 16 * index + 4),
          bytes.uint32(at: start + 16 * index + 8)
        )
        return LabelVocabulary.Spelling(
          start: Int32(bitPattern: place), count: Int32(length & 0xFFFF), word: Int32(word >> 2),
          beginsLatin: word & 1 != 0, endsLatin: word & 2 != 0)
      },
      beginnings: (0..<count).map { bytes.uint32(at: start + 16 * $0 + 12) },
      thirds: (0..<count).map { bytes.uint16(at: start + 16 * $0 + 6) })
    return LabelMatcher(
      words: words, senses: senses, texts: text(), bytes: text(), sorted, hasStops: number() != 0)
  }

  private mutating func list<Element>(_ read: (inout Reader) -> Element) -> [Element] {
    (0..<number()).map { _ in read(&self) }
  }

  mutating func signs() -> SignMatcher {
    let count = number()
    return SignMatcher(labels: labels(), wordCount: count)
  }

  mutating func headings() -> HeadingTable.Compiled { HeadingTable.Compiled(bytes, at: &offset) }

  mutating func looks() -> [UInt64] { list { $0.word() } }

  mutating func tables() -> LineTables {
    let count = number()
    offset = CompiledVocabulary.aligned(offset)
    offset += count
    return .compiled(bytes, offset: offset - count, count: count)
  }
}

// MARK: - Writing

private struct Writer {
  var bytes: [UInt8] = []

  mutating func number(_ value: Int) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func text(_ text: [UInt8]) {
    number(text.count)
    bytes += text
  }

  mutating func word(_ word: UInt64) {
    number(Int(truncatingIfNeeded: word & 0xFFFF_FFFF))
    number(Int(truncatingIfNeeded: word >> 32))
  }

  mutating func words(_ words: [UInt64]) {
    number(words.count)
    for word in words { self.word(word) }
  }

  mutating func tables(_ tables: [UInt8]) {
    number(tables.count)
    let place = CompiledVocabulary.aligned(bytes.count)
    bytes += Array(repeating: 0, count: place - bytes.count)
    bytes += tables
  }

  mutating func numbers(_ numbers: RuleNumbers) {
    let numbers = Array(numbers)
    number(numbers.count)
    for value in numbers { number(value) }
  }

  /// What words say, each once; the words, which share it; their spellings in the order of look-up; the bytes of both; whether 。 is one.
  mutating func labels(_ labels: LabelMatcher) {
    var numbers: [LabelVocabulary.Sense: Int] = [:]
    var senses: [LabelVocabulary.Sense] = []
    for word in labels.words.indices {
      let sense = labels.sense(of: word)
      if numbers[sense] == nil {
        numbers[sense] = senses.count
        senses.append(sense)
      }
    }
    number(senses.count)
    for sense in senses {
      self.numbers(sense.strong)
      self.numbers(sense.weak)
      self.numbers(sense.near)
      self.numbers(sense.against)
    }
    number(labels.words.count)
    for (index, word) in labels.words.enumerated() {
      number(Int(word.start))
      number(Int(word.count))
      number(numbers[labels.sense(of: index)] ?? 0)
    }
    number(labels.spellings.count)
    let bytes = labels.bytes
    for (spelling, third) in zip(labels.spellings, labels.thirds) {
      let start = Int(spelling.start)
      let count = Int(spelling.count)
      number(start)
      number(count | Int(third) << 16)
      number(
        Int(spelling.word) << 2 | (spelling.endsLatin ? 2 : 0) | (spelling.beginsLatin ? 1 : 0))
      number(Int(LabelMatcher.beginning(of: bytes.span, start, start + count)))
    }
    text(labels.texts)
    text(labels.bytes)
    number(labels.hasStops ? 1 : 0)
  }

  /// The longest word; how many words and entries there are; the rest as ``HeadingTable/Compiled`` reads it.
  mutating func headings(longest: Int, _ words: [(hash: UInt64, entries: [HeadingLexicon.Entry])]) {
    number(longest)
    number(words.count)
    number(words.reduce(0) { $0 + $1.entries.count })
    for word in words { self.word(word.hash) }
    var first = 0
    for word in words {
      number(first)
      first += word.entries.count
    }
    for word in words {
      for (place, entry) in word.entries.enumerated() {
        let isLast = place == word.entries.count - 1
        number(entry.rule << 3 | entry.force.rawValue << 1 | (isLast ? 1 : 0))
      }
    }
  }
}
