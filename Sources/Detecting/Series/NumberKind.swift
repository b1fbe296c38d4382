import Inventory
import Rules

/// A kind of number that a series of digits may be: one pattern of one rule, made ready for counting.
struct NumberKind: Sendable {
  /// Index of the rule.
  var rule: Int
  /// What the rule is about: a type, or the name of a look-alike.
  var name: String
  /// `nil` for look-alikes.
  var type: DataType?
  /// Signal that a number of this kind sets: it has the length, the groups, and passes the check if there is one.
  var signal: Int
  /// Signal that it sets as well when it is written in the pattern's groups; `nil` for kinds that a reader tells.
  var groupedSignal: Int?
  /// Count of digits.
  var digits: Int
  /// The lengths and groupings of the pattern.
  var form: DigitForm
  /// `nil` when only the shape tells.
  var check: CheckDigit?
  /// Probability that a random number of this length passes; 1 when there is no check.
  var chance: Double
  /// Log10 odds before anything is known.
  var prior: Double
  /// Whether numbers of the kind are spread evenly, so that a front shared by all speaks against it.
  var hasFreeFront: Bool

  /// What a contest needs of a kind at every turn, without references.
  struct Odds {
    var rule: Int
    var type: DataType?
    var chance: Double
    var prior: Double
    var hasFreeFront: Bool
    var isChecked: Bool
  }

  var odds: Odds {
    Odds(
      rule: rule, type: type, chance: chance, prior: prior, hasFreeFront: hasFreeFront,
      isChecked: check != nil)
  }
}

/// A hypothesis about a series of numbers and its log10 weight.
struct NumberHypothesis {
  var name: String
  /// Index into the kinds; `nil` for chance, sequences, and identifiers that only a heading names.
  var kind: Int?
  var bans: Double
  /// Share of the values that are of the kind.
  var share: Double
  var passes: Int
  var tried: Int
}
