import Testing

@testable import Detecting

/// All names are made up of usual parts; no real person is meant.
@Suite("Full names that nothing points out")
struct BareNameReaderTests {
  static func names(_ text: String) -> [String] {
    reading(text) { span, range in
      var found: [Range<Int>] = []
      var cares: [Int] = []
      BareNameReader.names(in: span, range, into: &found, cares: &cares)
      let bytes = Array(text.utf8)
      return found.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ("昨日は佐藤健太郎が来た。", ["佐藤健太郎"]), ("鈴木美咲と高橋健一に頼んだ", ["鈴木美咲", "高橋健一"]),
    ("髙橋健一は欠席。", ["髙橋健一"]), ("（山﨑健太郎）", ["山﨑健太郎"]), ("佐藤 健太郎", ["佐藤 健太郎"]),
    ("作成　佐藤　健太郎　2024年", ["佐藤　健太郎"]), ("by 佐藤健太郎, 2024", ["佐藤健太郎"]),
    ("「佐々木健太郎」", ["佐々木健太郎"]), ("鈴木美咲、佐藤健太郎、高橋健一。", ["鈴木美咲", "佐藤健太郎", "高橋健一"]),
    ("鈴木美咲・佐藤健太郎", ["鈴木美咲", "佐藤健太郎"]), ("岡 健太郎は", ["岡 健太郎"]),
  ])
  func namesAreFound(text: String, expected: [String]) { #expect(Self.names(text) == expected) }

  /// Words, places, houses and periods that begin as family names do; names inside longer words; endings of verbs.
  @Test(arguments: [
    "松本大学に進む", "奈良時代の都", "大和時代", "東京一の店", "千葉中央の駅", "高橋製作所", "中村商店", "佐藤研究室", "石川県民",
    "渡辺建設は", "原文行の幅", "構成 行は", "参照 部分から", "上野動物園", "福島原発", "長野新幹線", "中央大学", "山口銀行",
    "山本部長", "佐藤", "健太郎", "佐藤さん", "佐藤健太郎株式会社", "ジャン佐藤健太郎", "佐藤健太郎ズ", "佐藤健太郎2号", "x佐藤健太郎",
    "佐藤健太郎らしき", "小林檎を食べる", "平野部分", "神田明神", "大阪城公園", "三重県知事", "井上陽水琴窟", "", "abc def ghi",
    "佐藤  健太郎", "千葉 中央", "奈良 時代", "東西 南北",
  ])
  func othersAreNot(text: String) { #expect(Self.names(text) == []) }

  /// Only whole lines are read, and what stands beside a line in the lent text does not count.
  @Test func onlyTheLineIsRead() {
    let bytes = Array("東京佐藤健太郎ズ".utf8)
    var found: [Range<Int>] = []
    var cares: [Int] = []
    BareNameReader.names(in: bytes.span, 6..<21, into: &found, cares: &cares)
    #expect(found == [6..<21])
  }
}
