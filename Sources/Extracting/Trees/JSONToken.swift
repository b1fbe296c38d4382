/// A string or bare word of JSON while it is read, across blocks.
struct JSONToken {
  /// What is open within a string.
  private enum Escape {
    case none, backslash
    /// `\u` with the digits met so far and their value.
    case unicode(digits: Int, value: UInt32)
  }

  /// The text so far, escapes resolved.
  private(set) var text: [UInt8] = []
  /// The quote that ends it; `nil` for a bare word.
  let quote: UInt8?
  let isKey: Bool
  /// Offset in the whole decoded text of its first byte behind the quote, and its line.
  private(set) var offset: Int
  private(set) var line: Int
  private var escape: Escape = .none
  private var high: UInt32 = 0

  init(quote: UInt8?, isKey: Bool, offset: Int, line: Int) {
    self.quote = quote
    self.isKey = isKey
    self.offset = offset
    self.line = line
  }

  /// Whether the next byte belongs to an escape.
  var isEscaping: Bool {
    if case .none = escape { false } else { true }
  }

  mutating func append(_ piece: Span<UInt8>) {
    guard !piece.isEmpty else { return }
    endSurrogate()
    for index in piece.indices { text.append(piece[index]) }
  }

  /// Takes a backslash.
  mutating func beginEscape() { escape = .backslash }

  /// Takes the next byte of an escape.
  mutating func takeEscaped(_ byte: UInt8) {
    switch escape {
    case .none: break
    case .backslash:
      escape = .none
      if byte == 0x75 {
        escape = .unicode(digits: 0, value: 0)
        return
      }
      endSurrogate()
      switch byte {
      case 0x62, 0x66: text.append(0x20)
      case 0x6E: text.append(0x0A)
      case 0x72: text.append(0x0D)
      case 0x74: text.append(0x09)
      // JSON5 continues a string behind a line end.
      case 0x0A, 0x0D: break
      default: text.append(byte)
      }
    case .unicode(let digits, let value):
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte - 0x30)
      case 0x41...0x46: digit = UInt32(byte - 0x37)
      case 0x61...0x66: digit = UInt32(byte - 0x57)
      default:
        // No escape after all: what stands there is text.
        escape = .none
        text.append(byte)
        return
      }
      let sum = value * 16 + digit
      if digits == 3 {
        escape = .none
        take(unit: sum)
      } else {
        escape = .unicode(digits: digits + 1, value: sum)
      }
    }
  }

  private mutating func take(unit: UInt32) {
    switch unit {
    case 0xD800...0xDBFF:
      endSurrogate()
      high = unit
    case 0xDC00...0xDFFF where high != 0:
      let value = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
      high = 0
      append(scalar: value)
    default:
      endSurrogate()
      append(scalar: unit)
    }
  }

  /// Half a surrogate pair alone is a replacement character.
  private mutating func endSurrogate() {
    guard high != 0 else { return }
    high = 0
    append(scalar: 0xFFFD)
  }

  private mutating func append(scalar value: UInt32) {
    UTF8Writing.append(value, to: &text)
  }

  /// Ends the token.
  mutating func finish() { endSurrogate() }

  /// Drops the first bytes of the text, which were pushed.
  mutating func drop(_ count: Int, offset: Int, line: Int) {
    text.removeFirst(count)
    self.offset = offset
    self.line = line
  }
}
