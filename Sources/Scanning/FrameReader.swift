internal import Inventory
internal import ScanKernels

/// Reads the integers and texts of the worker protocol out of bytes that nobody vouches for.
///
/// Every length and count is checked against a limit and against what is left before anything is allocated.
struct FrameReader {
  private let bytes: [UInt8]
  private(set) var offset: Int
  private let end: Int
  /// Texts read before, each where its length says: a heading comes again with its evidence, and is kept once.
  private var texts = InlineArray<8, Text?>(repeating: nil)

  private struct Text {
    var start: Int
    var count: Int
    var text: String
  }

  init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

  /// Reads a part of the bytes.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  var isAtEnd: Bool { offset == end }

  /// Throws unless everything was read.
  func finish() throws(FrameError) {
    guard isAtEnd else { throw FrameError() }
  }

  mutating func byte() throws(FrameError) -> UInt8 {
    guard offset < end else { throw FrameError() }
    offset += 1
    return bytes[offset - 1]
  }

  mutating func flag() throws(FrameError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw FrameError()
    }
  }

  mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws(FrameError) -> Value {
    let width = Value.bitWidth / 8
    guard end - offset >= width else { throw FrameError() }
    defer { offset += width }
    if bytes.count - offset >= 8 {
      // What of the word stands behind the integer is cut off.
      return Value(truncatingIfNeeded: loadWord(bytes.span, at: offset))
    }
    var value: UInt64 = 0
    for index in 0..<width {
      value |= UInt64(bytes[offset + index]) &<< UInt64(8 * index)
    }
    return Value(truncatingIfNeeded: value)
  }

  /// A count of things that take at least one byte each.
  mutating func count(most: Int) throws(FrameError) -> Int {
    let count = try number()
    guard count <= most, count <= end - offset else { throw FrameError() }
    return count
  }

  /// A number that counts or places something: never negative.
  ///
  /// Its bytes are the only ones that a writer writes for it.
  mutating func number() throws(FrameError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = UInt64(try byte())
      value |= (next & 0x7F) &<< shift
      if next < 0x80 {
        guard next > 0 || shift == 0 else { throw FrameError() }
        return Int(truncatingIfNeeded: value)
      }
      shift += 7
      // Nine bytes are all that a number without a sign takes.
      guard shift < 63 else { throw FrameError() }
    }
  }

  mutating func optionalNumber() throws(FrameError) -> Int? { try flag() ? try number() : nil }

  /// A number that is no NaN, and no larger than a writer writes.
  mutating func real() throws(FrameError) -> Double {
    let value = Double(bitPattern: try integer(UInt64.self))
    guard value.magnitude <= FrameLimit.real else { throw FrameError() }
    return value
  }

  mutating func block(most: Int) throws(FrameError) -> [UInt8] {
    let count = try count(most: most)
    offset += count
    return Array(bytes[offset - count..<offset])
  }

  /// A text as it was sent.
  mutating func text() throws(FrameError) -> String {
    guard let text = String(validating: try block(most: FrameLimit.text), as: UTF8.self)
    else { throw FrameError() }
    return text
  }

  /// A text out of a worker: masked again, whatever the worker did.
  mutating func maskedText() throws(FrameError) -> String {
    let count = try count(most: FrameLimit.text)
    let start = offset
    offset += count
    let place = count & 7
    if let known = texts[place], known.count == count, isSame(known.start, start, count) {
      return known.text
    }
    let text = try masked(start..<offset)
    texts[place] = Text(start: start, count: count, text: text)
    return text
  }

  private func masked(_ range: Range<Int>) throws(FrameError) -> String {
    let span = bytes.span.extracting(range)
    guard let checked = try? UTF8Span(validating: span) else { throw FrameError() }
    let text = String(copying: checked)
    return Masking.mayChange(span) ? Masking.masked(text) : text
  }

  /// The path of a place, masked again, and the place with it.
  mutating func maskedPath(of numbers: Places.Numbers, into places: inout Places) throws(FrameError)
  {
    let count = try count(most: FrameLimit.text)
    guard count > 0 else { return places.append(numbers) }
    let start = offset
    offset += count
    if Masking.isPlain(bytes.span.extracting(start..<offset)) {
      places.append(numbers, path: bytes[start..<offset])
    } else {
      places.append(numbers, path: Array(try masked(start..<offset).utf8)[...])
    }
  }

  private func isSame(_ left: Int, _ right: Int, _ count: Int) -> Bool {
    for index in 0..<count where bytes[left + index] != bytes[right + index] { return false }
    return true
  }

  mutating func optionalMaskedText() throws(FrameError) -> String? {
    try flag() ? try maskedText() : nil
  }

  mutating func list<Element>(
    most: Int, _ read: (inout FrameReader) throws(FrameError) -> Element
  ) throws(FrameError) -> [Element] {
    let count = try count(most: most)
    var elements: [Element] = []
    elements.reserveCapacity(min(count, 1_024))
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  /// A member of a closed list, by its position.
  mutating func choice<Value>(of list: [Value]) throws(FrameError) -> Value {
    let position = Int(try byte())
    guard position < list.count else { throw FrameError() }
    return list[position]
  }
}
