/// The numbers whose digit is made modulo 10: Luhn and its relatives, goods and books.
extension CheckDigit {
  /// Sum of the decimal digits of twice a digit.
  static func doubled(_ digit: UInt8) -> UInt32 {
    let twice = UInt32(digit) &* 2
    return twice > 9 ? twice - 9 : twice
  }

  /// Whether the last digit is Luhn's, also known in Japan as modulus 10, weights 2 and 1 (M10W21).
  ///
  /// Worked: 3312001 gives 6 + 3 + 2 + 2 + 0 + 0 + 2 = 15 and so 5: 33120015 passes.
  ///
  /// - Source: ISO/IEC 7812-1 annex B; for 保険者番号 昭和49年 保険発第104号.
  package static func isLuhn(_ digits: Span<UInt8>) -> Bool {
    guard digits.count >= 2 else { return false }
    var sum: UInt32 = 0
    for index in 0..<digits.count {
      let digit = digits[digits.count - 1 - index]
      sum &+= index % 2 == 1 ? doubled(digit) : UInt32(digit)
    }
    return sum % 10 == 0
  }

  /// Whether the last digit is that of EAN and UPC: weights 3 and 1 from the right.
  ///
  /// Worked: 4901234567894 gives 3·(9+1+3+5+7+9) + (4+0+2+4+6+8+4) = 102 + 28 = 130, a multiple of ten.
  ///
  /// - Source: GS1 General Specifications, section 7.9.
  package static func isEAN(_ digits: Span<UInt8>) -> Bool {
    guard digits.count >= 2 else { return false }
    var sum: UInt32 = 0
    for index in 0..<digits.count {
      sum &+= UInt32(digits[digits.count - 1 - index]) &* (index % 2 == 1 ? 3 : 1)
    }
    return sum % 10 == 0
  }

  /// Whether 13 digits are a possible ISBN-13.
  package static func isISBN13(_ digits: Span<UInt8>) -> Bool {
    digits.count == 13 && digits[0] == 9 && digits[1] == 7 && digits[2] >= 8 && isEAN(digits)
  }

  /// Whether 8 or 6 digits are a possible 保険者番号.
  ///
  /// Eight: 法別番号 2, prefecture 2, insurer 3, check 1. Six (国民健康保険): prefecture 2, municipality 3, check 1.
  package static func isInsurerNumber(_ digits: Span<UInt8>) -> Bool {
    switch digits.count {
    case 8:
      isInsuranceLaw(digits[0] &* 10 &+ digits[1]) && isPrefecture(digits[2], digits[3])
        && isLuhn(digits)
    case 6: isPrefecture(digits[0], digits[1]) && isLuhn(digits)
    default: false
    }
  }

  /// Whether two digits are a 法別番号 that insurers bear.
  ///
  /// 01 協会けんぽ, 02 船員, 03 and 04 日雇特例, 06 組合, 07 自衛官, 31...34 共済, 39 後期高齢者, 63 and 72...75 特例退職, 67 退職国保.
  package static func isInsuranceLaw(_ code: UInt8) -> Bool {
    switch code {
    case 1...4, 6, 7, 31...34, 39, 63, 67, 72...75: true
    default: false
    }
  }

  /// Whether a 記号 of five digits and the 番号 behind it fit together.
  ///
  /// The fourth digit of the 記号 checks. The formula is known second-hand only: a pass may raise, a failure must not
  /// suppress. Worked: 12390-1234561 and 10010-12345671 pass.
  ///
  /// - Parameter digits: 6...13 digits: the 記号, then the 番号 without a reissue digit between them.
  package static func isYucho(_ digits: Span<UInt8>) -> Bool {
    guard (6...13).contains(digits.count), digits[0] <= 1, digits[4] == 0 else { return false }
    let padding = 13 - digits.count
    func number(_ place: Int) -> UInt8 {
      place <= padding ? 0 : digits[5 + place - 1 - padding]
    }
    var sum = UInt32(digits[0]) + 3 * UInt32(digits[1]) + doubled(digits[2])
    sum += 3 * UInt32(digits[4]) + doubled(number(1)) + UInt32(number(2))
    sum += 3 * UInt32(number(3)) + doubled(number(4)) + UInt32(number(5))
    sum += 3 * UInt32(number(6)) + doubled(number(7)) + UInt32(number(8))
    return sum % 10 == UInt32(digits[3])
  }

  /// Whether the last digit is the rest of all before it divided by 7: parcels and registered mail.
  ///
  /// Worked: 12345678901 mod 7 = 3, so 123456789013 passes. The last digit is never 7, 8 or 9.
  package static func isModulus7(_ digits: Span<UInt8>) -> Bool {
    guard digits.count >= 2 else { return false }
    var rest: UInt32 = 0
    for index in 0..<digits.count - 1 { rest = (rest &* 10 &+ UInt32(digits[index])) % 7 }
    return UInt32(digits[digits.count - 1]) == rest
  }
}
