/// A type of data that a finding can be of.
///
/// The raw value is what files and users write.
package enum DataType: String, Sendable, Equatable, Hashable, CaseIterable {
  case myNumber = "my-number"
  case residenceRecordCode = "residence-record-code"
  case driversLicence = "drivers-licence"
  case passport
  case residenceCard = "residence-card"
  case basicPensionNumber = "basic-pension-number"
  case employmentInsuranceNumber = "employment-insurance-number"
  case healthInsurance = "health-insurance"
  case insurerNumber = "insurer-number"
  case careInsuranceNumber = "care-insurance-number"
  case specialCare = "special-care"
  case creditCard = "credit-card"
  case bankAccount = "bank-account"
  case yuchoAccount = "yucho-account"
  case personName = "person-name"
  case birthDate = "birth-date"
  case sex
  case address
  case postalCode = "postal-code"
  case phone
  case email
  case employeeNumber = "employee-number"
  case vehicleNumber = "vehicle-number"
  case ipAddress = "ip-address"
  case invoiceRegistrationNumber = "invoice-registration-number"
  case corporateNumber = "corporate-number"

  /// The class that this type has when nothing more is known.
  ///
  /// An invoice registration number is personal when it is a sole proprietor's: the finding says which.
  package var usualClass: DataClass {
    switch self {
    case .myNumber: .specificPersonalInformation
    case .residenceRecordCode, .driversLicence, .passport, .residenceCard, .basicPensionNumber,
      .employmentInsuranceNumber, .healthInsurance, .insurerNumber, .careInsuranceNumber:
      .individualIdentificationCode
    case .specialCare: .specialCare
    case .creditCard, .bankAccount, .yuchoAccount: .propertyDamage
    case .personName, .birthDate, .sex, .address, .postalCode, .phone, .email, .employeeNumber,
      .vehicleNumber, .ipAddress:
      .personal
    case .invoiceRegistrationNumber, .corporateNumber: .notPersonal
    }
  }

  /// The position in the declared order, 0-based; dense, so that it can index a tally.
  package var index: Int {
    DataType.positions[self] ?? 0
  }

  private static let positions: [DataType: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
