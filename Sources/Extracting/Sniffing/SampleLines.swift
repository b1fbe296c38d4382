import ScanKernels

/// The first lines of a text, for telling its kind.
struct SampleLines {
  /// Bytes and lines that are looked at.
  private static let sampleSize = 16_384
  private static let mostLines = 120

  /// The first lines, line ends and a cut last line left out.
  var all: [ArraySlice<UInt8>] = []
  /// Those that are not blank, without blanks at their ends.
  var filled: [ArraySlice<UInt8>] = []
  /// The beginning of the text from its first character on, ASCII letters in lower case; at most 4 KiB.
  var head = LowercasedHead([])

  var firstFilled: ArraySlice<UInt8>? { filled.first }

  init(_ text: Span<UInt8>, _ count: Int, isWhole: Bool) {
    let length = min(count, Self.sampleSize)
    var bytes = [UInt8](repeating: 0, count: length)
    var target = bytes.mutableSpan
    copyBytes(text.extracting(0..<length), into: &target)
    var start = 0
    var index = 0
    while index < length, all.count < Self.mostLines {
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
    filled.reserveCapacity(all.count)
    for line in all {
      var end = line.endIndex
      while end > line.startIndex, line[end - 1] <= 0x20 { end -= 1 }
      if end > line.startIndex { filled.append(line[..<end]) }
    }
    if let first = filled.first { filled[0] = first.drop { $0 <= 0x20 } }
    var begin = 0
    while begin < length, bytes[begin] <= 0x20 { begin += 1 }
    head = LowercasedHead(bytes[begin..<min(begin + 4_096, length)])
  }
}

/// The beginning of a text, to be searched for words in lower case.
struct LowercasedHead {
  private let bytes: [UInt8]

  init(_ bytes: ArraySlice<UInt8>) {
    let span = bytes.span
    var lower = [UInt8](repeating: 0, count: span.count)
    var target = lower.mutableSpan
    for index in 0..<span.count {
      let byte = span[index]
      target[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
    self.bytes = lower
  }

  func hasPrefix(_ word: [UInt8]) -> Bool { holds(word, at: 0) }

  /// Whether a word stands somewhere.
  func contains(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    let span = bytes.span
    for index in 0..<span.count where span[index] == first && holds(word, at: index) {
      return true
    }
    return false
  }

  /// Whether a line begins with one of the words.
  func hasLine(beginningWith words: [[UInt8]]) -> Bool {
    if words.contains(where: { holds($0, at: 0) }) { return true }
    let span = bytes.span
    for index in 0..<span.count where span[index] == 0x0A {
      if words.contains(where: { holds($0, at: index + 1) }) { return true }
    }
    return false
  }

  private func holds(_ word: [UInt8], at index: Int) -> Bool {
    guard bytes.count - index >= word.count else { return false }
    for offset in word.indices where bytes[index + offset] != word[offset] { return false }
    return true
  }
}
