import Rules

/// Numbers that everybody uses as examples: published test numbers, repeated digits, 1234….
struct DummyNumbers: Sendable {
  /// Sorted keys of the published ones.
  private var keys: [UInt64] = []

  /// Adds a number written in ASCII digits.
  mutating func add(_ digits: [UInt8]) {
    var value: UInt64 = 0
    for digit in digits { value = value &* 10 &+ UInt64(digit &- 0x30) }
    let key = DummyNumbers.key(value, digits.count)
    guard !keys.contains(key) else { return }
    keys.append(key)
    keys.sort()
  }

  /// Whether the number is a dummy.
  ///
  /// Fewer than seven digits are never one.
  func contains(_ run: borrowing DigitRun, value: UInt64) -> Bool {
    let count = run.count
    guard count >= 7 else { return false }
    // Most numbers part here, at their second or third digit.
    let first = run.digits[0]
    let second = run.digits[1]
    if second == first || second == (first + 1) % 10 {
      var isRepeated = true
      var isAscending = count >= 10
      for position in 1..<count {
        if run.digits[position] != run.digits[position - 1] { isRepeated = false }
        if position < count - 1, run.digits[position] != (run.digits[position - 1] + 1) % 10 {
          isAscending = false
        }
      }
      if isRepeated || isAscending { return true }
    }
    return holds(DummyNumbers.key(value, count))
  }

  private func holds(_ key: UInt64) -> Bool {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }

  /// Numbers of more than 19 digits wrap around, which for a handful of keys does no harm.
  private static func key(_ value: UInt64, _ count: Int) -> UInt64 {
    value ^ UInt64(count) << 58
  }
}

extension DigitRun {
  /// The number's value; wraps around beyond 19 digits.
  var value: UInt64 {
    var value: UInt64 = 0
    for position in 0..<count { value = value &* 10 &+ UInt64(digits[position]) }
    return value
  }
}
