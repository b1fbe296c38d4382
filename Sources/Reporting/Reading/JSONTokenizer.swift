/// Reads JSON that is pushed in piece by piece; values may follow one another, as in NDJSON.
///
/// For findings that come from anywhere: depth and length have limits, nothing recurses, and what is kept is one
/// string and one bit a level.
struct JSONTokenizer {
  /// Levels of arrays and objects; a findings document has nine.
  static let depthLimit = 64
  /// Bytes of one string or number.
  static let lengthLimit = 1 << 20

  private enum State {
    case value, firstItem, firstKey, key, colon, afterItem, string, escape, unicode, word
  }

  private var state = State.value
  /// Per level, whether it is an object.
  private var levels: [Bool] = []
  private var text: [UInt8] = []
  private var isKey = false
  private var unicode: UInt32 = 0
  private var unicodeDigits = 0
  /// A high surrogate that waits for its other half.
  private var highSurrogate: UInt32?
  private var line = 1
  private var column = 0

  /// Reads the next bytes.
  mutating func feed<Sink: JSONSink>(
    _ bytes: ArraySlice<UInt8>, to sink: inout Sink
  ) throws(JSONMistake) {
    for byte in bytes {
      if byte & 0xC0 != 0x80 { column += 1 }
      do throws(JSONMistake.Kind) {
        try take(byte, &sink)
      } catch {
        throw JSONMistake(line: line, column: max(1, column), kind: error)
      }
      if byte == 0x0A {
        line += 1
        column = 0
      }
    }
  }

  /// Says that no more bytes come.
  mutating func finish<Sink: JSONSink>(_ sink: inout Sink) throws(JSONMistake) {
    do throws(JSONMistake.Kind) {
      if state == .word { try endWord(&sink) }
      guard state == .value, levels.isEmpty else { throw .endsTooEarly }
    } catch {
      throw JSONMistake(line: line, column: max(1, column), kind: error)
    }
  }

  private mutating func take<Sink: JSONSink>(
    _ byte: UInt8, _ sink: inout Sink
  ) throws(JSONMistake.Kind) {
    switch state {
    case .string: return try takeInString(byte, &sink)
    case .escape: return try takeEscape(byte)
    case .unicode: return try takeUnicode(byte)
    case .word:
      if Self.isWordByte(byte) { return try append(byte) }
      try endWord(&sink)
    default: break
    }
    if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { return }
    switch state {
    case .value: try beginValue(byte, &sink)
    case .firstItem:
      if byte == UInt8(ascii: "]") { try close(&sink) } else { try beginValue(byte, &sink) }
    case .firstKey where byte == UInt8(ascii: "}"): try close(&sink)
    case .firstKey, .key:
      guard byte == UInt8(ascii: "\"") else { throw .expected(.key) }
      isKey = true
      state = .string
    case .colon:
      guard byte == UInt8(ascii: ":") else { throw .expected(.colon) }
      state = .value
    default:
      guard let isObject = levels.last else { throw .expected(.value) }
      if byte == UInt8(ascii: ",") {
        state = isObject ? .key : .value
      } else if byte == UInt8(ascii: isObject ? "}" : "]") {
        try close(&sink)
      } else {
        throw .expected(.commaOrEnd)
      }
    }
  }

  private mutating func beginValue<Sink: JSONSink>(
    _ byte: UInt8, _ sink: inout Sink
  ) throws(JSONMistake.Kind) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard levels.count < Self.depthLimit else { throw .tooDeep(limit: Self.depthLimit) }
      let isObject = byte == UInt8(ascii: "{")
      levels.append(isObject)
      state = isObject ? .firstKey : .firstItem
      try sink.open(isObject: isObject)
    case UInt8(ascii: "\""):
      isKey = false
      state = .string
    default:
      guard Self.isWordByte(byte) else { throw .expected(.value) }
      try append(byte)
      state = .word
    }
  }

  private mutating func close<Sink: JSONSink>(_ sink: inout Sink) throws(JSONMistake.Kind) {
    levels.removeLast()
    state = levels.isEmpty ? .value : .afterItem
    try sink.close()
  }

  /// Letters, digits and signs: what numbers, `true`, `false` and `null` are made of.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  private mutating func append(_ byte: UInt8) throws(JSONMistake.Kind) {
    guard text.count < Self.lengthLimit else { throw .tooLong(limit: Self.lengthLimit) }
    text.append(byte)
  }

  private mutating func endWord<Sink: JSONSink>(_ sink: inout Sink) throws(JSONMistake.Kind) {
    defer { text.removeAll(keepingCapacity: true) }
    state = levels.isEmpty ? .value : .afterItem
    if text == Array("null".utf8) { return try sink.value(.null) }
    if text == Array("true".utf8) { return try sink.value(.bool(true)) }
    if text == Array("false".utf8) { return try sink.value(.bool(false)) }
    let first = text.first ?? 0
    guard first == UInt8(ascii: "-") || (0x30...0x39).contains(first) else {
      throw .expected(.value)
    }
    // Swift reads hexadecimal and infinities too; JSON does not.
    guard text.allSatisfy({ $0 < 0x40 || $0 | 0x20 == UInt8(ascii: "e") }),
      let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite
    else { throw .badNumber }
    try sink.value(.number(number))
  }
}

extension JSONTokenizer {
  private mutating func takeInString<Sink: JSONSink>(
    _ byte: UInt8, _ sink: inout Sink
  ) throws(JSONMistake.Kind) {
    if highSurrogate != nil, byte != UInt8(ascii: "\\") { try endSurrogate() }
    switch byte {
    case UInt8(ascii: "\""):
      guard let string = String(validating: text, as: UTF8.self) else { throw .notUTF8 }
      text.removeAll(keepingCapacity: true)
      if isKey {
        state = .colon
        try sink.key(string)
      } else {
        state = levels.isEmpty ? .value : .afterItem
        try sink.value(.string(string))
      }
    case UInt8(ascii: "\\"): state = .escape
    case 0..<0x20: throw .controlCharacter
    default: try append(byte)
    }
  }

  private mutating func takeEscape(_ byte: UInt8) throws(JSONMistake.Kind) {
    if byte == UInt8(ascii: "u") {
      unicode = 0
      unicodeDigits = 0
      state = .unicode
      return
    }
    try endSurrogate()
    state = .string
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): try append(byte)
    case UInt8(ascii: "b"): try append(0x08)
    case UInt8(ascii: "f"): try append(0x0C)
    case UInt8(ascii: "n"): try append(0x0A)
    case UInt8(ascii: "r"): try append(0x0D)
    case UInt8(ascii: "t"): try append(0x09)
    default: throw .badEscape
    }
  }

  private mutating func takeUnicode(_ byte: UInt8) throws(JSONMistake.Kind) {
    let digit: UInt8
    switch byte {
    case 0x30...0x39: digit = byte - 0x30
    case 0x41...0x46: digit = byte - 0x41 + 10
    case 0x61...0x66: digit = byte - 0x61 + 10
    default: throw .badEscape
    }
    unicode = unicode << 4 | UInt32(digit)
    unicodeDigits += 1
    guard unicodeDigits == 4 else { return }
    state = .string
    if let high = highSurrogate, (0xDC00...0xDFFF).contains(unicode) {
      highSurrogate = nil
      return try append(scalar: 0x10000 + (high - 0xD800) << 10 + unicode - 0xDC00)
    }
    try endSurrogate()
    if (0xD800...0xDBFF).contains(unicode) {
      highSurrogate = unicode
    } else {
      try append(scalar: unicode)
    }
  }

  /// Half a pair alone stands for no character.
  private mutating func endSurrogate() throws(JSONMistake.Kind) {
    guard highSurrogate != nil else { return }
    highSurrogate = nil
    try append(scalar: 0xFFFD)
  }

  private mutating func append(scalar: UInt32) throws(JSONMistake.Kind) {
    for byte in String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8 { try append(byte) }
  }
}
