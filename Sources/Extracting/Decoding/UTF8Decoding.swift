import ScanKernels

/// Copies UTF-8 and stops at what is not.
enum UTF8Decoding {
  static func decode(
    _ input: Span<UInt8>, upTo limit: Int, into output: inout MutableSpan<UInt8>,
    _ cursor: inout DecodeCursor
  ) -> DecodeStop {
    var position = cursor.input
    var target = cursor.output
    defer { cursor = DecodeCursor(input: position, output: target) }
    let end = input.count
    let room = output.count - decodeSlack
    while position < limit {
      guard target <= room else { return .outputFull }
      let lead = input[position]
      if lead < 0x80 {
        copyASCII(input, limit, &output, &position, &target)
        continue
      }
      if lead & 0xF0 == 0xE0, lead != 0xE0, lead != 0xED, position + 8 <= end {
        // Three bytes, the usual Japanese character.
        let word = UInt32(truncatingIfNeeded: loadWord(input, at: position))
        guard word & 0xC0C000 == 0x808000 else { return .bad }
        storeHalfWord(word, into: &output, at: target)
        position &+= 3
        target &+= 3
        continue
      }
      let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
      guard length > 0 else { return .bad }
      guard position + 1 < end else { return .incomplete }
      let second = input[position + 1]
      let isSecondFine: Bool =
        switch lead {
        case 0xE0: second >= 0xA0 && second <= 0xBF
        case 0xED: second >= 0x80 && second <= 0x9F
        case 0xF0: second >= 0x90 && second <= 0xBF
        case 0xF4: second >= 0x80 && second <= 0x8F
        default: second & 0xC0 == 0x80
        }
      guard isSecondFine else { return .bad }
      var index = 2
      while index < length {
        guard position + index < end else { return .incomplete }
        guard input[position + index] & 0xC0 == 0x80 else { return .bad }
        index += 1
      }
      for index in 0..<length { output[target + index] = input[position + index] }
      position += length
      target += length
    }
    return .limit
  }
}
