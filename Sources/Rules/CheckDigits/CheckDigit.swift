/// A check digit or structure test of the program, by the name that pattern packs use.
///
/// Every test takes digits as values 0...9 (not ASCII) without separators and allocates nothing.
/// A length that the number does not have fails.
package enum CheckDigit: String, Sendable, Equatable, Hashable, CaseIterable {
  /// 個人番号: 12 digits, the last one checks.
  case myNumber = "my-number"
  /// 法人番号: 13 digits, the first one checks.
  case corporateNumber = "corporate-number"
  /// 住民票コード: 11 digits. The formula is inferred: a pass may raise, a failure must not suppress.
  case residenceRecordCode = "residence-record-code"
  /// 運転免許証番号: 12 digits, the eleventh checks, and the first two name a commission.
  case driversLicence = "drivers-licence"
  /// Payment card: Luhn, and a length that its issuer range has.
  case paymentCard = "payment-card"
  /// Luhn alone, any length of 2 or more.
  case luhn
  /// 保険者番号: 8 or 6 digits with their structure.
  case insurer
  /// 後期高齢者医療 被保険者番号: 8 digits. Attested by usage only: a pass may raise.
  case lateElderly = "late-elderly"
  /// 公費負担者番号 (8) and 受給者番号 (7): modulus 10, weights 2 and 1.
  case publicExpense = "public-expense"
  /// ゆうちょ 記号・番号: 5 digits and up to 8, written one after the other. Second-hand formula: a pass may raise.
  case yucho
  /// Parcel tracking number, 12 digits, modulus 7.
  case tracking
  /// 書留 and other registered mail, 11 digits, modulus 7.
  case registeredMail = "registered-mail"
  /// JAN / EAN-13.
  case ean13 = "ean-13"
  /// UPC-A, 12 digits.
  case upcA = "upc-a"
  /// ISBN-13: EAN-13 that begins with 978 or 979.
  case isbn13 = "isbn-13"
  /// 全国地方公共団体コード: 6 digits, the last one checks.
  case localGovernmentCode = "local-government-code"
  /// Passport number in the machine-readable zone: 9 characters and a digit. Has letters: only ``passes(text:)`` can pass.
  case machineReadable = "machine-readable"

  /// Whether the digits satisfy this test.
  ///
  /// - Parameter digits: Values 0...9.
  package func passes(_ digits: Span<UInt8>) -> Bool {
    switch self {
    case .myNumber: Self.isMyNumber(digits)
    case .corporateNumber: Self.isCorporateNumber(digits)
    case .residenceRecordCode: Self.isResidenceRecordCode(digits)
    case .driversLicence: Self.isDriversLicence(digits)
    case .paymentCard: Self.cardBrand(of: digits) != nil
    case .luhn: Self.isLuhn(digits)
    case .insurer: Self.isInsurerNumber(digits)
    case .lateElderly: digits.count == 8 && Self.isLuhn(digits)
    case .publicExpense: (digits.count == 8 || digits.count == 7) && Self.isLuhn(digits)
    case .yucho: Self.isYucho(digits)
    case .tracking: digits.count == 12 && Self.isModulus7(digits)
    case .registeredMail: digits.count == 11 && Self.isModulus7(digits)
    case .ean13: digits.count == 13 && Self.isEAN(digits)
    case .upcA: digits.count == 12 && Self.isEAN(digits)
    case .isbn13: Self.isISBN13(digits)
    case .localGovernmentCode: Self.isLocalGovernmentCode(digits)
    case .machineReadable: false
    }
  }

  /// Whether a hit as it stands in folded text (ASCII digits, separators, a letter in front) satisfies this test.
  ///
  /// - Parameter text: ASCII or UTF-8; everything but digits is skipped, save for machine-readable zones.
  package func passes(text: Span<UInt8>) -> Bool {
    if self == .machineReadable { return Self.isMachineReadableField(text) }
    var digits = InlineArray<32, UInt8>(repeating: 0)
    var count = 0
    for index in 0..<text.count where text[index] >= 0x30 && text[index] <= 0x39 {
      guard count < 32 else { return false }
      digits[count] = text[index] - 0x30
      count += 1
    }
    return passes(digits.span.extracting(0..<count))
  }
}
