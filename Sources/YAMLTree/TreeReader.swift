/// Reads one configuration file by its schema and collects every mistake on the way.
///
/// A schema asks for what it knows (``mapping(_:path:known:required:)`` and the methods of ``MappingReader``);
/// whatever does not fit becomes a ``Mistake``, and reading goes on. The result counts only when ``mistakes`` is empty.
package final class TreeReader {
  /// Everything found wrong so far, in file order.
  package var mistakes: [Mistake] { collected.sorted { $0.position < $1.position } }

  /// The whole document; `nil` when the text could not be parsed.
  package let root: Node?

  private var collected: [Mistake]

  /// Parses a file.
  ///
  /// - Parameter bytes: The whole file; UTF-8, with or without byte order mark.
  package init(_ bytes: [UInt8]) {
    let parse = YAMLParser.parse(bytes)
    root = parse.root
    collected = parse.mistakes
  }

  /// Notes a mistake.
  package func note(_ kind: Mistake.Kind, at position: Position, path: String) {
    collected.append(Mistake(at: position, path: path, kind))
  }

  /// The document as a mapping.
  ///
  /// - Parameters:
  ///   - known: Every key that may stand there; others are mistakes.
  ///   - required: Those that must stand there.
  /// - Returns: `nil` when it is no mapping; that is noted (or was, by the parser).
  package func rootMapping(known: [String], required: [String] = []) -> MappingReader? {
    guard let root else { return nil }
    return mapping(root, path: "", known: known, required: required)
  }

  /// A node as a mapping; see ``rootMapping(known:required:)``.
  package func mapping(_ node: Node, path: String, known: [String], required: [String] = [])
    -> MappingReader?
  {
    guard let entries = node.entries else {
      note(
        .wrongShape(expected: .mapping, hints: TreeReader.hints(for: node)), at: node.position,
        path: path)
      return nil
    }
    for entry in entries where !known.contains(entry.key) {
      note(
        .unknownKey(
          entry.key, nearest: NearestName.nearest(to: entry.key, among: known), known: known),
        at: entry.keyPosition, path: path)
    }
    for key in required where !entries.contains(where: { $0.key == key }) {
      note(.missingKey(key), at: node.position, path: path)
    }
    return MappingReader(reader: self, node: node, entries: entries, path: path)
  }

  /// A node as text.
  package func text(_ node: Node, path: String) -> Located<String>? {
    guard case .scalar(let text, _) = node.content else {
      note(
        .wrongShape(expected: .text, hints: TreeReader.hints(for: node)), at: node.position,
        path: path)
      return nil
    }
    if node.isNull || text.isEmpty {
      note(.emptyText, at: node.position, path: path)
      return nil
    }
    return Located(text, at: node.position, path: path)
  }

  /// A node as a list of nodes, each with its path.
  package func list(_ node: Node, path: String) -> [Located<Node>] {
    guard let items = node.items else {
      note(
        .wrongShape(expected: .list, hints: TreeReader.hints(for: node)), at: node.position,
        path: path)
      return []
    }
    return items.enumerated().map { Located($1, at: $1.position, path: "\(path)[\($0)]") }
  }

  /// Usual slips that explain why a node has the wrong shape.
  private static func hints(for node: Node) -> [Mistake.Hint] {
    switch node.content {
    case .scalar(let text, isQuoted: false):
      if text.unicodeScalars.contains("：") { return [.fullWidthColon(line: node.position.line)] }
      if text.unicodeScalars.contains("\u{3000}") {
        return [.fullWidthSpace(line: node.position.line)]
      }
      return []
    case .sequence(_, isFlow: true): return [.quote(line: node.position.line)]
    default: return []
    }
  }
}

/// A value with the place at which it was typed.
package struct Located<Value> {
  package var value: Value
  package var position: Position
  /// The keys that lead to it, such as `locations[2].country`.
  package var path: String

  package init(_ value: Value, at position: Position, path: String) {
    self.value = value
    self.position = position
    self.path = path
  }

  /// The same place with another value.
  package func map<Other>(_ change: (Value) -> Other) -> Located<Other> {
    Located<Other>(change(value), at: position, path: path)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
