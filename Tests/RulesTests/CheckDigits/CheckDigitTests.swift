import TestSupport
import Testing

@testable import Rules

/// Every value of the table, and properties of the formulas against naive references.
@Suite struct CheckDigitTests {
  /// Spans cannot stand inside `#expect`.
  static func passes(_ check: CheckDigit, _ text: String) -> Bool {
    check.passes(text: text.utf8.span)
  }

  @Test func theTableIsWhole() {
    #expect(CheckVectors.all.count > 800)
    let checks = Set(CheckVectors.all.map(\.check))
    #expect(checks.isSuperset(of: Set(CheckDigit.allCases).subtracting([.luhn, .upcA])))
  }

  @Test func validValuesPass() {
    for line in CheckVectors.of("valid") {
      #expect(Self.passes(line.check, line.text), "\(line.check) \(line.meaning)")
    }
  }

  @Test func invalidValuesFail() {
    for line in CheckVectors.of("invalid") {
      #expect(!Self.passes(line.check, line.text), "\(line.check) \(line.meaning)")
    }
  }

  /// Dummies satisfy the formula, and the rule of their type knows them.
  @Test func dummiesPassAndAreKnown() throws {
    let set = try RuleSet.bundled()
    for line in CheckVectors.of("dummy") {
      #expect(Self.passes(line.check, line.text))
      let rule = set.rules.first { $0.target.name == line.check.rawValue }
      #expect(rule?.dummies.contains(line.text) == true)
    }
  }

  @Test func brandsAreTold() {
    let names = [
      "Visa": CardBrand.visa, "Mastercard": .mastercard, "American Express": .amex, "JCB": .jcb,
      "Diners Club": .diners, "Discover": .discover, "UnionPay": .unionpay,
    ]
    #expect(!CheckVectors.of("brand").isEmpty)
    for line in CheckVectors.of("brand") {
      let digits = line.text.utf8.map { $0 - 0x30 }
      let brand = CheckDigit.cardBrand(of: digits.span)
      #expect(brand == names[line.meaning])
    }
  }

  /// Exactly one last digit fits each body: no more, no less.
  @Test(arguments: [
    (CheckDigit.myNumber, 12), (.residenceRecordCode, 11), (.tracking, 12), (.registeredMail, 11),
    (.ean13, 13), (.upcA, 12), (.luhn, 9), (.publicExpense, 8), (.lateElderly, 8),
  ])
  func oneDigitFits(check: CheckDigit, length: Int) {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      var digits = (0..<length).map { _ in UInt8.random(in: 0...9, using: &random) }
      let passing = (0...9).filter { (last: UInt8) in
        digits[length - 1] = last
        return check.passes(digits.span)
      }
      #expect(passing.count == 1)
    }
  }

  /// A residence record code with a 0 in front always passes as My Number.
  @Test func codesBecomeMyNumbersWithAZero() {
    for line in CheckVectors.of("valid") where line.check == .residenceRecordCode {
      #expect(Self.passes(CheckDigit.myNumber, "0" + line.text))
    }
  }

  @Test func workedExamples() {
    for (check, text) in [
      (CheckDigit.myNumber, "123456789018"), (.corporateNumber, "8700110005901"),
      (.residenceRecordCode, "12345678903"), (.driversLicence, "309012345620"),
      (.tracking, "123456789013"), (.localGovernmentCode, "131016"),
      (.luhn, "33120015"), (.ean13, "4901234567894"), (.yucho, "12390-1234561"),
      (.yucho, "10010-12345671"), (.machineReadable, "TR12345672"),
    ] {
      #expect(Self.passes(check, text), "\(check)")
    }
  }

  @Test(arguments: CheckDigit.allCases)
  func wrongLengthsFail(check: CheckDigit) {
    #expect(!Self.passes(check, ""))
    #expect(!Self.passes(check, "0"))
    // A zone may go on behind its first field.
    #expect(
      Self.passes(check, String(repeating: "0", count: 33)) == (check == .machineReadable))
  }

  @Test func thereAre51Commissions() {
    #expect((0...99).filter { CheckDigit.isCommission($0) }.count == 51)
  }
}
