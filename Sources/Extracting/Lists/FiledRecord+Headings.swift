/// What the fields of records for authorities are called.
extension FiledRecord {
  /// The headings of a record's fields: those whose place the layout fixes, those that their shape tells, and a number for
  /// all others.
  ///
  /// - Parameter numbers: The fields that hold My Numbers, also where this record has none.
  func headings(
    of text: Span<UInt8>, _ fields: [Range<Int>], numbers: Set<Int>
  ) -> [String] {
    let known = known(text, fields) ?? [:]
    var headings = fields.indices.map { "項目\($0 + 1)" }
    for (place, heading) in known where place < headings.count { headings[place] = heading }
    for place in numbers { headings[place] = "個人番号" }
    guard self == .insurance else { return headings }
    nameParts(text, fields, &headings)
    return headings
  }

  /// The fields that hold My Numbers.
  ///
  /// No other number of these records has twelve digits, and claims have none.
  func numbers(_ text: Span<UInt8>, _ fields: [Range<Int>]) -> [Int] {
    self == .claim ? [] : fields.indices.filter { isNumber(text, fields, $0, digits: 12) }
  }

  /// What the layout says of the record that a line is, by place, from 0; `nil` when it is none that is known.
  func known(_ text: Span<UInt8>, _ fields: [Range<Int>]) -> [Int: String]? {
    switch self {
    case .insurance:
      fields.count >= 8 && Self.isNumber(text, fields[0]) ? [0: "様式コード"] : nil
    case .payment: fields.count >= 8 && Self.isNumber(text, fields[0]) ? Self.paymentHeadings : nil
    case .claim: Self.claimHeadings.first { text.begins(fields[0], with: $0.code) }?.headings
    }
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

  private static let claimHeadings: [(code: [UInt8], headings: [Int: String])] = [
    ("RE", [1: "レセプト番号", 2: "レセプト種別", 3: "診療年月", 4: "氏名", 5: "男女区分", 6: "生年月日"]),
    ("HO", [1: "保険者番号", 2: "被保険者証記号", 3: "被保険者証番号", 4: "診療実日数", 5: "合計点数"]),
    ("KO", [1: "公費負担者番号", 2: "公費受給者番号"]),
    ("SY", [1: "傷病名コード", 2: "診療開始日", 3: "転帰区分", 4: "修飾語コード", 5: "傷病名"]),
  ].map { (Array($0.0.utf8), $0.1) }

  private static let paymentHeadings = [
    0: "法定資料の種類", 1: "整理番号1", 2: "本支店等区分番号", 3: "提出義務者の住所", 4: "提出義務者の名称",
    5: "提出義務者の電話番号", 6: "整理番号2", 9: "訂正表示", 10: "年分", 11: "支払を受ける者の住所", 13: "支払を受ける者の氏名",
  ]
}
