/// How many leading digits all numbers of one length share: internal numbers have a fixed front, My Numbers have none.
struct PrefixTally {
  private var first: UInt64 = 0
  private var digits = 0
  /// Leading digits shared by all.
  private(set) var length = 0
  private(set) var numbers = 0
  /// Whether all are one number.
  var isOneNumber: Bool { numbers > 0 && length == digits }
  /// Whether the shared front is 00 or longer zeros.
  var beginsWithZeros: Bool {
    guard length >= 2, digits > 2 else { return false }
    return first < (0..<(digits - 2)).reduce(UInt64(1)) { bound, _ in bound * 10 }
  }

  /// Adds so many numbers of as many digits, of which the least and the greatest are known: what these share, all share.
  mutating func add(
    _ count: Int, from least: UInt64, through most: UInt64, digits: Int
  ) {
    let before = numbers
    add(least, digits: digits)
    guard numbers > before else { return }
    if count > 1 { add(most, digits: digits) }
    numbers = before + count
  }

  mutating func add(_ value: UInt64, digits count: Int) {
    guard count >= 8, count <= 18 else { return }
    if numbers == 0 {
      first = value
      digits = count
      length = count
      numbers = 1
      return
    }
    guard count == digits else { return }
    numbers += 1
    guard length > 0 else { return }
    var left = first
    var right = value
    var position = digits
    while position > length {
      left /= 10
      right /= 10
      position -= 1
    }
    while left != right, position > 0 {
      left /= 10
      right /= 10
      position -= 1
    }
    length = position
  }
}
