import ScanKernels

/// The names of elements and attributes that the library has accepted, found by their bytes.
struct AcceptedNames {
  /// A name that was found.
  struct Name {
    /// The first eight bytes of the name, a shorter one at the upper end, and the last eight of a longer one.
    var first: UInt64 = 0
    var last: UInt64 = 0
    var length: Int32 = 0
    var number: Int32 = -1

    /// Whether the name stands at a place, with `>` behind it; only names of at most 16 bytes can be told so.
    ///
    /// - Parameter bytes: At least 24 bytes longer than `start`.
    @inline(__always)
    func stands(in bytes: Span<UInt8>, at start: Int) -> Bool {
      let length = Int(length)
      let word = loadWord(bytes, at: start)
      guard length &- 1 < 16, bytes[start &+ length] == 0x3E else { return false }
      if length <= 8 {
        return word << (UInt64(truncatingIfNeeded: 64 &- 8 &* length) & 63) == first
      }
      return word == first && loadWord(bytes, at: start &+ length &- 8) == last
    }
  }

  private struct Slot {
    var name = Name()
    /// Where the name stands among the spellings.
    var start = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 256)
  private var count = 0
  private var spellings: [UInt8] = []

  /// Keeps a name; the first number of a spelling holds.
  mutating func add(_ spelling: String, number: Int) {
    if (count + 1) * 2 > slots.count { grow() }
    let start = spellings.count
    spellings.append(contentsOf: spelling.utf8)
    let length = spellings.count - start
    // Words are loaded whole.
    let padded = Array(spellings[start...]) + [UInt8](repeating: 0, count: 8)
    let (first, last) = Self.words(padded.span, 0, length)
    let name = Name(
      first: first, last: last, length: Int32(truncatingIfNeeded: length),
      number: Int32(truncatingIfNeeded: number))
    let slot = Slot(name: name, start: start)
    let index = freeIndex(for: slot)
    guard find(padded.span, 0, length) == nil else { return }
    slots[index] = slot
    count += 1
  }

  /// The name `bytes[start ..< start + length]`; `nil` when it was not accepted yet.
  ///
  /// - Parameter bytes: At least eight bytes longer than the name.
  @inline(__always)
  func find(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> Name? {
    let (first, last) = Self.words(bytes, start, length)
    let mask = slots.count &- 1
    var index = Self.place(first, last, length) & mask
    while true {
      let slot = slots[index]
      if slot.name.number < 0 { return nil }
      if slot.name.first == first, slot.name.last == last, Int(slot.name.length) == length {
        if length <= 16 || isSpelled(slot, bytes, start, length) { return slot.name }
      }
      index = (index &+ 1) & mask
    }
  }

  private func isSpelled(
    _ slot: Slot, _ bytes: Span<UInt8>, _ start: Int, _ length: Int
  ) -> Bool {
    for offset in 8..<(length - 8) where spellings[slot.start + offset] != bytes[start + offset] {
      return false
    }
    return true
  }

  @inline(__always)
  private static func words(
    _ bytes: Span<UInt8>, _ start: Int, _ length: Int
  ) -> (first: UInt64, last: UInt64) {
    let word = loadWord(bytes, at: start)
    guard length > 8 else {
      return (length == 0 ? 0 : word << UInt64(truncatingIfNeeded: 64 &- 8 &* length), 0)
    }
    return (word, loadWord(bytes, at: start &+ length &- 8))
  }

  @inline(__always)
  private static func place(_ first: UInt64, _ last: UInt64, _ length: Int) -> Int {
    let mixed = (first ^ (last &* 31) ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 44)
  }

  private func freeIndex(for slot: Slot) -> Int {
    let mask = slots.count - 1
    var index = Self.place(slot.name.first, slot.name.last, Int(slot.name.length)) & mask
    while slots[index].name.number >= 0 { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.name.number >= 0 { slots[freeIndex(for: slot)] = slot }
  }
}
