/// The records in which banks take transfers and tell of them (全銀協規定フォーマット): 120 characters for 総合振込, 給与振込 and
/// the like, 200 for 振込入金通知 and 入出金取引明細.
///
/// - Source: the layouts as banks publish them for their customers: header 1, data 2, trailer 8, end 9.
enum TransferRecord {
  /// Stored bytes of a record of most kinds; half-width kana take one each.
  static let width = 120
  /// The same of what banks tell: kinds 01 and 03.
  private static let wideWidth = 200

  /// Stored bytes of the records of a file.
  ///
  /// - Parameter header: Its first record, or the beginning of it.
  static func width(behind header: Span<UInt8>) -> Int {
    tells(header, kind: 0x31) || tells(header, kind: 0x33) ? wideWidth : width
  }

  /// The fields of a data record that are read.
  ///
  /// - Parameter header: The first record of the file.
  static func data(behind header: Span<UInt8>) -> [Field] {
    tells(header, kind: 0x31) ? incoming : tells(header, kind: 0x33) ? statement : data
  }

  /// Whether a header is that of kind 01 or 03.
  private static func tells(_ header: Span<UInt8>, kind: UInt8) -> Bool {
    header.count >= 3 && header[0] == 0x31 && header[1] == 0x30 && header[2] == kind
  }

  /// A field: its heading and its place in the record, in characters from 0.
  struct Field {
    var heading: String
    var start: Int
    var end: Int
  }

  /// Who orders the transfers.
  static let header = [
    Field(heading: "振込依頼人コード", start: 4, end: 14), Field(heading: "振込依頼人名", start: 14, end: 54),
  ]

  /// Who is paid, and where to.
  static let data = [
    Field(heading: "金融機関コード", start: 1, end: 5), Field(heading: "金融機関名", start: 5, end: 20),
    Field(heading: "支店コード", start: 20, end: 23), Field(heading: "支店名", start: 23, end: 38),
    Field(heading: "預金種目", start: 42, end: 43), Field(heading: "口座番号", start: 43, end: 50),
    Field(heading: "口座名義", start: 50, end: 80), Field(heading: "振込金額", start: 80, end: 90),
    Field(heading: "顧客コード1", start: 91, end: 101),
    Field(heading: "顧客コード2", start: 101, end: 111),
  ]

  /// Who has paid in (振込入金通知).
  private static let incoming = [
    Field(heading: "照会番号", start: 1, end: 7), Field(heading: "勘定日", start: 7, end: 13),
    Field(heading: "起算日", start: 13, end: 19), Field(heading: "金額", start: 19, end: 29),
    Field(heading: "振込依頼人コード", start: 39, end: 49), Field(heading: "振込依頼人名", start: 49, end: 97),
    Field(heading: "仕向銀行名", start: 97, end: 112), Field(heading: "仕向支店名", start: 112, end: 127),
  ]

  /// What an account took and gave (入出金取引明細).
  private static let statement = [
    Field(heading: "照会番号", start: 1, end: 9), Field(heading: "勘定日", start: 9, end: 15),
    Field(heading: "取引金額", start: 24, end: 36), Field(heading: "振込依頼人コード", start: 71, end: 81),
    Field(heading: "振込依頼人名", start: 81, end: 129), Field(heading: "仕向銀行名", start: 129, end: 144),
    Field(heading: "仕向支店名", start: 144, end: 159), Field(heading: "摘要", start: 159, end: 179),
  ]

  /// Whether a text begins with records of this kind, with line ends or without.
  ///
  /// - Parameters:
  ///   - text: Decoded.
  ///   - count: Bytes that are text.
  static func begins(_ text: Span<UInt8>, _ count: Int) -> Bool {
    guard count >= width, text[0] == 0x31 else { return false }
    let width = width(behind: text)
    var cells = 0
    var records = 0
    var index = 0
    var begin = 0
    while index < count, records < 8 {
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D || byte == 0x1A {
        guard cells == 0 else { return false }
        index += 1
        continue
      }
      if cells == 0 { begin = index }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      cells += 1
      index += length
      guard cells == width else { continue }
      guard isRecord(text, begin, isFirst: records == 0) else { return false }
      records += 1
      cells = 0
    }
    return records > 1
  }

  private static func isRecord(_ text: Span<UInt8>, _ start: Int, isFirst: Bool) -> Bool {
    var digits = 0
    while start + 1 + digits < text.count, digits < 13,
      text[start + 1 + digits] >= 0x30, text[start + 1 + digits] <= 0x39
    {
      digits += 1
    }
    switch text[start] {
    // Kind of transfer 2, code 1, customer 10.
    case 0x31: return isFirst && digits >= 13
    case 0x32: return !isFirst && digits >= 4
    case 0x38: return !isFirst && digits >= 13
    case 0x39: return !isFirst
    default: return false
    }
  }
}
