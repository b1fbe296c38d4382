/// What leaves detection: a type of data under one heading (or by one rule in running text) of one file.
///
/// It has no field that could hold a value, a part of one, or anything derived from one.
package struct Finding: Sendable, Equatable {
  package var type: DataType
  package var dataClass: DataClass
  /// Rule id, such as `jp.my-number`.
  package var rule: String
  /// Probability that what was counted is of this type, 0...1.
  package var confidence: Double
  package var location: Location
  /// Values that count as this type; cells of tables, hits in running text.
  package var count: Int
  /// Distinct values among them.
  package var distinct: Int
  /// Whether counting stopped at the limit, so that `distinct` is a lower bound.
  package var distinctIsAtLeast: Bool
  /// The first places, in file order.
  package var places: Places
  package var evidence: [Evidence]
  package var damage: Damage?

  package init(
    type: DataType, dataClass: DataClass? = nil, rule: String, confidence: Double,
    location: Location, count: Int, distinct: Int, distinctIsAtLeast: Bool = false,
    places: Places = Places(), evidence: [Evidence] = [], damage: Damage? = nil
  ) {
    self.type = type
    self.dataClass = dataClass ?? type.usualClass
    self.rule = rule
    self.confidence = confidence
    self.location = location
    self.count = count
    self.distinct = distinct
    self.distinctIsAtLeast = distinctIsAtLeast
    self.places = places
    self.evidence = evidence
    self.damage = damage
  }

  package var level: Level { Level(confidence: confidence) }
}

/// The series that a finding is about.
///
/// Headings and paths are masked; `nil` when they could be values themselves.
package enum Location: Sendable, Equatable {
  /// A column of a table; 1-based.
  case column(Int, heading: String?)
  /// An element, attribute or key path without positions.
  case element(path: String?)
  /// The hits of one rule in running text.
  case text
}

/// How sure a finding is, in three steps.
package enum Level: String, Sendable, Equatable, CaseIterable {
  case high, medium, low

  /// high ≥ 0.9, medium ≥ 0.5, low below.
  package init(confidence: Double) {
    self = confidence >= 0.9 ? .high : confidence >= 0.5 ? .medium : .low
  }
}

/// What happened to values on their way through a spreadsheet or a converter.
package enum Damage: String, Sendable, Equatable, CaseIterable {
  case leadingZeroDropped = "leading-zero-dropped"
  case scientificNotation = "scientific-notation"
  case trailingDigitsLost = "trailing-digits-lost"
}
