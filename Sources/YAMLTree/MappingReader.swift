internal import Inventory

/// The keys of one mapping, read by type.
///
/// What does not fit is noted with the ``TreeReader`` and reads as `nil`.
package struct MappingReader {
  package let reader: TreeReader
  package let node: Node
  package let entries: [Node.Entry]
  /// The keys that lead to this mapping; empty for the document.
  package let path: String

  /// Where the mapping begins.
  package var position: Position { node.position }

  /// The path of a key of this mapping.
  package func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// Whether the key stands there, whatever its value.
  package func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// Where the key stands; the beginning of the mapping when it does not.
  package func keyPosition(_ key: String) -> Position {
    entries.first { $0.key == key }?.keyPosition ?? position
  }

  /// The value of a key as it was typed; `nil` when the key is missing.
  package func node(_ key: String) -> Located<Node>? {
    guard let entry = entries.first(where: { $0.key == key }) else { return nil }
    return Located(entry.value, at: entry.value.position, path: path(of: key))
  }

  /// Text that is not empty.
  package func string(_ key: String) -> Located<String>? {
    node(key).flatMap { reader.text($0.value, path: $0.path) }
  }

  /// A whole number in decimal digits, with `-` allowed.
  package func int(_ key: String) -> Located<Int>? {
    typed(key, Int.init, Mistake.Kind.notInteger)
  }

  /// A decimal number, such as `-3.0`.
  package func double(_ key: String) -> Located<Double>? {
    typed(
      key,
      { text in
        guard let number = Double(text), number.isFinite else { return nil }
        return number
      },
      {
        .rule(
          id: "not-a-number",
          Message(
            ja: "「\(Mistake.quoted($0))」は数ではありません",
            en: "'\(Mistake.quoted($0))' is not a number"))
      })
  }

  /// `true` or `false`.
  package func bool(_ key: String) -> Located<Bool>? {
    typed(key, Bool.init, Mistake.Kind.notBoolean)
  }

  /// A day, such as `2026-04-01`.
  package func date(_ key: String) -> Located<CivilDate>? {
    typed(key, CivilDate.init, Mistake.Kind.notDate)
  }

  /// One of a closed list of names; the raw values are the names.
  package func name<Name: RawRepresentable & CaseIterable>(_ key: String, as type: Name.Type)
    -> Located<Name>? where Name.RawValue == String
  {
    guard let text = string(key) else { return nil }
    return reader.name(text, as: type)
  }

  /// A list of texts; an empty list when the key is missing.
  package func strings(_ key: String) -> [Located<String>] {
    list(key).compactMap { reader.text($0.value, path: $0.path) }
  }

  /// A list of nodes; an empty list when the key is missing.
  package func list(_ key: String) -> [Located<Node>] {
    guard let node = node(key) else { return [] }
    return reader.list(node.value, path: node.path)
  }

  /// A mapping below a key; `nil` when the key is missing or holds something else.
  package func mapping(_ key: String, known: [String], required: [String] = []) -> MappingReader? {
    guard let node = node(key) else { return nil }
    return reader.mapping(node.value, path: node.path, known: known, required: required)
  }

  /// A list of mappings below a key; items of another shape are noted and left out.
  package func mappings(_ key: String, known: [String], required: [String] = [])
    -> [MappingReader]
  {
    list(key).compactMap {
      reader.mapping($0.value, path: $0.path, known: known, required: required)
    }
  }

  /// Notes a mistake at the value of a key, or at the mapping's beginning when the key is missing.
  package func note(_ kind: Mistake.Kind, at key: String) {
    reader.note(kind, at: node(key)?.position ?? position, path: path(of: key))
  }

  private func typed<Value>(
    _ key: String, _ parse: (String) -> Value?, _ kind: (String) -> Mistake.Kind
  ) -> Located<Value>? {
    guard let text = string(key) else { return nil }
    guard let value = parse(text.value) else {
      reader.note(kind(text.value), at: text.position, path: text.path)
      return nil
    }
    return text.map { _ in value }
  }
}

extension TreeReader {
  /// A text as one of a closed list of names; noted with the nearest one when it is none.
  package func name<Name: RawRepresentable & CaseIterable>(
    _ text: Located<String>, as type: Name.Type
  ) -> Located<Name>? where Name.RawValue == String {
    if let name = Name(rawValue: text.value) { return text.map { _ in name } }
    let known = Name.allCases.map(\.rawValue)
    note(
      .unknownName(
        text.value, nearest: NearestName.nearest(to: text.value, among: known), known: known),
      at: text.position, path: text.path)
    return nil
  }
}
