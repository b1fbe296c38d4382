/// Remembers what short cells showed, by their text, in memory only.
struct ShortCells {
  private let shift: UInt64
  private var keys: [UInt64]
  private var wanted: [UInt16]
  private var readings: [CellReading]

  /// Room for two to the power of `bits` texts.
  init(bits: Int) {
    shift = UInt64(64 - bits)
    keys = [UInt64](repeating: 0, count: 1 << bits)
    wanted = [UInt16](repeating: 0, count: 1 << bits)
    readings = [CellReading](repeating: CellReading(), count: 1 << bits)
  }

  /// The text of a cell and its length as one word; `nil` when it is longer than seven bytes.
  ///
  /// - Parameter holdsDigit: Set when an ASCII digit stands in it.
  @inline(__always)
  static func key(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, holdsDigit: inout Bool
  ) -> UInt64? {
    let length = end &- start
    guard length > 0, length <= 7 else { return nil }
    var key = UInt64(length)
    var index = start
    while index < end {
      let byte = text[index]
      if byte &- 0x30 <= 9 {
        // Many of these come but once: numbers of more digits are not looked up.
        guard length <= 4 else { return nil }
        holdsDigit = true
      }
      key = key << 8 | UInt64(byte)
      index &+= 1
    }
    return key
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  @inline(__always)
  func reading(of key: UInt64, _ wanted: CellReader.Wanted) -> CellReading? {
    let slot = slot(key)
    guard keys[slot] == key, self.wanted[slot] == wanted.rawValue else { return nil }
    return readings[slot]
  }

  mutating func keep(_ reading: CellReading, of key: UInt64, _ wanted: CellReader.Wanted) {
    let slot = slot(key)
    keys[slot] = key
    self.wanted[slot] = wanted.rawValue
    readings[slot] = reading
  }
}
