/// Records without headings that are handed in to authorities: notices of social insurance (届書, `[kanri]` and `[data]`) and
/// statutory reports of payments (法定調書, 給与支払報告書), which hold My Numbers, and claims of medical fees (レセプト).
///
/// - Source: the layouts as the Japan Pension Service, municipalities and the Health Insurance Claims Review and
///   Reimbursement Services publish them for those who write the files.
enum FiledRecord: Equatable {
  /// A notice to the pension office: behind `[data]` each line is a record that begins with the code of its form.
  case insurance
  /// A report to a tax office or municipality: each line is a record that begins with the three digits of its kind.
  case payment
  /// A claim of medical fees: each line is a record that begins with two letters, several for each patient.
  case claim

  /// Fields of a record at most.
  static let mostFields = 512

  /// Which of them a text is; `nil` for any other.
  static func kind(of lines: SampleLines) -> FiledRecord? {
    let text = lines.bytes.span
    guard let first = lines.firstFilled else { return nil }
    if isClaim(text, lines) { return .claim }
    guard isDigit(text[first.lowerBound]) || text[first.lowerBound] == 0x22
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

  /// Whether the first records are those of an office and of a patient.
  private static func isClaim(_ text: Span<UInt8>, _ lines: SampleLines) -> Bool {
    guard lines.filled.count >= 3, let first = lines.firstFilled,
      officeMarks.contains(where: { text.begins(first, with: $0) })
    else { return false }
    let patient = lines.filled.dropFirst().prefix(4).first { text.begins($0, with: patientMark) }
    return patient.map { fields(text, $0).count >= 7 } ?? false
  }

  /// Hospitals and dentists, pharmacies, insurers; and a volume's own record.
  private static let officeMarks = ["IR,", "YK,", "UK,", "HI,"].map { Array($0.utf8) }
  private static let patientMark = Array("RE,".utf8)

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
}
