import Inventory

/// Reads records that are handed in to authorities as tables, under headings that their layouts give.
struct FiledRecordWalk: LineWalk {
  /// Bytes of the longest record; a longer line is read as text.
  private static var longestRecord: Int { 65_536 }

  private let kind: FiledRecord
  private var writer = TableWriter()
  /// Whether the records of a notice have begun.
  private var isInData: Bool
  /// The code of the form whose table is open, and how many fields its first record has.
  private var form: (code: [UInt8], fields: Int) = ([], 0)
  /// The fields of the form in which My Numbers have stood so far; the first record may lack one that a later has.
  private var numbered: Set<Int> = []

  init(_ kind: FiledRecord) {
    self.kind = kind
    isInData = kind != .insurance
  }

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    guard isInData, place.isStart, place.isEnd, text.count <= Self.longestRecord else {
      if place.isStart, place.isEnd, text.begins(0..<text.count, with: FiledRecord.dataMark) {
        isInData = true
      }
      return LinePump.push(text, place, into: sink)
    }
    let fields = FiledRecord.fields(text, 0..<text.count)
    guard kind.known(text, fields) != nil else {
      return LinePump.push(text, place, into: sink)
    }
    let code = LinePump.copy(text.extracting(fields[0]))
    let isAnother = !writer.isOpen || form.code != code || form.fields != fields.count
    if isAnother { numbered = [] }
    let numbers = kind.numbers(text, fields)
    if isAnother || !numbered.isSuperset(of: numbers) {
      form = (code, fields.count)
      numbered.formUnion(numbers)
      begin(kind.headings(of: text, fields, numbers: numbered), place, into: sink)
    }
    writer.row(text, fields, place, into: sink)
  }

  mutating func finish(into sink: any CellSink) { writer.end(into: sink) }

  private mutating func begin(
    _ headings: [String], _ place: LinePlace, into sink: any CellSink
  ) {
    writer.begin(TableHint(firstRowIsHeading: true), namesColumns: true, into: sink)
    for heading in headings {
      writer.cell(Array(heading.utf8).span, line: place.line, offset: place.offset, into: sink)
    }
    writer.endRow(into: sink)
  }
}
