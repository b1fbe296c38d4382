/// Reads a cell as a person's sex.
package enum SexReader {
  /// How the sex is written; digits and letters alone say little.
  package enum Form: UInt8, Sendable, Equatable {
    /// `男`, `女性`, `male`.
    case word
    /// `M`, `F`.
    case letter
    /// `1`, `2`, `9`.
    case digit
  }

  /// Reads a whole cell; `nil` when it is something else.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> Form? { nil }
}
