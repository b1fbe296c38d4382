package import Inventory

extension Wording {
  /// The name of a severity.
  package static func name(of severity: Severity) -> Message {
    switch severity {
    case .critical: Message(ja: "重大", en: "critical")
    case .high: Message(ja: "高", en: "high")
    case .medium: Message(ja: "中", en: "medium")
    case .low: Message(ja: "低", en: "low")
    case .note: Message(ja: "参考", en: "note")
    }
  }

  /// What a verdict rule says, as the title over the files that it is about.
  package static func title(of rule: VerdictRule) -> Message {
    switch rule {
    case .myNumberOutsidePurpose:
      Message(ja: "利用目的の認められていない場所にある個人番号", en: "My Numbers where no purpose allows them")
    case .prohibitedIdentifier:
      Message(
        ja: "民間で扱ってはならない住民票コード", en: "residence record codes, which private bodies must not keep")
    case .undeclaredCountry:
      Message(ja: "届け出ていない国にある個人データ", en: "personal data in an undeclared country")
    case .noDeclaredPurpose:
      Message(ja: "利用目的の定めのない個人データ", en: "personal data without a declared purpose")
    case .outsideDeclaredLocation:
      Message(ja: "定めた保管場所の外にある個人データ", en: "personal data outside its declared locations")
    case .thirdPartyWithoutGround:
      Message(ja: "根拠のない第三者提供", en: "provision to a third party without a ground")
    case .processorNotEntrusted:
      Message(ja: "委託していない先にある個人データ", en: "personal data at a processor not entrusted with it")
    case .specialCareUndeclared:
      Message(ja: "定めのない要配慮個人情報", en: "special-care information that is not declared")
    case .portableUnencrypted:
      Message(ja: "暗号化されていない持ち出し媒体", en: "a portable medium that is not encrypted")
    case .retentionExceeded: Message(ja: "保存期間を過ぎたデータ", en: "data kept beyond its retention")
    case .undeclaredType:
      Message(ja: "取得項目に定めのない種類のデータ", en: "types of data that the category does not list")
    case .accessTooWide:
      Message(ja: "取扱担当者のほかも読めるデータ", en: "data readable by others than its handlers")
    case .countryUnknown: Message(ja: "所在国の分からないデータ", en: "data whose country is unknown")
    case .healthInsuranceOutsidePurpose:
      Message(
        ja: "目的外の健康保険の記号・番号", en: "health insurance numbers where no purpose allows them")
    case .countryNotNamed: Message(ja: "国名が特定されていない国", en: "a declared country without a name")
    case .countryReviewOverdue:
      Message(ja: "外的環境の確認の期限切れ", en: "an overdue review of a foreign environment")
    case .declaredLocationEmpty:
      Message(ja: "該当するファイルのない保管場所", en: "a declared location that holds no file")
    case .heldInDeclaredCountry:
      Message(ja: "届け出た外国で保管している個人データ", en: "personal data held in a declared foreign country")
    }
  }
}
