import ScanKernels

/// Decides between encodings of which none proves itself, by how ordinary the text reads in each.
enum EncodingContest {
  /// Bytes that a decision looks at.
  static let sampleSize = 65_536

  /// The encoding of a sample that begins at or before the first byte that is not ASCII.
  ///
  /// - Parameters:
  ///   - sample: Bytes of the file, from a line's beginning where possible.
  ///   - isCut: Whether the file goes on behind the sample.
  static func decide(_ sample: [UInt8], isCut: Bool) -> TextEncoding {
    if hasEscapes(sample) { return .iso2022JP }
    // Two bytes in a row can be UTF-8 by chance, three or more hardly: how it reads need not be asked.
    let hasLong = hasLongSequence(sample)
    if hasLong, isUTF8(sample.span) || isCut && badBytes(sample, .utf8, isCut) == 0 {
      return .utf8
    }
    // Where a long sequence is broken, UTF-8 is asked last.
    if !hasLong, isCut || TextDecoding.isWhole(sample.span, as: .utf8) {
      let utf8 = score(sample, as: .utf8, isCut: isCut)
      if utf8.badBytes == 0, utf8.value > 0 { return .utf8 }
    }
    let cp932 = score(sample, as: .cp932, isCut: isCut).value
    let high = highBytes(sample.span)
    let eucJP =
      isBelow(cp932, sample, .eucJP, high)
      ? -.infinity : score(sample, as: .eucJP, isCut: isCut).value
    let other = eucJP > cp932 ? eucJP : cp932
    if other <= 0 || !isBelow(other, sample, .utf8, high) {
      let utf8 = score(sample, as: .utf8, isCut: isCut)
      if utf8.badBytes == 0, utf8.value > 0 { return .utf8 }
      // Nothing reads as Japanese: most likely another language, of which ASCII at least is kept whole.
      if utf8.value >= other || other <= 0 { return .utf8 }
    }
    return eucJP > cp932 ? .eucJP : .cp932
  }

  // MARK: - Encodings that cannot win

  /// Bytes at the front by which an encoding may be ruled out.
  private static let firstPart = 512
  /// Bad bytes that cuts, at the end of a part and of the sample, may feign.
  private static let cutBytes = 6

  /// Whether an encoding is known to score below a value, by the bad bytes of the first part alone.
  ///
  /// No character weighs more than ten tenths and each bad byte takes thirty away, so that with *b* of *h* bytes bad the
  /// score is at most 10 - 40 *b* / *h*.
  ///
  /// - Parameters:
  ///   - encoding: UTF-8 or EUC-JP, whose characters are made of bytes outside ASCII only.
  ///   - high: How many of those the sample has.
  static func isBelow(
    _ value: Double, _ sample: [UInt8], _ encoding: TextEncoding, _ high: Int
  ) -> Bool {
    guard sample.count > firstPart, high > 0, value > -1e6 else { return false }
    // So many say it, and more need not be counted.
    let enough = Int((10 - value) * Double(high) / 40) + cutBytes + 2
    guard enough <= firstPart else { return false }
    let bad =
      TextDecoding.badBytes(
        sample.span.extracting(0..<firstPart), as: encoding, atMost: max(1, enough)) - cutBytes
    return 10 - 40 * Double(max(0, bad)) / Double(high) < value
  }

  private static func highBytes(_ sample: Span<UInt8>) -> Int {
    var count = 0
    for index in 0..<sample.count where sample[index] >= 0x80 { count &+= 1 }
    return count
  }

  /// How a sample reads in one encoding.
  struct Score: Equatable {
    /// Weight for each stored byte that is not ASCII, in tenths; 0 when all are.
    var value: Double
    var badBytes: Int
  }

  static func score(_ sample: [UInt8], as encoding: TextEncoding, isCut: Bool) -> Score {
    let (text, bad) = TextDecoding.decode(sample, as: encoding)
    let badBytes = isCut ? max(0, bad - badBytesAtCut(sample, encoding)) : bad
    let (sum, width) = weigh(text.span, halfWidthWeight: encoding == .eucJP ? 9 : 6, encoding)
    let all = width + badBytes
    return Score(
      value: all == 0 ? 0 : Double(sum - badBytes * 30) / Double(all), badBytes: badBytes)
  }

  private static func isUTF8(_ sample: Span<UInt8>) -> Bool {
    // The copying kernel checks on its way, ten times as fast; it may stop early, but at a character.
    var copy = [UInt8](repeating: 0, count: sample.count)
    var target = copy.mutableSpan
    let checked = copyUTF8(sample, into: &target)
    return checked == sample.count
      || (try? UTF8Span(validating: sample.extracting(checked..<sample.count))) != nil
  }

  /// Bytes that fit no character, without those that the sample's end cut.
  private static func badBytes(_ sample: [UInt8], _ encoding: TextEncoding, _ isCut: Bool) -> Int {
    let bad = TextDecoding.decode(sample, as: encoding).badBytes
    return isCut ? max(0, bad - badBytesAtCut(sample, encoding)) : bad
  }

  /// Whether escape sequences to kanji say that a few bad bytes came before them; no other encoding has any.
  private static func hasEscapes(_ sample: [UInt8]) -> Bool {
    guard ByteTraits(of: sample.span).contains(.escape) else { return false }
    var high = 0
    var escapes = 0
    for index in sample.indices {
      if sample[index] >= 0x80 { high += 1 }
      if sample[index] == 0x1B, index + 2 < sample.count, sample[index + 1] == 0x24,
        sample[index + 2] == 0x42 || sample[index + 2] == 0x40
      {
        escapes += 1
      }
    }
    return escapes > 0 && high <= 2 * escapes
  }

  private static func hasLongSequence(_ sample: [UInt8]) -> Bool {
    let span = sample.span
    var start = 0
    while start < span.count {
      // Parts without a way out in between are compared many bytes at a time.
      let end = min(span.count, start + 256)
      let part = span.extracting(start..<end)
      var found: UInt8 = 0
      for index in part.indices { found |= part[index] &- 0xE0 < 0x15 ? 1 : 0 }
      if found != 0 { return true }
      start = end
    }
    return false
  }

  /// Bad bytes at the sample's end that the next bytes of the file would make good.
  private static func badBytesAtCut(_ sample: [UInt8], _ encoding: TextEncoding) -> Int {
    var state = DecodeState()
    let longest = encoding == .cp932 ? 1 : encoding == .eucJP ? 2 : 3
    for length in stride(from: min(longest, sample.count), to: 0, by: -1) {
      let end = Array(sample[(sample.count - length)...])
      guard end[0] >= 0x80 else { continue }
      var cursor = DecodeCursor(input: 0, output: 0)
      var room = [UInt8](repeating: 0, count: 64)
      var output = room.mutableSpan
      let stop = TextDecoding.step(encoding, end.span, length, &output, &cursor, &state)
      if stop == .incomplete, cursor.input == 0 { return length }
    }
    return 0
  }

  /// Adds up the weights of a text's characters, each times its stored width.
  private static func weigh(
    _ text: Span<UInt8>, halfWidthWeight: Int, _ encoding: TextEncoding
  ) -> (sum: Int, width: Int) {
    let weights = EverydayCharacters.weights
    var sum = 0
    var total = 0
    var previous: UInt32 = 0
    var position = 0
    while position < text.count {
      let lead = text[position]
      if lead < 0x80 {
        previous = UInt32(lead)
        position += 1
        continue
      }
      if lead >= 0xE0, lead < 0xEF, position + 2 < text.count {
        // Kana, kanji and most signs; half-width kana and U+FFFD begin with EF.
        let code =
          UInt32(lead & 0x0F) << 12 | UInt32(text[position + 1] & 0x3F) << 6
          | UInt32(text[position + 2] & 0x3F)
        let width = encoding == .utf8 ? 3 : 2
        sum += Int(weights[Int(code)]) * width
        total += width
        previous = code
        position += 3
        continue
      }
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard position + length <= text.count else { break }
      var code = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
      for index in 1..<length { code = code << 6 | UInt32(text[position + index] & 0x3F) }
      position += length
      // Bad bytes are counted apart.
      if code == 0xFFFD { continue }
      let isHalfWidth = code >= 0xFF61 && code <= 0xFF9F
      let width = encoding == .utf8 ? length : encoding == .cp932 && isHalfWidth ? 1 : 2
      let weight =
        isHalfWidth
        ? (isLegal(code, after: previous) ? halfWidthWeight : -10)
        : encoding == .utf8 && code >= 0x370 && code < 0x600
          ? 1 : code < 0x10000 ? Int(weights[Int(code)]) : -3
      sum += weight * width
      total += width
      previous = code
    }
    return (sum, total)
  }

  /// Whether a half-width kana may stand there: sound marks and small kana follow only some.
  private static func isLegal(_ code: UInt32, after previous: UInt32) -> Bool {
    let followsKana = previous >= 0xFF66 && previous <= 0xFF9F
    switch code {
    case 0xFF61, 0xFF64: return previous != 0x2C
    // Voiced: ｳ, ｶ to ﾄ, ﾊ to ﾎ.
    case 0xFF9E:
      return previous == 0xFF73 || (0xFF76...0xFF84).contains(previous)
        || (0xFF8A...0xFF8E).contains(previous)
    case 0xFF9F: return (0xFF8A...0xFF8E).contains(previous)
    // Small kana in names follow the rows of i (and ｳ, ﾃ, ﾌ …), which their sound marks may part.
    case 0xFF67...0xFF6E: return followsKana
    case 0xFF6F: return followsKana
    case 0xFF70: return followsKana
    // ｦ occurs in sentences only.
    case 0xFF66: return false
    default: return true
    }
  }
}
