/// Numbers the names of elements and attributes, by the addresses under which the library keeps them.
///
/// The library stores each name once for the life of a context, so that equal names have equal addresses.
struct XMLNames {
  private struct Slot {
    var local: UInt = 0
    var prefix: UInt = 0
    var number: Int32 = -1
  }

  private var slots = [Slot](repeating: Slot(), count: 256)
  /// Spellings by number.
  private(set) var spellings: [String] = []

  /// The number of a name that is known.
  @inline(__always) func number(local: UInt, prefix: UInt) -> Int? {
    let slot = slots[index(local, prefix)]
    return slot.number < 0 ? nil : Int(slot.number)
  }

  /// Gives a new name its number.
  mutating func add(local: UInt, prefix: UInt, spelling: String) -> Int {
    if (spellings.count + 1) * 2 > slots.count { grow() }
    let number = spellings.count
    spellings.append(spelling)
    slots[index(local, prefix)] = Slot(local: local, prefix: prefix, number: Int32(number))
    return number
  }

  @inline(__always) private func index(_ local: UInt, _ prefix: UInt) -> Int {
    let mask = UInt(slots.count - 1)
    var position = ((local ^ prefix &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 20 & mask
    while true {
      let slot = slots[Int(position)]
      if slot.number < 0 || slot.local == local && slot.prefix == prefix { return Int(position) }
      position = (position + 1) & mask
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number >= 0 { slots[index(slot.local, slot.prefix)] = slot }
  }
}
