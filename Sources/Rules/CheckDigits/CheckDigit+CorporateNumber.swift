extension CheckDigit {
  /// The digit that stands in front of 12 digits of a 法人番号: 1...9.
  ///
  /// Worked: 700110005901 gives 8, the example that the National Tax Agency publishes.
  ///
  /// - Source: 法人番号の指定等に関する省令 (平成26年財務省令第70号).
  static func corporateDigit(_ digits: Span<UInt8>, from start: Int) -> UInt8 {
    var sum: UInt32 = 0
    for index in 0..<12 {
      // Counted from the right: the last digit weighs 1, the one before it 2.
      sum &+= UInt32(digits[start + index]) &* (index % 2 == 1 ? 1 : 2)
    }
    return UInt8(truncatingIfNeeded: 9 - sum % 9)
  }

  /// Whether 13 digits are a possible 法人番号.
  ///
  /// A 0 taken for a 9 goes unseen: that is in the formula.
  package static func isCorporateNumber(_ digits: Span<UInt8>) -> Bool {
    digits.count == 13 && digits[0] == corporateDigit(digits, from: 1)
  }
}
