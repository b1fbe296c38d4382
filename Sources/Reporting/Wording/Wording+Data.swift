package import Inventory

/// The words and sentences of reports, in both languages.
package enum Wording {
  /// The name of a type of data, as a privacy officer calls it.
  package static func name(of type: DataType) -> Message {
    switch type {
    case .myNumber: Message(ja: "個人番号", en: "My Number")
    case .residenceRecordCode: Message(ja: "住民票コード", en: "residence record code")
    case .driversLicence: Message(ja: "運転免許証番号", en: "driver's licence number")
    case .passport: Message(ja: "旅券番号", en: "passport number")
    case .residenceCard: Message(ja: "在留カード番号", en: "residence card number")
    case .basicPensionNumber: Message(ja: "基礎年金番号", en: "basic pension number")
    case .employmentInsuranceNumber:
      Message(ja: "雇用保険被保険者番号", en: "employment insurance number")
    case .healthInsurance: Message(ja: "健康保険の記号・番号", en: "health insurance number")
    case .insurerNumber: Message(ja: "保険者番号", en: "insurer number")
    case .careInsuranceNumber: Message(ja: "介護保険被保険者番号", en: "care insurance number")
    case .specialCare: Message(ja: "要配慮個人情報", en: "special-care information")
    case .creditCard: Message(ja: "クレジットカード番号", en: "credit card number")
    case .bankAccount: Message(ja: "銀行口座", en: "bank account")
    case .yuchoAccount: Message(ja: "ゆうちょ口座", en: "Japan Post Bank account")
    case .personName: Message(ja: "氏名", en: "person's name")
    case .birthDate: Message(ja: "生年月日", en: "date of birth")
    case .sex: Message(ja: "性別", en: "sex")
    case .address: Message(ja: "住所", en: "address")
    case .postalCode: Message(ja: "郵便番号", en: "postal code")
    case .phone: Message(ja: "電話番号", en: "phone number")
    case .email: Message(ja: "メールアドレス", en: "mail address")
    case .employeeNumber: Message(ja: "社員番号", en: "employee number")
    case .vehicleNumber: Message(ja: "車両番号", en: "vehicle number")
    case .ipAddress: Message(ja: "IP アドレス", en: "IP address")
    case .invoiceRegistrationNumber:
      Message(ja: "適格請求書発行事業者登録番号", en: "invoice registration number")
    case .corporateNumber: Message(ja: "法人番号", en: "corporate number")
    }
  }

  /// The name of a legal class of data.
  package static func name(of dataClass: DataClass) -> Message {
    switch dataClass {
    case .specificPersonalInformation:
      Message(ja: "特定個人情報", en: "specific personal information")
    case .individualIdentificationCode:
      Message(ja: "個人識別符号等", en: "identification code")
    case .specialCare: Message(ja: "要配慮個人情報", en: "special care")
    case .propertyDamage: Message(ja: "財産的被害のおそれ", en: "property damage")
    case .personal: Message(ja: "個人情報", en: "personal information")
    case .notPersonal: Message(ja: "個人情報でない", en: "not personal")
    }
  }
}
