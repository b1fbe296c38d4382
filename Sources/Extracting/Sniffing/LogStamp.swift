/// The time that a line of a log begins with.
enum LogStamp {
  private static let months = [
    "Jan ", "Feb ", "Mar ", "Apr ", "May ", "Jun ", "Jul ", "Aug ", "Sep ", "Oct ", "Nov ", "Dec ",
  ].map { Array($0.utf8) }

  private static let levels = ["INFO", "WARN", "ERROR", "DEBUG", "TRACE", "NOTICE", "FATAL"]
    .map { Array($0.utf8) }

  /// Whether the line begins with a date and a time, or with a time or level in brackets, and goes on as running text.
  ///
  /// - Parameters:
  ///   - text: What the line lies in.
  ///   - line: Without its end.
  static func begins(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let lead = line.isEmpty ? nil : text[line.lowerBound] else { return false }
    if lead == 0x5B {
      guard let close = text.first(0x5D, in: line.prefix(48)) else { return false }
      let inner = line.lowerBound + 1..<close
      return levels.contains { text.begins(inner, with: $0) } || length(text, inner) > 0
    }
    // January to December: A, D, F, J, M, N, O, S.
    if lead >= 0x41, lead <= 0x53, months.contains(where: { text.begins(line, with: $0) }) {
      return colons(text, line.prefix(16)) == 2
    }
    let stamp = length(text, line)
    guard stamp > 0 else {
      // Web servers: address, two names, time in brackets.
      guard let bracket = text.first(0x5B, in: line.prefix(96)) else { return false }
      return text.first(0x2D, in: line.lowerBound..<bracket) != nil
        && colons(text, (bracket..<line.upperBound).prefix(30)) >= 3
    }
    var rest = line.lowerBound + stamp
    // Milliseconds behind a comma or a point.
    if line.upperBound - rest >= 4, text[rest] == 0x2C || text[rest] == 0x2E,
      isDigit(text[rest + 1]), isDigit(text[rest + 2]), isDigit(text[rest + 3])
    {
      rest += 4
      while rest < line.upperBound, isDigit(text[rest]) { rest += 1 }
    }
    guard rest < line.upperBound else { return true }
    let next = text[rest]
    return next != 0x2C && next != 0x09 && next != 0x3B && next != 0x22 && next != 0x7C
  }

  /// Bytes of `2026-04-01 12:34:56` in its usual spellings, in front of the line; 0 when there is none.
  private static func length(_ text: Span<UInt8>, _ line: Range<Int>) -> Int {
    guard line.count >= 16, isDigit(text[line.lowerBound]) else { return 0 }
    // 0000-00-00 00:00
    let start = line.lowerBound
    guard areDigits(text, start + 1, 3), isOne(text[start + 4], 0x2D, 0x2F),
      areDigits(text, start + 5, 2), isOne(text[start + 7], 0x2D, 0x2F),
      areDigits(text, start + 8, 2), isOne(text[start + 10], 0x20, 0x54),
      areDigits(text, start + 11, 2), text[start + 13] == 0x3A, areDigits(text, start + 14, 2)
    else { return 0 }
    let rest = start + 16
    let hasSeconds =
      line.upperBound - rest >= 3 && text[rest] == 0x3A && areDigits(text, rest + 1, 2)
    return hasSeconds ? 19 : 16
  }

  @inline(__always)
  private static func areDigits(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Bool {
    for index in start..<start + count where !isDigit(text[index]) { return false }
    return true
  }

  @inline(__always)
  private static func isOne(_ byte: UInt8, _ one: UInt8, _ other: UInt8) -> Bool {
    byte == one || byte == other
  }

  private static func colons(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for index in range where text[index] == 0x3A { count += 1 }
    return count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
