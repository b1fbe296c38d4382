import XMLPush

/// Writes events down as lines of text; adjoining text is joined, so that the record does not depend on how the input was cut.
struct Recorder: XMLHandler {
  var names: [String] = []
  var lines: [String] = []
  var positions: [XMLPosition] = []
  private var pending: [UInt8] = []
  private var open: [Int] = []

  mutating func name(_ number: Int, _ spelling: String) { names.append(spelling) }

  mutating func startElement(_ name: Int, at position: XMLPosition, to target: inout Void) {
    flush()
    open.append(name)
    add("<\(names[name])", position)
  }

  mutating func attribute(
    _ name: Int, _ value: Span<UInt8>, at position: XMLPosition, to target: inout Void
  ) {
    add("@\(names[name])=\(string(value))", position)
  }

  mutating func text(_ text: Span<UInt8>, at position: XMLPosition, to target: inout Void) {
    if pending.isEmpty { positions.append(position) }
    for index in text.indices { pending.append(text[index]) }
  }

  mutating func endElement(at position: XMLPosition, to target: inout Void) {
    flush()
    let name = open.removeLast()
    add(">\(names[name])", position)
  }

  mutating func remark(
    _ kind: XMLRemark, _ text: Span<UInt8>, at position: XMLPosition, to target: inout Void
  ) {
    flush()
    add("\(kind):\(string(text))", position)
  }

  mutating func flush() {
    guard !pending.isEmpty else { return }
    lines.append("'" + String(decoding: pending, as: UTF8.self))
    pending = []
  }

  private mutating func add(_ line: String, _ position: XMLPosition) {
    lines.append(line)
    positions.append(position)
  }

  private func string(_ span: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    for index in span.indices { bytes.append(span[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Parses a text in pieces of a size and writes down what happened.
func record(_ text: [UInt8], pieces: Int = .max) -> (recorder: Recorder, stop: XMLStop?) {
  var parser = XMLPushParser()
  var recorder = Recorder()
  var nowhere: Void = ()
  var start = 0
  while start < text.count {
    let end = pieces == .max ? text.count : min(start + pieces, text.count)
    if parser.feed(text.span.extracting(start..<end), into: &recorder, to: &nowhere) != nil {
      break
    }
    start = end
  }
  let stop = parser.finish(into: &recorder, to: &nowhere)
  recorder.flush()
  return (recorder, stop)
}

func record(_ text: String, pieces: Int = .max) -> (recorder: Recorder, stop: XMLStop?) {
  record(Array(text.utf8), pieces: pieces)
}
