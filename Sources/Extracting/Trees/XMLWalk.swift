import Inventory
import XMLPush

/// Turns the events of an XML document into values under element paths.
struct XMLWalk<Sink: CellSink>: XMLHandler {
  private struct Name {
    var spelling: String
    var local: String
    var couldBeValue: Bool
  }

  /// An element that is open.
  private struct Frame {
    var path: Int
    /// Serial of the element instance.
    var serial: Int
    var hasChildren = false
  }

  /// Numbers of the names that no element has; those of elements and attributes are even and odd from 0.
  private enum SpecialName: Int {
    case comment = -2
    case instruction = -3
    case declaration = -4
  }

  /// Where offsets of the text lie in the file.
  var place = BlockPlace()
  private var paths = PathTable(isJSON: false)
  private var names: [Name] = []
  private var open: [Frame] = []
  private var serials = 0
  private var pending: [UInt8] = []
  private var pendingAt = XMLPosition(offset: 0, line: 1)
  /// Set when the paths have outgrown their table: nothing more can be placed.
  private(set) var isOverfull = false

  init() {}

  mutating func name(_ number: Int, _ spelling: String) {
    var local = spelling
    if let colon = spelling.utf8.lastIndex(of: 0x3A) {
      local = String(spelling[spelling.utf8.index(after: colon)...])
    }
    names.append(
      Name(
        spelling: spelling, local: local, couldBeValue: ValueText.couldBeValue(spelling)))
  }

  mutating func startElement(_ name: Int, at position: XMLPosition, to target: inout Sink) {
    flush(record: open.last?.serial ?? 0, to: &target)
    let parent = open.last?.path ?? -1
    let parentSerial = open.last?.serial ?? 0
    if !open.isEmpty { open[open.count - 1].hasChildren = true }
    serials += 1
    let spelling = names[name].spelling
    let path =
      paths.child(name * 2, of: parent)
      ?? add(name * 2, of: parent, component: spelling, heading: names[name].local)
    open.append(Frame(path: path, serial: serials))
    guard path >= 0 else { return }
    paths.enter(spelling, position: paths.nextPosition(of: path, within: parentSerial))
    if names[name].couldBeValue {
      let bytes = Array(spelling.utf8)
      push(bytes.span, path: path, record: parentSerial, at: position, isKey: true, to: &target)
    }
  }

  mutating func attribute(
    _ name: Int, _ value: Span<UInt8>, at position: XMLPosition, to target: inout Sink
  ) {
    guard let element = open.last, element.path >= 0 else { return }
    let component = "@" + names[name].spelling
    let path =
      paths.child(name * 2 + 1, of: element.path)
      ?? add(name * 2 + 1, of: element.path, component: component, heading: names[name].local)
    guard path >= 0 else { return }
    paths.enter(component, position: 0)
    if names[name].couldBeValue {
      let bytes = Array(names[name].spelling.utf8)
      push(
        bytes.span, path: path, record: element.serial, at: position, isKey: true, to: &target)
    }
    push(value, path: path, record: element.serial, at: position, to: &target)
    paths.leave()
  }

  mutating func text(_ text: Span<UInt8>, at position: XMLPosition, to target: inout Sink) {
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
      pushPiece(record: open.last?.serial ?? 0, to: &target)
    }
  }

  mutating func endElement(at position: XMLPosition, to target: inout Sink) {
    guard let frame = open.popLast() else { return }
    let parentSerial = open.last?.serial ?? 0
    open.append(frame)
    flush(record: frame.hasChildren ? frame.serial : parentSerial, to: &target)
    open.removeLast()
    if frame.path >= 0 { paths.leave() }
  }

  mutating func remark(
    _ kind: XMLRemark, _ text: Span<UInt8>, at position: XMLPosition, to target: inout Sink
  ) {
    let (name, component): (SpecialName, String) =
      switch kind {
      case .comment: (.comment, "comment()")
      case .instruction: (.instruction, "processing-instruction()")
      case .declaration: (.declaration, "declaration()")
      }
    let parent = open.last?.path ?? -1
    guard open.isEmpty || parent >= 0 else { return }
    let path =
      paths.child(name.rawValue, of: parent)
      ?? add(name.rawValue, of: parent, component: component, heading: "")
    guard path >= 0 else { return }
    paths.enter(component, position: 0)
    push(text, path: path, record: open.last?.serial ?? 0, at: position, to: &target)
    paths.leave()
  }

  /// Pushes what is left of the text of the innermost element.
  mutating func finish(to target: inout Sink) {
    flush(record: open.last?.serial ?? 0, to: &target)
  }

  private mutating func add(_ name: Int, of parent: Int, component: String, heading: String) -> Int
  {
    let spelling = paths.spelling(of: parent) + "/" + component
    guard !isOverfull, paths.hasRoom(for: spelling.utf8.count + heading.utf8.count) else {
      isOverfull = true
      return -1
    }
    return paths.add(name, of: parent, spelling: spelling, heading: heading)
  }

  private mutating func flush(record: Int, to target: inout Sink) {
    guard !pending.isEmpty else { return }
    var end = pending.count
    while end > 0, ValueText.isBlank(pending[end - 1]) { end -= 1 }
    if end > 0, let frame = open.last, frame.path >= 0 {
      let stored = place.storedOffset(of: pendingAt.offset)
      target.value(
        pending.span.extracting(0..<end),
        TreeValue(path: frame.path, record: record, line: pendingAt.line, byteOffset: stored),
        paths.positions)
    }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func pushPiece(record: Int, to target: inout Sink) {
    let end = ValueText.cut(Array(pending.prefix(ValueText.longestPiece)))
    let rest = Array(pending[end...])
    var lines = 0
    for byte in pending[..<end] where byte == 0x0A { lines += 1 }
    let next = XMLPosition(offset: pendingAt.offset + end, line: pendingAt.line + lines)
    pending.removeLast(pending.count - end)
    flush(record: record, to: &target)
    pending.append(contentsOf: rest)
    pendingAt = next
  }

  private mutating func push(
    _ text: Span<UInt8>, path: Int, record: Int, at position: XMLPosition, isKey: Bool = false,
    to target: inout Sink
  ) {
    guard !text.isEmpty else { return }
    target.value(
      text,
      TreeValue(
        path: path, record: record, line: position.line,
        byteOffset: place.storedOffset(of: position.offset), isKey: isKey), paths.positions)
  }
}
