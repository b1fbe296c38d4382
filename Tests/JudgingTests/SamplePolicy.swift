/// The sample of the policy file that users are shown.
///
/// It must be accepted as it stands.
enum SamplePolicy {
  /// The file's text; line 1 is `version`.
  static let text = #"""
    version: 1
    organisation:
      name: 株式会社サンプル
      sector: private                         # private | public
      enacted: 2023-02-08
      contact: {name: 個人情報相談窓口, email: privacy@example.co.jp}
      privacy_officer: 個人情報保護管理者
      my_number_officer: 特定個人情報保護管理者   # decides whether a My Number may be disclosed
      accredited_body: 一般社団法人サンプル認証機構   # printed on the ledger
      training_record: 総務/教育記録              # where the record of staff training is kept; printed on the ledger
    home_country: JP                          # where local disks stand
    countries:                                # the foreign environment; the home country need not be listed
      - code: SG                              # ISO 3166-1 alpha-2
        name: シンガポール
        regime: 個人データ保護法（PDPA）を確認済み
        reviewed: 2026-04-01
      - code: A                               # a placeholder as in a published text
        name: A国
        placeholder: true
    review_countries_every: 1y
    bases:                                    # where shares are mounted: a root at or below a base is matched by its path from the base
      - path: /mnt/share
    clauses:                                  # the company's own numbering, cited by verdicts; these are the defaults
      my-number-outside-purpose: "1(2)"
      undeclared-country: "5(7)"
    categories:
      - key: customer
        name: お客様の個人情報
        purposes:
          - {key: shipping, text: 商品の発送のため}
          - {key: newsletter, text: メルマガの送付}
        types: [person-name, address, postal-code, phone, email]   # what may be held; others are undeclared-type
        signs: [会員, 会員番号]                                      # words in paths and headings that speak for this category; added to the built-in ones
      - key: partner
        name: お取引先の個人情報
        purposes: [{key: invoices, text: 見積書、発注書、請求書の発送}]
        types: [person-name, address, postal-code, phone, email, bank-account]
      - key: employee
        name: 従業員の個人情報
        purposes: [{key: hr, text: 人事労務管理, health_insurance: true}]
        types: [person-name, birth-date, sex, address, postal-code, phone, email, bank-account, my-number, basic-pension-number, employment-insurance-number, health-insurance, special-care]
      - key: enquirer
        name: お問い合わせで取得した個人情報
        purposes: [{key: answering, text: お問い合わせ対応のための連絡}]
        types: [person-name, address, postal-code, phone, email]
    my_number:
      purposes:
        - {key: tax, text: 税に関する事務}
        - {key: social-security, text: 社会保障に関する事務}
        - {key: disaster, text: 災害対策に関する事務}
    locations:                                # every entry that matches applies; per attribute the last one that sets it wins, as in .gitignore
      - path: 営業/**                          # a glob relative to the base or root; one that begins with / matches the absolute path; names compare after Unicode normalisation (NFC)
        categories: [customer, partner]       # which of them a file holds is decided by its content; anything else is outside-declared-location
        purposes: [shipping, newsletter, invoices]
        department: 営業部
        person_responsible: 営業部長
        handlers: {groups: [sales]}
        stage: use                            # obtain | use | store | provide | delete
        retention: {keep: 5y, from: modified}
      - path: 人事/**
        categories: [employee]                # without `purposes`: all purposes of these categories
        handlers: {groups: [hr]}
      - path: 人事/年末調整/**
        my_number: [tax]                      # permits My Numbers here; says nothing of categories
        retention: {keep: 7y, from: modified}
      - path: 海外拠点/ハノイ/**                # an entry that only sets attributes does not declare the path for any category
        country: A
      - path: 持出し/**
        medium: portable                      # encrypted: true where it is
      - source: //sg-fs01/backup              # a mount source (server/share, bucket, device) instead of a path
        categories: [customer]
        country: SG
        provider_country: JP
        holder: {processor: 倉庫株式会社, contract: 委託-2024-15}
        entrusted_categories: [customer]
      - path: 提供/**
        categories: [customer]
        holder: {third_party: 共同研究大学, ground: academic-recipient}   # consent | law | life | public-health | academic-publication | academic-own | academic-recipient
      - path: 開示請求/**
        categories: [enquirer]
        retention: {keep: 1y, from: modified, then: destroy}   # modified | path-date. 1y = the same day next year; exactly one year old is not yet exceeded
    suppress:                                 # accepted findings: always with a reason and an end
      - {path: 営業/見本/**, type: phone, reason: 見本データ, until: 2027-03-31}
    """#
}
