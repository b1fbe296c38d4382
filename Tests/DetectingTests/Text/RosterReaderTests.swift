import Inventory
import TestSupport
import Testing

@testable import Detecting

@Suite("Family names below a heading")
struct RosterReaderTests {
  private static func names(_ text: String) -> Int {
    DetectionHarness.text(text).filter { $0.type == .personName && $0.confidence >= 0.5 }
      .reduce(0) { $0 + $1.count }
  }

  @Test(
    "three and more, one a line, are found",
    arguments: [
      ("参加者\n佐藤\n鈴木\n高橋\n", 3), ("作業日報\n【担当者】\n・佐藤\n・鈴木（記）\n・高橋\n・田中\n\n作業内容：基礎工事\n", 4),
      ("出席者：\n1. 佐藤\n2. 鈴木\n3. 高橋\n議題\n1. 売上\n", 3),
    ])
  func found(text: String, count: Int) { #expect(Self.names(text) == count) }

  @Test(
    "words, places, two names, and names below another heading are not",
    arguments: [
      "参加者\n佐藤\n鈴木\n", "配布先\n千葉\n福島\n宮城\n石川\n", "参加者\n東京\n大阪\n名古屋\n福岡\n", "支店\n松本\n山口\n福島\n",
      "担当\n総務\n経理\n営業\n",
      "参加者\n佐藤\n\n鈴木は欠席\n高橋\n", "メンバー\nりんご\nみかん\nぶどう\n",
    ])
  func notFound(text: String) { #expect(Self.names(text) == 0) }
}
