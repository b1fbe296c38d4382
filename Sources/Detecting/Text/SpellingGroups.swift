/// Where spellings of the same beginning stand in a sorted list: a hash table with open addresses.
struct SpellingGroups: Sendable {
  /// The beginning of each slot; 0 where there is none.
  private var keys: [UInt32] = []
  private var starts: [Int32] = []
  private var ends: [Int32] = []
  private var mask: UInt32 = 0

  init() {}

  /// - Parameter beginnings: Of all spellings, ascending; none is 0.
  init(_ beginnings: [UInt32]) {
    guard !beginnings.isEmpty else { return }
    var distinct = 0
    for index in beginnings.indices where index == 0 || beginnings[index] != beginnings[index - 1] {
      distinct += 1
    }
    var slots = 64
    while slots < distinct * 2 { slots *= 2 }
    mask = UInt32(truncatingIfNeeded: slots - 1)
    keys = Array(repeating: 0, count: slots)
    starts = Array(repeating: 0, count: slots)
    ends = Array(repeating: 0, count: slots)
    var start = 0
    while start < beginnings.count {
      var end = start + 1
      while end < beginnings.count, beginnings[end] == beginnings[start] { end += 1 }
      var slot = Int(Self.mix(beginnings[start]) & mask)
      while keys[slot] != 0 { slot = (slot + 1) & Int(mask) }
      keys[slot] = beginnings[start]
      starts[slot] = Int32(truncatingIfNeeded: start)
      ends[slot] = Int32(truncatingIfNeeded: end)
      start = end
    }
  }

  @inline(__always)
  private static func mix(_ key: UInt32) -> UInt32 {
    let product = key &* 0x9E37_79B1
    return product ^ (product >> 15)
  }

  /// The spellings of a beginning.
  @inline(__always)
  subscript(_ key: UInt32) -> Range<Int>? {
    guard !keys.isEmpty else { return nil }
    var slot = Int(Self.mix(key) & mask)
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(starts[slot])..<Int(ends[slot]) }
      slot = (slot + 1) & Int(mask)
    }
    return nil
  }
}
