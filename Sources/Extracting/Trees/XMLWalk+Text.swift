import Inventory
import XMLPush

/// Text of elements: held back until its end is known, cut where it is long.
extension XMLWalk {
  /// Takes text that an element's beginning or end borders on both sides.
  mutating func wholeText(_ event: XMLEvent, _ text: Span<UInt8>, endsElement: Bool) {
    guard let frame = open.last, frame.path >= 0 else { return }
    var first = Int(event.start)
    while first < Int(event.end), ValueText.isBlank(text[first]) { first += 1 }
    guard first < Int(event.end) else { return }
    var record = frame.serial
    if endsElement, !frame.hasChildren { record = open.count > 1 ? open[open.count - 2].serial : 0 }
    let link = parentLink()
    add(
      event, text, path: frame.path, position: frame.position,
      parent: link < 0 ? -1 : block.parents[Int(link)].parent, record: record)
  }

  mutating func text(
    _ text: Span<UInt8>, at position: XMLPosition, into sink: any CellSink
  ) {
    var start = 0
    if pending.isEmpty {
      var line = position.line
      while start < text.count, ValueText.isBlank(text[start]) {
        if text[start] == 0x0A { line += 1 }
        start += 1
      }
      pendingAt = XMLPosition(offset: position.offset + start, line: line)
    }
    for index in start..<text.count { pending.append(text[index]) }
    while pending.count > ValueText.longestPiece {
      pushPiece(record: open.last?.serial ?? 0, into: sink)
    }
  }

  mutating func flush(record: Int, into sink: any CellSink) {
    guard !pending.isEmpty else { return }
    var end = pending.count
    while end > 0, ValueText.isBlank(pending[end - 1]) { end -= 1 }
    if end > 0, let frame = open.last, frame.path >= 0 {
      let stored = place.storedOffset(of: pendingAt.offset)
      sink.value(
        pending.span.extracting(0..<end),
        TreeValue(path: frame.path, record: record, line: pendingAt.line, byteOffset: stored),
        paths.positions)
    }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func pushPiece(record: Int, into sink: any CellSink) {
    let end = ValueText.cut(Array(pending.prefix(ValueText.longestPiece)))
    let rest = Array(pending[end...])
    var lines = 0
    for byte in pending[..<end] where byte == 0x0A { lines += 1 }
    let next = XMLPosition(offset: pendingAt.offset + end, line: pendingAt.line + lines)
    pending.removeLast(pending.count - end)
    flush(record: record, into: sink)
    pending.append(contentsOf: rest)
    pendingAt = next
  }

  mutating func push(
    _ text: Span<UInt8>, path: Int, record: Int, at position: XMLPosition, isKey: Bool = false,
    into sink: any CellSink
  ) {
    guard !text.isEmpty else { return }
    sink.value(
      text,
      TreeValue(
        path: path, record: record, line: position.line,
        byteOffset: place.storedOffset(of: position.offset), isKey: isKey), paths.positions)
  }
}
