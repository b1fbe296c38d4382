internal import CLibYAML

/// Turns bytes into a tree of nodes by the events of libyaml.
package enum YAMLParser {
  /// Larger files are refused; in bytes.
  package static let maximumSize = 1 << 20
  /// Lists and mappings may stand within one another this deep.
  package static let maximumDepth = 64

  /// What parsing gave: a tree, or mistakes, or both when the tree is whole but holds what is not accepted.
  package struct Parse: Sendable, Equatable {
    package var root: Node?
    package var mistakes: [Mistake]
  }

  /// Parses one document.
  ///
  /// - Parameter bytes: The whole file. JSON is read too, since it is YAML.
  /// - Complexity: O(*n*) in the bytes.
  package static func parse(_ bytes: [UInt8]) -> Parse {
    guard bytes.count <= maximumSize else {
      return refused(.tooLarge(limit: maximumSize), at: Position(line: 1, column: 1))
    }
    if let position = SourceLines.firstBrokenCharacter(bytes) {
      return refused(.notUTF8, at: position)
    }
    var events = EventStream(bytes)
    var builder = TreeBuilder(bytes)
    while let event = events.next() {
      if !builder.take(event) { break }
    }
    return builder.result(failure: events.failure)
  }

  private static func refused(_ kind: Mistake.Kind, at position: Position) -> Parse {
    Parse(root: nil, mistakes: [Mistake(at: position, kind)])
  }
}

/// What libyaml says of the next piece of the text.
enum YAMLEvent {
  case scalar(String, isQuoted: Bool, Position, Decoration)
  case sequenceStart(isFlow: Bool, Position, Decoration)
  case sequenceEnd
  case mappingStart(Position, Decoration)
  case mappingEnd
  case alias(Position)
  case documentStart(Position)
  case other

  /// Anchors and tags, which are not accepted.
  struct Decoration {
    var hasAnchor: Bool
    var hasTag: Bool
  }
}

/// The parser's own words about what it could not read.
struct SyntaxFailure {
  var problem: String
  var position: Position
  /// Line on which the construct began that could not be finished; 1-based.
  var contextLine: Int?
}

/// The events of one text, from the library.
// Safety: the parser is created and destroyed by this type alone, and reads only `input`, whose memory it owns as well.
@safe struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private(set) var failure: SyntaxFailure?
  private var isOver = false

  init(_ bytes: [UInt8]) {
    // Safety: the copy lives until `deinit`, as long as the parser reads it.
    unsafe input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    // Safety: the buffer is at least as long as the array.
    _ = unsafe input.initialize(from: bytes)
    // Safety: one parser, zeroed and initialised here, freed in `deinit`.
    unsafe parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    // Safety: as above.
    unsafe parser.initialize(to: yaml_parser_t())
    // Safety: `parser` points to one parser.
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      failure = SyntaxFailure(
        problem: "out of memory", position: Position(line: 1, column: 1), contextLine: nil)
      isOver = true
      return
    }
    // Safety: `parser` is initialised, and `input` outlives it.
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
    // Safety: as above.
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    // Safety: initialised in `init`, not used after this; a parser that failed to initialise is all zero and may be deleted.
    unsafe yaml_parser_delete(parser)
    // Safety: allocated in `init`.
    unsafe parser.deallocate()
    // Safety: allocated in `init`.
    unsafe input.deallocate()
  }

  /// The next event; `nil` at the end and after a failure.
  mutating func next() -> YAMLEvent? {
    guard !isOver else { return nil }
    // Safety: a zeroed event is what the library expects to fill.
    var event = unsafe yaml_event_t()
    // Safety: both point to live values of the right type.
    guard unsafe yaml_parser_parse(parser, &event) == 1 else {
      failure = currentFailure()
      isOver = true
      return nil
    }
    let result = EventStream.understood(event)
    // Safety: the type is a plain number.
    if unsafe event.type == YAML_STREAM_END_EVENT { isOver = true }
    // Safety: the event was filled by the library and is not used after this.
    unsafe yaml_event_delete(&event)
    return isOver ? nil : result
  }

  private func currentFailure() -> SyntaxFailure {
    // Safety: the library's phrases are static, NUL-terminated C strings, or null.
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    // Safety: marks are plain numbers.
    let mark = unsafe parser.pointee.problem_mark
    // Safety: as above.
    let context = unsafe parser.pointee.context == nil ? nil : parser.pointee.context_mark
    return SyntaxFailure(
      problem: problem ?? "not YAML",
      position: Position(line: Int(mark.line) + 1, column: Int(mark.column) + 1),
      contextLine: context.map { Int($0.line) + 1 })
  }

  // Safety: called with an event that the library has just filled; the member of the union is chosen by its type.
  @safe private static func understood(_ event: yaml_event_t) -> YAMLEvent {
    // Safety: marks are plain numbers.
    let mark = unsafe event.start_mark
    let position = Position(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    // Safety: the type is a plain number.
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      // Safety: the type says that this member is the filled one.
      let scalar = unsafe event.data.scalar
      // Safety: `value` holds `length` bytes, which were checked to be UTF-8.
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      // Safety: styles and pointers are only compared.
      let isQuoted = unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE
      // Safety: as above.
      let decoration = unsafe YAMLEvent.Decoration(
        hasAnchor: scalar.anchor != nil, hasTag: scalar.tag != nil)
      return .scalar(text, isQuoted: isQuoted, position, decoration)
    case YAML_SEQUENCE_START_EVENT:
      // Safety: the type says that this member is the filled one.
      let start = unsafe event.data.sequence_start
      // Safety: styles and pointers are only compared.
      let decoration = unsafe YAMLEvent.Decoration(
        hasAnchor: start.anchor != nil, hasTag: start.tag != nil)
      // Safety: as above.
      let isFlow = unsafe start.style == YAML_FLOW_SEQUENCE_STYLE
      return .sequenceStart(isFlow: isFlow, position, decoration)
    case YAML_MAPPING_START_EVENT:
      // Safety: the type says that this member is the filled one.
      let start = unsafe event.data.mapping_start
      // Safety: pointers are only compared.
      let decoration = unsafe YAMLEvent.Decoration(
        hasAnchor: start.anchor != nil, hasTag: start.tag != nil)
      return .mappingStart(position, decoration)
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_ALIAS_EVENT: return .alias(position)
    case YAML_DOCUMENT_START_EVENT: return .documentStart(position)
    default: return .other
    }
  }
}
