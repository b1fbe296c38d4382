/// The network of a payment card, told by the first digits and the length.
package enum CardBrand: String, Sendable, Equatable, CaseIterable {
  case visa, mastercard, amex, jcb, diners, discover, unionpay

  /// The network whose range and length fit; `nil` when none does.
  ///
  /// The check digit is not looked at.
  ///
  /// Maestro is left out on purpose: its 12...19 digits in wide ranges fit almost anything.
  ///
  /// - Parameter digits: 13...19 values 0...9.
  /// - Source: the issuer ranges that the networks publish (ISO/IEC 7812), as several public tables agree on them.
  package init?(_ digits: Span<UInt8>) {
    guard (14...19).contains(digits.count) else { return nil }
    var six: UInt32 = 0
    for index in 0..<6 { six = six * 10 + UInt32(digits[index]) }
    let count = digits.count
    let (two, three, four) = (six / 10_000, six / 1_000, six / 100)
    let isLong = count >= 16
    switch (two, three, four) {
    case (34, _, _) where count == 15, (37, _, _) where count == 15: self = .amex
    case (51...55, _, _) where count == 16, (_, _, 2221...2720) where count == 16:
      self = .mastercard
    case (_, _, 3528...3589) where isLong: self = .jcb
    case (36, _, _), (38...39, _, _), (_, 300...305, _), (_, _, 3095): self = .diners
    case (_, _, 6011) where isLong, (_, 644...649, _) where isLong, (65, _, _) where isLong:
      self = .discover
    case (62, _, _) where isLong && (622_126...622_925).contains(six): self = .discover
    case (62, _, _) where isLong, (81, _, _) where isLong: self = .unionpay
    case (40...49, _, _) where count == 16 || count == 19: self = .visa
    default: return nil
    }
  }
}

extension CheckDigit {
  /// The network of a card whose range, length and Luhn digit all fit; `nil` for anything else.
  package static func cardBrand(of digits: Span<UInt8>) -> CardBrand? {
    isLuhn(digits) ? CardBrand(digits) : nil
  }
}
