/// How far a cell reads as the name of a person, and how it is put together.
package struct NameReading: Sendable, Equatable {
  /// The letters that a name is written in.
  package enum Script: UInt8, Sendable, Equatable {
    case none, kanji, hiragana, katakana, romaji, mixed
  }

  /// 3 both halves known; 2 one half known beside a second token or a plausible unknown half; 1 one known token; 0 not a name.
  package var strength: UInt8 = 0
  package var script = Script.none
  /// Offset in the lent text of the byte after the family name; `nil` when the name could not be split.
  package var familyEnd: Int?
  /// Whether the cell holds words of companies, departments, places of business: never a person.
  package var isOrganisation = false
  /// Whether the whole cell is a known family name and nothing more.
  package var isFamilyOnly = false
  /// Whether the whole cell is a known given name and nothing more.
  package var isGivenOnly = false
  /// Whether the family name is known and the given name is not.
  package var hasUnknownGiven = false
  /// Whether an honorific or post was taken off the end.
  package var hadHonorific = false
  /// Whether a blank, `・` or comma stands between the two halves.
  package var isTwoTokens = false
  /// Whether the cell has the shape of a name in letters, length and tokens, known or not: a heading may accept it.
  package var hasNameShape = false

  package init() {}
}
