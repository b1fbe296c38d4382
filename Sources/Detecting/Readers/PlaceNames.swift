import Rules

/// Prefectures as they are spoken of (千葉, 福島), nearly all of which are family names as well.
///
/// - Source: 地方自治法 第3条, 第6条; ISO 3166-2:JP (the 47 prefectures).
enum PlaceNames {
  private static let prefectures: Set<UInt64> = Set(
    [
      "北海道", "青森", "岩手", "宮城", "秋田", "山形", "福島", "茨城", "栃木", "群馬", "埼玉", "千葉", "東京", "神奈川", "新潟",
      "富山", "石川", "福井", "山梨", "長野", "岐阜", "静岡", "愛知", "三重", "滋賀", "京都", "大阪", "兵庫", "奈良", "和歌山",
      "鳥取",
      "島根", "岡山", "広島", "山口", "徳島", "香川", "愛媛", "高知", "福岡", "佐賀", "長崎", "熊本", "大分", "宮崎", "鹿児島",
      "沖縄",
    ].map { hash(Array($0.utf16)) })

  /// Whether a word is the name of a prefecture, without 県.
  static func isPrefecture(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let folded = FoldedText(text, word)
    return prefectures.contains(hash(folded.trimmed.map { folded[$0] }))
  }

  private static func hash(_ units: [UInt16]) -> UInt64 {
    units.reduce(WordTable.seed) { WordTable.mix($0, $1) }
  }
}
