import Inventory
import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Records for authorities, without headings") struct FiledRecordTests {
  static let notice = """
    13,01,ｱｲｳ,001,20240501,22223\r
    [kanri]\r
    ,001\r
    13,01,ｱｲｳ,12345,160,0023,東京都新宿区西新宿9-9-9,見本株式会社,見本　次郎,03-0000-0000\r
    [data]\r

    """
  static let joining =
    "2200700,13,01,ｱｲｳ,7,ｻﾄｳ ﾊﾅｺ,佐藤　花子,5,630701,2,1,123456789018,1234,567890,9,060401\r\n"
  static let moving =
    "22187041,14,ｸﾄﾜ,000010,2271,174711,5,620527,154,0011,ﾄｳｷｮｳﾄ,東京都世田谷区9-9,7,290103,ﾀﾅｶ ﾀﾛｳ,田中　太郎\r\n"

  private static func examine(_ text: String, blockSize: Int = 262_144) -> (
    Extraction, ContentRecorder
  ) {
    Extractor.examine(
      JapaneseEncoder.encode(text, as: .cp932), nameExtension: "csv", blockSize: blockSize)
  }

  @Test(
    "A notice is a table for each of its forms, under headings by place and shape",
    arguments: [64, 262_144])
  func notice(blockSize: Int) {
    let (extraction, recorder) = Self.examine(
      Self.notice + Self.joining + Self.joining + Self.moving, blockSize: blockSize)
    #expect(extraction.format == .csv && extraction.unread == nil)
    #expect(recorder.tables == 2)
    #expect(
      recorder.cellTexts[0] == [
        "様式コード", "項目2", "項目3", "項目4", "項目5", "氏名カナ", "氏名", "生年月日元号", "生年月日", "項目10",
        "項目11", "個人番号", "基礎年金番号1", "基礎年金番号2", "項目15", "項目16",
      ])
    #expect(
      recorder.cellTexts[1][11] == "123456789018" && recorder.cellTexts[2] == recorder.cellTexts[1])
    #expect(
      recorder.cellTexts[3][4...] == [
        "基礎年金番号1", "基礎年金番号2", "生年月日元号", "生年月日", "郵便番号1", "郵便番号2", "項目11", "項目12", "項目13",
        "項目14", "氏名カナ", "氏名",
      ])
    // Where the first record and its name stand in the file.
    let start = JapaneseEncoder.encode(Self.notice, as: .cp932).count
    #expect(recorder.rows[1].cells[0].stored == start)
    #expect(recorder.rows[1].cells[6].stored == start + 28)
    #expect(
      recorder.lines.contains { String(decoding: $0.text, as: UTF8.self).contains("西新宿9-9-9") })
  }

  static let payment =
    "315,,001,東京都新宿区9-9,見本株式会社,03-0000-0000,,,,0,06,東京都中野区9-9,0,佐藤花子,営業部,給料,5000000,0,3000000,100,123456789018,1234567890123\r\n"

  @Test("So is a report of payments, one record or many", arguments: [1, 40])
  func payments(count: Int) {
    let (extraction, recorder) = Self.examine(
      String(repeating: Self.payment, count: count))
    #expect(extraction.format == .csv)
    #expect(recorder.tables == 1)
    #expect(recorder.cellTexts.count == count + 1)
    // The headings are no row of the file.
    #expect(recorder.rows.map(\.number) == Array(0...count))
    #expect(recorder.cellTexts[0][11] == "支払を受ける者の住所" && recorder.cellTexts[0][13] == "支払を受ける者の氏名")
    #expect(recorder.cellTexts[0][20] == "個人番号" && recorder.cellTexts[0][21] == "項目22")
  }

  @Test("A My Number that the first record lacks stands under its heading all the same")
  func numbersThatComeLater() {
    let without = Self.payment.replacing("123456789018", with: "")
    let (_, recorder) = Self.examine(without + Self.payment + without + Self.payment)
    // Another table begins with the first number, and lasts.
    #expect(recorder.tables == 2)
    #expect(
      recorder.cellTexts.map { $0[20] } == ["項目21", "", "個人番号", "123456789018", "", "123456789018"])
  }

  @Test("A claim of medical fees is a table for each kind of its records; remarks are text")
  func claims() {
    let patient = """
      RE,1,1112,50605,見本　太郎,1,3550401,,,,,,,1234,,,\r
      HO,01130012,12345,67,1,500,,,\r
      SY,8833421,5060401,1,,,,\r
      CO,12,1,810000001,経過良好,\r

      """
    let (extraction, recorder) = Self.examine(
      "IR,1,13,1,0000001,,50605,03-0000-0000,00\r\n" + patient + patient + "GO,2,1000,99\r\n")
    #expect(extraction.format == .csv)
    #expect(recorder.tables == 6)
    #expect(
      recorder.cellTexts[0][...6] == [
        "項目1", "レセプト番号", "レセプト種別", "診療年月", "氏名", "男女区分", "生年月日",
      ])
    #expect(recorder.cellTexts[1][4] == "見本　太郎" && recorder.cellTexts[1][6] == "3550401")
    #expect(recorder.cellTexts[2][1...3] == ["保険者番号", "被保険者証記号", "被保険者証番号"])
    #expect(
      recorder.lines.contains { String(decoding: $0.text, as: UTF8.self).contains("経過良好") })
    #expect(!recorder.cellTexts.joined().contains("経過良好"))
  }

  @Test(
    "Nothing else is taken for one",
    arguments: [
      // A table whose records begin with three digits.
      "301,机,1,木製,家具一式,1,2,3,4,0,06,白木,1,2,3,4,5,6,7,8\r\n302,椅子,1,木製,家具一式,1,2,3,4,0,06,白木,1,2,3,4,5,6,7,8\r\n",
      // Words that begin as the records of claims.
      "IR,赤外線,1,2,3,4,5,6\r\nRF,高周波,1,2,3,4,5,6\r\nUV,紫外線,1,2,3,4,5,6\r\n",
      // Settings with a section of this name.
      "[kanri]\r\nname=1\r\n[data]\r\nx=2\r\n",
      // Addresses that are none.
      "315,1,2,a,b,c,d,e,f,0,06,g,h,i,j,k,l,m,n,o,p\r\n315,1,2,a,b,c,d,e,f,0,06,g,h,i,j,k,l,m,n,o,p\r\n",
    ])
  func others(text: String) {
    let (_, recorder) = Self.examine(text)
    #expect(!recorder.cellTexts.joined().contains { $0.hasPrefix("項目") })
  }

  @Test("Quotes around fields are left out; a line that is no record is text")
  func quotes() {
    let quoted = "\"" + Self.payment.dropLast().replacing(",", with: "\",\"") + "\"\r\n"
    let (_, recorder) = Self.examine(
      quoted + String(repeating: Self.payment, count: 20) + "以上\r\n")
    #expect(recorder.cellTexts.count == 22)
    #expect(recorder.cellTexts[2] == recorder.cellTexts[1])
    #expect(recorder.lines.contains { String(decoding: $0.text, as: UTF8.self).contains("以上") })
  }
}
