package import Inventory

extension VerdictRule {
  /// The clause that a verdict cites unless the policy says otherwise.
  ///
  /// - Source: The numbering of the published model text 個人情報及び特定個人情報保護方針 (enacted 2023-02-08).
  package var usualClause: String {
    switch self {
    case .myNumberOutsidePurpose: "1(2)"
    case .prohibitedIdentifier, .noDeclaredPurpose, .specialCareUndeclared, .undeclaredType,
      .healthInsuranceOutsidePurpose:
      "1(1)"
    case .thirdPartyWithoutGround: "2(1)"
    case .processorNotEntrusted: "4"
    case .outsideDeclaredLocation, .declaredLocationEmpty: "5(3)"
    case .portableUnencrypted: "5(5)"
    case .accessTooWide: "5(6)"
    case .undeclaredCountry, .countryUnknown, .countryNotNamed, .countryReviewOverdue,
      .heldInDeclaredCountry:
      "5(7)"
    case .retentionExceeded: "6(6)"
    }
  }
}
