/// The hand-written words that say what stands beside them: honorifics, labels, legal forms, illnesses.
package enum Terms {
  /// What a word is used as; a word can be many things.
  package struct Kinds: Sendable, Equatable {
    package let rawValue: UInt32

    @inlinable
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    // Not an `OptionSet`: its generic set algebra is not specialised across modules and cost forty times as much.

    /// The kinds of both.
    @inlinable
    package static func | (left: Kinds, right: Kinds) -> Kinds {
      Kinds(rawValue: left.rawValue | right.rawValue)
    }

    /// Whether any kind of `other` is among these.
    @inlinable
    package func hasAny(_ other: Kinds) -> Bool { rawValue & other.rawValue != 0 }

    /// Whether no kind of `other` is among these.
    @inlinable
    package func hasNone(_ other: Kinds) -> Bool { rawValue & other.rawValue == 0 }

    @inlinable package static var honorific: Kinds { Kinds(rawValue: 1 << 0) }
    /// 御中, 各位: what stands before is no person.
    @inlinable package static var addressee: Kinds { Kinds(rawValue: 1 << 1) }
    @inlinable package static var post: Kinds { Kinds(rawValue: 1 << 2) }
    /// 株式会社 and its like.
    @inlinable package static var legalForm: Kinds { Kinds(rawValue: 1 << 3) }
    /// 支店, 工業, 病院: words in names of organisations.
    @inlinable package static var organisation: Kinds { Kinds(rawValue: 1 << 4) }
    @inlinable package static var department: Kinds { Kinds(rawValue: 1 << 5) }
    /// Words of businesses that one person runs.
    @inlinable package static var sole: Kinds { Kinds(rawValue: 1 << 6) }
    @inlinable package static var nameLabel: Kinds { Kinds(rawValue: 1 << 7) }
    @inlinable package static var listLabel: Kinds { Kinds(rawValue: 1 << 8) }
    /// Words that stand where a name could, and that end in honorifics without one.
    @inlinable package static var notAName: Kinds { Kinds(rawValue: 1 << 9) }
    @inlinable package static var relation: Kinds { Kinds(rawValue: 1 << 10) }
    @inlinable package static var building: Kinds { Kinds(rawValue: 1 << 11) }
    @inlinable package static var bank: Kinds { Kinds(rawValue: 1 << 12) }
    @inlinable package static var branch: Kinds { Kinds(rawValue: 1 << 13) }
    @inlinable package static var account: Kinds { Kinds(rawValue: 1 << 14) }
    /// Office of vehicle registration: 品川.
    @inlinable package static var plateOffice: Kinds { Kinds(rawValue: 1 << 15) }
    @inlinable package static var roleMail: Kinds { Kinds(rawValue: 1 << 16) }
    @inlinable package static var machineMail: Kinds { Kinds(rawValue: 1 << 17) }
    @inlinable package static var negation: Kinds { Kinds(rawValue: 1 << 18) }
    @inlinable package static var male: Kinds { Kinds(rawValue: 1 << 19) }
    @inlinable package static var female: Kinds { Kinds(rawValue: 1 << 20) }
    @inlinable package static var profession: Kinds { Kinds(rawValue: 1 << 21) }
    @inlinable package static var namePart: Kinds { Kinds(rawValue: 1 << 22) }
    @inlinable package static var introduction: Kinds { Kinds(rawValue: 1 << 23) }
    /// Special-care word that names a field and not a content.
    @inlinable package static var careField: Kinds { Kinds(rawValue: 1 << 27) }

    /// The class of special care, 1...7 in the order of the law's list; 0 when the word has none.
    @inlinable
    package var care: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 28 & 7) }
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
