/// The word lists that readers look into at every word, held together: reached through a global once for each text, not once for each look.
///
/// Public, since only public code is inlined into other modules: a call for each unit would cost more than the work.
public struct WordLists: Sendable {
  @usableFromInline let lexicon = WordTable("words/lexicon.bin")
  @usableFromInline let terms = WordTable("words/terms.bin")
  @usableFromInline let variants = CharacterVariants()

  /// The lists that are embedded.
  public static let shared = WordLists()

  /// What the folded word of this hash is known as (``WordTable/mix(_:_:)``).
  @inlinable @inline(__always)
  public func kinds(_ hash: UInt64) -> Lexicon.Kinds {
    Lexicon.Kinds(rawValue: UInt16(truncatingIfNeeded: lexicon[hash]))
  }

  /// What the folded word of this hash is used as.
  @inlinable @inline(__always)
  public func terms(_ hash: UInt64) -> Terms.Kinds { Terms.Kinds(rawValue: terms[hash]) }

  /// Whether a term may begin with the two units of this hash.
  @inlinable @inline(__always)
  public func mayBeginTerm(_ pair: UInt64) -> Bool { terms.mayBegin(pair) }

  /// Whether a term may end with the two units of this hash, or be the one unit of it.
  @inlinable @inline(__always)
  public func mayEndTerm(_ pair: UInt64) -> Bool { terms.mayEnd(pair) }

  /// Units of the longest term.
  @inlinable public var longestTerm: Int { terms.longest }

  /// The character that stands for `unit` in all word lists.
  @inlinable @inline(__always)
  public func folded(_ unit: UInt16) -> UInt16 { variants.folded(unit) }
}
