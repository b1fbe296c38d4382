import ScanKernels

/// The first lines of a text, for telling its kind.
struct SampleLines {
  /// Bytes and lines that are looked at.
  private static let sampleSize = 16_384
  private static let mostLines = 120
  /// Bytes behind the text, zeros, that kernels may read.
  private static let padding = 80
  /// Bytes at the front that are searched for words.
  private static let headSize = 4_096

  /// The text that is looked at, and zeros behind it.
  let bytes: [UInt8]
  /// How many of them are text.
  let count: Int
  /// The first lines, line ends and a cut last line left out.
  private(set) var all: [Range<Int>] = []
  /// Those that are not blank, without blanks at their ends.
  private(set) var filled: [Range<Int>] = []
  /// Where the text's first character stands.
  private(set) var begin = 0

  /// - Parameters:
  ///   - text: At least 64 bytes longer than `count`.
  ///   - isWhole: Whether nothing follows the text.
  init(_ text: Span<UInt8>, _ count: Int, isWhole: Bool) {
    let length = min(count, Self.sampleSize)
    var bytes = [UInt8](repeating: 0, count: length + Self.padding)
    var target = bytes.mutableSpan
    copyBytes(text.extracting(0..<length), into: &target)
    self.bytes = bytes
    self.count = length
    split(bytes.span, isWhole: isWhole && length == count)
    while begin < length, bytes[begin] <= 0x20 { begin += 1 }
  }

  var firstFilled: Range<Int>? { filled.first }

  private mutating func split(_ text: Span<UInt8>, isWhole: Bool) {
    all.reserveCapacity(32)
    var start = 0
    var base = 0
    scan: while base < count {
      var ends = equalMask(text, at: base, 0x0A) | equalMask(text, at: base, 0x0D)
      while ends != 0 {
        let end = base + ends.trailingZeroBitCount
        ends &= ends - 1
        // The LF of a CR LF.
        if end == start, end > 0, text[end] == 0x0A, text[end - 1] == 0x0D {
          start = end + 1
          continue
        }
        guard all.count < Self.mostLines else { break scan }
        all.append(start..<end)
        start = end + 1
      }
      base += 64
    }
    if start < count, start > 0, text[start - 1] == 0x0D, text[start] == 0x0A { start += 1 }
    if start < count, isWhole || all.isEmpty {
      all.append(start..<count)
    }
    filled.reserveCapacity(all.count)
    for line in all {
      var end = line.upperBound
      while end > line.lowerBound, text[end - 1] <= 0x20 { end -= 1 }
      if end > line.lowerBound { filled.append(line.lowerBound..<end) }
    }
    if let first = filled.first {
      var place = first.lowerBound
      while place < first.upperBound, text[place] <= 0x20 { place += 1 }
      filled[0] = place..<first.upperBound
    }
  }

  // MARK: - Words

  private var headEnd: Int { min(begin + Self.headSize, count) }

  /// Whether the text begins with a word, blanks before it passed over.
  ///
  /// - Parameter word: In lower case, as in all of these; ASCII letters of the text count in any case.
  func hasPrefix(_ word: [UInt8]) -> Bool { holds(word, at: begin) }

  /// Whether a word stands somewhere in the first 4 KiB.
  func contains(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    let span = bytes.span
    let upper = first &- 0x61 < 26 ? first & 0xDF : first
    var base = begin
    while base < headEnd {
      var places: UInt64 = 0
      if base + 64 <= span.count {
        places = equalMask(span, at: base, first) | equalMask(span, at: base, upper)
        // Markup is full of first bytes: the second tells most of them.
        if places != 0, word.count > 1, base + 65 <= span.count {
          let second = word[1]
          let capital = second &- 0x61 < 26 ? second & 0xDF : second
          places &=
            equalMask(span, at: base + 1, second) | equalMask(span, at: base + 1, capital)
        }
      } else {
        places = .max
      }
      while places != 0 {
        let place = base + places.trailingZeroBitCount
        places &= places - 1
        if holds(word, at: place) { return true }
      }
      base += 64
    }
    return false
  }

  /// Whether a line of the first 4 KiB begins with one of the words.
  func hasLine(beginningWith words: [[UInt8]]) -> Bool {
    if words.contains(where: { holds($0, at: begin) }) { return true }
    let span = bytes.span
    var base = begin
    while base < headEnd {
      var feeds: UInt64 = base + 64 <= span.count ? equalMask(span, at: base, 0x0A) : .max
      while feeds != 0 {
        let place = base + feeds.trailingZeroBitCount
        feeds &= feeds - 1
        guard place + 1 < headEnd, span[place] == 0x0A else { continue }
        let first = lower(span[place + 1])
        guard words.contains(where: { $0.first == first }) else { continue }
        if words.contains(where: { holds($0, at: place + 1) }) { return true }
      }
      base += 64
    }
    return false
  }

  @inline(__always)
  private func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Whether a word stands at a place of the first 4 KiB.
  func holds(_ word: [UInt8], at index: Int) -> Bool {
    guard headEnd - index >= word.count else { return false }
    let span = bytes.span
    for offset in word.indices {
      let byte = span[index + offset]
      guard lower(byte) == word[offset] else { return false }
    }
    return true
  }
}

extension Span<UInt8> {
  /// Whether a range of it begins with some bytes.
  @inline(__always)
  func begins(_ range: Range<Int>, with word: [UInt8]) -> Bool {
    guard range.count >= word.count else { return false }
    for offset in word.indices where self[range.lowerBound + offset] != word[offset] {
      return false
    }
    return true
  }

  /// Where a byte stands first in a range of it.
  @inline(__always)
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }
}
