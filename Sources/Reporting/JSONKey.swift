import ScanKernels

/// A key of the findings document, ready to be written: in quotes, its colon behind it.
///
/// Keys are half of the document's bytes: copied a word at a time they cost little.
struct JSONKey: Sendable {
  private var words = InlineArray<4, UInt64>(repeating: 0)
  private let count: Int

  /// Bytes that a key may take as it is written, a comma before it.
  static let room = 1 + 4 * 8

  /// - Parameter name: At most 29 bytes of ASCII that need no escape.
  init(_ name: String) {
    let bytes = Array("\"\(name)\":".utf8)
    precondition(bytes.count <= 32)
    for (index, byte) in bytes.enumerated() { words[index / 8] |= UInt64(byte) << (index % 8 * 8) }
    count = bytes.count
  }

  /// Writes the key, a comma before it where one is due.
  ///
  /// - Parameters:
  ///   - target: Has room for ``room`` bytes.
  ///   - start: Where in it to begin.
  /// - Returns: One past the last byte written.
  @inline(__always)
  func write(
    into target: inout MutableSpan<UInt8>, at start: Int, _ needsComma: Bool
  ) -> Int {
    var start = start
    if needsComma {
      target[start] = UInt8(ascii: ",")
      start += 1
    }
    storeWord(words[0], into: &target, at: start)
    storeWord(words[1], into: &target, at: start + 8)
    if count > 16 {
      storeWord(words[2], into: &target, at: start + 16)
      storeWord(words[3], into: &target, at: start + 24)
    }
    return start + count
  }
}

/// The keys of the documented format.
extension JSONKey {
  static let accessTimesTouched = JSONKey("access_times_touched")
  static let against = JSONKey("against")
  static let badBytes = JSONKey("bad_bytes")
  static let basis = JSONKey("basis")
  static let because = JSONKey("because")
  static let byCategory = JSONKey("by_category")
  static let byCountry = JSONKey("by_country")
  static let byRule = JSONKey("by_rule")
  static let byType = JSONKey("by_type")
  static let byte = JSONKey("byte")
  static let bytes = JSONKey("bytes")
  static let category = JSONKey("category")
  static let `class` = JSONKey("class")
  static let clause = JSONKey("clause")
  static let code = JSONKey("code")
  static let column = JSONKey("column")
  static let confidence = JSONKey("confidence")
  static let count = JSONKey("count")
  static let country = JSONKey("country")
  static let coverage = JSONKey("coverage")
  static let damage = JSONKey("damage")
  static let detail = JSONKey("detail")
  static let device = JSONKey("device")
  static let distinct = JSONKey("distinct")
  static let distinctAtLeast = JSONKey("distinct_at_least")
  static let encoding = JSONKey("encoding")
  static let estimate = JSONKey("estimate")
  static let evidence = JSONKey("evidence")
  static let failed = JSONKey("failed")
  static let files = JSONKey("files")
  static let filesystem = JSONKey("filesystem")
  static let findings = JSONKey("findings")
  static let finished = JSONKey("finished")
  static let format = JSONKey("format")
  static let group = JSONKey("group")
  static let hardLinkOf = JSONKey("hard_link_of")
  static let heading = JSONKey("heading")
  static let host = JSONKey("host")
  static let id = JSONKey("id")
  static let inode = JSONKey("inode")
  static let isolation = JSONKey("isolation")
  static let key = JSONKey("key")
  static let kind = JSONKey("kind")
  static let landlock = JSONKey("landlock")
  static let language = JSONKey("language")
  static let level = JSONKey("level")
  static let libraries = JSONKey("libraries")
  static let line = JSONKey("line")
  static let mode = JSONKey("mode")
  static let modified = JSONKey("modified")
  static let name = JSONKey("name")
  static let noNewPrivileges = JSONKey("no_new_privileges")
  static let note = JSONKey("note")
  static let of = JSONKey("of")
  static let outcome = JSONKey("outcome")
  static let owner = JSONKey("owner")
  static let partly = JSONKey("partly")
  static let passed = JSONKey("passed")
  static let path = JSONKey("path")
  static let pathB64 = JSONKey("path_b64")
  static let patterns = JSONKey("patterns")
  static let people = JSONKey("people")
  static let places = JSONKey("places")
  static let policy = JSONKey("policy")
  static let purposes = JSONKey("purposes")
  static let read = JSONKey("read")
  static let reason = JSONKey("reason")
  static let reasons = JSONKey("reasons")
  static let record = JSONKey("record")
  static let records = JSONKey("records")
  static let remedy = JSONKey("remedy")
  static let result = JSONKey("result")
  static let root = JSONKey("root")
  static let roots = JSONKey("roots")
  static let row = JSONKey("row")
  static let rule = JSONKey("rule")
  static let rules = JSONKey("rules")
  static let scan = JSONKey("scan")
  static let scanned = JSONKey("scanned")
  static let seccomp = JSONKey("seccomp")
  static let severity = JSONKey("severity")
  static let sha256 = JSONKey("sha256")
  static let skipped = JSONKey("skipped")
  static let source = JSONKey("source")
  static let started = JSONKey("started")
  static let status = JSONKey("status")
  static let summary = JSONKey("summary")
  static let suppressed = JSONKey("suppressed")
  static let text = JSONKey("text")
  static let tool = JSONKey("tool")
  static let type = JSONKey("type")
  static let until = JSONKey("until")
  static let verdicts = JSONKey("verdicts")
  static let version = JSONKey("version")
  static let walked = JSONKey("walked")
  static let weight = JSONKey("weight")
  static let `where` = JSONKey("where")
  static let word = JSONKey("word")
}
