/// A small set of rules, as indices into ``RuleIndex/rules``, in ascending order; of signs for a ``SignMatcher``.
///
/// The first 128 need no memory of their own, which is all that an installation has unless it brings many packs.
struct RuleNumbers: Sendable, Hashable, Sequence {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Those from 128 on, ascending.
  private var others: [Int] = []

  init() {}

  var isEmpty: Bool { low | high == 0 && others.isEmpty }

  mutating func insert(_ number: Int) {
    switch number {
    case ..<64: low |= 1 << UInt64(number)
    case ..<128: high |= 1 << UInt64(number - 64)
    default:
      let place = others.firstIndex { $0 >= number } ?? others.count
      if place == others.count || others[place] != number { others.insert(number, at: place) }
    }
  }

  func contains(_ number: Int) -> Bool {
    switch number {
    case ..<64: low >> UInt64(number) & 1 == 1
    case ..<128: high >> UInt64(number - 64) & 1 == 1
    default: others.contains(number)
    }
  }

  func makeIterator() -> Iterator { Iterator(low: low, high: high, others: others[...]) }

  struct Iterator: IteratorProtocol {
    fileprivate var low: UInt64
    fileprivate var high: UInt64
    fileprivate var others: ArraySlice<Int>

    mutating func next() -> Int? {
      if low != 0 {
        defer { low &= low - 1 }
        return low.trailingZeroBitCount
      }
      if high != 0 {
        defer { high &= high - 1 }
        return 64 + high.trailingZeroBitCount
      }
      return others.popFirst()
    }
  }
}
