/// Names of persons, places and organisations, and the common words that look like them.
package enum Lexicon {
  /// What a word is known as; a word can be many things.
  package struct Kinds: OptionSet, Sendable {
    package let rawValue: UInt16

    @inline(__always)
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Family name as written.
    package static let surname = Kinds(rawValue: 1)
    /// Given name as written.
    package static let given = Kinds(rawValue: 2)
    /// Family name in katakana, or in canonical Latin letters.
    package static let surnameReading = Kinds(rawValue: 4)
    /// Given name in katakana, or in canonical Latin letters.
    package static let givenReading = Kinds(rawValue: 8)
    package static let place = Kinds(rawValue: 16)
    /// A word of the language.
    package static let common = Kinds(rawValue: 32)
    /// City, ward, town or village with its last character; with and without its county.
    package static let municipality = Kinds(rawValue: 64)
    /// Town or quarter of a postal code.
    package static let town = Kinds(rawValue: 128)
    package static let prefecture = Kinds(rawValue: 256)
    package static let organisation = Kinds(rawValue: 512)
    /// Foreign name, given or family, in katakana or Latin letters.
    package static let foreign = Kinds(rawValue: 1024)
    /// One of the 3,000 most usual family names.
    package static let frequent = Kinds(rawValue: 2048)
    /// Short name of a bank.
    package static let bank = Kinds(rawValue: 4096)
    /// A character of six or more given names.
    package static let givenCharacter = Kinds(rawValue: 8192)
  }

  private static let table = WordTable("words/lexicon.bin")

  /// Words held; 0 when the list is not embedded.
  package static var count: Int { table.count }

  /// What the folded word of this hash is known as (``WordTable/mix(_:_:)``).
  @inline(__always)
  package static func kinds(_ hash: UInt64) -> Kinds {
    Kinds(rawValue: UInt16(truncatingIfNeeded: table[hash]))
  }
}
