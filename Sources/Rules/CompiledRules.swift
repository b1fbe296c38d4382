internal import Inventory
internal import Regexes

/// The bundled packs as they were understood when they last changed, so that a process need not parse them again.
///
/// YAML stays the source: the file says of which bytes it was made, and counts for nothing when they are others.
/// `Scripts/compile-patterns` writes it; a test compares it with the packs. Numbers are little-endian: `TNRC`, version,
/// fingerprint (8 bytes), SHA-256 as 64 digits, number of rules, place of the rules; kinds of persons; rules.
struct CompiledRules: Sendable {
  /// Its name in `Patterns/`.
  static let fileName = "compiled.bin"
  /// `TNRC` as bytes.
  static let magic: UInt32 = 0x4352_4E54
  static let version: UInt32 = 2
  static let headSize = 88

  /// As ``RuleSet/sha256``.
  let sha256: String
  let ruleCount: Int
  private let bytes: BundledBytes

  /// Finds it; `nil` when there is none for the packs that are embedded.
  init?() {
    bytes = BundledBytes(Self.fileName)
    guard bytes.count >= Self.headSize, bytes.uint32(at: 0) == Self.magic,
      bytes.uint32(at: 4) == Self.version
    else { return nil }
    let made = UInt64(bytes.uint32(at: 8)) | UInt64(bytes.uint32(at: 12)) << 32
    guard made == BundledFingerprint.ofPacks() else { return nil }
    sha256 = bytes.text(at: 16, count: 64)
    ruleCount = Int(bytes.uint32(at: 80))
  }

  /// The kinds of persons.
  func kinds() -> CategoryKinds {
    var reader = CompiledReader(bytes, at: Self.headSize)
    return CategoryKinds(
      kinds: reader.list { reader in
        CategoryKinds.Kind(
          key: reader.text(), name: reader.message(), names: reader.texts(),
          strong: reader.texts(), weak: reader.texts())
      })
  }

  /// The rules, their expressions compiled; `nil` when one is not as this version knows it.
  func rules() -> [Rule]? {
    var reader = CompiledReader(bytes, at: Int(bytes.uint32(at: 84)))
    let rules = reader.list { $0.rule() }
    return rules.contains { $0 == nil } ? nil : rules.compactMap(\.self)
  }
}

/// The words of one rule where they stand in the file: strong, weak and opposing headings, words nearby and those against it.
struct CompiledWords: Sendable {
  fileprivate let bytes: BundledBytes
  fileprivate let offset: Int

  var headings: Rule.Headings {
    var reader = CompiledReader(bytes, at: offset)
    return Rule.Headings(strong: reader.texts(), weak: reader.texts(), against: reader.texts())
  }

  var near: Rule.Near {
    var reader = CompiledReader(bytes, at: offset)
    for _ in 0..<3 { reader.skipTexts() }
    return Rule.Near(for: reader.texts(), against: reader.texts())
  }
}

/// Reads one value after another.
private struct CompiledReader {
  private let bytes: BundledBytes
  private var offset: Int

  init(_ bytes: BundledBytes, at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func number() -> Int {
    offset += 4
    return Int(bytes.uint32(at: offset - 4))
  }

  mutating func real() -> Double {
    let low = UInt64(number())
    return Double(bitPattern: low | UInt64(number()) << 32)
  }

  mutating func text() -> String {
    let count = number()
    offset += count
    return bytes.text(at: offset - count, count: count)
  }

  mutating func message() -> Message { Message(ja: text(), en: text()) }

  mutating func list<Element>(_ read: (inout CompiledReader) -> Element) -> [Element] {
    let count = number()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(read(&self)) }
    return elements
  }

  mutating func texts() -> [String] { list { $0.text() } }
  mutating func numbers() -> [Int] { list { $0.number() } }

  mutating func skipTexts() {
    for _ in 0..<number() {
      let count = number()
      offset += count
    }
  }

  // MARK: - Rules

  mutating func rule() -> Rule? {
    let id = text()
    let isData = number() == 1
    let target = text()
    let name = message()
    let patterns = list { $0.pattern() }
    let words = CompiledWords(bytes: bytes, offset: offset)
    for _ in 0..<5 { skipTexts() }
    let weights = Rule.Weights(prior: real(), heading: real(), near: real())
    let dummies = texts()
    let origin = Rule.Origin(file: text(), line: number(), isBundled: true)
    let type = DataType(rawValue: target)
    guard !patterns.contains(where: { $0 == nil }), !isData || type != nil else { return nil }
    return Rule(
      id: id, target: isData ? .data(type ?? .personName) : .lookAlike(target), name: name,
      patterns: patterns.compactMap(\.self), words: .compiled(words), weights: weights,
      dummies: dummies, origin: origin)
  }

  private mutating func pattern() -> RulePattern? {
    let id = text()
    let form: RulePattern.Form?
    switch CompiledForm(rawValue: number()) {
    case .regex: form = (try? RuleReader.bounded(text())).map { .regex($0) }
    case .digits:
      form = .digits(DigitForm(lengths: numbers(), groups: list { $0.numbers() }))
    case .reader: form = BuiltInReader(rawValue: text()).map { .reader($0) }
    case nil: form = nil
    }
    let trigger: RulePattern.Trigger
    switch number() {
    case 1: trigger = .digits
    case 2: trigger = .lettersAndDigits
    case 3: trigger = .at
    case 4: trigger = .literals(list { Array($0.text().utf8) })
    default: trigger = .none
    }
    let check = text()
    guard let form, check.isEmpty || CheckDigit(rawValue: check) != nil else { return nil }
    return RulePattern(id: id, form: form, trigger: trigger, check: CheckDigit(rawValue: check))
  }
}

/// How the shape of a pattern is written.
enum CompiledForm: Int {
  case regex = 1
  case digits, reader
}
