/// Tells UTF-16 without a byte order mark, also when hardly any ASCII is in it.
enum UTF16Pattern {
  /// - Parameter head: The first bytes of the file.
  /// - Returns: `nil` when the bytes are not UTF-16.
  static func encoding(of head: [UInt8]) -> TextEncoding? {
    guard head.count >= 4, head.contains(0) else { return nil }
    let count = min(head.count, EncodingContest.sampleSize) & ~1
    let little = score(head, count, isBigEndian: false)
    let big = score(head, count, isBigEndian: true)
    guard max(little, big) > 0.6 else { return nil }
    return little >= big ? .utf16LE : .utf16BE
  }

  /// Whether bytes behind a mark are text of everyday characters, whatever else they might be.
  static func isText(_ bytes: [UInt8], isBigEndian: Bool) -> Bool {
    let count = min(bytes.count, EncodingContest.sampleSize) & ~1
    return score(bytes, count, isBigEndian: isBigEndian, needsEnds: false) > 0.6
  }

  /// Share of units that ordinary text has, minus those it cannot have; at most 1.
  ///
  /// - Parameter needsEnds: Whether text of some length must have blanks or line ends.
  private static func score(
    _ head: [UInt8], _ count: Int, isBigEndian: Bool, needsEnds: Bool = true
  ) -> Double {
    let weights = EverydayCharacters.weights
    var points = 0
    var units = 0
    var ends = 0
    var position = 0
    while position < count {
      let first = Int(head[position])
      let second = Int(head[position + 1])
      let code = isBigEndian ? first << 8 | second : second << 8 | first
      position += 2
      units += 1
      switch code {
      case 0x0A, 0x0D, 0x20, 0x09, 0x2C, 0x3000:
        ends += 1
        points += 10
      case 0x21...0x7E: points += 10
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: points -= 30
      // Surrogates, which few texts use.
      case 0xD800..<0xE000: points += 0
      case 0xFF61...0xFF9F: points += 8
      default: points += Int(weights[code]) > 0 ? 10 : -5
      }
    }
    // Without a line end, blank or comma it is no text but data that look like it.
    guard units > 0, !needsEnds || ends > 0 || units < 16 else { return 0 }
    return Double(points) / Double(units * 10)
  }
}
