/// Looks at the text of a configuration file line by line, for hints and for the check of its encoding.
enum SourceLines {
  /// Where the first byte stands that fits no UTF-8 character; `nil` when all do.
  static func firstBrokenCharacter(_ bytes: [UInt8]) -> Position? {
    var line = 1
    var column = 1
    var index = 0
    while index < bytes.count {
      let length = characterLength(bytes, at: index)
      guard length > 0 else { return Position(line: line, column: column) }
      if bytes[index] == 0x0A {
        line += 1
        column = 1
      } else {
        column += 1
      }
      index += length
    }
    return nil
  }

  /// The bytes of the character at `index`; 0 when they are not well-formed (Unicode 16, table 3-7).
  private static func characterLength(_ bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(lead), index + length <= bytes.count else { return 0 }
    let second = bytes[index + 1]
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard (lowest...highest).contains(second) else { return 0 }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Usual slips on a few lines, looked for outside comments.
  ///
  /// - Parameter lines: Line numbers; 1-based, others are passed over.
  static func hints(_ bytes: [UInt8], lines wanted: [Int]) -> [Mistake.Hint] {
    var hints: [Mistake.Hint] = []
    for line in wanted {
      let scalars = text(bytes, line: line)
      if scalars.contains("：") { hints.append(.fullWidthColon(line: line)) }
      if scalars.contains("\u{3000}") { hints.append(.fullWidthSpace(line: line)) }
      if scalars.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
        hints.append(.tab(line: line))
      }
      if beginsWithReserved(scalars) { hints.append(.quote(line: line)) }
    }
    return hints
  }

  /// Characters of a line up to a comment; at most 1,000.
  private static func text(_ bytes: [UInt8], line wanted: Int) -> [Unicode.Scalar] {
    guard wanted >= 1 else { return [] }
    var line = 1
    var start = 0
    while line < wanted {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return [] }
      start = end + 1
      line += 1
    }
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    let whole = Array(
      String(decoding: bytes[start..<min(end, start + 4000)], as: UTF8.self).unicodeScalars)
    var kept: [Unicode.Scalar] = []
    for scalar in whole.prefix(1000) {
      if scalar == "#", kept.isEmpty || kept.last == " " || kept.last == "\t" { break }
      kept.append(scalar)
    }
    return kept
  }

  /// Whether the value (or list item) of a line begins with a character that YAML keeps for itself.
  private static func beginsWithReserved(_ scalars: [Unicode.Scalar]) -> Bool {
    var start = 0
    while start < scalars.count, scalars[start] == " " { start += 1 }
    while start + 1 < scalars.count, scalars[start] == "-", scalars[start + 1] == " " { start += 2 }
    var value = start
    for index in start..<max(start, scalars.count - 1)
    where scalars[index] == ":" && scalars[index + 1] == " " {
      value = index + 2
      break
    }
    while value < scalars.count, scalars[value] == " " { value += 1 }
    guard value < scalars.count else { return false }
    return ["[", "*", "&", "!", "%", "@", "`", "?"].contains(scalars[value])
  }
}
