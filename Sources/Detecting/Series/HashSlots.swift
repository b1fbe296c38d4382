/// Numbers by hashes of 64 bits: an open-addressing table.
///
/// 64 bits make a clash among some thousand words as good as impossible; a caller that must know compares what it has found.
struct HashSlots: Sendable {
  /// The hash of each slot, 0 where there is none; their number is a power of two.
  private var hashes: [UInt64] = []
  private var numbers: [Int32] = []
  private var count = 0

  init() {}

  /// Makes room for as many hashes, so that none has to move.
  mutating func reserve(_ count: Int) {
    var slots = 32
    while slots < count * 2 { slots *= 2 }
    if slots > hashes.count { resize(to: slots) }
  }

  /// The number of a hash; a number once set stays.
  subscript(_ hash: UInt64) -> Int? {
    get {
      guard !hashes.isEmpty else { return nil }
      let slot = slot(of: hash)
      return hashes[slot] == 0 ? nil : Int(numbers[slot])
    }
    set {
      guard let newValue else { return }
      if count * 2 >= hashes.count { resize(to: max(32, hashes.count * 2)) }
      let slot = slot(of: hash)
      if hashes[slot] == 0 { count += 1 }
      hashes[slot] = HashSlots.key(hash)
      numbers[slot] = Int32(truncatingIfNeeded: newValue)
    }
  }

  /// Calls with each number and its hash, in no order.
  func forEach(_ body: (Int, UInt64) -> Void) {
    for (hash, number) in zip(hashes, numbers) where hash != 0 { body(Int(number), hash) }
  }

  private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  /// Where a hash stands, or the free slot where it would.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    let key = HashSlots.key(hash)
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while hashes[slot] != key, hashes[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func resize(to slots: Int) {
    let old = (hashes, numbers)
    hashes = Array(repeating: 0, count: slots)
    numbers = Array(repeating: 0, count: slots)
    for (hash, number) in zip(old.0, old.1) where hash != 0 {
      let slot = slot(of: hash)
      hashes[slot] = hash
      numbers[slot] = number
    }
  }
}
