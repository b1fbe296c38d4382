extension MaskedPath {
  /// The path with long runs of digits replaced by `＊` (in UTF-8) however digits are written.
  ///
  /// A name that is not UTF-8 is mostly one of these; which one is not decided, both spellings count.
  static func maskingForeignDigits(_ path: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < path.count {
      guard digitLength(path, at: index) > 0 else {
        result.append(path[index])
        index += 1
        continue
      }
      let (end, digits) = run(path, from: index)
      if digits > 6 {
        result.append(contentsOf: Array("＊".utf8))
      } else {
        result.append(contentsOf: path[index..<end])
      }
      index = end
    }
    return result
  }

  /// End and number of digits of the run that begins at the index, separators between digits counted in.
  private static func run(_ path: [UInt8], from index: Int) -> (end: Int, digits: Int) {
    var end = index
    var digits = 0
    var cursor = index
    while cursor < path.count {
      let digit = digitLength(path, at: cursor)
      if digit > 0 {
        digits += 1
        cursor += digit
        end = cursor
        continue
      }
      let separator = separatorLength(path, at: cursor)
      guard separator > 0, digitLength(path, at: cursor + separator) > 0 else { break }
      cursor += separator
    }
    return (end, digits)
  }

  /// Bytes of the digit at the index; 0 for none.
  ///
  /// ASCII, or full width in CP932 (82 4F…58), EUC-JP (A3 B0…B9) or UTF-8 (EF BC 90…99).
  private static func digitLength(_ path: [UInt8], at index: Int) -> Int {
    guard index < path.count else { return 0 }
    if path[index] >= 0x30, path[index] <= 0x39 { return 1 }
    guard index + 1 < path.count else { return 0 }
    switch (path[index], path[index + 1]) {
    case (0x82, 0x4F...0x58), (0xA3, 0xB0...0xB9): return 2
    case (0xEF, 0xBC) where index + 2 < path.count && (0x90...0x99).contains(path[index + 2]):
      return 3
    default: return 0
    }
  }

  /// Bytes of the separator at the index: blank, dash, full stop, low line and their full-width forms; 0 for none.
  private static func separatorLength(_ path: [UInt8], at index: Int) -> Int {
    guard index < path.count else { return 0 }
    switch path[index] {
    case 0x20, 0x2D, 0x2E, 0x5F: return 1
    default: break
    }
    guard index + 1 < path.count else { return 0 }
    switch (path[index], path[index + 1]) {
    // CP932: blank, －, ー, ．, ＿. EUC-JP: the same.
    case (0x81, 0x40), (0x81, 0x7C), (0x81, 0x5B), (0x81, 0x44), (0x81, 0x51),
      (0xA1, 0xA1), (0xA1, 0xDD), (0xA1, 0xBC), (0xA1, 0xA5), (0xA1, 0xB2):
      return 2
    default: return 0
    }
  }
}
