import ScanKernels

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
