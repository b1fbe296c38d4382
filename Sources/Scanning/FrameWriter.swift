internal import ScanKernels

/// Writes the integers and texts of the worker protocol into bytes.
struct FrameWriter {
  /// Bytes of a piece, which is put aside when it is full: one room for a long report would be copied again and again, and held twice.
  private static let pieceSize = 64 << 10

  /// What was put aside, in its order.
  private var full: [[UInt8]] = []
  private var fullCount = 0
  /// What was written behind that, and room behind it.
  private var room: [UInt8] = []
  /// Bytes written to the room.
  private var end = 0

  /// Bytes written.
  var count: Int { fullCount + end }

  /// What was written, in pieces that follow each other.
  var pieces: [[UInt8]] { full + [Array(room[..<end])] }

  /// What was written.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for piece in full { bytes += piece }
    bytes += room[..<end]
    return bytes
  }

  /// Makes sure that so many more bytes fit.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if room.count - end < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    if end > 0, end + more > Self.pieceSize {
      full.append(Array(room[..<end]))
      fullCount += end
      end = 0
      guard room.count < more else { return }
    }
    room.append(contentsOf: repeatElement(0, count: max(more, room.count, 4_096)))
  }

  /// Forgets what was written and keeps the room.
  mutating func removeAll() {
    full.removeAll()
    fullCount = 0
    end = 0
  }

  mutating func byte(_ value: UInt8) {
    reserve(1)
    room[end] = value
    end += 1
  }

  /// A member of a closed list, by its position.
  mutating func choice<Value: Equatable>(_ value: Value, of list: [Value]) {
    byte(UInt8(clamping: list.firstIndex(of: value) ?? list.count))
  }

  mutating func flag(_ value: Bool) { byte(value ? 1 : 0) }

  /// An integer of fixed width, little-endian.
  mutating func integer<Value: FixedWidthInteger>(_ value: Value) {
    reserve(8)
    let start = end
    var target = room.mutableSpan
    storeWord(UInt64(truncatingIfNeeded: value), into: &target, at: start)
    end += Value.bitWidth / 8
  }

  /// A whole number that may be missing, behind a flag that says whether it is there.
  mutating func optionalNumber(_ value: Int?) {
    flag(value != nil)
    if let value { number(value) }
  }

  /// A whole number, seven bits a byte, the lowest first; the highest bit of a byte says that more follow.
  ///
  /// Nearly all numbers are small, and a report may hold a hundred thousand places.
  mutating func number(_ value: Int) {
    reserve(Self.longestNumber)
    let start = end
    var target = room.mutableSpan
    end = Self.put(value, into: &target, at: start)
  }

  /// Bytes that any whole number fits in.
  private static let longestNumber = 10

  @inline(__always)
  private static func put(
    _ value: Int, into target: inout MutableSpan<UInt8>, at start: Int
  ) -> Int {
    var rest = UInt64(bitPattern: Int64(value))
    var place = start
    while rest >= 0x80 {
      target[place] = UInt8(truncatingIfNeeded: rest) | 0x80
      rest >>= 7
      place += 1
    }
    target[place] = UInt8(truncatingIfNeeded: rest)
    return place + 1
  }

  /// Four whole numbers in one go.
  mutating func numbers(_ first: Int, _ second: Int, _ third: Int, _ fourth: Int) {
    reserve(4 * Self.longestNumber)
    var place = end
    var target = room.mutableSpan
    place = Self.put(first, into: &target, at: place)
    place = Self.put(second, into: &target, at: place)
    place = Self.put(third, into: &target, at: place)
    place = Self.put(fourth, into: &target, at: place)
    end = place
  }

  /// A number; one that is infinite or none becomes the nearest that a reader accepts.
  mutating func real(_ value: Double) {
    integer((value.isNaN ? 0 : min(FrameLimit.real, max(-FrameLimit.real, value))).bitPattern)
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    // Whole words are written.
    reserve(bytes.count + 8)
    let start = end
    var target = room.mutableSpan
    var index = 0
    while index + 8 <= bytes.count {
      storeWord(loadWord(bytes, at: index), into: &target, at: start + index)
      index += 8
    }
    while index < bytes.count {
      target[start + index] = bytes[index]
      index += 1
    }
    end += bytes.count
  }

  /// Bytes with their length before them.
  mutating func block(_ block: [UInt8]) { self.block(block.span) }

  mutating func block(_ block: Span<UInt8>) {
    number(block.count)
    append(block)
  }

  /// A text as UTF-8 with its length before it, cut at a character when it is longer than the protocol allows.
  mutating func text(_ text: String) { self.text(text.utf8.span) }

  /// The same of a text in bytes.
  mutating func text(_ text: Span<UInt8>) {
    var kept = text.count
    if kept > FrameLimit.text {
      kept = FrameLimit.text
      while kept > 0, text[kept] & 0xC0 == 0x80 { kept -= 1 }
    }
    block(text.extracting(0..<kept))
  }

  mutating func optionalText(_ text: String?) {
    flag(text != nil)
    if let text { self.text(text) }
  }

  /// The texts, at most `most` of them.
  mutating func texts(_ texts: [String], most: Int) {
    list(texts, most: most) { $0.text($1) }
  }

  /// A list with its length before it, at most `most` elements.
  mutating func list<Element>(
    _ elements: [Element], most: Int, _ write: (inout FrameWriter, Element) -> Void
  ) {
    let kept = min(elements.count, max(0, most))
    number(kept)
    for index in 0..<kept { write(&self, elements[index]) }
  }
}
