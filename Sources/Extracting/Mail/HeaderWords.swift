/// Decodes the encoded words of header fields (RFC 2047).
enum HeaderWords {
  private struct Word {
    var charset: String
    var bytes: [UInt8]
    var end: Int
  }

  /// The field with its encoded words decoded; neighbouring words of one charset are joined before they are decoded,
  /// since mailers cut within characters.
  static func decode(_ field: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var pending: Word?
    var blanks: [UInt8] = []
    var index = 0
    while index < field.count {
      if field[index] == 0x3D, let word = word(in: field, at: index) {
        if pending?.charset == word.charset {
          pending?.bytes.append(contentsOf: word.bytes)
        } else {
          if let open = pending {
            result.append(contentsOf: CharsetDecoding.decode(open.bytes, label: open.charset))
          } else {
            result.append(contentsOf: blanks)
          }
          pending = word
        }
        blanks = []
        index = word.end
      } else if ValueText.isBlank(field[index]) {
        blanks.append(0x20)
        index += 1
      } else {
        if let open = pending {
          result.append(contentsOf: CharsetDecoding.decode(open.bytes, label: open.charset))
          pending = nil
        }
        result.append(contentsOf: blanks)
        blanks = []
        result.append(field[index])
        index += 1
      }
    }
    if let open = pending {
      result.append(contentsOf: CharsetDecoding.decode(open.bytes, label: open.charset))
    }
    return result.contains(0x1B) ? CharsetDecoding.decode(result, label: nil) : result
  }

  /// `=?charset?B?text?=` at an index.
  private static func word(in field: [UInt8], at start: Int) -> Word? {
    guard start + 1 < field.count, field[start + 1] == 0x3F else { return nil }
    guard let charsetEnd = find(0x3F, in: field, from: start + 2, most: 40),
      charsetEnd + 2 < field.count, field[charsetEnd + 2] == 0x3F
    else { return nil }
    let kind = field[charsetEnd + 1] | 0x20
    let textStart = charsetEnd + 3
    guard let textEnd = find(0x3F, in: field, from: textStart, most: 4_096),
      textEnd + 1 < field.count, field[textEnd + 1] == 0x3D
    else { return nil }
    let text = field.span.extracting(textStart..<textEnd)
    var bytes: [UInt8] = []
    switch kind {
    case 0x62:
      var stream = Base64Stream()
      stream.take(text, into: &bytes)
    case 0x71: TransferDecoding.quotedPrintable(text, underscoreIsBlank: true, into: &bytes)
    default: return nil
    }
    let charset = String(decoding: field[(start + 2)..<charsetEnd], as: UTF8.self).lowercased()
    return Word(charset: charset, bytes: bytes, end: textEnd + 2)
  }

  private static func find(_ byte: UInt8, in field: [UInt8], from start: Int, most: Int) -> Int? {
    var index = start
    while index < field.count, index - start <= most {
      if field[index] == byte { return index }
      index += 1
    }
    return nil
  }
}
