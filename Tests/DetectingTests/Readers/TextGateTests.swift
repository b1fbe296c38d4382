import Testing

@testable import Detecting

/// A gate may stop too often and never too seldom: behind it the readers find what they find without it.
@Suite struct TextGateTests {
  static func stops(_ text: String, _ gate: (Span<UInt8>, Int) -> Int?) -> Int? {
    let bytes = Array(text.utf8)
    return gate(bytes.span, bytes.count)
  }

  static func name(_ text: String) -> Int? {
    stops(text) { TextGate.name($0, from: 0, $1, opening: 0) }
  }

  @Test(arguments: [
    "氏名：x", "氏名: x", "氏　名： x", "ﾌﾘｶﾞﾅ", "name: x", "Name： x", "山田様", "山田さん", "花子ちゃん", "鈴木部長",
    "山田CEO",
    "と山田です。", "林と申します", "薬袋（みない）", "薬袋(ミナイ)", "佐藤花子", "髙橋翔", "渡邉", "ジョン・スミス", "古川：了解", "林 太郎",
    "甲：", "【氏名】", "氏名（漢字）：",
  ])
  func namesStop(text: String) { #expect(Self.name(text) != nil) }

  @Test(arguments: [
    "空は青い。", "本日は晴天なり。", "plain words and no marks", "2024-01-15T10:20:30", "key: value", "仕事を終えた。",
    "たくさんの本", "😀", "a = b(c)",
  ])
  func proseDoesNot(text: String) { #expect(Self.name(text) == nil) }

  @Test func placesAreInTheText() {
    #expect(Self.name("空は青い。山田様") == 18)
    #expect(Self.stops("東京都千代田区1") { TextGate.municipality($0, from: 0, $1) } == 18)
    #expect(Self.stops("横浜市の人口") { TextGate.municipality($0, from: 0, $1) } == nil)
    #expect(Self.stops("昨日から糖尿病で") { TextGate.care($0, from: 0, $1) } == 12)
    #expect(Self.stops("空は青い") { TextGate.care($0, from: 0, $1) } == nil)
  }

  /// Reading piece by piece gives the names that stand in each piece alone.
  @Test func farNamesAreFound() {
    let filler = String(repeating: "空は青く風は静かであった。", count: 30)
    let line = filler + "氏名：山田太郎。" + filler + "佐藤様から電話。" + filler
    #expect(TextNameReaderTests.names(line) == ["山田太郎", "佐藤"])
  }
}
