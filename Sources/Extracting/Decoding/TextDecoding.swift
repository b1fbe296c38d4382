/// Decoding of bytes that lie in memory as a whole, such as a part of a mail.
package enum TextDecoding {
  /// Decodes to UTF-8.
  ///
  /// A bad byte becomes U+FFFD and costs only itself.
  ///
  /// - Complexity: O(*n*); the result is at most three times as long.
  package static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding
  ) -> (text: [UInt8], badBytes: Int) {
    var text = [UInt8](repeating: 0, count: bytes.count + bytes.count / 2 + 64)
    var state = DecodeState()
    var cursor = DecodeCursor(input: 0, output: 0)
    var badBytes = 0
    while cursor.input < bytes.count {
      var output = text.mutableSpan
      let stop = step(encoding, bytes.span, bytes.count, &output, &cursor, &state)
      switch stop {
      case .limit, .checkpoint: break
      case .outputFull:
        text.append(contentsOf: [UInt8](repeating: 0, count: text.count))
      case .bad, .incomplete:
        if cursor.output + decodeSlack > text.count {
          text.append(contentsOf: [UInt8](repeating: 0, count: text.count))
        }
        text[cursor.output] = 0xEF
        text[cursor.output + 1] = 0xBF
        text[cursor.output + 2] = 0xBD
        cursor.output += 3
        let width = min(encoding.unitWidth, bytes.count - cursor.input)
        cursor.input += width
        badBytes += width
      }
    }
    text.removeLast(text.count - cursor.output)
    return (text, badBytes)
  }

  /// Whether bytes decode without a bad one; stops at the first.
  static func isWhole(_ bytes: Span<UInt8>, as encoding: TextEncoding) -> Bool {
    badBytes(bytes, as: encoding, atMost: 1) == 0
  }

  /// How many bytes are bad; stops when there are `most` of them or a few more.
  static func badBytes(_ bytes: Span<UInt8>, as encoding: TextEncoding, atMost most: Int) -> Int {
    var badBytes = 0
    var text = InlineArray<512, UInt8>(repeating: 0)
    var state = DecodeState()
    var cursor = DecodeCursor(input: 0, output: 0)
    while cursor.input < bytes.count, badBytes < most {
      var output = text.mutableSpan
      switch step(encoding, bytes, bytes.count, &output, &cursor, &state) {
      case .limit, .checkpoint: break
      case .outputFull: cursor.output = 0
      case .bad, .incomplete:
        let width = min(encoding.unitWidth, bytes.count - cursor.input)
        cursor.input += width
        badBytes += width
      }
    }
    return badBytes
  }

  /// Decodes on to the limit, or to what its caller has to handle.
  static func step(
    _ encoding: TextEncoding, _ input: Span<UInt8>, _ limit: Int,
    _ output: inout MutableSpan<UInt8>, _ cursor: inout DecodeCursor, _ state: inout DecodeState
  ) -> DecodeStop {
    switch encoding {
    case .utf8: UTF8Decoding.decode(input, upTo: limit, into: &output, &cursor)
    case .cp932: CP932Decoding.decode(input, upTo: limit, into: &output, &cursor)
    case .eucJP: EUCJPDecoding.decode(input, upTo: limit, into: &output, &cursor)
    case .iso2022JP: ISO2022Decoding.decode(input, upTo: limit, into: &output, &cursor, &state)
    case .utf16LE:
      UTF16Decoding.decode(input, isBigEndian: false, upTo: limit, into: &output, &cursor)
    case .utf16BE:
      UTF16Decoding.decode(input, isBigEndian: true, upTo: limit, into: &output, &cursor)
    }
  }
}
