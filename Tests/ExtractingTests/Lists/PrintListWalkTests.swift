import Inventory
import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Print lists") struct PrintListWalkTests {
  static let page = """
                      従業員台帳            2026年10月05日   PAGE  1
    社員番号  氏名            個人番号        支給額
    --------------------------------------------------
    314498    山田　太郎      123456789018    409,000
    035849    佐藤　花子      234567890124    351,000
    """
  static let list = page + "\n\n" + page + "\n合計            760,000\n"

  @Test("Rows are tables, headings of further pages no rows", arguments: [8, 64, 262_144])
  func rows(blockSize: Int) throws {
    let bytes = JapaneseEncoder.encode(Self.list, as: .cp932)
    let (extraction, recorder) = Extractor.examine(
      bytes, nameExtension: "txt", blockSize: blockSize)
    #expect(extraction.format == .printList)
    #expect(recorder.tables == 1)
    #expect(
      recorder.cellTexts == [
        ["社員番号", "氏名", "個人番号", "支給額"],
        ["314498", "山田　太郎", "123456789018", "409,000"],
        ["035849", "佐藤　花子", "234567890124", "351,000"],
        ["314498", "山田　太郎", "123456789018", "409,000"],
        ["035849", "佐藤　花子", "234567890124", "351,000"],
      ])
    #expect(recorder.rows.map(\.line) == [2, 4, 5, 10, 11])
    // The recorder joins lines that come without their ends.
    let title = Self.page.prefix { $0 != "\n" }
    let others = String(decoding: recorder.lines.flatMap(\.text), as: UTF8.self)
    #expect(others == title + title + "合計            760,000")
    for cell in recorder.rows.flatMap(\.cells) {
      let text = String(decoding: cell.text, as: UTF8.self)
      #expect(bytes[cell.stored...].starts(with: JapaneseEncoder.encode(text, as: .cp932)))
    }
  }

  @Test(
    "Headings that are stretched to fill their column are one field", arguments: ["氏   名", "氏　　名"])
  func stretchedHeadings(heading: String) {
    let text = """
      社員コード  \(heading)      住      所     口座番号
      10001       山田 太郎     見本市1-1     1234567
      10002       佐藤 花子     見本市1-2     2345678
      10003       森  茂        見本市1-3     3456789
      10004       鈴木 一郎     見本市1-4     4567890

      """
    let (extraction, recorder) = Extractor.examine(
      JapaneseEncoder.encode(text, as: .cp932), nameExtension: "txt")
    #expect(extraction.format == .printList)
    #expect(recorder.cellTexts.first == ["社員コード", heading, "住      所", "口座番号"])
    // A name whose parts stand as far apart as columns is two fields, and no row.
    #expect(recorder.cellTexts.dropFirst().map(\.first) == ["10001", "10002", "10004"])
  }

  @Test(
    "What is no print list",
    arguments: [
      "売上  合計      723,000\n仕入  合計      512,300\n差引  合計    210,700\n",
      "氏名\t番号\t備考\n山田  太郎\t123456\t\n佐藤  花子\t234567\t\n鈴木  一郎\t345678\t\n",
      "拝啓\n  お世話になっております。\n  電話  03-1234-5678\n",
    ])
  func others(text: String) {
    #expect(TextSnifferTests.kind(text) != .format(.printList))
  }
}
