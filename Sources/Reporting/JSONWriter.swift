/// Writes JSON as bytes, without an intermediate tree; commas are its business, order is the caller's.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Opens an object, as a value of its own or behind a key.
  mutating func openObject() { open(UInt8(ascii: "{")) }
  mutating func closeObject() { close(UInt8(ascii: "}")) }
  mutating func openArray() { open(UInt8(ascii: "[")) }
  mutating func closeArray() { close(UInt8(ascii: "]")) }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  /// A line break before the next value or key, for readers with a pager.
  mutating func lineBreak() {
    separate()
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// A line break before a closing bracket.
  mutating func lastLineBreak() { bytes.append(UInt8(ascii: "\n")) }

  /// Ends a record; the next one begins anew.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  mutating func key(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func string(_ text: String) {
    separate()
    quote(text)
    needsComma = true
  }

  mutating func null() { word("null") }
  mutating func bool(_ claim: Bool) { word(claim ? "true" : "false") }
  mutating func integer(_ number: Int) {
    separate()
    Decimals.append(number, to: &bytes)
    needsComma = true
  }

  /// A number with at most four decimals, cut and not rounded, so that it is never above what was measured.
  mutating func number(_ number: Double) {
    separate()
    Decimals.append(number, to: &bytes)
    needsComma = true
  }

  private mutating func word(_ word: String) {
    separate()
    bytes.append(contentsOf: word.utf8)
    needsComma = true
  }

  /// Hands over what was written since the last time.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  private mutating func quote(_ text: String) {
    let span = text.utf8.span
    if Self.needsEscape(span) {
      bytes.append(UInt8(ascii: "\""))
      escape(text)
      bytes.append(UInt8(ascii: "\""))
      return
    }
    bytes.append(addingCapacity: span.count + 2) { (output: inout OutputSpan<UInt8>) in
      output.append(UInt8(ascii: "\""))
      for index in 0..<span.count { output.append(span[index]) }
      output.append(UInt8(ascii: "\""))
    }
  }

  private static func needsEscape(_ text: Span<UInt8>) -> Bool {
    for index in 0..<text.count {
      let byte = text[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return true }
    }
    return false
  }

  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
      case 0x00...0x1F, 0x7F:
        bytes.append(contentsOf: Array("\\u00".utf8))
        bytes.append(Self.hexDigit(byte >> 4))
        bytes.append(Self.hexDigit(byte & 15))
      default: bytes.append(byte)
      }
    }
  }

  private static func hexDigit(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}

extension JSONWriter {
  mutating func field(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  mutating func field(_ name: String, _ number: Int) {
    key(name)
    integer(number)
  }

  mutating func field(_ name: String, _ number: Double) {
    key(name)
    self.number(number)
  }

  mutating func field(_ name: String, _ claim: Bool) {
    key(name)
    bool(claim)
  }

  mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    openArray()
    for text in texts { string(text) }
    closeArray()
  }
}
