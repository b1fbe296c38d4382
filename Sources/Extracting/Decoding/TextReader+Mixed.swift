import Inventory

extension TextReader {
  /// Longest line that is judged as a whole.
  private static var longestForeignLine: Int { 8_192 }

  /// Decodes the line around a bad byte in another encoding, where it reads cleanly and better: files are appended
  /// to by programs that know nothing of their encoding.
  ///
  /// A line without a bad byte is never judged: some lines of UTF-8 read, as nonsense, in CP932.
  ///
  /// - Returns: Whether it was such a line; when not, the byte is bad.
  mutating func takeForeignLine() -> Bool {
    switch decision.encoding {
    case .utf8, .cp932, .eucJP: break
    case .iso2022JP, .utf16LE, .utf16BE: return false
    }
    // Each line is judged once, so that a file full of bad bytes costs no more than a few decodings.
    guard stored >= judgedUpTo else { return false }
    var end = rawStart
    let furthest = min(rawEnd, rawStart + Self.longestForeignLine)
    while end < furthest, raw[end] != 0x0A { end += 1 }
    judgedUpTo = stored + (end - rawStart)
    var start = rawStart
    let earliest = max(0, rawStart - Self.longestForeignLine)
    while start > earliest, raw[start - 1] != 0x0A { start -= 1 }
    var target = count
    let beginsLine =
      start > 0 && raw[start - 1] == 0x0A || stored - (rawStart - start) == decision.markLength
    // Looked for only where it can be near.
    if beginsLine {
      while target > floor, buffer[target - 1] != 0x0A { target -= 1 }
    }
    // Without the line's beginning in both, only what follows can be decoded anew.
    let hasBegin =
      beginsLine && (target == 0 || buffer[target - 1] == 0x0A)
      // What was handed on already must not come a second time.
      && (origin.checkpoints.first?.stored ?? stored) <= stored - (rawStart - start)
    if !hasBegin {
      start = rawStart
      target = count
    }
    guard Self.mayBeForeign(raw.span.extracting(start..<end), in: decision.encoding) else {
      return false
    }
    let line = Array(raw[start..<end])
    guard let encoding = Self.foreignEncoding(of: line, in: decision.encoding) else {
      return false
    }
    count = target
    stored -= rawStart - start
    origin.checkpoints.removeAll { $0.decoded > target }
    append(TextDecoding.decode(line, as: encoding).text, as: Self.width(of: encoding))
    stored = judgedUpTo
    rawStart = end
    origin.checkpoints.append(TextOrigin.Checkpoint(decoded: count, stored: stored))
    isMixed = true
    return true
  }

  /// Whether a line has no bad byte in another encoding; that costs little, and most broken lines have some in each.
  private static func mayBeForeign(_ line: Span<UInt8>, in own: TextEncoding) -> Bool {
    for encoding in [TextEncoding.utf8, .cp932, .eucJP]
    where encoding != own && TextDecoding.isWhole(line, as: encoding) {
      return true
    }
    return false
  }

  /// The encoding in which a line has no bad byte and reads better than in the file's own; `nil` when there is none.
  private static func foreignEncoding(
    of line: [UInt8], in own: TextEncoding
  ) -> TextEncoding? {
    var best: TextEncoding?
    var value = EncodingContest.score(line, as: own, isCut: false).value
    for encoding in [TextEncoding.utf8, .cp932, .eucJP] where encoding != own {
      let score = EncodingContest.score(line, as: encoding, isCut: false)
      if score.badBytes == 0, score.value > 0, score.value > value {
        best = encoding
        value = score.value
      }
    }
    return best
  }

  /// Appends text, with both offsets of each character whose width is not that of the file's encoding.
  private mutating func append(_ text: [UInt8], as width: TextOrigin.Width) {
    let needed = count + text.count + decodeSlack + Self.padding
    if buffer.count < needed {
      buffer.append(contentsOf: [UInt8](repeating: 0, count: needed - buffer.count))
    }
    var index = 0
    while index < text.count {
      let widths = TextOrigin.widths(at: index, in: text.span, as: width)
      for byte in index..<min(index + widths.decoded, text.count) {
        buffer[count] = text[byte]
        count += 1
      }
      index += widths.decoded
      stored += widths.stored
      if widths.decoded > 1 {
        origin.checkpoints.append(TextOrigin.Checkpoint(decoded: count, stored: stored))
      }
    }
  }
}
