internal import Inventory

/// Names of types for sentences.
enum TypeNames {
  /// Findings as a phrase: types with their counts, most protected first.
  static func listed(_ findings: [Finding]) -> Message {
    var counts: [DataType: Int] = [:]
    var order: [DataType] = []
    for finding in findings.sorted(by: {
      ($0.dataClass, $0.type.index) < ($1.dataClass, $1.type.index)
    }) {
      if counts[finding.type] == nil { order.append(finding.type) }
      counts[finding.type, default: 0] += finding.count
    }
    return Message(
      ja: order.map { "\(japanese($0)) \(counts[$0] ?? 0)件" }.joined(separator: "、"),
      en: order.map { "\(counts[$0] ?? 0) × \($0.rawValue)" }.joined(separator: ", "))
  }

  static func japanese(_ type: DataType) -> String {
    switch type {
    case .myNumber: "個人番号"
    case .residenceRecordCode: "住民票コード"
    case .driversLicence: "運転免許証番号"
    case .passport: "旅券番号"
    case .residenceCard: "在留カード番号"
    case .basicPensionNumber: "基礎年金番号"
    case .employmentInsuranceNumber: "雇用保険被保険者番号"
    case .healthInsurance: "健康保険の記号・番号"
    case .insurerNumber: "保険者番号"
    case .careInsuranceNumber: "介護保険被保険者番号"
    case .specialCare: "要配慮個人情報"
    case .creditCard: "クレジットカード番号"
    case .bankAccount: "銀行口座"
    case .yuchoAccount: "ゆうちょ口座"
    case .personName: "氏名"
    case .birthDate: "生年月日"
    case .sex: "性別"
    case .address: "住所"
    case .postalCode: "郵便番号"
    case .phone: "電話番号"
    case .email: "メールアドレス"
    case .employeeNumber: "社員番号"
    case .vehicleNumber: "車両番号"
    case .ipAddress: "IPアドレス"
    case .invoiceRegistrationNumber: "適格請求書発行事業者登録番号"
    case .corporateNumber: "法人番号"
    }
  }
}
