/// A text that reads as a Japanese telephone number.
package struct PhoneReading: Sendable, Equatable {
  /// What the number serves.
  package enum Kind: UInt8, Sendable, Equatable, CaseIterable {
    case mobile, fixed
    /// 050.
    case ip
    /// 0120, 0800, 0570, 0990: not a person's.
    case service
    /// 020: machines and pagers.
    case machine
  }

  package var kind: Kind
  /// Whether dashes, brackets or blanks part its groups.
  package var hasSeparators: Bool
  /// Whether it is written with +81.
  package var isInternational: Bool
  /// Whether its leading zero was lost.
  package var isDamaged: Bool
  /// Whether the exchange is in the numbering plan's list.
  package var isAssigned: Bool
  /// Whether an extension (内線) follows.
  package var hasExtension: Bool
  /// One past its last byte in the lent text.
  package var end: Int
}

/// Reads telephone numbers by the numbering plan.
package enum PhoneReader {
  /// Reads a whole cell; a label such as `TEL:` may stand before it.
  ///
  /// - Parameter acceptsDamaged: Whether nine or ten digits without the leading zero count.
  package static func read(
    _ text: Span<UInt8>, in range: Range<Int>, acceptsDamaged: Bool = true
  ) -> PhoneReading? { nil }

  /// Reads the number that begins at `start` (a digit, `+` or bracket); what stands before is the caller's to look at.
  package static func match(_ text: Span<UInt8>, at start: Int, limit: Int) -> PhoneReading? { nil }
}
