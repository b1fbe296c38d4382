/// A text that reads as an e-mail address.
package struct EmailReading: Sendable, Equatable {
  /// Whom the address reaches.
  package enum Kind: UInt8, Sendable, Equatable, CaseIterable {
    case person
    /// `info@`, `support@`: a desk.
    case role
    /// `noreply@`, `mailer-daemon@`: nobody.
    case machine
    /// Reserved for documentation: `example.com`, `.test`, `.invalid`.
    case example
  }

  package var kind: Kind
  /// Whether `@` was written as `%40`.
  package var isEncoded: Bool
  /// The address in bytes of the lent text.
  package var range: Range<Int>
}

/// Reads e-mail addresses, full-width and percent-encoded ones included.
package enum EmailReader {
  /// Reads a whole cell; `<…>`, `mailto:` and a display name before it may stand around it.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> EmailReading? { nil }

  /// Reads the address around the `@` (also `＠`, `%40`) at `sign`, not leaving `line`.
  package static func match(_ text: Span<UInt8>, around sign: Int, in line: Range<Int>)
    -> EmailReading?
  { nil }
}
