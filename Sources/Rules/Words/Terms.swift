/// The hand-written words that say what stands beside them: honorifics, labels, legal forms, illnesses.
package enum Terms {
  /// What a word is used as; a word can be many things.
  package struct Kinds: OptionSet, Sendable {
    package let rawValue: UInt32

    @inline(__always)
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let honorific = Kinds(rawValue: 1 << 0)
    /// 御中, 各位: what stands before is no person.
    package static let addressee = Kinds(rawValue: 1 << 1)
    package static let post = Kinds(rawValue: 1 << 2)
    /// 株式会社 and its like.
    package static let legalForm = Kinds(rawValue: 1 << 3)
    /// 支店, 工業, 病院: words in names of organisations.
    package static let organisation = Kinds(rawValue: 1 << 4)
    package static let department = Kinds(rawValue: 1 << 5)
    /// Words of businesses that one person runs.
    package static let sole = Kinds(rawValue: 1 << 6)
    package static let nameLabel = Kinds(rawValue: 1 << 7)
    package static let listLabel = Kinds(rawValue: 1 << 8)
    /// Words that stand where a name could, and that end in honorifics without one.
    package static let notAName = Kinds(rawValue: 1 << 9)
    package static let relation = Kinds(rawValue: 1 << 10)
    package static let building = Kinds(rawValue: 1 << 11)
    package static let bank = Kinds(rawValue: 1 << 12)
    package static let branch = Kinds(rawValue: 1 << 13)
    package static let account = Kinds(rawValue: 1 << 14)
    /// Office of vehicle registration: 品川.
    package static let plateOffice = Kinds(rawValue: 1 << 15)
    package static let roleMail = Kinds(rawValue: 1 << 16)
    package static let machineMail = Kinds(rawValue: 1 << 17)
    package static let negation = Kinds(rawValue: 1 << 18)
    package static let male = Kinds(rawValue: 1 << 19)
    package static let female = Kinds(rawValue: 1 << 20)
    package static let profession = Kinds(rawValue: 1 << 21)
    package static let namePart = Kinds(rawValue: 1 << 22)
    package static let introduction = Kinds(rawValue: 1 << 23)
    /// Special-care word that names a field and not a content.
    package static let careField = Kinds(rawValue: 1 << 27)
    private static let careBits: UInt32 = 7 << 28

    /// The class of special care, 1...7 in the order of the law's list; 0 when the word has none.
    @inline(__always)
    package var care: UInt8 { UInt8(truncatingIfNeeded: (rawValue & Self.careBits) >> 28) }
  }

  private static let table = WordTable("words/terms.bin")

  /// Words held; 0 when the list is not embedded.
  package static var count: Int { table.count }
  /// Units of the longest word.
  package static var longest: Int { table.longest }

  /// What the folded word of this hash is used as.
  @inline(__always)
  package static func kinds(_ hash: UInt64) -> Kinds { Kinds(rawValue: table[hash]) }

  /// Whether a word may begin with the two units of this hash.
  @inline(__always)
  package static func mayBegin(_ pair: UInt64) -> Bool { table.mayBegin(pair) }

  /// Whether a word may end with the two units of this hash.
  @inline(__always)
  package static func mayEnd(_ pair: UInt64) -> Bool { table.mayEnd(pair) }
}
