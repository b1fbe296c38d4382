/// A part of a configuration file, with the place at which it was typed.
package struct Node: Sendable, Equatable {
  /// What the part is.
  package indirect enum Content: Sendable, Equatable {
    /// Text as typed, quotes and escapes resolved; it has no type until a schema gives it one.
    case scalar(String, isQuoted: Bool)
    /// A list; `isFlow` when it was written in brackets.
    case sequence([Node], isFlow: Bool)
    /// Keys and values in file order; keys are unique.
    case mapping([Entry])
  }

  /// A key and its value.
  package struct Entry: Sendable, Equatable {
    package var key: String
    package var keyPosition: Position
    package var value: Node

    package init(key: String, keyPosition: Position, value: Node) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  package var content: Content
  package var position: Position

  package init(_ content: Content, at position: Position) {
    self.content = content
    self.position = position
  }

  /// The text of a scalar; `nil` for lists and mappings.
  package var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// The items of a list; `nil` for anything else.
  package var items: [Node]? {
    guard case .sequence(let items, _) = content else { return nil }
    return items
  }

  /// The entries of a mapping; `nil` for anything else.
  package var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// Whether nothing was typed: an empty plain scalar, `~` or `null`.
  package var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// The value of a key of a mapping; `nil` when there is none.
  ///
  /// - Complexity: O(*n*) in the keys of the mapping.
  package subscript(_ key: String) -> Node? {
    entries?.first { $0.key == key }?.value
  }
}

/// A place in a configuration file.
package struct Position: Sendable, Equatable, Hashable, Comparable {
  /// 1-based.
  package var line: Int
  /// In characters (Unicode scalars) of the line; 1-based.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
