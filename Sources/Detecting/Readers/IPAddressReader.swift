/// A text that reads as an Internet address.
package struct IPAddressReading: Sendable, Equatable {
  /// Where the address leads.
  package enum Scope: UInt8, Sendable, Equatable {
    /// Someone's connection.
    case global
    /// Private, link-local, loopback, shared, multicast, documentation: nobody's.
    case reserved
  }

  /// 4 or 6.
  package var version: UInt8
  package var scope: Scope
  /// Whether it could as well be a version number: every part is below 32.
  package var looksLikeVersion: Bool
  /// One past its last byte in the lent text.
  package var end: Int
}

/// Reads IPv4 and IPv6 addresses.
package enum IPAddressReader {
  /// Reads a whole cell; a port or prefix length may follow.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> IPAddressReading? { nil }

  /// Reads the address that begins at `start` of running text.
  package static func match(_ text: Span<UInt8>, at start: Int, limit: Int) -> IPAddressReading? {
    nil
  }
}
