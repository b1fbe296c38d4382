/// Records without headings that companies hand in to authorities, and that hold My Numbers: notices of social insurance
/// (届書, `[kanri]` and `[data]`), and statutory reports of payments (法定調書, 給与支払報告書).
///
/// - Source: the layouts as the Japan Pension Service and municipalities publish them for those who write the files.
enum FiledRecord: Equatable {
  /// A notice to the pension office: behind `[data]` each line is a record that begins with the code of its form.
  case insurance
  /// A report to a tax office or municipality: each line is a record that begins with the three digits of its kind.
  case payment

  /// Fields of a record at most.
  static let mostFields = 512

  /// Which of them a text is; `nil` for any other.
  static func kind(of lines: SampleLines) -> FiledRecord? {
    let text = lines.bytes.span
    guard let first = lines.firstFilled,
      isDigit(text[first.lowerBound]) || text[first.lowerBound] == 0x22
    else { return nil }
    if isInsurance(text, lines) { return .insurance }
    let sample = lines.filled.prefix(16)
    return sample.allSatisfy { isPayment(text, $0) } ? .payment : nil
  }

  /// Whether the first line tells office, day and kind of a notice, and `[kanri]` follows.
  private static func isInsurance(_ text: Span<UInt8>, _ lines: SampleLines) -> Bool {
    guard lines.filled.count >= 2, let first = lines.firstFilled else { return false }
    let second = lines.filled[1]
    guard text.begins(second, with: managementMark), second.count == managementMark.count else {
      return false
    }
    let fields = fields(text, first)
    guard (5...6).contains(fields.count), let kind = fields.last, kind.count == 5 else {
      return false
    }
    return isNumber(text, kind)
  }

  /// Whether a line is a record of a payment: kind, reporter with address, correction or not, year, payee with address.
  private static func isPayment(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let fields = fields(text, line)
    guard fields.count >= 20, fields[0].count == 3, isNumber(text, fields[0]),
      text[fields[0].lowerBound] == 0x33, fields[9].count <= 1, isNumber(text, fields[9]),
      fields[10].count == 2, isNumber(text, fields[10])
    else { return false }
    return namesPlace(text, fields[3]) && fields[4].count >= 6 && namesPlace(text, fields[11])
  }

  private static let managementMark = TextSniffer.word("[kanri]")
  /// What stands above the records of a notice.
  static let dataMark = TextSniffer.word("[data]")

  // MARK: - Fields

  /// The fields of a line, quotes around them left out.
  static func fields(_ text: Span<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = line.lowerBound
    var isQuoted = false
    for index in line.lowerBound...line.upperBound {
      if index < line.upperBound {
        if text[index] == 0x22 { isQuoted.toggle() }
        guard text[index] == 0x2C, !isQuoted, fields.count + 1 < mostFields else { continue }
      }
      let field = TrimmedLine.unquoted(text, TrimmedLine.trimmed(text, start, index))
      fields.append(field.start..<field.end)
      start = index + 1
    }
    return fields
  }

  static func isNumber(_ text: Span<UInt8>, _ field: Range<Int>) -> Bool {
    field.allSatisfy { isDigit(text[$0]) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether one of the words that end the names of prefectures and municipalities stands in a field.
  private static func namesPlace(_ text: Span<UInt8>, _ field: Range<Int>) -> Bool {
    field.dropLast(2).contains { index in
      placeWords.contains { text.begins(index..<field.upperBound, with: $0) }
    }
  }

  private static let placeWords = ["都", "道", "府", "県", "市", "区", "町", "村"].map {
    Array($0.utf8)
  }

  // MARK: - Headings

  /// The headings of a record's fields: those whose place the layout fixes, those that their shape tells, and a number for
  /// all others.
  func headings(of text: Span<UInt8>, _ fields: [Range<Int>]) -> [String] {
    var headings = fields.indices.map { "項目\($0 + 1)" }
    let known = self == .payment ? Self.paymentHeadings : Self.insuranceHeadings
    for (place, heading) in known where place < headings.count { headings[place] = heading }
    for place in fields.indices where isNumber(text, fields, place, digits: 12) {
      headings[place] = "個人番号"
    }
    guard self == .insurance else { return headings }
    nameParts(text, fields, &headings)
    return headings
  }

  private func isNumber(
    _ text: Span<UInt8>, _ fields: [Range<Int>], _ place: Int, digits: Int
  ) -> Bool {
    place < fields.count && fields[place].count == digits && Self.isNumber(text, fields[place])
  }

  /// Names, of which the reading in half-width kana comes first, and numbers that a notice writes in two fields: the basic
  /// pension number, postal codes, and the date of birth, which is the first date.
  private func nameParts(
    _ text: Span<UInt8>, _ fields: [Range<Int>], _ headings: inout [String]
  ) {
    var hasBirth = false
    for place in fields.indices.dropFirst(3) {
      if isName(text, fields, place) {
        headings[place] = "氏名カナ"
        headings[place + 1] = "氏名"
      } else if isNumber(text, fields, place, digits: 4),
        isNumber(text, fields, place + 1, digits: 6)
      {
        headings[place] = "基礎年金番号1"
        headings[place + 1] = "基礎年金番号2"
      } else if isNumber(text, fields, place, digits: 3),
        isNumber(text, fields, place + 1, digits: 4)
      {
        headings[place] = "郵便番号1"
        headings[place + 1] = "郵便番号2"
      } else if !hasBirth, isNumber(text, fields, place, digits: 1),
        isNumber(text, fields, place + 1, digits: 6)
      {
        hasBirth = true
        headings[place] = "生年月日元号"
        headings[place + 1] = "生年月日"
      }
    }
  }

  /// Whether a field is a name in half-width kana, and the next the same in kanji: parted by one blank, and by a full-width one.
  private func isName(_ text: Span<UInt8>, _ fields: [Range<Int>], _ place: Int) -> Bool {
    guard place + 1 < fields.count, fields[place].count <= 100, fields[place + 1].count <= 60 else {
      return false
    }
    var blanks = 0
    for index in fields[place] {
      if text[index] == 0x20 { blanks += 1 }
      // Half-width kana are EF BD A1 to EF BE 9F.
      guard text[index] == 0x20 || text[index] >= 0x80 else { return false }
    }
    guard blanks == 1, text[fields[place].lowerBound] == 0xEF else { return false }
    return fields[place + 1].dropLast(2).contains {
      text[$0] == 0xE3 && text[$0 + 1] == 0x80 && text[$0 + 2] == 0x80
    }
  }

  /// By place, from 0.
  private static let insuranceHeadings = [0: "様式コード"]

  private static let paymentHeadings = [
    0: "法定資料の種類", 1: "整理番号1", 2: "本支店等区分番号", 3: "提出義務者の住所", 4: "提出義務者の名称",
    5: "提出義務者の電話番号", 6: "整理番号2", 9: "訂正表示", 10: "年分", 11: "支払を受ける者の住所", 13: "支払を受ける者の氏名",
  ]
}
