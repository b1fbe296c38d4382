import Rules

/// Finds the name that opens a signature: alone on the line behind a rule, as mails end.
///
///     ------------------------------
///     山田 太郎
///     株式会社見本 営業部
struct SignatureReader {
  /// Whether the line before was a rule; goes over from block to block.
  private var isBehindRule = false

  /// Whether the next line must be read: most are told by their first byte to be neither a rule nor behind one.
  @inline(__always)
  func mayMatter(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let first = text[line.lowerBound]
    // Blanks may stand before either; a rule of other marks than - = _ * ~ + # begins with E2, E3 or EF.
    if isBehindRule || first <= 0x20 || first == 0xC2 || first >= 0xE2 { return true }
    switch first {
    case 0x2D, 0x3D, 0x5F, 0x2A, 0x7E, 0x2B, 0x23: return true
    default: return false
    }
  }

  /// Reads the next line.
  ///
  /// - Parameters:
  ///   - text: UTF-8, lent for the call.
  ///   - line: The line without its end, in bytes of `text`.
  /// - Returns: The name, by bytes of `text`; `nil` for most lines.
  mutating func name(_ text: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    var start = line.lowerBound
    var end = line.upperBound
    Blanks.trim(text, &start, &end)
    // A blank line may stand between.
    guard start < end else { return nil }
    let wasBehindRule = isBehindRule
    isBehindRule = Self.isRule(text, start, end)
    guard wasBehindRule, !isBehindRule, text[start] >= 0x80, end - start <= 40 else { return nil }
    let reading = NameReader.read(text, in: start..<end)
    guard !reading.isOrganisation, !reading.hadHonorific,
      reading.strength == 3 || reading.isTwoTokens && reading.hasNameShape
    else { return nil }
    return start..<end
  }

  /// Whether a line is one mark over and over, at least two of `-` (`-- ` opens a signature by RFC 3676) and four of others.
  private static func isRule(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let first = text[start]
    if first < 0x80 {
      guard first == 0x2D || end - start >= 4 else { return false }
      // - = _ * ~ + #
      guard
        first == 0x2D || first == 0x3D || first == 0x5F || first == 0x2A || first == 0x7E
          || first == 0x2B || first == 0x23, end - start >= 2
      else {
        return false
      }
      for index in start..<end where text[index] != first { return false }
      return true
    }
    guard end - start >= 12, (end - start) % 3 == 0 else { return false }
    var position = start
    let mark = UTF8Bytes.next(text, &position, end)
    switch mark {
    // Dashes, box lines, ー ＝ ＊ － ＿ ～ ★ ■ ◆ ○ ●
    case 0x2010...0x2015, 0x2500...0x257F, 0x30FC, 0xFF1D, 0xFF0A, 0xFF0D, 0xFF3F, 0xFF5E, 0x301C,
      0x2605, 0x2606, 0x25A0...0x25CF, 0x2212:
      break
    default: return false
    }
    for index in start..<end where text[index] != text[start + (index - start) % 3] { return false }
    return true
  }
}
