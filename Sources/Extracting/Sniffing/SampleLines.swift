/// The first lines of a text, for telling its kind.
struct SampleLines {
  /// At most 200 lines of the first 32 KiB, line ends and a cut last line left out.
  var all: [ArraySlice<UInt8>] = []
  /// Those that are not blank.
  var filled: [ArraySlice<UInt8>] = []
  /// The beginning of the text from its first character on, ASCII letters in lower case; at most 4 KiB.
  var lowercasedHead = ""

  var firstFilled: ArraySlice<UInt8>? { filled.first }

  init(_ text: Span<UInt8>, _ count: Int, isWhole: Bool) {
    let length = min(count, 32_768)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(length)
    for index in 0..<length { bytes.append(text[index]) }
    var start = 0
    var index = 0
    while index < length, all.count < 200 {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        all.append(bytes[start..<index])
        if byte == 0x0D, index + 1 < length, bytes[index + 1] == 0x0A { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < length, isWhole && length == count || all.isEmpty {
      all.append(bytes[start..<length])
    }
    filled = all.compactMap { line in
      let trimmed = line.drop { $0 <= 0x20 }
      guard let last = trimmed.lastIndex(where: { $0 > 0x20 }) else { return nil }
      return line.startIndex == trimmed.startIndex ? line[...last] : line[line.startIndex...last]
    }
    let head = bytes.drop { $0 <= 0x20 }.prefix(4_096)
    lowercasedHead = String(
      decoding: head.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    if let first = filled.first {
      let trimmed = first.drop { $0 <= 0x20 }
      filled[0] = trimmed
    }
  }
}
