import ScanKernels

/// The bytes of a cell by class, from one pass: which readers can have a use for it.
struct CellShape {
  private(set) var digits = 0
  private(set) var letters = 0
  /// Bytes outside ASCII.
  private(set) var high = 0
  private(set) var others = 0
  private(set) var hasAt = false
  /// Full-width digits.
  private(set) var wideDigits = 0
  /// Full-width Latin capitals.
  private(set) var hasWideLetters = false
  private let first: UInt8
  private let length: Int

  /// Only this many bytes are looked at.
  static let limit = 192

  init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    first = start < end ? text[start] : 0
    length = end - start
    let stop = min(end, start + CellShape.limit)
    guard start < stop else { return }
    var sums = Sums()
    var index = start
    while index + 8 <= stop {
      sums.add(loadWord(text, at: index))
      index += 8
    }
    if index < stop { sums.add(Self.rest(text, from: index, to: stop)) }
    digits = sums.digits
    letters = sums.letters
    high = sums.high
    others = stop - start - digits - letters - high
    if sums.hasRare { noteRare(text, start, stop) }
  }

  /// Fewer than eight bytes as a word, zeros behind them.
  @inline(__always)
  private static func rest(_ text: Span<UInt8>, from index: Int, to stop: Int) -> UInt64 {
    if index + 8 <= text.count {
      // What stands behind in the text is cut off.
      let bits = UInt64(truncatingIfNeeded: (stop - index) * 8)
      return loadWord(text, at: index) & ((1 << bits) - 1)
    }
    var word: UInt64 = 0
    for offset in (index..<stop).reversed() { word = word << 8 | UInt64(text[offset]) }
    return word
  }

  /// Counts of classes of bytes, one in each byte of a word: at most 24 words are added.
  private struct Sums {
    private var digitBytes: UInt64 = 0
    private var letterBytes: UInt64 = 0
    private var highBytes: UInt64 = 0
    private var rareBytes: UInt64 = 0

    private static var ones: UInt64 { 0x0101_0101_0101_0101 }
    private static var tops: UInt64 { 0x8080_8080_8080_8080 }

    @inline(__always)
    mutating func add(_ word: UInt64) {
      let top = word & Self.tops
      let low = word & ~Self.tops
      // A byte of 0...127 has its top bit set by adding 128 less the least byte of a class.
      let digit = (low &+ Self.ones &* 0x50) & ~(low &+ Self.ones &* 0x46)
      let small = low | Self.ones &* 0x20
      let letter = (small &+ Self.ones &* 0x1F) & ~(small &+ Self.ones &* 0x05)
      digitBytes &+= (digit & Self.tops & ~top) >> 7
      letterBytes &+= (letter & Self.tops & ~top) >> 7
      highBytes &+= top >> 7
      rareBytes |= Self.holds(0x40, word) | Self.holds(0x25, word) | Self.holds(0xEF, word)
    }

    /// Not zero when the byte stands anywhere in the word.
    @inline(__always)
    private static func holds(_ byte: UInt64, _ word: UInt64) -> UInt64 {
      let rest = word ^ ones &* byte
      return (rest &- ones) & ~rest & tops
    }

    private static func sum(_ bytes: UInt64) -> Int {
      Int(truncatingIfNeeded: (bytes &* ones) >> 56)
    }

    var digits: Int { Self.sum(digitBytes) }
    var letters: Int { Self.sum(letterBytes) }
    var high: Int { Self.sum(highBytes) }
    /// Whether there is an `@`, a `%`, or the first byte of full-width forms.
    var hasRare: Bool { rareBytes != 0 }
  }

  private mutating func noteRare(_ text: Span<UInt8>, _ start: Int, _ stop: Int) {
    for index in start..<stop {
      switch text[index] {
      case 0x40: hasAt = true
      // %40
      case 0x25: hasAt = hasAt || index + 2 < stop && text[index + 1] == 0x34
      case 0xEF where index + 2 < stop && text[index + 1] == 0xBC:
        let last = text[index + 2]
        if last == 0xA0 { hasAt = true }  // U+FF20
        if last >= 0xA1, last <= 0xBA { hasWideLetters = true }
        if last >= 0x90, last <= 0x99 { wideDigits += 1 }
      default: continue
      }
    }
  }

  /// Whether the cell can be one number, guards and separators allowed.
  var mayBeNumber: Bool {
    guard length <= 128, letters == 0 else { return false }
    if digits == 0 { return wideDigits > 0 }
    if high > 0 {
      return first < 0x80 || first == 0xEF || first == 0xE3 || first == 0xC2 || first == 0xE2
    }
    return true
  }

  /// Whether digits in any width, or kanji numerals' place, can stand in a Japanese cell.
  var mayHoldDigits: Bool { digits > 0 || wideDigits > 0 }

  /// Whether the cell is empty or a sign for "nothing".
  func isVoid(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if length == 0 { return true }
    if digits == 0, letters == 0, high == 0 { return true }
    if length <= 9, high == length, digits == 0 {
      // ー U+30FC, － U+FF0D, ― U+2015, ・ U+30FB
      return length == 3 && isDash(text, start)
    }
    return length <= 4 && high == 0 && letters >= 2 && isWordForNothing(text, start, end)
  }

  /// null, n/a, none, nan, nil: at most four bytes, in any case.
  private func isWordForNothing(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var word: UInt32 = 0
    for index in start..<end { word = word << 8 | UInt32(LabelMatcher.lower(text[index])) }
    return switch word {
    case 0x6E75_6C6C, 0x6E_2F61, 0x6E6F_6E65, 0x6E_616E, 0x6E_696C: true
    default: false
    }
  }

  private func isDash(_ text: Span<UInt8>, _ start: Int) -> Bool {
    switch (text[start], text[start + 1], text[start + 2]) {
    case (0xE3, 0x83, 0xBC), (0xEF, 0xBC, 0x8D), (0xE2, 0x80, 0x95), (0xE3, 0x83, 0xBB): true
    default: false
    }
  }
}
