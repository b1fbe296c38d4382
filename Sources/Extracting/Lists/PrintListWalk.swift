import Inventory

/// Reads lists as they are printed: a heading line, rows whose fields stand apart by blanks, page headings in between.
///
/// Rows become tables; every other line is running text.
struct PrintListWalk: LineWalk {
  private static var longestRow: Int { 8_192 }

  private var writer = TableWriter()
  private var fields = BlankFields()
  /// The heading line that waits for its first row, and the one of the open table.
  private var waiting: (text: [UInt8], fields: [Range<Int>], place: LinePlace)?
  private var heading: [UInt8] = []
  /// A line of as many fields as a row that begins a page: a title if the heading follows.
  private var held: (text: [UInt8], fields: [Range<Int>], place: LinePlace)?
  private var beginsPage = false
  private var columns = 0

  init() {}

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    guard place.isStart, place.isEnd, text.count <= Self.longestRow else {
      releaseHeld(into: sink)
      flush(into: sink)
      writer.end(into: sink)
      return LinePump.push(text, place, into: sink)
    }
    fields.split(text)
    switch fields.role(in: text) {
    case .blank:
      releaseHeld(into: sink)
      beginsPage = true
      return
    case .rule: break
    case .heading:
      let bytes = LinePump.copy(text)
      if let title = held, bytes == heading {
        held = nil
        LinePump.push(title.text.span, title.place, into: sink)
      }
      releaseHeld(into: sink)
      if writer.isOpen {
        // The heading of the next page is no row.
        if bytes == heading {
          beginsPage = false
          return
        }
        if fields.ranges.count == columns {
          return writer.row(text, fields.ranges, place, into: sink)
        }
        writer.end(into: sink)
      }
      flush(into: sink)
      waiting = (bytes, fields.ranges, place)
    case .data:
      releaseHeld(into: sink)
      if let first = waiting, first.fields.count == fields.ranges.count {
        waiting = nil
        writer.begin(TableHint(firstRowIsHeading: true), into: sink)
        heading = first.text
        columns = first.fields.count
        writer.row(first.text.span, first.fields, first.place, into: sink)
        return writer.row(text, fields.ranges, place, into: sink)
      }
      flush(into: sink)
      if writer.isOpen, beginsPage, fields.ranges.count == columns {
        held = (LinePump.copy(text), fields.ranges, place)
      } else if writer.isOpen, fields.ranges.count == columns {
        writer.row(text, fields.ranges, place, into: sink)
      } else {
        pushBeside(text, place, into: sink)
      }
    case .other:
      releaseHeld(into: sink)
      flush(into: sink)
      pushBeside(text, place, into: sink)
    }
    beginsPage = false
  }

  mutating func finish(into sink: any CellSink) {
    releaseHeld(into: sink)
    flush(into: sink)
    writer.end(into: sink)
  }

  /// Pushes a title or remark; the table goes on behind it.
  private func pushBeside(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    LinePump.push(text, place, into: sink)
  }

  /// Writes the line that was held back as the row that it turned out to be.
  private mutating func releaseHeld(into sink: any CellSink) {
    guard let line = held else { return }
    held = nil
    writer.row(line.text.span, line.fields, line.place, into: sink)
  }

  private mutating func flush(into sink: any CellSink) {
    guard let line = waiting else { return }
    waiting = nil
    LinePump.push(line.text.span, line.place, into: sink)
  }

  /// Whether the first lines of a text are mostly rows below a heading with the same number of fields.
  ///
  /// - Parameter sample: The first lines.
  static func fits(_ sample: SampleLines) -> Bool {
    let text = sample.bytes.span
    let lines = sample.filled
    // Three rows at least, told by their blanks before anything is split.
    guard lines.count >= 3, BlankFields.mayHaveFields(text, sample.count),
      BlankFields.linesWithFields(text, lines, upTo: 3) == 3
    else { return false }
    var fields = BlankFields()
    var named = 0
    var waiting = 0
    var rows = 0
    var counted = 0
    for line in lines where line.count <= longestRow {
      let line = text.extracting(line)
      fields.split(line)
      switch fields.role(in: line) {
      case .blank, .rule: continue
      case .heading: waiting = fields.ranges.count
      case .data:
        if waiting == fields.ranges.count { named = waiting }
        waiting = 0
        if named > 1, fields.ranges.count == named { rows += 1 }
      case .other: waiting = 0
      }
      counted += 1
    }
    return rows >= 3 && named >= 3 && rows * 2 >= counted
  }
}
