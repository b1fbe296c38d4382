import Inventory
import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Messages of hospitals") struct MessageWalkTests {
  static let head = #"MSH|^~\&|HIS|見本|LIS|見本|202603041010||ADT^A08^ADT_A01|1|P|2.5"# + "\r"
  static let patient =
    "PID|0001||1840088579^^^^PI||高橋^結衣^^^^^L^I~タカハシ^ユイ^^^^^L^P||19920815|F|||^^新宿区^東京都^1600023^JPN^H^東京都新宿区西新宿9-8-1||^PRN^PH^^^^^^^^^03-5321-0000\r"
  static let visit = "PV1|0001|O|01^^^^^C||||110^見本^医師\r"

  @Test(
    "Each patient is a row under the standard's headings, the rest text", arguments: [64, 262_144])
  func patients(blockSize: Int) {
    let message = Self.head + Self.patient + Self.visit
    let (extraction, recorder) = Extractor.examine(
      Array((message + message).utf8), nameExtension: "hl7", blockSize: blockSize)
    #expect(extraction.format == .csv && extraction.unread == nil)
    #expect(recorder.tables == 1)
    #expect(
      recorder.cellTexts[0].prefix(13) == [
        "姓", "名", "セイ", "メイ", "生年月日", "性別", "番地", "市区町村", "都道府県", "郵便番号", "住所", "電話番号", "メール",
      ])
    #expect(
      recorder.cellTexts[1].prefix(13) == [
        "高橋", "結衣", "タカハシ", "ユイ", "19920815", "F", "", "新宿区", "東京都", "1600023",
        "東京都新宿区西新宿9-8-1", "03-5321-0000", "",
      ])
    // Then what is left of these, and of each field: of the first four, the numbers.
    #expect(
      recorder.cellTexts[1].dropFirst(19).prefix(4) == ["0001", "", "1840088579^^^^PI", ""])
    #expect(recorder.cellTexts[2] == recorder.cellTexts[1])
    #expect(
      recorder.rows[1].cells[0].stored == Self.head.utf8.count
        + "PID|0001||1840088579^^^^PI||".utf8.count)
    #expect(recorder.lines.contains { String(decoding: $0.text, as: UTF8.self).contains("PV1|") })
  }

  @Test(
    "No field goes unread: further values, other telephones, mail, and what stands behind the last field"
  )
  func everything() {
    let fields = (1...45).map { number in
      switch number {
      case 5: "高橋^結衣^見本~タカハシ^ユイ~旧姓^佐藤"
      case 11: "^^新宿区~^^渋谷区"
      case 13: "^PRN^PH^yui@mihon.jp^81^03^53210004^^^^^03-5321-0001~^PRN^CP^^^^^^^^^090-5321-0002"
      case 14: "^WPN^PH^^^^^^^^^03-5321-0003"
      default: "f\(number)"
      }
    }
    let (_, recorder) = Extractor.examine(
      Array((Self.head + "PID|" + fields.joined(separator: "|") + "\r").utf8),
      nameExtension: "hl7")
    let row = recorder.cellTexts[1].joined(separator: " ")
    let values = [
      "旧姓^佐藤", "結衣", "見本", "81^03^53210004", "渋谷区", "03-5321-0001", "090-5321-0002", "03-5321-0003",
      "yui@mihon.jp", "f2", "f19",
      "f39|f40",
      "f45",
    ]
    for value in values { #expect(row.contains(value), "\(value)") }
    #expect(recorder.cellTexts[1].count == recorder.cellTexts[0].count)
  }

  @Test("Segments that lack fields are rows of what there is")
  func short() {
    let (_, recorder) = Extractor.examine(
      Array((Self.head + "PID|1\rPID|1||2||山田^太郎\rPID|").utf8), nameExtension: "hl7")
    #expect(recorder.cellTexts.count == 4)
    #expect(recorder.cellTexts[2][0..<2] == ["山田", "太郎"])
  }

  @Test("A text that speaks of messages is none")
  func other() {
    let (extraction, _) = Extractor.examine(
      Array("The segment MSH|^~\\&| comes first.\nPID|1||2\n".utf8), nameExtension: "txt")
    #expect(extraction.format == .text)
  }
}
