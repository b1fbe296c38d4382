/// Writes the integers and texts of the worker protocol into bytes.
struct FrameWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// An integer of fixed width, little-endian.
  mutating func integer<Value: FixedWidthInteger>(_ value: Value) {
    let whole = UInt64(truncatingIfNeeded: value)
    for index in 0..<Value.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: whole &>> UInt64(8 * index)))
    }
  }

  mutating func count(_ value: Int) { integer(UInt32(clamping: value)) }

  mutating func number(_ value: Int) { integer(Int64(value)) }

  /// A number; one that is infinite or none becomes the nearest that a reader accepts.
  mutating func real(_ value: Double) {
    integer((value.isNaN ? 0 : min(FrameLimit.real, max(-FrameLimit.real, value))).bitPattern)
  }

  /// Bytes with their length before them.
  mutating func block(_ block: [UInt8]) {
    count(block.count)
    bytes += block
  }

  /// A text as UTF-8 with its length before it, cut at a character when it is longer than the protocol allows.
  mutating func text(_ text: String) {
    let whole = text.utf8
    guard whole.count > FrameLimit.text else {
      count(whole.count)
      bytes += whole
      return
    }
    var end = FrameLimit.text
    let cut = Array(whole.prefix(end + 1))
    while end > 0, cut[end] & 0xC0 == 0x80 { end -= 1 }
    block(Array(cut[..<end]))
  }

  mutating func optionalText(_ text: String?) {
    flag(text != nil)
    if let text { self.text(text) }
  }

  mutating func optionalNumber(_ value: Int?) {
    flag(value != nil)
    if let value { number(value) }
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
    count(kept)
    for index in 0..<kept { write(&self, elements[index]) }
  }
}

/// The most that the worker protocol lets through of anything: what is more is an error to the reader.
enum FrameLimit {
  /// Magnitude of a number that is no integer.
  static let real = 1e300
  /// Bytes of one text.
  static let text = 8_192
  /// Bytes of one file's report, put together from its pieces.
  static let report = 64 << 20
  /// Bytes of what a worker is told at its start.
  static let setup = 256 << 20
  static let findings = 65_536
  /// Places of one finding: as many as the cells of the largest table that anybody lists whole.
  static let places = 1 << 22
  /// Places of one finding that are kept when the whole report is too long.
  static let keptPlaces = 1_000
  static let evidence = 1_024
  static let texts = 256
  static let words = 1 << 20
  static let packs = 65_536
}
