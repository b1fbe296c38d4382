/// Questions about the bytes of values and names.
enum ValueText {
  /// Longest piece in which the text of one value is pushed.
  static let longestPiece = 65_536

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Whether a key or an element's name could itself be a value: seven digits or more, or an `@`.
  static func couldBeValue(_ name: Span<UInt8>) -> Bool {
    var digits = 0
    for index in name.indices {
      if name[index] == 0x40 { return true }
      if name[index] >= 0x30, name[index] <= 0x39 { digits += 1 }
    }
    return digits >= 7
  }

  static func couldBeValue(_ name: String) -> Bool { couldBeValue(Array(name.utf8).span) }

  /// Where a text that has grown too long is best cut: behind a line end or blank, else before a character that is no ASCII.
  ///
  /// - Returns: A count of bytes between 1 and all; what stands before it is whole.
  static func cut(_ text: [UInt8]) -> Int {
    let lowest = max(text.count - 8_192, 1)
    var index = text.count - 1
    while index >= lowest, text[index] != 0x0A { index -= 1 }
    if index >= lowest { return index + 1 }
    index = text.count - 1
    while index >= lowest, !isBlank(text[index]) { index -= 1 }
    if index >= lowest { return index + 1 }
    index = text.count - 1
    while index >= lowest, text[index] < 0xC0 { index -= 1 }
    if index >= lowest { return index }
    return text.count
  }
}
