/// The beginnings of fixed-line numbers that are in use.
///
/// - Source: 1,423 Japanese area prefixes of phonenumbers 9.0.43.
package enum PhoneAreas {
  private static let bytes = BundledBytes("words/phone-areas.bin")

  /// Whether a number that begins with these five digits is in use.
  ///
  /// - Parameter digits: The five digits behind the leading zero, 0...99,999.
  package static func contains(_ digits: Int) -> Bool {
    guard digits >= 0, digits < 100_000, bytes.count == 12_500 else { return false }
    return bytes[digits >> 3] >> UInt8(digits & 7) & 1 == 1
  }
}
