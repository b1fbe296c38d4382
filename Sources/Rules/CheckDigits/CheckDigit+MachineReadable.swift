/// The digits of machine-readable travel documents.
///
/// - Source: ICAO Doc 9303, part 3, section 4.9.
extension CheckDigit {
  /// The check digit of characters of a machine-readable zone; `nil` when one of them cannot stand there.
  ///
  /// Weights 7, 3, 1 repeat; A...Z count 10...35 and the filler `<` 0. Worked: TR1234567 gives 2.
  ///
  /// - Parameter text: ASCII upper-case letters, digits and `<`.
  package static func machineReadableDigit(of text: Span<UInt8>) -> UInt8? {
    var sum = 0
    for index in 0..<text.count {
      let value: Int
      switch text[index] {
      case 0x30...0x39: value = Int(text[index]) - 0x30
      case 0x41...0x5A: value = Int(text[index]) - 0x41 + 10
      case 0x3C: value = 0
      default: return nil
      }
      sum += value * (index % 3 == 0 ? 7 : index % 3 == 1 ? 3 : 1)
    }
    return UInt8(truncatingIfNeeded: sum % 10)
  }

  /// Whether text is the number field of a passport's second line: 9 characters, check digit.
  package static func isMachineReadableField(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 10 else { return false }
    guard let digit = machineReadableDigit(of: text.extracting(0..<9)) else { return false }
    return text[9] == digit + 0x30
  }
}
