/// Folds the many spellings of Japanese text into one, as Unicode's NFKC does for the characters that offices use.
///
/// Full width becomes ASCII, half-width kana full width (marks composed), ㈱ ㍻ ① ㌔ their letters, and kana with a
/// separate (semi-)voiced sound mark (NFD, as some file systems write) one character. Accented Latin letters,
/// Hangul and all else stay as they are. Byte in, byte out: bytes that are not UTF-8 pass unchanged.
///
/// - Source: Unicode Standard Annex #15; the table is made from Python's `unicodedata` by `Scripts/make-folding-table`.
package enum TextFolding {
  /// The folded text.
  package static func folded(_ text: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    fold(text, into: &result)
    return result
  }

  /// Appends the folded text.
  ///
  /// - Parameters:
  ///   - text: UTF-8, lent for the call.
  ///   - result: Where it is appended to; a mark at the beginning of `text` does not join what stands there.
  /// - Complexity: O(*n*); text outside the tables costs one binary search a character.
  package static func fold(_ text: Span<UInt8>, into result: inout [UInt8]) {
    let start = result.count
    var index = 0
    while index < text.count {
      let lead = text[index]
      if lead < 0x80 {
        result.append(lead)
        index += 1
        continue
      }
      let length = scalarLength(text, at: index)
      if length < 2 || length == 4 {
        for offset in 0..<max(length, 1) { result.append(text[index + offset]) }
        index += max(length, 1)
        continue
      }
      let code = scalar(text, at: index, length: length)
      index += length
      foldBasic(code, into: &result, from: start)
    }
  }

  /// Length of the well-formed character at `index`: 1...4 bytes; 0 when there is none.
  package static func scalarLength(_ text: Span<UInt8>, at index: Int) -> Int {
    let lead = text[index]
    let length =
      lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 1 else { return length }
    guard index + length <= text.count else { return 0 }
    for offset in 1..<length where text[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// The character at `index`, which is `length` bytes long as ``scalarLength(_:at:)`` says.
  package static func scalar(_ text: Span<UInt8>, at index: Int, length: Int) -> UInt32 {
    let first = UInt32(text[index])
    if length == 1 { return first }
    var code = length == 2 ? first & 0x1F : length == 3 ? first & 0x0F : first & 0x07
    for offset in 1..<length { code = code << 6 | UInt32(text[index + offset] & 0x3F) }
    return code
  }

  /// Appends one character as UTF-8.
  package static func append(_ code: UInt32, to result: inout [UInt8]) {
    if code < 0x80 {
      result.append(UInt8(truncatingIfNeeded: code))
    } else if code < 0x800 {
      result.append(UInt8(truncatingIfNeeded: 0xC0 | code >> 6))
      result.append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3F))
    } else {
      if code < 0x10000 {
        result.append(UInt8(truncatingIfNeeded: 0xE0 | code >> 12))
      } else {
        result.append(UInt8(truncatingIfNeeded: 0xF0 | code >> 18))
        result.append(UInt8(truncatingIfNeeded: 0x80 | code >> 12 & 0x3F))
      }
      result.append(UInt8(truncatingIfNeeded: 0x80 | code >> 6 & 0x3F))
      result.append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3F))
    }
  }

  /// Folds a character of two or three bytes.
  private static func foldBasic(_ code: UInt32, into result: inout [UInt8], from start: Int) {
    switch code {
    case 0xFF01...0xFF5E:
      result.append(UInt8(truncatingIfNeeded: code - 0xFEE0))
    case 0xFF9E, 0x3099:
      if !compose(with: &result, from: start, semi: false) { append(0x3099, to: &result) }
    case 0xFF9F, 0x309A:
      if !compose(with: &result, from: start, semi: true) { append(0x309A, to: &result) }
    case 0xFF61...0xFF9D:
      append(UInt32(halfWidthKana[Int(code - 0xFF61)]), to: &result)
    case 0x3041...0x30FE where code != 0x309F, 0x4E00...0x9FFF:
      append(code, to: &result)
    default:
      foldByTable(code, into: &result)
    }
  }

  private static func foldByTable(_ code: UInt32, into result: inout [UInt8]) {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if UInt32(keys[middle]) < code { low = middle + 1 } else { high = middle }
    }
    guard low < keys.count, UInt32(keys[low]) == code else {
      append(code, to: &result)
      return
    }
    let first = low == 0 ? 0 : Int(ends[low - 1])
    result.append(contentsOf: replacements[first..<Int(ends[low])])
  }

  /// Puts a sound mark on the kana that the result ends with; `false` when it takes none.
  private static func compose(with result: inout [UInt8], from start: Int, semi: Bool) -> Bool {
    let count = result.count
    guard count - start >= 3, result[count - 3] == 0xE3 else { return false }
    let code =
      0x3000 | UInt32(result[count - 2] & 0x3F) << 6 | UInt32(result[count - 1] & 0x3F)
    guard let composed = composed(code, semi: semi) else { return false }
    result.removeLast(3)
    append(composed, to: &result)
    return true
  }

  /// The kana with its mark, both alphabets; `nil` when Unicode has none.
  static func composed(_ code: UInt32, semi: Bool) -> UInt32? {
    let isKatakana = code >= 0x30A0
    let hiragana = isKatakana ? code - 0x60 : code
    switch hiragana {
    case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B: return code + (semi ? 2 : 1)
    case _ where semi: return nil
    case 0x304B...0x3061 where hiragana % 2 == 1: return code + 1
    case 0x3064, 0x3066, 0x3068: return code + 1
    case 0x3046: return isKatakana ? 0x30F4 : 0x3094
    case 0x309D: return code + 1
    case 0x308F...0x3092 where isKatakana: return code + 8
    default: return nil
    }
  }

  /// U+FF61...U+FF9D in full width.
  private static let halfWidthKana: [UInt16] = [
    0x3002, 0x300C, 0x300D, 0x3001, 0x30FB, 0x30F2, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30E3,
    0x30E5, 0x30E7, 0x30C3, 0x30FC, 0x30A2, 0x30A4, 0x30A6, 0x30A8, 0x30AA, 0x30AB, 0x30AD, 0x30AF,
    0x30B1, 0x30B3, 0x30B5, 0x30B7, 0x30B9, 0x30BB, 0x30BD, 0x30BF, 0x30C1, 0x30C4, 0x30C6, 0x30C8,
    0x30CA, 0x30CB, 0x30CC, 0x30CD, 0x30CE, 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB, 0x30DE, 0x30DF,
    0x30E0, 0x30E1, 0x30E2, 0x30E4, 0x30E6, 0x30E8, 0x30E9, 0x30EA, 0x30EB, 0x30EC, 0x30ED, 0x30EF,
    0x30F3,
  ]
}
