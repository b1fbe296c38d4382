/// Packs for tests.
///
/// All values are synthetic.
enum PackSamples {
  /// A correct pack of an organisation's own.
  static let own = """
    id: acme.member-number
    look-alike: member-number
    name: {ja: 会員番号, en: Member number}
    patterns:
      - id: letter-six
        regex: 'M[0-9]{6}'
        trigger: letters+digits
        check: null
    headings: {strong: [会員番号], weak: [会員], against: [会員数]}
    near: {for: [会員], against: [注文]}
    weights: {prior: -3.0, heading: 4.0, near: 2.0}
    sources: [{title: 会員規約, read: 2026-11-23}]
    examples:
      - {text: '会員番号: M482917', found: M482917}
      - {text: '会員番号: Ｍ４８２９１７', found: Ｍ４８２９１７}
      - {text: "会員番号\\nM305827", found: M305827}
    counterexamples:
      - {text: '商品番号 M482917', why: goods}
      - {text: 'M4829170', why: one digit too many}
      - {text: 'XM482917', why: a letter before it}
      - {text: '会員番号: 未登録', why: no value}
      - {text: 'order M482917 shipped', why: an order number}
    """
}
