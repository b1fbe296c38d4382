/// The legal class of a type of data: how much harm a leak does, and which duties follow.
///
/// - Source: 個人情報保護法 第2条 (personal information, identification codes, special care) and
///   番号法 第2条第8項 (specific personal information).
package enum DataClass: String, Sendable, Equatable, CaseIterable, Comparable {
  /// 特定個人情報: data that holds a My Number.
  case specificPersonalInformation = "specific-personal-information"
  /// 個人識別符号: a code that makes data personal by itself.
  case individualIdentificationCode = "individual-identification-code"
  /// 要配慮個人情報: special-care-required personal information.
  case specialCare = "special-care"
  /// Data whose leak can cost its person money.
  case propertyDamage = "property-damage"
  /// 個人情報: personal once it is linked to a person.
  case personal
  /// Public or about organisations only.
  case notPersonal = "not-personal"

  /// Most protected first.
  package static func < (left: DataClass, right: DataClass) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .specificPersonalInformation: 0
    case .individualIdentificationCode: 1
    case .specialCare: 2
    case .propertyDamage: 3
    case .personal: 4
    case .notPersonal: 5
    }
  }
}
