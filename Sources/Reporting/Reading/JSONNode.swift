/// A value of JSON that was read.
package enum JSONNode: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONNode])
  case object([String: JSONNode])

  /// The value under a key; `nil` where there is none or this is no object.
  subscript(_ key: String) -> JSONNode? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The text, where it is one.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The number, where it is one.
  var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// The number cut to a count, from 0.
  var count: Int? { number.map { Int(min(max($0, 0), 1e15)) } }

  /// Whether it is `true`.
  var isTrue: Bool { self == .bool(true) }

  /// The items; none where this is no array.
  var items: [JSONNode] { if case .array(let items) = self { items } else { [] } }
}

/// Builds the values of a findings document, one file's entry at a time.
///
/// Of the places of a finding only the first is kept, and nothing of an entry that is not wanted: memory does not grow
/// with the document.
struct FindingsSink: JSONSink {
  /// Values of one entry or record.
  static let valueLimit = 1_000_000
  /// Bytes of its strings.
  static let textLimit = 64 << 20

  private enum Level {
    case array([JSONNode])
    case object([String: JSONNode], key: String)
  }

  private var levels: [Level] = []
  /// Levels within something that is not kept.
  private var skipped = 0
  private var values = 0
  private var bytes = 0
  /// What a finished entry of a file, and a finished document or record, goes to.
  private let isWanted: (String) -> Bool
  private(set) var entries: [JSONNode] = []
  private(set) var records: [JSONNode] = []
  /// Level of an entry that is not wanted; its rest is not kept.
  private var unwanted: Int?

  /// - Parameter isWanted: Says of the `path` of an entry whether to keep it.
  init(isWanted: @escaping (String) -> Bool) { self.isWanted = isWanted }

  /// Takes what was finished since the last time.
  mutating func take() -> (entries: [JSONNode], records: [JSONNode]) {
    defer {
      entries.removeAll()
      records.removeAll()
    }
    return (entries, records)
  }

  mutating func open(isObject: Bool) throws(JSONMistake.Kind) {
    guard skipped == 0, !isLeftOut else {
      skipped += 1
      return
    }
    try count(1)
    levels.append(isObject ? .object([:], key: "") : .array([]))
  }

  mutating func close() throws(JSONMistake.Kind) {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    guard let last = levels.popLast() else { return }
    let node: JSONNode
    switch last {
    case .array(let items): node = .array(items)
    case .object(let members, _): node = .object(members)
    }
    let isEntry = levels.count == 2 && isInFiles
    if isEntry || levels.isEmpty {
      if unwanted == nil { if isEntry { entries.append(node) } else { records.append(node) } }
      unwanted = nil
      values = 0
      bytes = 0
    } else {
      add(node)
    }
  }

  mutating func key(_ key: String) throws(JSONMistake.Kind) {
    guard skipped == 0, case .object(let members, _)? = levels.last else { return }
    try count(key.utf8.count)
    levels[levels.count - 1] = .object(members, key: key)
  }

  mutating func value(_ scalar: JSONNode) throws(JSONMistake.Kind) {
    guard skipped == 0, !isLeftOut else { return }
    if levels.isEmpty { throw .notFindings }
    let text = scalar.text
    try count(text?.utf8.count ?? 0)
    add(scalar)
    if let text, case .object(_, "path")? = levels.last, isEntryLevel, !isWanted(text) {
      unwanted = levels.count
    }
  }

  /// Whether the open level is the entry of a file, of a document or of a stream.
  private var isEntryLevel: Bool { levels.count == 3 && isInFiles || levels.count == 1 }

  private var isInFiles: Bool {
    if case .object(_, "files")? = levels.first { true } else { false }
  }

  /// Whether the next value is one that is not kept.
  private var isLeftOut: Bool {
    if let unwanted, levels.count >= unwanted { return true }
    switch levels.last {
    case .array(let items):
      guard levels.count > 1, case .object(_, let key) = levels[levels.count - 2] else {
        return false
      }
      return key == "places" && !items.isEmpty
    case .object(let members, let key): return members[key] != nil || key == "summary"
    case nil: return false
    }
  }

  private mutating func add(_ node: JSONNode) {
    guard let last = levels.indices.last else { return }
    switch levels[last] {
    case .array(var items):
      // Taken out first, so that appending copies nothing.
      levels[last] = .array([])
      items.append(node)
      levels[last] = .array(items)
    case .object(var members, let key):
      levels[last] = .object([:], key: key)
      members[key] = node
      levels[last] = .object(members, key: key)
    }
  }

  private mutating func count(_ more: Int) throws(JSONMistake.Kind) {
    values += 1
    bytes += more
    guard values <= Self.valueLimit, bytes <= Self.textLimit else {
      throw .tooMany(limit: Self.valueLimit)
    }
  }
}
