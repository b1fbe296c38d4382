import Inventory

/// Reads messages of hospitals (HL7 version 2): of each, the segment that tells of the patient becomes a row under headings
/// that the standard gives, all others text.
///
/// - Source: HL7 version 2.5 3.4.2 (PID), 2.A (XPN, XAD, XTN), and what JAHIS writes in Japan: names once in kanji and once in
///   kana, the whole address as its eighth component, the whole telephone number as its twelfth.
struct MessageWalk: LineWalk {
  /// Bytes of the longest segment; a longer line is read as text.
  private static var longestSegment: Int { 65_536 }
  private static let headings = [
    "姓", "名", "セイ", "メイ", "生年月日", "性別", "番地", "市区町村", "都道府県", "郵便番号", "住所", "電話番号", "メール",
    // What else the first values of names, addresses and telephones hold.
    "PID-5", "PID-5", "住所", "住所", "電話番号", "PID-13",
  ]
  /// Fields of the segment; what stands behind them is one cell.
  private static let fieldCount = 39

  private var writer = TableWriter()

  /// Whether a text begins as messages do, with the usual delimiters.
  static func fits(_ lines: SampleLines) -> Bool {
    lines.firstFilled.map { lines.bytes.span.begins($0, with: headMark) } ?? false
  }

  private static let headMark = Array(#"MSH|^~\&|"#.utf8)
  private static let patientMark = Array("PID|".utf8)

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    guard place.isStart, place.isEnd, text.count <= Self.longestSegment,
      text.begins(0..<text.count, with: Self.patientMark)
    else { return LinePump.push(text, place, into: sink) }
    if !writer.isOpen { begin(place, into: sink) }
    writer.row(text, Self.patient(text), place, into: sink)
  }

  mutating func finish(into sink: any CellSink) { writer.end(into: sink) }

  private mutating func begin(_ place: LinePlace, into sink: any CellSink) {
    writer.begin(TableHint(firstRowIsHeading: true), namesColumns: true, into: sink)
    for heading in Self.headings + (1...Self.fieldCount).map(Self.heading(of:)) {
      writer.cell(Array(heading.utf8).span, line: place.line, offset: place.offset, into: sink)
    }
    writer.endRow(into: sink)
  }

  /// The heading of what is left of a field, or of a whole one.
  private static func heading(of field: Int) -> String {
    switch field {
    case 11: "住所"
    case 13, 14: "電話番号"
    default: "PID-\(field)"
    }
  }

  /// What stands under each heading: first what has one of its own, then everything else of each field.
  private static func patient(_ text: Span<UInt8>) -> [Range<Int>] {
    let fields = parts(text, 0..<text.count, at: 0x7C)
    func field(_ number: Int) -> Range<Int> {
      number < fields.count ? fields[number] : text.count..<text.count
    }
    func component(_ number: Int, of components: [Range<Int>]) -> Range<Int> {
      number < components.count ? components[number] : text.count..<text.count
    }
    func components(
      _ numbers: some RangeExpression<Int>, of components: [Range<Int>]
    ) -> Range<Int> {
      let all = components.indices.filter { numbers.contains($0) }
      guard let first = all.first, let last = all.last else { return text.count..<text.count }
      return components[first].lowerBound..<components[last].upperBound
    }
    let names = parts(text, field(5), at: 0x7E).map { parts(text, $0, at: 0x5E) }
    let kanji = names.first ?? []
    let kana = names.count > 1 ? names[1] : []
    let address = parts(text, first(text, field(11)), at: 0x5E)
    let phone = parts(text, first(text, field(13)), at: 0x5E)
    let whole = component(11, of: phone)
    return [
      component(0, of: kanji), component(1, of: kanji), component(0, of: kana),
      component(1, of: kana), field(7), field(8), component(0, of: address),
      component(2, of: address), component(3, of: address), component(4, of: address),
      component(7, of: address), whole.isEmpty ? component(0, of: phone) : whole,
      component(3, of: phone),
      components(2..., of: kanji), components(2..., of: kana), component(1, of: address),
      components(8..., of: address), components(4...10, of: phone), components(12..., of: phone),
    ] + (1...fieldCount).map { rest(of: $0, text, fields) }
  }

  /// What of a field has no heading of its own; of the last one with all that follows.
  private static func rest(
    of number: Int, _ text: Span<UInt8>, _ fields: [Range<Int>]
  ) -> Range<Int> {
    guard number < fields.count else { return text.count..<text.count }
    let field = fields[number]
    if number == fieldCount { return field.lowerBound..<text.count }
    switch number {
    case 7, 8: return field.upperBound..<field.upperBound
    case 5: return behind(2, text, field)
    case 11, 13: return behind(1, text, field)
    default: return field
    }
  }

  /// What stands behind the first values of a field.
  private static func behind(
    _ count: Int, _ text: Span<UInt8>, _ field: Range<Int>
  ) -> Range<Int> {
    let values = parts(text, field, at: 0x7E)
    return values.count > count
      ? values[count].lowerBound..<field.upperBound : field.upperBound..<field.upperBound
  }

  /// The first of several values of a field.
  private static func first(_ text: Span<UInt8>, _ field: Range<Int>) -> Range<Int> {
    parts(text, field, at: 0x7E).first ?? field
  }

  private static func parts(
    _ text: Span<UInt8>, _ range: Range<Int>, at delimiter: UInt8
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where text[index] == delimiter {
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<range.upperBound)
    return parts
  }
}
