import Inventory

/// Reads data in YAML's block form, line by line: keys by indentation, lists, quoted and folded scalars.
///
/// It is no parser of the whole language. What it does not understand is pushed as lines, so that nothing is lost.
struct YAMLWalk: LineWalk {
  private static var deepest: Int { 64 }

  private struct Level {
    var indent: Int
    var key: String
    var record: Int
  }

  private var tree = RecordTree(isJSON: true)
  private var levels: [Level] = []
  private var records = 0
  /// Indentation of the key whose scalar goes on over the following lines.
  private var scalarIndent: Int?

  init() {}

  mutating func take(_ text: Span<UInt8>, _ place: LinePlace, into sink: any CellSink) {
    guard place.isStart, place.isEnd, let line = TrimmedLine(text) else {
      return LinePump.push(text, place, into: sink)
    }
    var indent = line.start
    if let scalar = scalarIndent {
      if indent > scalar {
        return push(text, line, place, into: sink)
      }
      scalarIndent = nil
    }
    let first = text[line.start]
    if first == 0x23 || first == 0x25 { return LinePump.push(text, place, into: sink) }
    if line.end - line.start == 3, first == 0x2D, text[line.start + 1] == 0x2D {
      levels = []
      records += 1
      return
    }
    // `- ` begins an element of a list; what follows stands deeper.
    var start = line.start
    var isElement = false
    while start < line.end, text[start] == 0x2D,
      start + 1 == line.end || text[start + 1] == 0x20
    {
      close(to: indent)
      records += 1
      levels.append(Level(indent: indent, key: "", record: records))
      isElement = true
      start += 1
      while start < line.end, text[start] == 0x20 { start += 1 }
      indent = start
      if levels.count > Self.deepest { break }
    }
    guard start < line.end else { return }
    let rest = TrimmedLine(start: start, end: line.end)
    guard let colon = keyEnd(text, rest) else {
      if isElement || !levels.isEmpty && indent > (levels.last?.indent ?? 0) {
        return push(text, TrimmedLine.unquoted(text, rest), place, into: sink)
      }
      return LinePump.push(text, place, into: sink)
    }
    close(to: indent)
    let key = TrimmedLine.unquoted(text, TrimmedLine.trimmed(text, start, colon))
    let name = TrimmedLine.string(text, key.start, key.end)
    guard levels.count < Self.deepest else { return LinePump.push(text, place, into: sink) }
    if levels.isEmpty, records == 0 { records = 1 }
    if ValueText.couldBeValue(name) {
      var offsets = LineOffsets(place)
      tree.push(
        text.extracting(key.start..<key.end), keys: keys + ["*"], record: record,
        offsets.place(of: key.start, in: text), isKey: true, into: sink)
    }
    levels.append(Level(indent: indent, key: name, record: record))
    var value = TrimmedLine.trimmed(text, colon + 1, line.end)
    guard value.start < value.end else {
      records += 1
      levels[levels.count - 1].record = records
      return
    }
    let opening = text[value.start]
    if opening == 0x7C || opening == 0x3E, value.end - value.start <= 3 {
      scalarIndent = indent
      return
    }
    // A comment behind the value is text like the rest: it may name somebody.
    value = TrimmedLine.unquoted(text, value)
    push(text, value, place, into: sink)
  }

  mutating func finish(into sink: any CellSink) {}

  private var keys: [String] { levels.map(\.key).filter { !$0.isEmpty } }

  private var record: Int { levels.last?.record ?? records }

  private mutating func close(to indent: Int) {
    while let last = levels.last, last.indent >= indent { levels.removeLast() }
  }

  /// Pushes a scalar under the keys that are open.
  private mutating func push(
    _ text: Span<UInt8>, _ value: TrimmedLine, _ place: LinePlace, into sink: any CellSink
  ) {
    let keys = keys
    guard !keys.isEmpty else {
      return LinePump.push(text, place, into: sink)
    }
    var offsets = LineOffsets(place)
    tree.push(
      text.extracting(value.start..<value.end), keys: keys, record: record,
      offsets.place(of: value.start, in: text), into: sink)
  }

  /// Index of the colon behind a key: one with a blank or nothing after it, outside quotes.
  private func keyEnd(_ text: Span<UInt8>, _ line: TrimmedLine) -> Int? {
    var index = line.start
    if text[index] == 0x22 || text[index] == 0x27 {
      let quote = text[index]
      index += 1
      while index < line.end, text[index] != quote { index += 1 }
    }
    while index < line.end, index - line.start <= 256 {
      if text[index] == 0x3A, index > line.start,
        index + 1 == line.end || text[index + 1] == 0x20
      {
        return index
      }
      index += 1
    }
    return nil
  }
}
