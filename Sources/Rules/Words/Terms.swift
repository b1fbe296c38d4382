/// The hand-written words that say what stands beside them: honorifics, labels, legal forms, illnesses.
///
/// Public, since only public code is inlined into other modules: a call for each unit would cost more than the work.
public enum Terms {
  /// What a word is used as; a word can be many things.
  public struct Kinds: Sendable, Equatable {
    /// The kinds as bits.
    public let rawValue: UInt32

    /// The kinds of some bits.
    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    // Not an `OptionSet`: its generic set algebra is not specialised across modules and cost forty times as much.

    /// The kinds of both.
    @inlinable
    public static func | (left: Kinds, right: Kinds) -> Kinds {
      Kinds(rawValue: left.rawValue | right.rawValue)
    }

    /// Whether any kind of `other` is among these.
    @inlinable
    public func hasAny(_ other: Kinds) -> Bool { rawValue & other.rawValue != 0 }

    /// Whether no kind of `other` is among these.
    @inlinable
    public func hasNone(_ other: Kinds) -> Bool { rawValue & other.rawValue == 0 }

    /// 様, さん: what stands behind a name.
    @inlinable public static var honorific: Kinds { Kinds(rawValue: 1 << 0) }
    /// 御中, 各位: what stands before is no person.
    @inlinable public static var addressee: Kinds { Kinds(rawValue: 1 << 1) }
    /// 部長, 課長.
    @inlinable public static var post: Kinds { Kinds(rawValue: 1 << 2) }
    /// 株式会社 and its like.
    @inlinable public static var legalForm: Kinds { Kinds(rawValue: 1 << 3) }
    /// 支店, 工業, 病院: words in names of organisations.
    @inlinable public static var organisation: Kinds { Kinds(rawValue: 1 << 4) }
    /// 総務部, 営業課.
    @inlinable public static var department: Kinds { Kinds(rawValue: 1 << 5) }
    /// Words of businesses that one person runs.
    @inlinable public static var sole: Kinds { Kinds(rawValue: 1 << 6) }
    /// 氏名, 担当者: what stands before a name.
    @inlinable public static var nameLabel: Kinds { Kinds(rawValue: 1 << 7) }
    /// 出席者: what stands before several names.
    @inlinable public static var listLabel: Kinds { Kinds(rawValue: 1 << 8) }
    /// Words that stand where a name could, and that end in honorifics without one.
    @inlinable public static var notAName: Kinds { Kinds(rawValue: 1 << 9) }
    /// 妻, 長男.
    @inlinable public static var relation: Kinds { Kinds(rawValue: 1 << 10) }
    /// ビル, マンション.
    @inlinable public static var building: Kinds { Kinds(rawValue: 1 << 11) }
    /// 銀行, 信用金庫.
    @inlinable public static var bank: Kinds { Kinds(rawValue: 1 << 12) }
    /// 支店, 出張所.
    @inlinable public static var branch: Kinds { Kinds(rawValue: 1 << 13) }
    /// 普通, 当座.
    @inlinable public static var account: Kinds { Kinds(rawValue: 1 << 14) }
    /// Office of vehicle registration: 品川.
    @inlinable public static var plateOffice: Kinds { Kinds(rawValue: 1 << 15) }
    /// info, support: mailboxes of a desk.
    @inlinable public static var roleMail: Kinds { Kinds(rawValue: 1 << 16) }
    /// noreply: mailboxes of nobody.
    @inlinable public static var machineMail: Kinds { Kinds(rawValue: 1 << 17) }
    /// なし, 無.
    @inlinable public static var negation: Kinds { Kinds(rawValue: 1 << 18) }
    /// 男, 男性.
    @inlinable public static var male: Kinds { Kinds(rawValue: 1 << 19) }
    /// 女, 女性.
    @inlinable public static var female: Kinds { Kinds(rawValue: 1 << 20) }
    /// 弁護士, 税理士.
    @inlinable public static var profession: Kinds { Kinds(rawValue: 1 << 21) }
    /// 姓, 名.
    @inlinable public static var namePart: Kinds { Kinds(rawValue: 1 << 22) }
    /// と申します.
    @inlinable public static var introduction: Kinds { Kinds(rawValue: 1 << 23) }
    /// と診断され, にて通院中: what is said of a person behind a word of special care.
    @inlinable public static var careStatement: Kinds { Kinds(rawValue: 1 << 24) }
    /// 私, 本人: a person who is not named.
    @inlinable public static var personWord: Kinds { Kinds(rawValue: 1 << 25) }
    /// 方, 場合: what a statement is of nobody before.
    @inlinable public static var noStatement: Kinds { Kinds(rawValue: 1 << 26) }
    /// Special-care word that names a field and not a content.
    @inlinable public static var careField: Kinds { Kinds(rawValue: 1 << 27) }

    /// The class of special care, 1...7 in the order of the law's list; 0 when the word has none.
    @inlinable
    public var care: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 28 & 7) }
  }

  /// Words held; 0 when the list is not embedded.
  package static var count: Int { WordLists.shared.terms.count }

  /// What the folded word of this hash is used as.
  package static func kinds(_ hash: UInt64) -> Kinds { WordLists.shared.terms(hash) }
}
