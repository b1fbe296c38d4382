import Inventory

/// A type that a series was found to be of, before the record around it has been heard.
struct Candidate {
  /// Index of the rule.
  var rule: Int
  var type: DataType
  /// Probability, 0...1.
  var confidence: Double
  /// Signals whose cells count as this type.
  var signals: [Int]
  var count: Int
  var distinct: Int
  var evidence: [Evidence]
  var damage: Damage?
  /// Whether it is only data of a person when a person stands in the record.
  var needsPerson = false
  var dataClass: DataClass?

  init(
    rule: Int, type: DataType, confidence: Double, signals: [Int], count: Int, distinct: Int,
    evidence: [Evidence], damage: Damage? = nil, needsPerson: Bool = false
  ) {
    self.rule = rule
    self.type = type
    self.confidence = min(0.9999, max(0.0001, confidence))
    self.signals = signals
    self.count = count
    self.distinct = distinct
    self.evidence = evidence
    self.damage = damage
    self.needsPerson = needsPerson
  }
}
