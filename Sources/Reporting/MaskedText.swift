import Inventory

/// The last mask before anything is written: every string that came from a source passes here.
///
/// The worker has masked already; it may have been taken over, so this is done again.
enum MaskedText {
  /// A heading, element path, word or other short text taken from a source.
  static func text(_ text: String) -> String {
    needsMask(text.utf8) ? Masking.masked(text) : text
  }

  /// A sentence made by the program itself, in which ISO dates and grouped counts stand on purpose.
  static func sentence(_ sentence: String) -> String {
    guard needsMask(sentence.utf8) else { return sentence }
    let bytes = Array(sentence.utf8)
    var result = ""
    var start = 0
    var index = 0
    while index < bytes.count {
      guard isDate(bytes, at: index) else {
        index += 1
        continue
      }
      result += Masking.masked(String(decoding: bytes[start..<index], as: UTF8.self))
      result += String(decoding: bytes[index..<(index + 10)], as: UTF8.self)
      index += 10
      start = index
    }
    return result + Masking.masked(String(decoding: bytes[start...], as: UTF8.self))
  }

  /// Whether `YYYY-MM-DD` of this or the last century's end stands at the index, not within a longer number.
  private static func isDate(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 10 <= bytes.count, bytes[index] == 0x31 || bytes[index] == 0x32 else {
      return false
    }
    for offset in 0..<10 {
      let byte = bytes[index + offset]
      let fits = offset == 4 || offset == 7 ? byte == 0x2D : isDigit(byte)
      if !fits { return false }
    }
    let isFree = index == 0 || !isDigit(bytes[index - 1]) && bytes[index - 1] != 0x2D
    let end = index + 10
    return isFree && (end == bytes.count || !isDigit(bytes[end]) && bytes[end] != 0x2D)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether a text could hold something to mask; cheap, and never wrong with "no".
  static func needsMask(_ text: some Sequence<UInt8>) -> Bool {
    var digits = 0
    var last: UInt8 = 0
    for byte in text {
      switch byte {
      case 0x30...0x39: digits += 1
      // U+FF10...FF19 end in 90...99 behind BC; whatever else ends so only costs time.
      case 0x90...0x99 where last == 0xBC: digits += 1
      case 0...0x1F, 0x7F, 0x40: return true
      // Lead bytes of full-width @, controls, separators and direction marks.
      case 0xA0 where last == 0xBC: return true
      case 0x80...0x9F where last == 0xC2: return true
      case 0x80, 0x81: if last == 0x80 || last == 0xE2 { return true }
      case 0x9C where last == 0xD8: return true
      case 0xBB where last == 0xEF: return true
      default: break
      }
      if digits > Masking.longestPlainRun { return true }
      last = byte
    }
    return false
  }
}
