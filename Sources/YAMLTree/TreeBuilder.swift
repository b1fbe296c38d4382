/// Puts events together to a tree and notes what is not accepted.
struct TreeBuilder {
  /// A list or mapping that has begun and not ended.
  private struct Open {
    var position: Position
    var isMapping: Bool
    var isFlow: Bool
    var items: [Node] = []
    var entries: [Node.Entry] = []
    /// Lines of the keys seen.
    var lines: [String: Int] = [:]
    /// The key whose value comes next.
    var key: (text: String, position: Position)?
    /// Whether the coming value belongs to a key that was refused.
    var skipsValue = false
  }

  private let bytes: [UInt8]
  private var stack: [Open] = []
  private var root: Node?
  private var mistakes: [Mistake] = []
  private var documents = 0
  private var stopped = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Takes the next event; `false` when reading should stop.
  mutating func take(_ event: YAMLEvent) -> Bool {
    switch event {
    case .documentStart(let position):
      documents += 1
      if documents > 1 {
        note(.severalDocuments, at: position)
        stopped = true
        return false
      }
    case .scalar(let text, let isQuoted, let position, let decoration):
      refuse(decoration, isQuoted: isQuoted, at: position)
      add(Node(.scalar(text, isQuoted: isQuoted), at: position))
    case .alias(let position):
      note(.alias, at: position)
      add(Node(.scalar("", isQuoted: true), at: position))
    case .sequenceStart(let isFlow, let position, let decoration):
      refuse(decoration, isQuoted: false, at: position)
      return open(isMapping: false, isFlow: isFlow, at: position)
    case .mappingStart(let position, let decoration):
      refuse(decoration, isQuoted: false, at: position)
      return open(isMapping: true, isFlow: false, at: position)
    case .sequenceEnd, .mappingEnd:
      close()
    case .other:
      break
    }
    return true
  }

  /// The tree and all mistakes.
  func result(failure: SyntaxFailure?) -> YAMLParser.Parse {
    var mistakes = mistakes
    var root = stopped ? nil : root
    if let failure {
      root = nil
      var lines = [failure.position.line]
      for line in [failure.contextLine, failure.position.line - 1] {
        if let line, line >= 1, !lines.contains(line) { lines.append(line) }
      }
      mistakes.append(
        Mistake(
          at: failure.position,
          .syntax(
            problem: failure.problem, hints: SourceLines.hints(bytes, lines: lines.sorted()))))
    } else if documents == 0 || root?.isNull == true {
      root = nil
      mistakes.append(Mistake(at: Position(line: 1, column: 1), .noDocument))
    }
    return YAMLParser.Parse(root: root, mistakes: mistakes)
  }

  /// The keys that lead to the place at which reading stands.
  private var path: String {
    var path = ""
    for open in stack {
      if open.isMapping {
        guard let key = open.key?.text else { break }
        path += (path.isEmpty ? "" : ".") + key
      } else {
        path += "[\(open.items.count)]"
      }
    }
    return path
  }

  private mutating func note(_ kind: Mistake.Kind, at position: Position) {
    mistakes.append(Mistake(at: position, path: path, kind))
  }

  private mutating func refuse(
    _ decoration: YAMLEvent.Decoration, isQuoted: Bool, at position: Position
  ) {
    if decoration.hasAnchor { note(.alias, at: position) }
    if decoration.hasTag { note(.tag, at: position) }
  }

  private mutating func open(isMapping: Bool, isFlow: Bool, at position: Position) -> Bool {
    guard stack.count < YAMLParser.maximumDepth else {
      note(.tooDeep(limit: YAMLParser.maximumDepth), at: position)
      stopped = true
      return false
    }
    stack.append(Open(position: position, isMapping: isMapping, isFlow: isFlow))
    return true
  }

  private mutating func close() {
    guard let open = stack.popLast() else { return }
    add(
      Node(
        open.isMapping ? .mapping(open.entries) : .sequence(open.items, isFlow: open.isFlow),
        at: open.position))
  }

  private mutating func add(_ node: Node) {
    guard let last = stack.indices.last else {
      root = node
      return
    }
    guard stack[last].isMapping else {
      stack[last].items.append(node)
      return
    }
    if stack[last].skipsValue {
      stack[last].skipsValue = false
    } else if let key = stack[last].key {
      stack[last].entries.append(
        Node.Entry(key: key.text, keyPosition: key.position, value: node))
      stack[last].key = nil
    } else if let text = node.text {
      if let line = stack[last].lines[text] {
        note(.duplicateKey(text, firstLine: line), at: node.position)
        stack[last].skipsValue = true
      } else {
        stack[last].lines[text] = node.position.line
        stack[last].key = (text, node.position)
      }
    } else {
      note(.keyNotText, at: node.position)
      stack[last].skipsValue = true
    }
  }
}
