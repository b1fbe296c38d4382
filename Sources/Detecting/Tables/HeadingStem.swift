/// What numbered headings have in common: 電話1, 電話2 and 電話3 share 電話.
enum HeadingStem {
  /// The heading without the number, letter or bracket at its end.
  static func stem(_ heading: String) -> String {
    var scalars = Array(heading.unicodeScalars)
    while let last = scalars.last, isCounter(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// 市外局番 heads the three parts of a telephone number.
  static func isAreaCode(_ heading: String) -> Bool {
    heading.hasSuffix("市外局番") || heading.hasSuffix("市外")
  }

  private static func isCounter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19, 0x2460...0x2473, 0x28, 0x29, 0xFF08, 0xFF09, 0x5F, 0x2D,
      0x20,
      0x3000, 0x4E0A, 0x4E2D, 0x4E0B, 0x524D, 0x5F8C:
      // digits, circled digits, brackets, 上 中 下 前 後
      true
    default: false
    }
  }
}

extension String {
  /// Whether the text ends in some UTF-8, byte for byte.
  func ends(in suffix: [UInt8]) -> Bool {
    let bytes = utf8.span
    guard suffix.count <= bytes.count else { return false }
    let start = bytes.count - suffix.count
    for index in suffix.indices where bytes[start + index] != suffix[index] { return false }
    return true
  }
}
