import XMLPush

/// Writes events down as lines of text; adjoining text is joined, so that the record does not depend on how the input was cut.
struct Recorder {
  var names: [String] = []
  var lines: [String] = []
  var positions: [XMLPosition] = []
  private var pending: [UInt8] = []
  private var open: [Int] = []

  mutating func take(_ events: Span<XMLEvent>, _ bytes: Span<UInt8>, _ newNames: [String]) {
    for spelling in newNames { name(names.count, spelling) }
    for index in events.indices {
      let event = events[index]
      let text = bytes.extracting(Int(event.start)..<Int(event.end))
      let name = Int(event.name)
      switch event.kind {
      case .startElement: startElement(name, at: event.position)
      case .attribute: attribute(name, text, at: event.position)
      case .text: self.text(text, at: event.position)
      case .endElement: endElement(at: event.position)
      case .leaf:
        let tag = names[name].utf8.count + 2
        startElement(
          name, at: XMLPosition(offset: event.position.offset - tag, line: event.position.line))
        var end = event.position
        end.offset += text.count + tag + 1
        if !text.isEmpty { self.text(text, at: event.position) }
        for index in text.indices where text[index] == 0x0A { end.line += 1 }
        endElement(at: end)
      case .remark(let kind): remark(kind, text, at: event.position)
      }
    }
  }

  mutating func name(_ number: Int, _ spelling: String) { names.append(spelling) }

  mutating func startElement(_ name: Int, at position: XMLPosition) {
    flush()
    open.append(name)
    add("<\(names[name])", position)
  }

  mutating func attribute(
    _ name: Int, _ value: Span<UInt8>, at position: XMLPosition
  ) {
    add("@\(names[name])=\(string(value))", position)
  }

  mutating func text(_ text: Span<UInt8>, at position: XMLPosition) {
    if pending.isEmpty { positions.append(position) }
    for index in text.indices { pending.append(text[index]) }
  }

  mutating func endElement(at position: XMLPosition) {
    flush()
    let name = open.removeLast()
    add(">\(names[name])", position)
  }

  mutating func remark(
    _ kind: XMLRemark, _ text: Span<UInt8>, at position: XMLPosition
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
///
/// - Parameter byLibrary: Whether the library is to read all of it.
func record(
  _ text: [UInt8], pieces: Int = .max, byLibrary: Bool = false
) -> (recorder: Recorder, stop: XMLStop?) {
  var parser = XMLPushParser(readsPlainContent: !byLibrary)
  var recorder = Recorder()
  var start = 0
  while start < text.count {
    let end = pieces == .max ? text.count : min(start + pieces, text.count)
    if parser.feed(text.span.extracting(start..<end), { recorder.take($0, $1, $2) }) != nil {
      break
    }
    start = end
  }
  let stop = parser.finish { recorder.take($0, $1, $2) }
  recorder.flush()
  return (recorder, stop)
}

func record(_ text: String, pieces: Int = .max) -> (recorder: Recorder, stop: XMLStop?) {
  record(Array(text.utf8), pieces: pieces)
}
