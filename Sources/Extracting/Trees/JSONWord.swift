/// Words of JSON that stand without quotes.
enum JSONWord {
  /// Whether a byte can be part of a number, a literal or a bare key.
  static func mayContain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F, 0x24: true
    default: byte >= 0x80
    }
  }

  /// Whether a bare word can be a value: a number or one of the literals.
  static func isValue(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return false }
    switch first {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E: return isNumber(word)
    default: return isSilent(word) || literals.contains(word)
    }
  }

  /// Whether a word is made like a number; leading zeros and hexadecimal are forgiven, dates are not.
  private static func isNumber(_ word: [UInt8]) -> Bool {
    for (index, byte) in word.enumerated() {
      switch byte {
      case 0x30...0x39, 0x2E, 0x41...0x46, 0x61...0x66, 0x58, 0x78, 0x5F: continue
      case 0x2B, 0x2D:
        guard index == 0 || word[index - 1] | 0x20 == 0x65 else { return false }
      default: return literals.contains(Array(word.dropFirst()))
      }
    }
    return word.contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Whether a value says nothing that could be looked for.
  static func isSilent(_ word: [UInt8]) -> Bool { silent.contains(word) }

  private static let silent: [[UInt8]] = ["true", "false", "null", "undefined"].map {
    Array($0.utf8)
  }
  private static let literals: [[UInt8]] = ["NaN", "Infinity", "None", "True", "False"].map {
    Array($0.utf8)
  }
}
