import ScanKernels

/// Decodes CP932 (Windows' Shift_JIS) by table.
enum CP932Decoding {
  static func decode(
    _ input: Span<UInt8>, upTo limit: Int, into output: inout MutableSpan<UInt8>,
    _ cursor: inout DecodeCursor
  ) -> DecodeStop {
    let table = DoubleByteTable.cp932
    let entries = table.span
    var position = cursor.input
    var target = cursor.output
    defer { cursor = DecodeCursor(input: position, output: target) }
    let end = input.count
    let room = output.count - decodeSlack
    if limit - position >= 32, room > target {
      var free = output._mutatingExtracting(target..<output.count)
      let copied = copyCP932(input.extracting(position..<limit), into: &free, entries)
      position &+= copied.decoded
      target &+= copied.written
    }
    // What is left: a few bytes before the limit, or what is no character.
    while position < limit {
      guard target <= room else { return .outputFull }
      let lead = input[position]
      if lead < 0x80 {
        copyASCII(input, limit, &output, &position, &target)
        continue
      }
      if lead &- 0xA1 < 0x3F {
        // U+FF61 is EF BD A1 and U+FF80 is EF BE 80.
        let isLow = lead < 0xC0
        storeHalfWord(
          0xEF | (isLow ? 0xBD : 0xBE) << 8 | UInt32(isLow ? lead : lead &- 0x40) << 16,
          into: &output, at: target)
        position &+= 1
        target &+= 3
        continue
      }
      guard lead != 0x80, lead != 0xA0, lead < 0xFD else { return .bad }
      guard position + 1 < end else { return .incomplete }
      let entry = entries[Int(lead & 0x7F) << 8 | Int(input[position + 1])]
      guard entry != 0 else { return .bad }
      storeHalfWord(entry & 0xFF_FFFF, into: &output, at: target)
      position &+= 2
      target &+= Int(entry >> 24)
    }
    return .limit
  }
}

/// Copies the ASCII characters at the cursor, at most eight at a time, of which there is at least one.
@inline(__always)
func copyASCII(
  _ input: Span<UInt8>, _ limit: Int, _ output: inout MutableSpan<UInt8>, _ position: inout Int,
  _ target: inout Int
) {
  guard position + 8 <= limit else {
    output[target] = input[position]
    position &+= 1
    target &+= 1
    return
  }
  let word = loadWord(input, at: position)
  storeWord(word, into: &output, at: target)
  let high = word & 0x8080_8080_8080_8080
  let length = high == 0 ? 8 : high.trailingZeroBitCount >> 3
  position &+= length
  target &+= length
}
