@testable import Extracting

/// Writes text in the encodings that the decoders read, by turning their tables round.
enum JapaneseEncoder {
  private static let cp932 = turned(DoubleByteTable.cp932, lead: 0x80)
  private static let eucJP = turned(DoubleByteTable.eucJP, lead: 0x80)

  /// - Returns: The text as stored; U+FFFF aside, all characters of the tests exist in all encodings.
  static func encode(_ text: String, as encoding: TextEncoding) -> [UInt8] {
    var bytes: [UInt8] = []
    var isKanji = false
    var isKana = false
    for scalar in text.unicodeScalars {
      let code = scalar.value
      let kana = code >= 0xFF61 && code <= 0xFF9F ? UInt8(code - 0xFF61 + 0xA1) : nil
      switch encoding {
      case .utf8: bytes += Array(String(scalar).utf8)
      case .utf16LE:
        for unit in String(scalar).utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
      case .utf16BE:
        for unit in String(scalar).utf16 { bytes += [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
      case .cp932:
        bytes += code < 0x80 ? [UInt8(code)] : kana.map { [$0] } ?? cp932[code] ?? [0x81, 0xAC]
      case .eucJP:
        bytes +=
          code < 0x80 ? [UInt8(code)] : kana.map { [0x8E, $0] } ?? eucJP[code] ?? [0xA2, 0xAE]
      case .iso2022JP:
        if code < 0x80 {
          if isKanji || isKana { bytes += [0x1B, 0x28, 0x42] }
          (isKanji, isKana) = (false, false)
          bytes.append(UInt8(code))
        } else if let kana {
          if !isKana { bytes += [0x1B, 0x28, 0x49] }
          (isKanji, isKana) = (false, true)
          bytes.append(kana & 0x7F)
        } else {
          if !isKanji { bytes += [0x1B, 0x24, 0x42] }
          (isKanji, isKana) = (true, false)
          bytes += (eucJP[code] ?? [0xA2, 0xAE]).map { $0 & 0x7F }
        }
      }
    }
    if isKanji || isKana { bytes += [0x1B, 0x28, 0x42] }
    return bytes
  }

  private static func turned(_ table: [UInt32], lead: Int) -> [UInt32: [UInt8]] {
    var result: [UInt32: [UInt8]] = [:]
    for (index, entry) in table.enumerated() where entry != 0 {
      let length = Int(entry >> 24)
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: entry >> UInt32($0 * 8)) }
      guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
        continue
      }
      // The first code of several that mean the same is the usual one, but IBM's place is before NEC's.
      if result[scalar.value] == nil || index >> 8 == 0x7A {
        result[scalar.value] = [UInt8(lead | index >> 8), UInt8(index & 0xFF)]
      }
    }
    return result
  }
}
