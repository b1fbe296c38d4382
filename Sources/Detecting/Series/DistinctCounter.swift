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
