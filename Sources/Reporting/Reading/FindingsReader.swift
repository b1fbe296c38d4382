/// Reads the findings of one file out of a findings document or stream that is pushed in.
///
/// - Complexity: O(*n*) in the bytes; what is kept does not grow with them.
package struct FindingsReader {
  private var tokenizer = JSONTokenizer()
  private var sink: FindingsSink
  private let wanted: WantedPath
  private var header: JSONNode?
  private var entries: [JSONNode] = []
  private var isDocument = false
  private var hasEnd = false

  /// Entries that are kept before the roots are known.
  private static let keptEntries = 1000

  /// - Parameter file: A path as the user wrote it: within its root, absolute, or its last parts.
  package init(file: [UInt8]) {
    wanted = WantedPath(file)
    sink = FindingsSink(isWanted: { [wanted] in wanted.mayBe($0) })
  }

  /// Reads the next bytes.
  ///
  /// - Throws: ``JSONMistake`` where the text is not what `scan` writes.
  package mutating func feed(_ bytes: ArraySlice<UInt8>) throws(JSONMistake) {
    try tokenizer.feed(bytes, to: &sink)
    try gather()
  }

  /// The entries of the file, best match first.
  ///
  /// - Throws: ``JSONMistake`` when the document or stream is cut short or is none of ours.
  package mutating func finish() throws(JSONMistake) -> FoundEntries {
    try tokenizer.finish(&sink)
    try gather()
    guard let header else { throw JSONMistake(line: 1, column: 1, kind: .notFindings) }
    guard isDocument || hasEnd else { throw JSONMistake(line: 1, column: 1, kind: .noEnd) }
    let roots = header["scan"]?["roots"]?.items.map { $0["path"]?.text ?? "" } ?? []
    let paths = entries.map { entry in
      let root = entry["root"]?.count ?? 0
      return wanted.match(
        path: entry["path"]?.text ?? "", root: roots.indices.contains(root) ? roots[root] : "")
    }
    let exact = entries.indices.filter { paths[$0] == .exact }
    let chosen = exact.isEmpty ? entries.indices.filter { paths[$0] == .lastParts } : exact
    return FoundEntries(
      entries: chosen.map { entries[$0] }, roots: roots, isExact: !exact.isEmpty,
      language: header["scan"]?["language"]?.text,
      isJudged: header["scan"]?["policy"].map { $0 != .null } ?? false)
  }

  private mutating func gather() throws(JSONMistake) {
    let (more, records) = sink.take()
    for entry in more where entries.count < Self.keptEntries { entries.append(entry) }
    for record in records {
      switch record["record"]?.text {
      case "file":
        if entries.count < Self.keptEntries { entries.append(record) }
      case "end": hasEnd = true
      case "header": try take(head: record)
      default:
        try take(head: record)
        isDocument = true
      }
    }
  }

  private mutating func take(head: JSONNode) throws(JSONMistake) {
    guard header == nil, head["format"]?.text == DocumentFields.format else {
      throw JSONMistake(line: 1, column: 1, kind: .notFindings)
    }
    header = head
  }
}

/// The entries of a findings document that are about the file asked for.
package struct FoundEntries: Sendable, Equatable {
  var entries: [JSONNode]
  /// Masked paths of the roots.
  var roots: [String]
  /// Whether the path was named as a whole; otherwise only its last parts agree.
  package var isExact: Bool
  /// In which language the document's sentences are.
  var language: String?
  /// Whether a policy was given to the scan.
  var isJudged: Bool

  /// Masked paths of the entries, with their roots, for a message.
  package var paths: [String] { entries.map(path) }

  func path(_ entry: JSONNode) -> String {
    let root = entry["root"]?.count ?? 0
    let path = entry["path"]?.text ?? ""
    guard roots.indices.contains(root), roots.count > 1 || !isExact else {
      return MaskedText.text(path)
    }
    return MaskedText.text(WantedPath.joined(roots[root], path))
  }
}

/// The path of a file as a user writes it, held against the masked paths of a document.
struct WantedPath: Sendable {
  enum Match: Equatable {
    case exact, lastParts, none
  }

  /// Masked as paths in findings are.
  let text: String

  init(_ path: [UInt8]) {
    var path = path[...]
    while path.starts(with: Array("./".utf8)) { path = path.dropFirst(2) }
    text = MaskedPath(Array(path)).text
  }

  /// The absolute path; a root that is a file is its own only entry.
  static func joined(_ root: String, _ path: String) -> String {
    root.hasSuffix("/" + path) ? root : root.hasSuffix("/") ? root + path : root + "/" + path
  }

  /// Whether some root could make the path match.
  func mayBe(_ path: String) -> Bool {
    path == text || path.hasSuffix("/" + text) || text.hasSuffix("/" + path)
  }

  func match(path: String, root: String) -> Match {
    let whole = Self.joined(root, path)
    if path == text || whole == text { return .exact }
    return whole.hasSuffix("/" + text) ? .lastParts : .none
  }
}
