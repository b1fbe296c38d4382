import Inventory
import Rules

/// The heading words of all rules, for reading what a heading says of the values under it.
///
/// The longest word wins (番号 inside 電話番号 says nothing), words in Latin letters count only whole ("port" is not in
/// "passport"), and a rule's own strong word is stronger than a word that speaks against it.
struct HeadingLexicon: Sendable {
  /// How a word speaks for or against a rule.
  enum Force: Int, Sendable {
    case strong, weak, against
  }

  struct Entry: Sendable {
    var rule: Int
    var force: Force
  }

  /// Log10 odds of each force.
  static let strongWeight = 4.0
  static let weakWeight = 1.2
  static let againstWeight = -5.0
  /// From here on a heading speaks clearly for a rule: a strong word, wherever it stands.
  static let clearWeight = 3.0

  /// Words by the hash of their folded bytes.
  private let table: HeadingTable
  private let longest: Int
  private static let hash = CountingHash(key: (0x7461_6E61, 0x6F72_6F73))

  /// Rules of identifiers, whose weak words become clear with 番号 behind them: 旅券番号 of 旅券.
  private let identifiers: Set<Int>

  /// - Parameters:
  ///   - words: For each rule, in the order of the rules: its strong, weak and opposing words as written.
  ///   - identifiers: Rules whose values are numbers by which a person is identified.
  init(
    words: [(strong: [String], weak: [String], against: [String])], identifiers: Set<Int> = []
  ) {
    self.identifiers = identifiers
    var gathering = Gathering(
      count: words.reduce(0) { $0 + $1.strong.count + $1.weak.count + $1.against.count })
    for (rule, lists) in words.enumerated() {
      for word in lists.strong { gathering.add(word, Entry(rule: rule, force: .strong)) }
      for word in lists.weak { gathering.add(word, Entry(rule: rule, force: .weak)) }
      for word in lists.against { gathering.add(word, Entry(rule: rule, force: .against)) }
    }
    table = .gathered(gathering.table)
    longest = gathering.longest
  }

  /// - Parameters:
  ///   - compiled: The words where they lie in the program.
  ///   - longest: Bytes of the longest one.
  init(_ compiled: HeadingTable.Compiled, longest: Int, identifiers: Set<Int>) {
    self.identifiers = identifiers
    self.longest = longest
    table = .compiled(compiled)
  }

  /// Reads a heading.
  ///
  /// - Parameter heading: As it stands in the file; at most a few hundred bytes are looked at.
  func reading(of heading: String) -> HeadingReading {
    let text = CompactText(heading).canonical
    var occurrences: [(start: Int, end: Int, first: Int)] = []
    let bytes = text.bytes
    for start in bytes.indices where text.mayBegin(at: start) {
      for end in (start + 1)...max(start + 1, min(bytes.count, start + longest))
      where end <= bytes.count && text.mayEnd(at: end, from: start) {
        if let first = table.first(Self.hash.hash(bytes.span, start, end)) {
          occurrences.append((start, end, first))
        }
      }
    }
    occurrences.sort { ($0.end - $0.start, $1.start) > ($1.end - $1.start, $0.start) }
    var kept: [(start: Int, end: Int, first: Int)] = []
    for occurrence in occurrences
    where !kept.contains(where: { $0.start <= occurrence.start && occurrence.end <= $0.end }) {
      kept.append(occurrence)
    }
    var reading = HeadingReading()
    for occurrence in kept {
      if Self.isPartOfWord(occurrence.start..<occurrence.end, bytes),
        !occurrences.contains(where: { $0.start == occurrence.end })
      {
        continue
      }
      let isWhole = occurrence.start == 0 && occurrence.end == bytes.count
      let isLast = occurrence.end == bytes.count
      // One character is a heading only when it stands alone (姓); 名 may end a compound, and 〒 is a word anywhere.
      let isSingle =
        occurrence.end - occurrence.start <= 3 && bytes[occurrence.start] >= 0x80 && !isWhole
      let endsInName = isSingle && isLast && Self.unit(bytes, occurrence.start) == 0x540D
      if isSingle, !isPostalMark(bytes, occurrence.start), !endsInName { continue }
      // 加入者名 names persons; 書類名, 工事名 and 町域名カナ do not, unless what stands below says so.
      let namesThings =
        (endsInName || occurrence.start > 0 && Self.writesName(bytes, occurrence.start))
        && !Self.persons.contains(Self.unit(bytes, occurrence.start - 3))
      let isNumbered = occurrence.start == 0 && bytes[occurrence.end...] == CompactText.number[...]
      var place = occurrence.first
      while place >= 0 {
        var (entry, next) = table.entry(place)
        place = next
        if isNumbered, entry.force == .weak, identifiers.contains(entry.rule) {
          entry.force = .strong
        }
        if namesThings, entry.force == .strong { entry.force = .weak }
        reading.note(entry, isWhole: isWhole, isLast: isLast)
      }
    }
    reading.isEmpty = bytes.isEmpty
    return reading
  }
}

extension HeadingLexicon {
  /// Characters that end words for persons: 者 員 人 主 生 児 客 様 師 士 手 長 親 子 父 母 夫 妻 族 方 姓 氏.
  private static let persons: Set<UInt32> = [
    0x8005, 0x54E1, 0x4EBA, 0x4E3B, 0x751F, 0x5150, 0x5BA2, 0x69D8, 0x5E2B, 0x58EB, 0x624B, 0x9577,
    0x89AA, 0x5B50, 0x7236, 0x6BCD, 0x592B, 0x59BB, 0x65CF, 0x65B9, 0x59D3, 0x6C0F,
  ]

  /// Whether a heading ends as words for persons do that no list holds: 応対者, 運転員, 飼い主, 届出人, 看護師, 保育士, 当直医, 運転手.
  ///
  /// 業者 are companies.
  static func endsAsPerson(_ heading: String) -> Bool {
    let bytes = CompactText(heading).bytes
    guard bytes.count >= 6 else { return false }
    switch unit(bytes, bytes.count - 3) {
    case 0x8005: return unit(bytes, bytes.count - 6) != 0x696D
    // 員 主 人 師 士 医 手
    case 0x54E1, 0x4E3B, 0x4EBA, 0x5E2B, 0x58EB, 0x533B, 0x624B: return true
    default: return false
    }
  }

  /// Whether 名 stands at a place with how it is written behind it: 名カナ, 名漢字, 名ローマ字.
  private static func writesName(_ bytes: [UInt8], _ place: Int) -> Bool {
    // カ 漢 ロ
    unit(bytes, place) == 0x540D && [0x30AB, 0x6F22, 0x30ED].contains(unit(bytes, place + 3))
  }

  /// Whether a word of one or two kana is the beginning of a longer one in kana: メイ of メイサイ, せい of せいきゅう.
  private static func isPartOfWord(_ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
    word.count <= 6 && isKana(bytes, word.lowerBound) && isKana(bytes, word.upperBound - 3)
      && isKana(bytes, word.upperBound)
  }

  /// Whether a character of hiragana or katakana stands at a place.
  private static func isKana(_ bytes: [UInt8], _ place: Int) -> Bool {
    (0x3041...0x30FE).contains(unit(bytes, place))
  }

  /// The character of three bytes at a place; 0 for any other.
  private static func unit(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    guard place >= 0, place + 2 < bytes.count, bytes[place] & 0xF0 == 0xE0 else { return 0 }
    return UInt32(bytes[place] & 0xF) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6
      | UInt32(bytes[place + 2] & 0x3F)
  }

  /// 〒 is E3 80 92.
  private func isPostalMark(_ bytes: [UInt8], _ start: Int) -> Bool {
    start + 2 < bytes.count && bytes[start] == 0xE3 && bytes[start + 1] == 0x80
      && bytes[start + 2] == 0x92
  }
}

/// Gathering, and what ``CompiledVocabulary`` keeps.
extension HeadingLexicon {
  private struct Gathering {
    var table: HeadingTable.Gathered
    var longest = 0

    init(count: Int) { table = HeadingTable.Gathered(count: count) }

    mutating func add(_ word: String, _ entry: Entry) {
      let utf8 = word.utf8.span
      if CompactText.isCanonical(utf8) { return add(utf8, entry) }
      let compact = CompactText(word)
      guard !compact.bytes.isEmpty else { return }
      add(compact.bytes.span, entry)
      let canonical = compact.canonical.bytes
      if canonical != compact.bytes { add(canonical.span, entry) }
    }

    private mutating func add(_ bytes: Span<UInt8>, _ entry: Entry) {
      table.add(HeadingLexicon.hash.hash(bytes, 0, bytes.count), entry)
      longest = max(longest, bytes.count)
    }
  }

  /// Bytes of the longest word, and all words by ascending hash; `nil` when they lie in the program.
  var gathered: (longest: Int, words: [(hash: UInt64, entries: [Entry])])? {
    guard case .gathered(let table) = table else { return nil }
    return (longest, table.sorted)
  }
}
