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
