/// Remembers what short cells without digits showed, by their text.
///
/// It holds words of at most seven bytes as they stood in cells, in memory only; one per worker.
struct ShortCells {
  private static let size = 256

  private var keys = [UInt64](repeating: 0, count: size)
  private var wanted = [UInt16](repeating: 0, count: size)
  private var readings = [CellReading](repeating: CellReading(), count: size)

  /// The text of a cell and its length as one word; `nil` when it is longer than seven bytes or holds an ASCII digit.
  @inline(__always)
  static func key(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64? {
    let length = end &- start
    guard length > 0, length <= 7 else { return nil }
    var key = UInt64(length)
    var index = start
    while index < end {
      let byte = text[index]
      if byte &- 0x30 <= 9 { return nil }
      key = key << 8 | UInt64(byte)
      index &+= 1
    }
    return key
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  @inline(__always)
  func reading(of key: UInt64, _ wanted: CellReader.Wanted) -> CellReading? {
    let slot = Self.slot(key)
    guard keys[slot] == key, self.wanted[slot] == wanted.rawValue else { return nil }
    return readings[slot]
  }

  mutating func keep(_ reading: CellReading, of key: UInt64, _ wanted: CellReader.Wanted) {
    let slot = Self.slot(key)
    keys[slot] = key
    self.wanted[slot] = wanted.rawValue
    readings[slot] = reading
  }
}
