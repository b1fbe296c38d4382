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
