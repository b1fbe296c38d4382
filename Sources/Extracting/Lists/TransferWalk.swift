import Inventory

/// Reads files of bank transfers as tables whose headings are those of the standard.
struct TransferWalk: LineWalk {
  private var writer = TableWriter()
  private var record: [UInt8] = []
  private var cells = 0
  private var place = LinePlace(line: 1, offset: 0)
  private var width = TransferRecord.width
  private var data: [TransferRecord.Field] = TransferRecord.data
  /// Whether the open table is that of the data records.
  private var isData = false

  init() {}

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    var offsets = LineOffsets(place)
    var index = 0
    while index < text.count {
      if cells == 0 {
        self.place = offsets.place(of: index, in: text)
        self.place.isEnd = true
        self.place.charactersBefore = 0
      }
      let widths = TextOrigin.widths(at: index, in: text, as: place.width)
      for byte in index..<min(index + widths.decoded, text.count) { record.append(text[byte]) }
      cells += 1
      index += widths.decoded
      if cells == 3, record[0] == 0x31 { width = TransferRecord.width(behind: record.span) }
      if cells == width { endRecord(into: sink) }
    }
    // A record that the line's end cuts short is no record.
    if place.isEnd, cells > 0 { endRecord(into: sink) }
  }

  mutating func finish(into sink: any CellSink) {
    if cells > 0 { endRecord(into: sink) }
    writer.end(into: sink)
  }

  private mutating func endRecord(into sink: any CellSink) {
    defer {
      record.removeAll(keepingCapacity: true)
      cells = 0
    }
    // Some files lose the blanks at the end of each line.
    guard cells >= 50 || record.first == 0x39 else {
      return LinePump.push(record.span, place, into: sink)
    }
    switch record.first {
    case 0x31:
      data = TransferRecord.data(behind: record.span)
      // The header of what a bank tells names the account that the file is of.
      guard width == TransferRecord.width else {
        isData = false
        return LinePump.push(record.span, place, into: sink)
      }
      begin(TransferRecord.header, into: sink)
      isData = false
      write(TransferRecord.header, into: sink)
    case 0x32:
      if !writer.isOpen || !isData { begin(data, into: sink) }
      isData = true
      write(data, into: sink)
    // Counts and sums.
    case 0x38, 0x39: break
    default: LinePump.push(record.span, place, into: sink)
    }
  }

  private mutating func begin(_ fields: [TransferRecord.Field], into sink: any CellSink) {
    writer.begin(TableHint(firstRowIsHeading: true), namesColumns: true, into: sink)
    for field in fields {
      writer.cell(
        Array(field.heading.utf8).span, line: place.line, offset: place.offset, into: sink)
    }
    writer.endRow(into: sink)
  }

  private mutating func write(_ fields: [TransferRecord.Field], into sink: any CellSink) {
    let record = record
    let place = place
    let text = record.span
    var index = 0
    var cell = 0
    var offsets = LineOffsets(place)
    func advance(to wanted: Int) {
      while cell < wanted, index < text.count {
        index += TextOrigin.widths(at: index, in: text, as: place.width).decoded
        cell += 1
      }
    }
    for field in fields {
      advance(to: field.start)
      let start = index
      let offset = offsets.stored(of: index, in: text)
      advance(to: field.end)
      var end = min(index, text.count)
      while end > start, text[end - 1] == 0x20 { end -= 1 }
      writer.cell(
        text.extracting(min(start, end)..<end), line: place.line, offset: offset, into: sink)
    }
    writer.endRow(into: sink)
  }
}
