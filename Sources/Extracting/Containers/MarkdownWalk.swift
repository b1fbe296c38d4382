import Inventory

/// Reads Markdown: its tables become tables, everything else lines.
struct MarkdownWalk: LineWalk {
  /// Bytes of a line that can head a table.
  private static var longestHeading: Int { 65_536 }

  private var pending: [UInt8]?
  private var pendingPlace = LinePlace(line: 1, offset: 0)
  private var writer = TableWriter()

  init() {}

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    let isWhole = place.isStart && place.isEnd && text.count <= Self.longestHeading
    let hasBar = isWhole && Self.hasBar(text)
    if writer.isOpen {
      if hasBar { return write(text, place, into: sink) }
      writer.end(into: sink)
    }
    if let heading = pending, isWhole, Self.isRule(text) {
      pending = nil
      writer.begin(TableHint(firstRowIsHeading: true), into: sink)
      return write(heading.span, pendingPlace, into: sink)
    }
    flush(into: sink)
    if hasBar {
      var bytes: [UInt8] = []
      for index in text.indices { bytes.append(text[index]) }
      pending = bytes
      pendingPlace = place
    } else {
      LinePump.push(text, place, into: sink)
    }
  }

  mutating func finish(into sink: any CellSink) {
    writer.end(into: sink)
    flush(into: sink)
  }

  private mutating func flush(into sink: any CellSink) {
    guard let line = pending else { return }
    pending = nil
    LinePump.push(line.span, pendingPlace, into: sink)
  }

  private mutating func write(
    _ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink
  ) {
    var end = text.count
    while end > 0, ValueText.isBlank(text[end - 1]) { end -= 1 }
    var start = 0
    while start < end, ValueText.isBlank(text[start]) { start += 1 }
    if start < end, text[start] == 0x7C { start += 1 }
    if end > start, text[end - 1] == 0x7C, end - 2 < start || text[end - 2] != 0x5C { end -= 1 }
    var offsets = LineOffsets(place)
    var cell: [UInt8] = []
    var cellStart = start
    var index = start
    while index < end {
      if text[index] == 0x7C {
        writeCell(cell, place.line, cellStart, text, &offsets, into: sink)
        cell = []
        cellStart = index + 1
      } else if text[index] == 0x5C, index + 1 < end, text[index + 1] == 0x7C {
        cell.append(0x7C)
        index += 1
      } else {
        cell.append(text[index])
      }
      index += 1
    }
    writeCell(cell, place.line, cellStart, text, &offsets, into: sink)
    writer.endRow(into: sink)
  }

  private mutating func writeCell(
    _ cell: [UInt8], _ line: Int, _ start: Int, _ text: Span<UInt8>, _ offsets: inout LineOffsets,
    into sink: any CellSink
  ) {
    let blanks = cell.prefix { ValueText.isBlank($0) }.count
    var trimmed = Array(cell.dropFirst(blanks))
    while let last = trimmed.last, ValueText.isBlank(last) { trimmed.removeLast() }
    writer.cell(
      trimmed.span, line: line, offset: offsets.stored(of: start + blanks, in: text),
      into: sink)
  }

  private static func hasBar(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == 0x7C { return true }
    return false
  }

  /// Whether a line is the rule below a heading: `|---|:--:|`.
  private static func isRule(_ text: Span<UInt8>) -> Bool {
    var bars = 0
    var dashes = 0
    for index in text.indices {
      switch text[index] {
      case 0x7C: bars += 1
      case 0x2D: dashes += 1
      case 0x3A, 0x20, 0x09: break
      default: return false
      }
    }
    return bars > 0 && dashes > 1
  }
}
