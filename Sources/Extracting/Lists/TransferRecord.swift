/// The records of 120 characters in which banks take transfers (全銀協規定フォーマット, 総合振込 and 給与振込).
///
/// - Source: the layout as banks publish it for their customers: header 1, data 2, trailer 8, end 9.
enum TransferRecord {
  /// Stored bytes of a record; half-width kana take one each.
  static let width = 120

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

  /// Whether a text begins with records of this kind, with line ends or without.
  ///
  /// - Parameters:
  ///   - text: Decoded.
  ///   - count: Bytes that are text.
  static func begins(_ text: Span<UInt8>, _ count: Int) -> Bool {
    guard count >= width, text[0] == 0x31 else { return false }
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
