import ScanKernels

/// Writes JSON as bytes, without an intermediate tree; commas are its business, order is the caller's.
struct JSONWriter {
  /// What was written, and room behind it.
  var room: [UInt8] = []
  /// Bytes written since the last ``take()``.
  var count = 0
  var needsComma = false

  /// What was written since the last ``take()``.
  var bytes: [UInt8] { Array(room[..<count]) }

  /// Opens an object, as a value of its own or behind a key.
  mutating func openObject() { open(UInt8(ascii: "{")) }
  mutating func closeObject() { close(UInt8(ascii: "}")) }
  mutating func openArray() { open(UInt8(ascii: "[")) }
  mutating func closeArray() { close(UInt8(ascii: "]")) }

  private mutating func open(_ bracket: UInt8) {
    separate()
    append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { append(UInt8(ascii: ",")) }
  }

  /// A line break before the next value or key, for readers with a pager.
  mutating func lineBreak() {
    separate()
    append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// A line break before a closing bracket.
  mutating func lastLineBreak() { append(UInt8(ascii: "\n")) }

  /// Ends a record; the next one begins anew.
  mutating func endLine() {
    append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// A key that is no constant, such as a word of the vocabulary.
  mutating func key(_ key: String) {
    separate()
    quote(key)
    append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func key(_ key: JSONKey) {
    reserve(JSONKey.room)
    let (start, isDue) = (count, needsComma)
    var target = room.mutableSpan
    let end = key.write(into: &target, at: start, isDue)
    count = end
    needsComma = false
  }

  mutating func string(_ text: String) {
    separate()
    quote(text)
    needsComma = true
  }

  mutating func null() { word(0x6C6C_756E, 4) }
  mutating func bool(_ claim: Bool) { claim ? word(0x6575_7274, 4) : word(0x65_736C_6166, 5) }

  mutating func integer(_ number: Int) {
    separate()
    reserve(Decimals.longest)
    let start = count
    var target = room.mutableSpan
    let end = Decimals.write(number, into: &target, at: start)
    count = end
    needsComma = true
  }

  /// A number with at most four decimals, cut and not rounded, so that it is never above what was measured.
  mutating func number(_ number: Double) {
    separate()
    reserve(Decimals.longest)
    let start = count
    var target = room.mutableSpan
    let end = Decimals.write(number, into: &target, at: start)
    count = end
    needsComma = true
  }

  /// Writes up to eight letters, the first in the lowest bits.
  private mutating func word(_ letters: UInt64, _ length: Int) {
    separate()
    reserve(8)
    let start = count
    var target = room.mutableSpan
    storeWord(letters, into: &target, at: start)
    count = start + length
    needsComma = true
  }

  /// Hands over what was written since the last time.
  mutating func take() -> [UInt8] {
    let taken = bytes
    count = 0
    return taken
  }

  /// Bytes that are gathered before they go out.
  private static let chunk = 64 * 1024

  /// Hands over what was gathered once it is enough.
  mutating func drain(into write: ByteOutput) throws {
    if count >= Self.chunk { try write(take()) }
  }

  // MARK: - Bytes

  /// Makes sure that so many more bytes fit.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if room.count - count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    room.append(contentsOf: repeatElement(0, count: max(more, room.count, 4_096)))
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    reserve(1)
    room[count] = byte
    count += 1
  }

  private mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  private mutating func quote(_ text: String) {
    let span = text.utf8.span
    // Whole words are written.
    reserve(span.count + 10)
    let start = count
    var target = room.mutableSpan
    guard let end = Self.quote(span, into: &target, at: start) else { return escape(span) }
    count = end
  }

  /// Writes a text in quotes; `nil` when something in it needs an escape.
  @inline(__always)
  static func quote(
    _ text: Span<UInt8>, into target: inout MutableSpan<UInt8>, at start: Int
  ) -> Int? {
    target[start] = UInt8(ascii: "\"")
    target[start + 1 + text.count] = UInt8(ascii: "\"")
    return copy(text, into: &target, at: start + 1) ? start + text.count + 2 : nil
  }

  /// Copies a text eight bytes at a time; whether nothing in it needs an escape.
  private static func copy(
    _ text: Span<UInt8>, into target: inout MutableSpan<UInt8>, at start: Int
  ) -> Bool {
    var odd: UInt64 = 0
    var index = 0
    while index + 8 <= text.count {
      let word = loadWord(text, at: index)
      odd |= escapes(word)
      storeWord(word, into: &target, at: start + index)
      index += 8
    }
    if index < text.count, index > 0 {
      // The last word overlaps what was copied before.
      let word = loadWord(text, at: text.count - 8)
      odd |= escapes(word)
      storeWord(word, into: &target, at: start + text.count - 8)
      return odd == 0
    }
    while index < text.count {
      let byte = text[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { odd = 1 }
      target[start + index] = byte
      index += 1
    }
    return odd == 0
  }

  /// Not 0 when one of eight bytes needs an escape: a control character, `"`, `\` or DEL.
  @inline(__always)
  private static func escapes(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let low = (word &- ones &* 0x20) & ~word
    return high
      & (low | zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C) | zeros(word ^ ones &* 0x7F))
  }

  mutating func escape(_ text: Span<UInt8>) {
    append(UInt8(ascii: "\""))
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x0A: append("\\n")
      case 0x00...0x1F, 0x7F:
        append("\\u00")
        append(Self.hexDigit(byte >> 4))
        append(Self.hexDigit(byte & 15))
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  private static func hexDigit(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
