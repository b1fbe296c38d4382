/// A set of hashes of words, made once and asked for every cell of a heading row.
struct WordHashes: Sendable {
  /// Open addresses; 0 is an empty slot.
  private var slots: [UInt64]
  private var count = 0

  /// - Parameter room: How many hashes it takes before it grows.
  init(room: Int = 8_192) {
    var size = 16
    while size < room * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  mutating func insert(_ hash: UInt64) {
    if count * 2 >= slots.count { grow() }
    let slot = place(of: max(hash, 1))
    if slots[slot] == 0 {
      slots[slot] = max(hash, 1)
      count += 1
    }
  }

  func contains(_ hash: UInt64) -> Bool { slots[place(of: max(hash, 1))] != 0 }

  /// The slot of a hash, or the empty one where it would stand.
  private func place(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for hash in old where hash != 0 { slots[place(of: hash)] = hash }
  }
}
