/// Steps of the inference that a measurement may leave out, to see what each brings.
///
/// Only the benchmark's own program sets them: no command, file or variable of the shipped program does, and no worker is
/// told of them.
package struct InferenceSteps: OptionSet, Sendable, Equatable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Check digits: without them, what a strong heading names is believed by its length alone.
  package static let checkDigits = InferenceSteps(rawValue: 1)
  /// Odds of a whole series against its look-alikes: without them, each value that passes counts by itself.
  package static let seriesOdds = InferenceSteps(rawValue: 2)
  /// The record around a series: split values joined, pairs of columns, a person or an organisation in the row.
  package static let neighbours = InferenceSteps(rawValue: 4)
  /// Word lists of names, towns and postal codes, in tables.
  package static let dictionaries = InferenceSteps(rawValue: 8)
  /// Leading zeros put back.
  package static let repair = InferenceSteps(rawValue: 16)
}
