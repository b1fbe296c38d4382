/// Names of persons, places and organisations, and the common words that look like them.
///
/// Public, since only public code is inlined into other modules: a call for each unit would cost more than the work.
public enum Lexicon {
  /// What a word is known as; a word can be many things.
  public struct Kinds: Sendable, Equatable {
    /// The kinds as bits.
    public let rawValue: UInt16

    /// The kinds of some bits.
    @inlinable
    public init(rawValue: UInt16) { self.rawValue = rawValue }

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

    /// Family name as written.
    @inlinable public static var surname: Kinds { Kinds(rawValue: 1) }
    /// Given name as written.
    @inlinable public static var given: Kinds { Kinds(rawValue: 2) }
    /// Family name in katakana, or in canonical Latin letters.
    @inlinable public static var surnameReading: Kinds { Kinds(rawValue: 4) }
    /// Given name in katakana, or in canonical Latin letters.
    @inlinable public static var givenReading: Kinds { Kinds(rawValue: 8) }
    /// Name of a place.
    @inlinable public static var place: Kinds { Kinds(rawValue: 16) }
    /// A word of the language.
    @inlinable public static var common: Kinds { Kinds(rawValue: 32) }
    /// City, ward, town or village with its last character; with and without its county.
    @inlinable public static var municipality: Kinds { Kinds(rawValue: 64) }
    /// Town or quarter of a postal code.
    @inlinable public static var town: Kinds { Kinds(rawValue: 128) }
    /// One of the 47 with its last character.
    @inlinable public static var prefecture: Kinds { Kinds(rawValue: 256) }
    /// Name of an organisation.
    @inlinable public static var organisation: Kinds { Kinds(rawValue: 512) }
    /// Foreign name, given or family, in katakana or Latin letters.
    @inlinable public static var foreign: Kinds { Kinds(rawValue: 1024) }
    /// One of the 900 most usual family names (`frequent-surnames.txt`).
    @inlinable public static var frequent: Kinds { Kinds(rawValue: 2048) }
    /// Short name of a bank.
    @inlinable public static var bank: Kinds { Kinds(rawValue: 4096) }
    /// A character of six or more given names.
    @inlinable public static var givenCharacter: Kinds { Kinds(rawValue: 8192) }
  }

  /// Words held; 0 when the list is not embedded.
  package static var count: Int { WordLists.shared.lexicon.count }

  /// What the folded word of this hash is known as (``WordTable/mix(_:_:)``).
  package static func kinds(_ hash: UInt64) -> Kinds { WordLists.shared.kinds(hash) }
}
