import Inventory
import XMLPush

/// Turns the events of an XML document into values under element paths.
struct XMLWalk {
  struct Name {
    var spelling: String
    var local: String
    var couldBeValue: Bool
    var role: SpreadsheetRows.Role
  }

  /// An element that is open.
  struct Frame {
    var path: Int
    /// Which of its name it is within its parent; 1-based.
    var position = 0
    /// Serial of the element instance.
    var serial: Int
    var hasChildren = false
    /// Where it stands among the parents of the block of that number.
    var link: Int32 = -1
    var block = -1
  }

  /// Numbers of the names that no element has; those of elements and attributes are even and odd from 0.
  enum SpecialName: Int {
    case comment = -2
    case instruction = -3
    case declaration = -4
  }

  /// Where offsets of the text lie in the file.
  var place = BlockPlace()
  var paths = PathTable(isJSON: false)
  var names: [Name] = []
  var open: [Frame] = []
  /// Values that the sink gets together, and the number of blocks before them.
  var block = TreeBlock()
  var blocks = 0
  private var serials = 0
  var pending: [UInt8] = []
  var pendingAt = XMLPosition(offset: 0, line: 1)
  /// Where the paths outgrew their table: nothing from there on was pushed.
  var overfullAt: XMLPosition?
  /// The rows of the workbook that the document is; `nil` for any other.
  private var sheet: SpreadsheetRows?

  init() {}

  /// Takes the events of a piece.
  mutating func take(
    _ events: Span<XMLEvent>, _ text: Span<UInt8>, _ newNames: [String], into sink: any CellSink
  ) {
    for spelling in newNames { add(name: spelling) }
    let count = events.count
    for index in 0..<count {
      if overfullAt != nil { return }
      let event = events[index]
      if sheet != nil, takeCell(event, text, into: sink) { continue }
      switch event.kind {
      case .startElement:
        if isToldAtOnce(Int(event.name)) { emit(text, into: sink) }
        startElement(Int(event.name), at: event.position, into: sink)
      case .leaf:
        if isToldAtOnce(Int(event.name)) || Int(event.end - event.start) > ValueText.longestPiece {
          emit(text, into: sink)
          longLeaf(event, text, into: sink)
        } else {
          leaf(event, text, into: sink)
        }
      case .attribute:
        if isToldAtOnce(Int(event.name)) { emit(text, into: sink) }
        attribute(event, into: sink)
      case .text:
        let isWhole: Bool
        if pending.isEmpty, index + 1 < count {
          switch events[index + 1].kind {
          case .startElement, .endElement, .leaf: isWhole = true
          default: isWhole = false
          }
        } else {
          isWhole = false
        }
        let endsElement = isWhole && !events[index + 1].kind.isStart
        let piece = text.extracting(Int(event.start)..<Int(event.end))
        if isWhole, piece.count <= ValueText.longestPiece {
          wholeText(event, text, endsElement: endsElement)
        } else {
          emit(text, into: sink)
          self.text(piece, at: event.position, into: sink)
        }
      case .endElement:
        if !pending.isEmpty { emit(text, into: sink) }
        endElement(into: sink)
      case .remark(let kind): remark(kind, event)
      }
    }
    emit(text, into: sink)
  }

  /// Follows the rows of a workbook.
  ///
  /// - Returns: Whether the event is text of a cell, and no value of the tree.
  private mutating func takeCell(
    _ event: XMLEvent, _ text: Span<UInt8>, into sink: any CellSink
  ) -> Bool {
    let depth = open.count
    let offset = place.storedOffset(of: event.position.offset)
    switch event.kind {
    case .startElement:
      sheet?.begin(
        names[Int(event.name)].role, depth: depth + 1, line: event.position.line, offset: offset,
        into: sink)
    case .attribute:
      sheet?.attribute(
        names[Int(event.name)].role, text.extracting(Int(event.start)..<Int(event.end)),
        depth: depth)
    case .leaf, .text:
      let role = event.kind.isLeaf ? names[Int(event.name)].role : .other
      guard let sheet, sheet.takesText(of: role, depth: depth + 1) else { return false }
      self.sheet?.append(
        text.extracting(Int(event.start)..<Int(event.end)), line: event.position.line,
        offset: offset)
      return true
    case .endElement: sheet?.end(depth: depth, into: sink)
    case .remark: break
    }
    return false
  }

  /// Whether the beginning of an element or attribute of that name is a value itself, or ends text that is held back.
  private func isToldAtOnce(_ name: Int) -> Bool { !pending.isEmpty || names[name].couldBeValue }

  /// Hands over the values of the block.
  mutating func emit(_ text: Span<UInt8>, into sink: any CellSink) {
    guard !block.values.isEmpty else { return }
    block.place = place
    sink.values(text, block, paths.positions)
    block.place.release()
    block.values.removeAll(keepingCapacity: true)
    block.parents.removeAll(keepingCapacity: true)
    blocks += 1
  }

  mutating func add(name spelling: String) {
    var local = spelling
    if let colon = spelling.utf8.lastIndex(of: 0x3A) {
      local = String(spelling[spelling.utf8.index(after: colon)...])
    }
    names.append(
      Name(
        spelling: spelling, local: local, couldBeValue: ValueText.couldBeValue(spelling),
        role: SpreadsheetRows.Role(local)))
  }

  private mutating func startElement(
    _ name: Int, at position: XMLPosition, into sink: any CellSink
  ) {
    let parent = open.last?.path ?? -1
    let parentSerial = open.last?.serial ?? 0
    if !pending.isEmpty { flush(record: parentSerial, into: sink) }
    if open.isEmpty {
      sheet = names[name].role == .workbook ? SpreadsheetRows() : nil
    } else {
      open[open.count - 1].hasChildren = true
    }
    serials += 1
    let path = paths.child(name * 2, of: parent) ?? addElement(name, of: parent, at: position)
    guard path >= 0 else { return open.append(Frame(path: path, serial: serials)) }
    let place = paths.nextPosition(of: path, within: parentSerial)
    open.append(Frame(path: path, position: place, serial: serials))
    paths.enter(path, position: place)
    if names[name].couldBeValue {
      let bytes = Array(names[name].spelling.utf8)
      push(bytes.span, path: path, record: parentSerial, at: position, isKey: true, into: sink)
    }
  }

  /// Takes an element that holds text only.
  private mutating func leaf(
    _ event: XMLEvent, _ text: Span<UInt8>, into sink: any CellSink
  ) {
    let name = Int(event.name)
    let parent = open.count - 1
    guard parent >= 0 else { return longLeaf(event, text, into: sink) }
    open[parent].hasChildren = true
    serials += 1
    let record = open[parent].serial
    guard
      let path = paths.child(name * 2, of: open[parent].path)
        ?? addLeaf(event, of: open[parent].path)
    else { return }
    let position = paths.nextPosition(of: path, within: record)
    add(event, text, path: path, position: position, parent: parentLink(), record: record)
  }

  /// The same for one whose name is a value, or whose text comes in pieces.
  private mutating func longLeaf(
    _ event: XMLEvent, _ text: Span<UInt8>, into sink: any CellSink
  ) {
    startElement(Int(event.name), at: start(ofLeaf: event), into: sink)
    self.text(
      text.extracting(Int(event.start)..<Int(event.end)), at: event.position, into: sink)
    endElement(into: sink)
  }

  private mutating func attribute(_ event: XMLEvent, into sink: any CellSink) {
    let name = Int(event.name)
    guard let element = open.last, element.path >= 0 else { return }
    let path =
      paths.child(name * 2 + 1, of: element.path)
      ?? addAttribute(name, of: element.path, at: event.position)
    guard path >= 0 else { return }
    if names[name].couldBeValue {
      paths.enter(path, position: 0)
      let bytes = Array(names[name].spelling.utf8)
      push(
        bytes.span, path: path, record: element.serial, at: event.position, isKey: true,
        into: sink)
      paths.leave()
    }
    add(event, path: path, parent: parentLink(), record: element.serial)
  }

  private mutating func endElement(into sink: any CellSink) {
    guard let frame = open.last else { return }
    if !pending.isEmpty {
      let parentSerial = open.count > 1 ? open[open.count - 2].serial : 0
      flush(record: frame.hasChildren ? frame.serial : parentSerial, into: sink)
    }
    open.removeLast()
    if frame.path >= 0 { paths.leave() }
  }

  /// Pushes what is left of the text of the innermost element.
  mutating func finish(into sink: any CellSink) {
    flush(record: open.last?.serial ?? 0, into: sink)
    sheet?.finish(into: sink)
  }

  mutating func add(
    _ name: Int, of parent: Int, component: String, heading: String, at position: XMLPosition
  ) -> Int {
    let spelling = paths.spelling(of: parent) + "/" + component
    guard paths.hasRoom(for: spelling.utf8.count + heading.utf8.count) else {
      overfullAt = position
      return -1
    }
    return paths.add(name, of: parent, component: component, spelling: spelling, heading: heading)
  }
}

extension XMLEvent.Kind {
  fileprivate var isStart: Bool {
    if case .startElement = self { return true }
    return false
  }

  fileprivate var isLeaf: Bool {
    if case .leaf = self { return true }
    return false
  }
}
