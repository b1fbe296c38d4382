import Rules

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
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> Form? {
    guard range.count >= 1, range.count <= 24 else { return nil }
    return read(FoldedText(text, range))
  }

  /// Reads a folded cell.
  static func read(_ folded: borrowing FoldedText) -> Form? {
    let whole = folded.trimmed
    if whole.count == 1 {
      switch folded[whole.lowerBound] {
      case 0x6D, 0x66: return .letter
      case 0x30, 0x31, 0x32, 0x39: return .digit
      default: break
      }
    }
    return folded.terms(whole).hasAny(.male | .female) ? .word : nil
  }
}
