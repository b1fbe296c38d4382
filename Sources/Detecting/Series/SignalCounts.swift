/// How often each signal of a series was seen: in how many cells, and in how many distinct values.
///
/// A series shows a dozen of some hundreds of signals, and a table may have thousands of columns: only signals that were seen take room.
struct SignalCounts {
  private struct Slot {
    /// The signal and 1, so that 0 marks a free slot.
    var key: UInt32 = 0
    var cells: UInt32 = 0
    var distinct: UInt32 = 0
  }

  /// Open-addressing table; its size is a power of two.
  private var slots = SignalCounts.few
  private var used = 0
  /// Which keys may have a slot, by their lowest six bits: most that are asked for have none.
  private var seen: UInt64 = 0

  /// What every series begins with, shared until it counts something: copied faster than made.
  private static let few = [Slot](repeating: Slot(), count: 16)

  @inline(__always)
  func cells(of signal: Int) -> Int { Int(slot(Self.key(signal)).cells) }

  @inline(__always)
  func distinct(of signal: Int) -> Int { Int(slot(Self.key(signal)).distinct) }

  /// Counts so many cells with a signal, and so many new values among them.
  mutating func add(_ signal: Int, cells: Int, distinct: Int) {
    let place = place(of: signal)
    Self.add(cells, to: &slots[place].cells)
    Self.add(distinct, to: &slots[place].distinct)
  }

  /// Counts a cell for each of its signals.
  ///
  /// - Parameters:
  ///   - isNew: Whether its value was not seen before.
  ///   - limit: How many places are kept of a signal.
  /// - Returns: Which of its signals, by their place in the reading, were seen in no more cells than that.
  @inline(__always)
  mutating func add(_ reading: borrowing CellReading, isNew: Bool, limit: UInt32) -> UInt32 {
    var wanted: UInt32 = 0
    var index = 0
    while true {
      index = addKnown(reading, from: index, isNew: isNew, limit: limit, &wanted)
      guard index < reading.count else { return wanted }
      _ = place(of: Int(reading.signals[index]))
    }
  }

  /// Does the same up to the first signal that has no slot yet.
  ///
  /// - Returns: Index of that signal, or how many there are.
  @inline(__always)
  private mutating func addKnown(
    _ reading: borrowing CellReading, from first: Int, isNew: Bool, limit: UInt32,
    _ wanted: inout UInt32
  ) -> Int {
    let count = reading.count
    let new: UInt32 = isNew ? 1 : 0
    var slots = slots.mutableSpan
    let mask = slots.count &- 1
    var index = first
    while index < count {
      let key = Self.key(Int(reading.signals[index]))
      var place = Int(key) & mask
      while true {
        var slot = slots[place]
        if slot.key == key {
          if slot.cells < .max { slot.cells &+= 1 }
          if slot.distinct < .max { slot.distinct &+= new }
          slots[place] = slot
          if slot.cells <= limit { wanted |= 1 << UInt32(truncatingIfNeeded: index) }
          break
        }
        if slot.key == 0 { return index }
        place = (place &+ 1) & mask
      }
      index &+= 1
    }
    return index
  }

  /// Where the counts of a signal stand; they are made when there are none.
  private mutating func place(of signal: Int) -> Int {
    let key = Self.key(signal)
    let place = place(of: key)
    guard slots[place].key == 0 else { return place }
    // Five of eight at most: most signals that are asked for were never seen, which only a free slot tells.
    guard (used + 1) * 8 <= slots.count * 5 else {
      grow()
      return self.place(of: signal)
    }
    used += 1
    seen |= 1 << UInt64(key & 63)
    slots[place].key = key
    return place
  }

  private static func key(_ signal: Int) -> UInt32 { UInt32(truncatingIfNeeded: signal) &+ 1 }

  /// What was counted of a key; nothing when it has no slot.
  @inline(__always)
  private func slot(_ key: UInt32) -> Slot {
    seen >> UInt64(key & 63) & 1 == 1 ? slots[place(of: key)] : Slot()
  }

  /// Where a key stands, or the free slot where it would.
  private func place(of key: UInt32) -> Int {
    let slots = slots.span
    let mask = slots.count &- 1
    var place = Int(key) & mask
    while slots[place].key != key, slots[place].key != 0 { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
  }

  /// Counts up to what a counter holds, and no further: a column of four thousand million cells is still a column.
  @inline(__always)
  private static func add(_ count: Int, to counter: inout UInt32) {
    let (sum, isOver) = counter.addingReportingOverflow(UInt32(clamping: count))
    counter = isOver ? .max : sum
  }
}
