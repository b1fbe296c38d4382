import Inventory
import Testing

@testable import Detecting

@Suite("Numbers in running text")
struct RunningTextTests {
  @Test(
    "a labelled My Number is found in every way of writing it",
    arguments: [
      "個人番号052683541826です", "個人番号：052683541826", "マイナンバー 0526-8354-1826",
      "ﾏｲﾅﾝﾊﾞｰ:0526 8354 1826", "マイナンバーは０５２６８３５４１８２６です。", "個人番号（052683541826）",
      "個人番号　０５２６－８３５４－１８２６", "my_number=052683541826", "個 人 番 号　0526‐8354‐1826",
      "個人番号│0│5│2│6│8│3│5│4│1│8│2│6│", "個人番号\n052683541826",
      "マイナンバーを教えてください\n052683541826",
      // 村 and 部 are labels alone, and not at the end of a speaker's name.
      "マイナンバーを教えてください\n木村: 052683541826", "マイナンバーを教えてください\n長宗我部: 052683541826",
    ])
  func labelled(text: String) {
    let found = DetectionHarness.text(text).first { $0.type == .myNumber }
    #expect((found?.confidence ?? 0) >= 0.9)
    #expect(found?.count == 1)
  }

  @Test(
    "these are no My Numbers",
    arguments: [
      // No label, a label of something else, the middle of something longer, a failing check digit.
      "052683541826", "伝票番号 052683541826", "お問い合わせ番号：052683541826 個人番号は別途",
      "個人番号 4052683541826123", "個人番号052683541827", "個人番号 550e8400-052683541826",
      "個人番号 A052683541826", "個人番号 052683541826B", "マイナンバー制度の開始は2016年1月です",
      "個人番号 123456789018", "受付番号052683541826",
    ])
  func notLabelled(text: String) {
    #expect(!DetectionHarness.types(DetectionHarness.text(text)).contains(.myNumber))
  }

  @Test(
    "a card number in groups is one by itself, with its expiry date, or with its label",
    arguments: [
      "5414 5415 5416 5417", "支払い 5414 5415 5416 5417 12 27 123", "1 5414 5415 5416 5417 山田",
      "pay 5414 5415 5416 5417 be added", "カード番号 5414 5415 5416 5417 0 4270",
    ])
  func cardInGroups(text: String) {
    #expect(DetectionHarness.types(DetectionHarness.text(text)).contains(.creditCard))
  }

  @Test(
    "a piece of a list of numbers or hexadecimal codes is no card number",
    arguments: [
      "5414 5415 5416 5417 20BBF 20BC6 56DD", "insert ( 1 0 0 5414 5415 5416 5417 - - )",
      "0 5414 5415 5416 5417 4270", "51F1 527A 5414 5415 5416 5417",
    ])
  func piecesOfLists(text: String) {
    #expect(!DetectionHarness.types(DetectionHarness.text(text)).contains(.creditCard))
  }

  @Test("the place is the line and the character at which the number begins")
  func place() {
    let findings = DetectionHarness.text("一行目\nこれは個人番号０５２６８３５４１８２６です\n")
    let place = findings.first { $0.type == .myNumber }?.places.first
    #expect(place?.line == 2)
    #expect(place?.column == 8)
    #expect(place?.byteOffset == Array("一行目\nこれは個人番号".utf8).count)
  }

  @Test(
    "a town whose name holds what elsewhere are particles is one",
    arguments: [
      "住所は神奈川県横浜市西区みなとみらい2-3-1です", "転居先 横浜市西区みなとみらい二丁目3番1号", "埼玉県さいたま市緑区美園4-19-1",
    ])
  func townsInKana(text: String) {
    #expect(DetectionHarness.types(DetectionHarness.text(text)).contains(.address))
  }

  @Test("a particle behind the name of a place is none of it")
  func particlesBehindPlaces() {
    for text in ["横浜市西区と2-3-1で戦う", "横浜市西区に3店舗を構える", "千代田区は1-2位を争う"] {
      #expect(!DetectionHarness.types(DetectionHarness.text(text)).contains(.address))
    }
  }

  @Test(
    "other types by label, mark or shape",
    arguments: [
      ("電話：03-1234-5678", DataType.phone), ("携帯は090-1234-5678です", .phone),
      ("〒650-0021", .postalCode), ("生年月日：昭和55年4月1日", .birthDate), ("1980年4月1日生まれ", .birthDate),
      ("振込先 普通 1234568", .bankAccount), ("旅券番号 TK1234567", .passport),
      ("連絡は yamada.taro@sample-kaisha.co.jp へ", .email), ("性別：女", .sex),
      ("品川 500 さ 12-34", .vehicleNumber),
    ])
  func others(text: String, type: DataType) {
    #expect(DetectionHarness.types(DetectionHarness.text(text)).contains(type))
  }

  @Test(
    "registration marks in every writing",
    arguments: [
      "品川500さ1234", "品川　５００　さ　１２－３４", "車は品川 500 さ 12-34 です。3月に2台", "なにわ 330 あ ・・・1",
      "品川 50 さ ・1-23",
      "品川 3A0 さ 12-34", "横浜 330 す 1234", "品川 500 さ\u{3099} 12-34",
    ])
  func vehicles(text: String) {
    // Whatever the quick look over the line turns away must not be a mark: the reader itself is the reference.
    let bytes = Array(text.utf8)
    let isMark = bytes.indices.contains { start in
      VehicleReader.match(bytes.span, at: start, limit: bytes.count) != nil
    }
    let found = DetectionHarness.types(DetectionHarness.text(text)).contains(.vehicleNumber)
    #expect(found == isMark)
  }

  @Test(
    "and not without",
    arguments: [
      "内線 1234-5678", "注文番号 TK1234567", "2024年4月1日入社", "商品番号 650-0021A", "0120-123-456",
      "noreply@sample-kaisha.co.jp", "version 10.12.13.14",
    ])
  func nothing(text: String) {
    #expect(DetectionHarness.types(DetectionHarness.text(text)).isEmpty)
  }
}

@Suite("Long lines")
struct LongLineTests {
  @Test(
    "every value of a line of a megabyte is counted once, wherever a piece is cut",
    arguments: [0, 1, 7, 63])
  func counted(shift: Int) {
    let unit = String(repeating: "あ", count: 40) + " 電話 090-1234-5678 "
    let count = 6_000
    let text = String(repeating: "x", count: shift) + String(repeating: unit, count: count)
    let found = DetectionHarness.text(text).filter { $0.type == .phone }
    #expect(found.reduce(0) { $0 + $1.count } == count)
  }
}
