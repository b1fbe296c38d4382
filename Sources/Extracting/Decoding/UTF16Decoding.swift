import ScanKernels

/// Decodes UTF-16 in either byte order; half a surrogate pair is a bad unit.
enum UTF16Decoding {
  static func decode(
    _ input: Span<UInt8>, isBigEndian: Bool, upTo limit: Int,
    into output: inout MutableSpan<UInt8>, _ cursor: inout DecodeCursor
  ) -> DecodeStop {
    var position = cursor.input
    var target = cursor.output
    defer { cursor = DecodeCursor(input: position, output: target) }
    let end = input.count
    let room = output.count - decodeSlack
    while position < limit {
      guard target <= room else { return .outputFull }
      guard position + 1 < end else { return .incomplete }
      let code =
        isBigEndian
        ? UInt32(input[position]) << 8 | UInt32(input[position + 1])
        : UInt32(input[position + 1]) << 8 | UInt32(input[position])
      if code < 0x80 {
        output[target] = UInt8(truncatingIfNeeded: code)
        position &+= 2
        target &+= 1
      } else if code < 0xD800 || code >= 0xE000 {
        let entry = DoubleByteTable.packed(UInt16(truncatingIfNeeded: code))
        storeHalfWord(entry & 0xFF_FFFF, into: &output, at: target)
        position &+= 2
        target &+= Int(entry >> 24)
      } else {
        guard code < 0xDC00 else { return .bad }
        guard position + 3 < end else { return .incomplete }
        let second =
          isBigEndian
          ? UInt32(input[position + 2]) << 8 | UInt32(input[position + 3])
          : UInt32(input[position + 3]) << 8 | UInt32(input[position + 2])
        guard second >= 0xDC00, second < 0xE000 else { return .bad }
        let scalar = 0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00)
        storeHalfWord(
          (0xF0 | scalar >> 18) | (0x80 | scalar >> 12 & 0x3F) << 8
            | (0x80 | scalar >> 6 & 0x3F) << 16 | (0x80 | scalar & 0x3F) << 24,
          into: &output, at: target)
        position &+= 4
        target &+= 4
      }
    }
    return .limit
  }
}
