import Inventory

/// Turns JSON text, cut anywhere, into values under key paths.
///
/// Tolerates what configuration files do: comments, single quotes, bare keys, trailing commas, several documents
/// one after another. Does not recurse.
struct JSONWalk {
  /// Objects and arrays within one another.
  static var deepest: Int { 1_000 }
  /// Different keys below one path that get a path of their own; all further ones share one.
  static var mostKeys: Int { 256 }
  /// Columns of an array within an array that get a path of their own.
  static var mostColumns: Int { 64 }

  /// What may stand next.
  enum Expectation {
    /// A value, or the end of an array.
    case value
    /// A key, or the end of an object.
    case key
    case colon
    /// A comma or the end of the container.
    case comma
  }

  /// An object or array that is open.
  struct Frame {
    var isObject: Bool
    /// Path of the container, and of the member or element that is being read.
    var path: Int
    var memberPath = -1
    /// Serial of the record that values directly in it belong to.
    var record: Int
    /// Whether the elements of the array are the columns of a row.
    var isRow = false
    var index = 0
  }

  private enum Comment {
    case none
    /// A slash that may begin a comment.
    case slash
    case line, block, blockStar
  }

  var place = BlockPlace()
  var paths = PathTable(isJSON: true)
  var frames: [Frame] = []
  var expectation: Expectation = .value
  var token: JSONToken?
  /// Numbers of keys, for those that have paths of their own.
  var keyNumbers: [[UInt8]: Int] = [:]
  /// Keys met below each path.
  var keyCounts: [Int] = []
  var records = 0
  /// Line of the next byte.
  private(set) var line = 1
  /// Offset in the whole decoded text of the next byte.
  private(set) var offset = 0
  /// Offset up to which the text of a broken string was pushed.
  private var readUpTo = 0
  private var comment: Comment = .none
  private var endedInCR = false
  private(set) var isOverfull = false

  init() {}

  /// Whether nothing is open, so that the text may end here.
  var isAtRest: Bool { frames.isEmpty && token == nil && expectation != .colon }

  /// Moves to a place in the text without reading it.
  mutating func skip(to offset: Int, line: Int) {
    self.offset = offset
    self.line = line
    endedInCR = false
  }

  /// Forgets what is open, to begin a new document.
  mutating func reset() {
    while !frames.isEmpty { pop() }
    token = nil
    expectation = .value
    comment = .none
  }

  /// Reads on.
  ///
  /// - Returns: Whether the text still is JSON. When not, what could be kept was pushed, and ``offset`` and ``line`` tell where it broke.
  mutating func read(_ text: Span<UInt8>, into sink: any CellSink) -> Bool {
    let base = offset
    var index = 0
    while index < text.count {
      if token != nil {
        // A bare word that cannot stand here was not pushed: the break is before it.
        let isWord = token?.quote == nil
        let start = token?.offset ?? 0
        guard let next = readToken(text, from: index, base: base, into: sink) else {
          return breakOff(at: isWord ? start : readUpTo, into: sink)
        }
        index = next
        continue
      }
      let byte = text[index]
      countLine(byte)
      if comment != .none {
        guard readComment(byte) else { return breakOff(at: base + index, into: sink) }
        index += 1
        continue
      }
      offset = base + index
      guard readStructure(byte, text, &index, base: base, into: sink) else {
        return breakOff(at: base + index, into: sink)
      }
    }
    offset = base + text.count
    return true
  }

  private mutating func breakOff(at offset: Int, into sink: any CellSink) -> Bool {
    self.offset = offset
    if token != nil { finishToken(into: sink, isWhole: false) }
    return false
  }

  /// Ends the text.
  ///
  /// - Returns: Whether it was whole.
  mutating func finish(into sink: any CellSink) -> Bool {
    let isBare = token.map { $0.quote == nil } ?? false
    var isSound = true
    if token != nil { isSound = finishToken(into: sink, isWhole: isBare) && isBare }
    return isSound && frames.isEmpty && comment != .block && comment != .slash
  }

  private mutating func countLine(_ byte: UInt8) {
    if byte == 0x0A, !endedInCR { line += 1 }
    if byte == 0x0D { line += 1 }
    endedInCR = byte == 0x0D
  }

  private mutating func readComment(_ byte: UInt8) -> Bool {
    switch (comment, byte) {
    case (.slash, 0x2F): comment = .line
    case (.slash, 0x2A): comment = .block
    case (.slash, _): return false
    case (.line, 0x0A), (.line, 0x0D): comment = .none
    case (.block, 0x2A): comment = .blockStar
    case (.blockStar, 0x2F): comment = .none
    case (.blockStar, 0x2A): break
    case (.blockStar, _): comment = .block
    default: break
    }
    return true
  }

  /// Reads a byte outside strings, words and comments, and moves past it.
  private mutating func readStructure(
    _ byte: UInt8, _ text: Span<UInt8>, _ index: inout Int, base: Int, into sink: any CellSink
  ) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x1E: break
    // A byte order mark between documents.
    case 0xEF where frames.isEmpty, 0xBB where frames.isEmpty, 0xBF where frames.isEmpty: break
    case 0x7B, 0x5B:
      guard expectation == .value, frames.count < Self.deepest else { return false }
      guard open(isObject: byte == 0x7B) else { return false }
    case 0x7D, 0x5D:
      guard let frame = frames.last, frame.isObject == (byte == 0x7D), expectation != .colon,
        !(frame.isObject && expectation == .value)
      else { return false }
      pop()
      endValue()
    case 0x2C:
      guard expectation == .comma || expectation == .value && frames.last?.isObject == false
      else { return false }
      nextMember()
    case 0x3A:
      guard expectation == .colon else { return false }
      expectation = .value
    case 0x2F: comment = .slash
    case 0x22, 0x27:
      guard expectation == .value || expectation == .key else { return false }
      token = JSONToken(
        quote: byte, isKey: expectation == .key, offset: base + index + 1, line: line)
    default:
      guard expectation == .value || expectation == .key, JSONWord.mayContain(byte) else {
        return false
      }
      token = JSONToken(
        quote: nil, isKey: expectation == .key, offset: base + index, line: line)
      return true
    }
    index += 1
    return true
  }

  /// Reads on in a string or word.
  ///
  /// - Returns: The index behind what was read; `nil` when it cannot be JSON.
  private mutating func readToken(
    _ text: Span<UInt8>, from start: Int, base: Int, into sink: any CellSink
  ) -> Int? {
    guard let quote = token?.quote else { return readWord(text, from: start, into: sink) }
    var index = start
    if token?.isEscaping == true {
      let byte = text[index]
      countLine(byte)
      token?.takeEscaped(byte)
      return index + 1
    }
    while index < text.count, text[index] != quote, text[index] != 0x5C, text[index] >= 0x20 {
      index += 1
    }
    endedInCR = false
    readUpTo = base + index
    let isEnd = index < text.count && text[index] == quote
    if isEnd, start == (token?.offset ?? 0) - base, token?.text.isEmpty == true,
      token?.isKey == false
    {
      // The whole string lies here as it is.
      return finishLent(text.extracting(start..<index), into: sink) ? index + 1 : nil
    }
    token?.append(text.extracting(start..<index))
    if let open = token, open.text.count > ValueText.longestPiece, !isEnd {
      pushPiece(at: base + index, into: sink)
    }
    guard index < text.count else { return index }
    if isEnd { return finishToken(into: sink, isWhole: true) ? index + 1 : nil }
    if text[index] == 0x5C {
      token?.beginEscape()
      return index + 1
    }
    // A tab is forgiven; a line end means that the quote is missing.
    guard text[index] == 0x09 else { return nil }
    token?.append(text.extracting(index..<index + 1))
    return index + 1
  }

  private mutating func readWord(
    _ text: Span<UInt8>, from start: Int, into sink: any CellSink
  ) -> Int? {
    var index = start
    while index < text.count, JSONWord.mayContain(text[index]) { index += 1 }
    token?.append(text.extracting(start..<index))
    if let open = token, open.text.count > 4_096 { return nil }
    guard index < text.count else { return index }
    return finishToken(into: sink, isWhole: true) ? index : nil
  }
}
