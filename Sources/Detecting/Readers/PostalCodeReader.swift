/// A text that reads as a postal code.
package struct PostalCodeReading: Sendable, Equatable {
  /// 0...9,999,999.
  package var code: Int
  /// Whether Japan Post has given out the code.
  package var isListed: Bool
  /// Whether `〒` stands before it.
  package var hasMark: Bool
  /// Whether a dash parts it 3-4.
  package var hasDash: Bool
  /// Whether it has six digits, so that a leading zero was lost.
  package var isDamaged: Bool
  /// One past its last byte in the lent text.
  package var end: Int
}

/// Reads postal codes: seven digits, 3-4.
package enum PostalCodeReader {
  /// Reads a whole cell.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> PostalCodeReading? { nil }

  /// Reads the postal code that begins at `start`, mark included; digits that go on behind it refuse it.
  package static func match(_ text: Span<UInt8>, at start: Int, limit: Int) -> PostalCodeReading? {
    nil
  }
}
