import Inventory

/// Reads settings: `[section]` and `key = value` become values, all other lines text.
struct INIWalk: LineWalk {
  private var tree = RecordTree(isJSON: false)
  private var section: String?

  init() { tree.beginRecord() }

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    guard place.isStart, place.isEnd, let line = TrimmedLine(text) else {
      return LinePump.push(text, place, into: sink)
    }
    let first = text[line.start]
    if first == 0x5B, text[line.end - 1] == 0x5D, line.end - line.start > 2 {
      let name = TrimmedLine.string(text, line.start + 1, line.end - 1)
      tree.beginRecord()
      section = name
      if ValueText.couldBeValue(name) {
        let bytes = Array(name.utf8)
        var offsets = LineOffsets(place)
        tree.push(
          bytes.span, keys: ["section"], offsets.place(of: line.start + 1, in: text), isKey: true,
          into: sink)
      }
      return
    }
    guard first != 0x3B, first != 0x23,
      let sign = TrimmedLine.find(0x3D, text, line.start, line.end), sign > line.start,
      sign - line.start <= 256
    else { return LinePump.push(text, place, into: sink) }
    let key = TrimmedLine.trimmed(text, line.start, sign)
    let value = TrimmedLine.unquoted(text, TrimmedLine.trimmed(text, sign + 1, line.end))
    let name = TrimmedLine.string(text, key.start, key.end)
    let keys = (section.map { [$0] } ?? []) + [name]
    var offsets = LineOffsets(place)
    if ValueText.couldBeValue(name) {
      tree.push(
        text.extracting(key.start..<key.end), keys: keys, offsets.place(of: key.start, in: text),
        isKey: true, into: sink)
    }
    tree.push(
      text.extracting(value.start..<value.end), keys: keys,
      offsets.place(of: value.start, in: text), into: sink)
  }

  mutating func finish(into sink: any CellSink) {}
}

/// A line without the blanks at its ends.
struct TrimmedLine {
  var start: Int
  var end: Int

  init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// `nil` for a line of blanks.
  init?(_ text: Span<UInt8>) {
    self = Self.trimmed(text, 0, text.count)
    if start == end { return nil }
  }

  static func trimmed(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> TrimmedLine {
    var start = start
    var end = end
    while start < end, ValueText.isBlank(text[start]) { start += 1 }
    while end > start, ValueText.isBlank(text[end - 1]) { end -= 1 }
    return TrimmedLine(start: start, end: end)
  }

  /// Without the quotes around it, if it has them.
  static func unquoted(_ text: Span<UInt8>, _ line: TrimmedLine) -> TrimmedLine {
    guard line.end - line.start >= 2, text[line.start] == 0x22 || text[line.start] == 0x27,
      text[line.end - 1] == text[line.start]
    else { return line }
    return TrimmedLine(start: line.start + 1, end: line.end - 1)
  }

  static func find(_ byte: UInt8, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    for index in start..<end where text[index] == byte { return index }
    return nil
  }

  static func string(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var bytes: [UInt8] = []
    for index in start..<end { bytes.append(text[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
