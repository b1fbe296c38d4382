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
    "姓", "名", "セイ", "メイ", "生年月日", "性別", "番地", "市区町村", "都道府県", "郵便番号", "住所", "電話番号",
  ]

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
    for heading in Self.headings {
      writer.cell(Array(heading.utf8).span, line: place.line, offset: place.offset, into: sink)
    }
    writer.endRow(into: sink)
  }

  /// What stands under each heading.
  private static func patient(_ text: Span<UInt8>) -> [Range<Int>] {
    let fields = parts(text, 0..<text.count, at: 0x7C)
    func field(_ number: Int) -> Range<Int> {
      number < fields.count ? fields[number] : text.count..<text.count
    }
    func component(_ number: Int, of components: [Range<Int>]) -> Range<Int> {
      number < components.count ? components[number] : text.count..<text.count
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
    ]
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
