import Rules

/// The words of the bundled packs as they are looked up, so that a process need not gather and sort them again.
///
/// A cache as `compiled.bin` is: the packs stay the source, and it counts for nothing when they are others.
/// `Scripts/compile-patterns` writes it; a test compares it with the packs. Numbers are little-endian, of 32 bits: `TNRV`,
/// version, SHA-256 of the packs as 64 digits; then labels and headings, see ``bytes(of:sha256:)``.
struct CompiledVocabulary {
  /// Its name in `Patterns/`.
  static let fileName = "vocabulary.bin"
  /// `TNRV` as bytes.
  private static let magic = 0x5652_4E54
  private static let version = 1

  let labels: LabelMatcher
  let headings: HeadingLexicon.Words

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
    headings = reader.headings()
  }

  /// What the file must hold.
  static func bytes(of index: RuleIndex, sha256: String) -> [UInt8] {
    var writer = Writer()
    writer.number(magic)
    writer.number(version)
    writer.bytes += sha256.utf8
    writer.labels(index.labels)
    writer.headings(index.lexicon.compiled)
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
    var senses: [LabelVocabulary.Sense] = []
    let senseCount = number()
    senses.reserveCapacity(senseCount)
    for _ in 0..<senseCount {
      senses.append(
        LabelVocabulary.Sense(
          strong: numbers(), weak: numbers(), near: numbers(), against: numbers()))
    }
    var words: [LabelVocabulary.Word] = []
    let wordCount = number()
    words.reserveCapacity(wordCount)
    for _ in 0..<wordCount {
      words.append(
        LabelVocabulary.Word(
          start: Int32(bitPattern: half()), count: Int32(bitPattern: half()),
          sense: Int32(bitPattern: half())))
    }
    var sorted = LabelMatcher.Sorted()
    let count = number()
    sorted.spellings.reserveCapacity(count)
    sorted.beginnings.reserveCapacity(count)
    sorted.thirds.reserveCapacity(count)
    for _ in 0..<count {
      let start = half()
      let length = half()
      let word = half()
      sorted.spellings.append(
        LabelVocabulary.Spelling(
          start: Int32(bitPattern: start), count: Int32(length & 0xFFFF),
          word: Int32(word >> 2), beginsLatin: word & 1 != 0, endsLatin: word & 2 != 0))
      sorted.thirds.append(UInt16(length >> 16))
      sorted.beginnings.append(half())
    }
    return LabelMatcher(words: words, senses: senses, texts: text(), bytes: text(), sorted)
  }

  mutating func headings() -> HeadingLexicon.Words {
    var words = HeadingLexicon.Words(longest: number())
    let count = number()
    words.words.reserveCapacity(count)
    for _ in 0..<count { words.words.append((word(), number())) }
    let entryCount = number()
    words.entries.reserveCapacity(entryCount)
    for _ in 0..<entryCount {
      let entry = number()
      words.entries.append(
        HeadingLexicon.Entry(
          rule: entry >> 2, force: HeadingLexicon.Force(rawValue: entry & 3) ?? .against))
    }
    return words
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

  mutating func numbers(_ numbers: RuleNumbers) {
    let numbers = Array(numbers)
    number(numbers.count)
    for value in numbers { number(value) }
  }

  /// What words say, each once; the words, which share it; their spellings in the order of look-up; the bytes of both.
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
  }

  /// The longest word; each word's hash and number of entries; the entries.
  mutating func headings(_ headings: HeadingLexicon.Words) {
    number(headings.longest)
    number(headings.words.count)
    for word in headings.words {
      number(Int(truncatingIfNeeded: word.hash & 0xFFFF_FFFF))
      number(Int(truncatingIfNeeded: word.hash >> 32))
      number(word.entries)
    }
    number(headings.entries.count)
    for entry in headings.entries { number(entry.rule << 2 | entry.force.rawValue) }
  }
}
