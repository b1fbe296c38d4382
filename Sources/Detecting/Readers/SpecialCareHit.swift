/// A word of the special-care vocabulary in a text.
package struct SpecialCareHit: Sendable, Equatable {
  /// The class of special care that a word speaks for (個人情報保護法 第2条第3項, 施行令 第2条).
  package enum Kind: UInt8, Sendable, Equatable, CaseIterable {
    /// 病歴, 診療, 調剤.
    case medical = 1
    /// 健康診断, ストレスチェック.
    case healthCheck
    /// 障害.
    case disability
    /// 犯罪の経歴, 刑事手続.
    case criminal
    /// 犯罪により害を被った事実.
    case victim
    /// 信条.
    case creed
    /// 人種, 社会的身分.
    case origin
  }

  package var kind: Kind
  /// The word in bytes of the lent text.
  package var range: Range<Int>
  /// Whether the text denies it: `既往歴なし`.
  package var isNegated: Bool
  /// Whether the word is the name of a field (`病名`, `診断書`) and not a content (`糖尿病`).
  package var isFieldName: Bool
}
