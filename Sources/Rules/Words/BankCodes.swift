/// Codes of banks and their branches.
///
/// - Source: zengin_code 1.1.0.20260824; 1,146 institutions with 28,944 branches.
package enum BankCodes {
  private static let bytes = BundledBytes("words/banks.bin")
  private static var banks: Int { bytes.count > 4 ? Int(bytes.uint32(at: 0)) : 0 }

  /// Whether an institution has the code, 0...9999.
  package static func contains(bank: Int) -> Bool { position(of: bank) != nil }

  /// Whether the institution has a branch of the code, 0...999.
  package static func contains(branch: Int, of bank: Int) -> Bool {
    guard let bank = position(of: bank) else { return false }
    let offsets = 4 + 2 * banks
    let first = offsets + 2 * (banks + 1)
    return search(
      branch, from: Int(bytes.uint16(at: offsets + 2 * bank)),
      to: Int(bytes.uint16(at: offsets + 2 * bank + 2)), at: first) != nil
  }

  private static func position(of bank: Int) -> Int? { search(bank, from: 0, to: banks, at: 4) }

  private static func search(_ value: Int, from start: Int, to end: Int, at base: Int) -> Int? {
    var low = start
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if Int(bytes.uint16(at: base + 2 * middle)) < value {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < end && Int(bytes.uint16(at: base + 2 * low)) == value ? low : nil
  }
}
