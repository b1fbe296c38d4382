/// The ways in which the same word is written in Japanese text.
///
/// The word as it is (ASCII in lower case), with full-width Latin letters small and large, and with half-width katakana.
enum Spellings {
  /// Appends every spelling of a word to `bytes` and tells the range of each.
  static func append(
    _ word: Span<UInt8>, to bytes: inout [UInt8], _ tell: ([UInt8], Range<Int>) -> Void
  ) {
    let start = bytes.count
    var hasLatin = false
    var hasKana = false
    bytes.append(addingCapacity: word.count) { (output: inout OutputSpan<UInt8>) in
      for index in word.indices {
        let byte = word[index]
        // What parts the words of an identifier (card_number, card number) is passed over in the text.
        if isPart(byte) { continue }
        output.append(LabelMatcher.lower(byte))
        if byte > 0x20, byte < 0x7F { hasLatin = true }
        if byte == 0xE3, index + 1 < word.count, word[index + 1] >= 0x82, word[index + 1] <= 0x83 {
          hasKana = true
        }
      }
    }
    let plain = start..<bytes.count
    tell(bytes, plain)
    if hasLatin {
      appendWide(plain, isUpper: false, to: &bytes, tell)
      appendWide(plain, isUpper: true, to: &bytes, tell)
    }
    if hasKana {
      let start = bytes.count
      if appendNarrow(plain, to: &bytes) {
        tell(bytes, start..<bytes.count)
      } else {
        bytes.removeLast(bytes.count - start)
      }
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x5F || byte == 0x2D }

  private static func appendWide(
    _ plain: Range<Int>, isUpper: Bool, to bytes: inout [UInt8],
    _ tell: ([UInt8], Range<Int>) -> Void
  ) {
    let start = bytes.count
    let word = Array(bytes[plain])
    bytes.append(addingCapacity: 3 * word.count) { (output: inout OutputSpan<UInt8>) in
      for byte in word { appendWide(byte, isUpper: isUpper, to: &output) }
    }
    tell(bytes, start..<bytes.count)
  }

  /// ASCII 0x21...0x7E as U+FF01...U+FF5E.
  private static func appendWide(
    _ byte: UInt8, isUpper: Bool, to bytes: inout OutputSpan<UInt8>
  ) {
    guard byte > 0x20, byte < 0x7F else {
      bytes.append(byte)
      return
    }
    let isSmall = byte >= 0x61 && byte <= 0x7A
    let isLarge = byte >= 0x41 && byte <= 0x5A
    let letter = isUpper && isSmall ? byte - 0x20 : !isUpper && isLarge ? byte + 0x20 : byte
    // U+FF01...U+FF3F are EF BC 81...BF, U+FF40...U+FF5E EF BD 80...9E.
    bytes.append(0xEF)
    if letter < 0x60 {
      bytes.append(0xBC)
      bytes.append(letter - 0x20 + 0x80)
    } else {
      bytes.append(0xBD)
      bytes.append(letter - 0x60 + 0x80)
    }
  }

  /// Katakana in half width; false when there is none.
  private static func appendNarrow(_ plain: Range<Int>, to bytes: inout [UInt8]) -> Bool {
    var changed = false
    var index = plain.lowerBound
    while index < plain.upperBound {
      if bytes[index] == 0xE3, index + 2 < plain.upperBound {
        let code =
          UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
          | UInt32(bytes[index + 2] & 0x3F)
        if code >= 0x30A1, code <= 0x30FC {
          var kana = narrow[Int(code - 0x30A1)]
          if kana != 0 {
            while kana != 0 {
              bytes.append(UInt8(truncatingIfNeeded: kana))
              kana >>= 8
            }
            changed = true
            index += 3
            continue
          }
        }
      }
      bytes.append(bytes[index])
      index += 1
    }
    return changed
  }

  /// Half-width spelling of U+30A1...U+30FC in UTF-8, the first byte lowest; 0 where there is none.
  private static let narrow: [UInt64] = {
    var table = [UInt64](repeating: 0, count: 0x30FC - 0x30A1 + 1)
    func set(_ wide: String, _ narrow: String, _ mark: String) {
      for (full, half) in zip(wide.unicodeScalars, narrow.unicodeScalars) {
        table[Int(full.value - 0x30A1)] = (String(half) + mark).utf8.reversed()
          .reduce(0) { $0 << 8 | UInt64($1) }
      }
    }
    set(
      "ァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロワヲンー",
      "ｧｱｨｲｩｳｪｴｫｵｶｷｸｹｺｻｼｽｾｿﾀﾁｯﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓｬﾔｭﾕｮﾖﾗﾘﾙﾚﾛﾜｦﾝｰ", "")
    set("ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ", "ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎｳ", "ﾞ")
    set("パピプペポ", "ﾊﾋﾌﾍﾎ", "ﾟ")
    return table
  }()
}
