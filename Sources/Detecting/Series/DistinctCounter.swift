import Inventory
import ScanKernels

/// Counts distinct values without keeping any of them: it holds keyed 64-bit hashes, in memory only.
///
/// The key is made for one scan and never written, so that nothing here can be traced back to a value later.
/// Counting stops at a limit shared by the whole file; from there on every value counts as seen before.
struct DistinctCounter {
  /// Open-addressing table of hashes; 0 marks a free slot.
  ///
  /// Its size is a power of two.
  private var slots: [UInt64] = []
  private(set) var count = 0

  /// Adds a value's hash.
  ///
  /// - Returns: Whether it is new.
  mutating func insert(_ hash: UInt64) -> Bool {
    if count * 2 >= slots.count { grow() }
    let hash = hash == 0 ? 1 : hash
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot == hash { return false }
      if slot == 0 {
        slots[index] = hash
        count += 1
        return true
      }
      index = (index + 1) & mask
    }
  }

  /// Adds the cells of a column that are filled.
  ///
  /// - Parameter cells: Of `first`, `stride` and `count`: those to look at.
  /// - Returns: The cells that are new, in their order.
  mutating func insert(
    _ text: Span<UInt8>, _ cells: Span<RowBlock.Cell>, first: Int, stride: Int,
    count cellCount: Int,
    _ hashing: CountingHash
  ) -> [RowBlock.Cell] {
    while (count + cellCount) * 2 >= slots.count { grow() }
    var fresh: [RowBlock.Cell] = []
    fresh.append(addingCapacity: cellCount) {
      (output: inout OutputSpan<RowBlock.Cell>) in
      gatherNew(
        text, cells: cells, first: first, stride: stride, count: cellCount, key: hashing.words,
        slots: &slots, into: &output)
    }
    count += fresh.count
    return fresh
  }

  /// The slots that every series begins with, shared until the first value: copied faster than made.
  private static let few = [UInt64](repeating: 0, count: 32)

  private mutating func grow() {
    guard !slots.isEmpty else {
      slots = Self.few
      return
    }
    var wider = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = wider.count - 1
    let narrow = slots
    let old = narrow.span
    var new = wider.mutableSpan
    for place in old.indices where old[place] != 0 {
      let hash = old[place]
      var index = Int(truncatingIfNeeded: hash) & mask
      while new[index] != 0 { index = (index &+ 1) & mask }
      new[index] = hash
    }
    slots = wider
  }
}

/// A keyed hash of byte ranges, for counting distinct values only.
struct CountingHash: Sendable {
  private let key0: UInt64
  private let key1: UInt64

  /// - Parameter key: Two random words, made for one scan.
  init(key: (UInt64, UInt64)) {
    key0 = key.0 ^ 0x9E37_79B9_7F4A_7C15
    key1 = key.1 | 1
  }

  /// The key as kernels want it.
  var words: (UInt64, UInt64) { (key0, key1 | 0x8000_0000_0000_0001) }

  /// The hash of `text[start..<end]`; that of the kernel behind ``DistinctCounter`` must agree.
  func hash(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var state = key0 ^ UInt64(truncatingIfNeeded: end - start)
    var index = start
    while index + 8 <= end {
      state = mix(state ^ loadWord(text, at: index))
      index += 8
    }
    guard index < end else { return mix(state) }
    if end >= 8 {
      // The last word overlaps what came before: shifting leaves only what is new.
      let rest = UInt64(truncatingIfNeeded: 8 - (end - index)) * 8
      return mix(state ^ (loadWord(text, at: end - 8) >> rest))
    }
    var word: UInt64 = 0
    var shift: UInt64 = 0
    while index < end {
      word |= UInt64(text[index]) << shift
      shift += 8
      index += 1
    }
    return mix(state ^ word)
  }

  /// The hash of a number given as a value, such as the digits of a run.
  func hash(_ value: UInt64, count: Int) -> UInt64 {
    mix(mix(key0 ^ value) ^ UInt64(truncatingIfNeeded: count))
  }

  private func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: key1 | 0x8000_0000_0000_0001)
    return product.high ^ product.low ^ (value >> 29)
  }
}
