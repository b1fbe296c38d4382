/// What numbered headings have in common: 電話1, 電話2 and 電話3 share 電話.
enum HeadingStem {
  /// Bytes of the heading without the number, letter or bracket at its end.
  static func length(_ heading: String) -> Int {
    let bytes = heading.utf8.span
    var end = bytes.count
    while end > 0 {
      var start = end - 1
      while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      var position = start
      guard isCounter(UTF8Bytes.next(bytes, &position, end)), position == end else { break }
      end = start
    }
    return end
  }

  /// Whether two headings are the same but for what stands behind the stem, which is not empty.
  static func areAlike(_ first: String, _ second: String) -> Bool {
    let length = length(first)
    guard length > 0, Self.length(second) == length else { return false }
    let left = first.utf8.span
    let right = second.utf8.span
    for index in 0..<length where left[index] != right[index] { return false }
    return true
  }

  /// 市外局番 heads the three parts of a telephone number.
  static func isAreaCode(_ heading: String) -> Bool { areaCodes.contains(where: heading.ends) }

  private static let areaCodes = ["市外局番", "市外"].map { Array($0.utf8) }

  private static func isCounter(_ scalar: UInt32) -> Bool {
    switch scalar {
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
