/// One reason to believe, or to doubt, that a series is of a type.
///
/// Weights are log10 odds ("bans").
///
/// It is made of rule ids, counts, declared words and masked headings only.
package enum Evidence: Sendable, Equatable {
  /// The heading over the series speaks for the type (or against it, with a negative weight). `text` is masked.
  case heading(text: String, weight: Double)
  /// A word of the rule's vocabulary stands directly before the values of running text.
  case label(word: String, weight: Double)
  /// A word of the rule's vocabulary stands near the value or in the same record.
  case near(word: String, weight: Double)
  /// How many of the distinct values that were tried pass the check digit.
  case checkDigit(passed: Int, of: Int, weight: Double)
  /// How many of the values have the shape or structure of the type.
  case structure(passed: Int, of: Int, weight: Double)
  /// How many of the values a word list (names, places, codes) recognises.
  case dictionary(passed: Int, of: Int, weight: Double)
  /// Log10 odds of the accepted hypothesis against each competitor, by the competitor's name, best competitor first.
  case series(against: [SeriesOdds])
  /// Another series of the same record speaks for it, such as a person's name. `text` is a type or a masked heading.
  case neighbour(text: String, weight: Double)
  /// A fact with a name from a closed list, such as `no-heading`, `bare-name`, `dummy`, `documentation`.
  case note(String)
}

/// The odds of an accepted hypothesis against one competitor.
package struct SeriesOdds: Sendable, Equatable {
  /// The competitor: a type, or a look-alike such as `random`, `tracking-number`, `timestamp`.
  package var competitor: String
  /// Log10 odds in favour of the accepted hypothesis.
  package var bans: Double

  package init(competitor: String, bans: Double) {
    self.competitor = competitor
    self.bans = bans
  }
}
