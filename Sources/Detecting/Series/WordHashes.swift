/// A set of hashes of words, made once and asked for every cell of a heading row.
struct WordHashes: Sendable {
  /// Open addresses; 0 is an empty slot.
  private var slots: [UInt64]
  private var count = 0
  /// One bit for each look of a word: its first and last byte and its length.
  private var looks = [UInt64](repeating: 0, count: 1_024)

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

  /// Notes how a word looks; see ``mayContain(_:_:_:)``.
  mutating func insertLook(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    guard start < end else { return }
    let look = Self.look(text, start, end)
    looks[look >> 6] |= 1 << UInt64(look & 63)
  }

  /// Whether a word of the set may stand there, before its hash is made.
  func mayContain(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let look = Self.look(text, start, end)
    return looks[look >> 6] >> UInt64(look & 63) & 1 != 0
  }

  private static func look(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    (Int(text[start]) ^ Int(text[end - 1]) << 3 ^ (end - start) << 8) & 0xFFFF
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
