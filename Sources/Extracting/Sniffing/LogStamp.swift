/// The time that a line of a log begins with.
enum LogStamp {
  private static let months = [
    "Jan ", "Feb ", "Mar ", "Apr ", "May ", "Jun ", "Jul ", "Aug ", "Sep ", "Oct ", "Nov ", "Dec ",
  ].map { Array($0.utf8) }

  private static let levels = ["INFO", "WARN", "ERROR", "DEBUG", "TRACE", "NOTICE", "FATAL"]
    .map { Array($0.utf8) }
  private static let shape = Array("0000-00-00 00:00".utf8)

  /// Whether the line begins with a date and a time, or with a time or level in brackets, and goes on as running text.
  static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    if line.first == 0x5B {
      guard let close = line.prefix(48).firstIndex(of: 0x5D) else { return false }
      let inner = line[line.index(after: line.startIndex)..<close]
      let isLevel = levels.contains { inner.starts(with: $0) }
      return isLevel || length(inner) > 0
    }
    if months.contains(where: { line.starts(with: $0) }) {
      return line.prefix(16).filter { $0 == 0x3A }.count == 2
    }
    let stamp = length(line)
    guard stamp > 0 else {
      // Web servers: address, two names, time in brackets.
      guard let bracket = line.prefix(96).firstIndex(of: 0x5B) else { return false }
      return line[..<bracket].contains(0x2D)
        && line[bracket...].prefix(30).filter({ $0 == 0x3A }).count >= 3
    }
    var rest = line.dropFirst(stamp)
    // Milliseconds behind a comma or a point.
    if let first = rest.first, first == 0x2C || first == 0x2E,
      rest.dropFirst().prefix(3).allSatisfy(isDigit),
      rest.count >= 4
    {
      rest = rest.dropFirst(4)
      while let digit = rest.first, isDigit(digit) { rest = rest.dropFirst() }
    }
    guard let next = rest.first else { return true }
    return next != 0x2C && next != 0x09 && next != 0x3B && next != 0x22 && next != 0x7C
  }

  /// Bytes of `2026-04-01 12:34:56` in its usual spellings, in front of the line; 0 when there is none.
  private static func length(_ line: ArraySlice<UInt8>) -> Int {
    guard line.count >= shape.count else { return 0 }
    for (byte, wanted) in zip(line, shape) {
      switch wanted {
      case 0x30: if !isDigit(byte) { return 0 }
      case 0x2D: if byte != 0x2D && byte != 0x2F { return 0 }
      case 0x20: if byte != 0x20 && byte != 0x54 { return 0 }
      default: if byte != wanted { return 0 }
      }
    }
    let rest = line.dropFirst(shape.count)
    return rest.first == 0x3A && rest.dropFirst().prefix(2).allSatisfy(isDigit) && rest.count >= 3
      ? shape.count + 3 : shape.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
