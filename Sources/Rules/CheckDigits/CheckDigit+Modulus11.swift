/// The numbers whose digit is made modulo 11 by the position-weighted sum: My Number and its relatives.
extension CheckDigit {
  /// Weights of the body of a My Number, left to right.
  private static let weights: InlineArray<11, UInt32> = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

  /// Sum of digits times weights; the weights are the last `count` of the My Number's.
  private static func weightedSum(_ digits: Span<UInt8>, _ count: Int) -> UInt32 {
    var sum: UInt32 = 0
    for index in 0..<count { sum &+= UInt32(digits[index]) &* weights[11 - count + index] }
    return sum
  }

  /// Whether 12 digits are a possible 個人番号.
  ///
  /// Worked: 12345678901 gives 212; 212 mod 11 = 3; 11 − 3 = 8, so 123456789018 passes.
  /// Dummies such as that one pass too: who calls knows them by the rule's list.
  ///
  /// - Source: 番号法施行令 第8条; 平成26年総務省令第85号 第5条.
  package static func isMyNumber(_ digits: Span<UInt8>) -> Bool {
    guard digits.count == 12 else { return false }
    let rest = weightedSum(digits, 11) % 11
    return UInt32(digits[11]) == (rest <= 1 ? 0 : 11 - rest)
  }

  /// Whether 11 digits are a possible 住民票コード.
  ///
  /// The formula is the My Number's, one digit shorter. It is inferred from public samples and not read in law:
  /// a pass may raise, a failure must not suppress. Worked: 1234567890 gives 195; 195 mod 11 = 8; 11 − 8 = 3, so
  /// 12345678903 passes. With 0 in front a passing code always passes as My Number.
  package static func isResidenceRecordCode(_ digits: Span<UInt8>) -> Bool {
    guard digits.count == 11 else { return false }
    let rest = weightedSum(digits, 10) % 11
    return UInt32(digits[10]) == (rest <= 1 ? 0 : 11 - rest)
  }

  /// Whether 12 digits have the eleventh digit of a 運転免許証番号; the commission is not looked at.
  ///
  /// Unlike a My Number's, a rest of 0 gives 1 and a rest of 1 gives 0. Worked: 3090123456 gives 2, so 309012345620
  /// passes; the twelfth digit counts reissues and is free.
  ///
  /// - Source: four independent published descriptions agree; no official publication is known.
  package static func hasLicenceDigit(_ digits: Span<UInt8>) -> Bool {
    guard digits.count == 12 else { return false }
    let rest = weightedSum(digits, 10) % 11
    return UInt32(digits[10]) == (11 - rest) % 10
  }

  /// Whether 12 digits are a possible 運転免許証番号: commission and eleventh digit.
  package static func isDriversLicence(_ digits: Span<UInt8>) -> Bool {
    hasLicenceDigit(digits) && isCommission(digits[0] &* 10 &+ digits[1])
  }

  /// Whether a two-digit code names a public safety commission: the 51 that issue licences.
  ///
  /// Hokkaido has five areas (10...14); Tohoku 20...25; Tokyo 30; Kanto, Koshinetsu, Hokuriku and Tokai 40...55;
  /// Kinki 60...65; Chugoku 70...74; Shikoku 80...83; Kyushu and Okinawa 90...97.
  package static func isCommission(_ code: UInt8) -> Bool {
    switch code {
    case 10...14, 20...25, 30, 40...55, 60...65, 70...74, 80...83, 90...97: true
    default: false
    }
  }

  /// Whether 6 digits are a possible 全国地方公共団体コード with a prefecture of 01...47.
  ///
  /// Worked: 13101 (Chiyoda) gives 1·6 + 3·5 + 1·4 + 0·3 + 1·2 = 27; 27 mod 11 = 5; 11 − 5 = 6: 131016.
  ///
  /// - Source: JIS X 0401 and 0402 with the check digit of the 総務省 list; two descriptions agree.
  package static func isLocalGovernmentCode(_ digits: Span<UInt8>) -> Bool {
    guard digits.count == 6, isPrefecture(digits[0], digits[1]) else { return false }
    let rest = weightedSumOfFive(digits) % 11
    return UInt32(digits[5]) == (11 - rest) % 10
  }

  private static func weightedSumOfFive(_ digits: Span<UInt8>) -> UInt32 {
    var sum: UInt32 = 0
    for index in 0..<5 { sum &+= UInt32(digits[index]) &* UInt32(6 - index) }
    return sum
  }

  /// Whether two digits are a prefecture, 01...47 (JIS X 0401).
  static func isPrefecture(_ tens: UInt8, _ ones: UInt8) -> Bool {
    (1...47).contains(tens &* 10 &+ ones)
  }
}
