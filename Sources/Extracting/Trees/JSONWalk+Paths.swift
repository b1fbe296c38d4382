import Inventory

extension JSONWalk {
  /// Path numbers below a container that no key has; keys are numbered from 0.
  private static var elementName: Int { -2 }
  private static var sharedName: Int { -3 }
  private static var rootName: Int { -4 }
  private static func columnName(_ index: Int) -> Int { -16 - index }

  /// The path of a value that would stand here.
  private var valuePath: Int {
    guard let frame = frames.last else { return rootPath }
    return frame.memberPath
  }

  private var rootPath: Int { paths.child(Self.rootName, of: -1) ?? -1 }

  private mutating func makeRootPath() -> Int {
    let root = rootPath
    if root >= 0 { return root }
    keyCounts.append(0)
    return paths.add(Self.rootName, of: -1, component: "", spelling: "$", heading: "")
  }

  private var record: Int { frames.last?.record ?? 0 }

  /// Opens an object or array at the current member.
  mutating func open(isObject: Bool) -> Bool {
    let path = frames.isEmpty ? makeRootPath() : valuePath
    guard path >= 0 else { return false }
    let parent = frames.last
    let isRow = !isObject && parent != nil && parent?.isObject == false
    if isObject || isRow || parent == nil { records += 1 }
    var frame = Frame(
      isObject: isObject, path: path,
      record: isObject || isRow || parent == nil ? records : parent?.record ?? 0, isRow: isRow)
    if !isObject {
      guard let element = elementPath(of: frame) else { return false }
      frame.memberPath = element
      paths.enter(element, position: 1)
    } else {
      frame.memberPath = -1
    }
    frames.append(frame)
    expectation = isObject ? .key : .value
    return true
  }

  /// Closes the innermost container.
  mutating func pop() {
    guard let frame = frames.popLast() else { return }
    if !frame.isObject || frame.memberPath >= 0 { paths.leave() }
  }

  /// What follows a value.
  mutating func endValue() { expectation = frames.isEmpty ? .value : .comma }

  /// Goes on to the next member behind a comma.
  mutating func nextMember() {
    guard var frame = frames.last else { return }
    frame.index += 1
    if frame.isObject {
      if frame.memberPath >= 0 { paths.leave() }
      frame.memberPath = -1
      expectation = .key
    } else {
      paths.move(to: frame.index + 1)
      if frame.isRow, let path = elementPath(of: frame) { frame.memberPath = path }
      expectation = .value
    }
    frames[frames.count - 1] = frame
  }

  /// The path of an array's current element: `[]`, or the column within a row.
  private mutating func elementPath(of frame: Frame) -> Int? {
    let isColumn = frame.isRow && frame.index < Self.mostColumns
    let name = isColumn ? Self.columnName(frame.index) : Self.elementName
    if let path = paths.child(name, of: frame.path) { return path }
    let spelling =
      paths.spelling(of: frame.path) + (isColumn ? "[\(frame.index)]" : "[]")
    // The values of a list stand under the list's own key.
    let heading = isColumn ? "" : paths.positions.headings[frame.path]
    return add(name, of: frame.path, component: "", spelling: spelling, heading: heading)
  }

  private mutating func add(
    _ name: Int, of parent: Int, component: String, spelling: String, heading: String
  ) -> Int? {
    guard paths.hasRoom(for: spelling.utf8.count + heading.utf8.count) else { return nil }
    keyCounts.append(0)
    return paths.add(
      name, of: parent, component: component, spelling: spelling, heading: heading)
  }

  /// Takes a key: finds its path, and pushes it as a value where it is new or one of very many.
  mutating func take(key: [UInt8], at token: JSONToken, into sink: any CellSink) -> Bool {
    guard let frame = frames.last, frame.isObject else { return false }
    let couldBeValue = ValueText.couldBeValue(key.span)
    var member = -1
    if !couldBeValue, let number = keyNumbers[key], let path = paths.child(number, of: frame.path) {
      member = path
      enter(member: member)
      expectation = .colon
      return true
    }
    if !couldBeValue, key.count <= 256,
      keyCounts[frame.path] < Self.mostKeys || sink.knows(heading: key.span)
    {
      let name = String(decoding: key, as: UTF8.self)
      let number = keyNumbers[key] ?? keyNumbers.count
      if let path = add(
        number, of: frame.path, component: name,
        spelling: paths.spelling(of: frame.path) + "." + name, heading: name)
      {
        keyNumbers[key] = number
        keyCounts[frame.path] += 1
        member = path
      }
    }
    if member < 0 {
      guard
        let shared = paths.child(Self.sharedName, of: frame.path)
          ?? add(
            Self.sharedName, of: frame.path, component: "*",
            spelling: paths.spelling(of: frame.path) + ".*",
            heading: paths.positions.headings[frame.path])
      else { return false }
      member = shared
    }
    enter(member: member)
    push(key.span, path: frame.path, at: token, isKey: true, into: sink)
    expectation = .colon
    return true
  }

  private mutating func enter(member: Int) {
    frames[frames.count - 1].memberPath = member
    paths.enter(member, position: 0)
  }

  /// Ends the open string or word.
  ///
  /// - Parameter isWhole: Whether its end was met; what is not whole is pushed all the same.
  /// - Returns: Whether it can stand there.
  @discardableResult
  mutating func finishToken(into sink: any CellSink, isWhole: Bool) -> Bool {
    guard var open = token else { return false }
    open.finish()
    token = nil
    if open.isKey {
      if isWhole { return take(key: open.text, at: open, into: sink) }
      push(open.text.span, path: frames.last?.path ?? -1, at: open, isKey: true, into: sink)
      return false
    }
    if frames.isEmpty { _ = makeRootPath() }
    let isSound = isWhole && (open.quote != nil || JSONWord.isValue(open.text))
    if open.quote != nil || isSound && !JSONWord.isSilent(open.text) {
      push(open.text.span, path: valuePath, at: open, into: sink)
    }
    endValue()
    return isSound
  }

  /// Ends a string whose text lies whole in the block.
  mutating func finishLent(_ text: Span<UInt8>, into sink: any CellSink) -> Bool {
    guard let open = token else { return false }
    token = nil
    if frames.isEmpty { _ = makeRootPath() }
    push(text, path: valuePath, at: open, into: sink)
    endValue()
    return true
  }

  /// Pushes the front of a string that has grown too long, and goes on with the rest.
  ///
  /// - Parameter offset: That of the next byte of the text.
  mutating func pushPiece(at offset: Int, into sink: any CellSink) {
    guard let open = token else { return }
    let end = ValueText.cut(open.text)
    if frames.isEmpty { _ = makeRootPath() }
    push(
      open.text.span.extracting(0..<end), path: open.isKey ? frames.last?.path ?? -1 : valuePath,
      at: open, isKey: open.isKey, into: sink)
    token?.drop(end, offset: max(offset - (open.text.count - end), open.offset), line: open.line)
  }

  private mutating func push(
    _ text: Span<UInt8>, path: Int, at token: JSONToken, isKey: Bool = false,
    into sink: any CellSink
  ) {
    guard !text.isEmpty, path >= 0 else { return }
    sink.value(
      text,
      TreeValue(
        path: path, record: record, line: token.line,
        byteOffset: place.storedOffset(of: token.offset), isKey: isKey), paths.positions)
  }
}
