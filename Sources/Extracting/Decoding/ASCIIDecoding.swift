import ScanKernels

/// Copies ASCII for as long as the encoding is open, and stops where a byte could decide it.
enum ASCIIDecoding {
  static func decode(
    _ input: Span<UInt8>, upTo limit: Int, into output: inout MutableSpan<UInt8>,
    _ cursor: inout DecodeCursor
  ) -> DecodeStop {
    var position = cursor.input
    var target = cursor.output
    defer { cursor = DecodeCursor(input: position, output: target) }
    let room = output.count - decodeSlack
    while position < limit {
      guard target <= room else { return .outputFull }
      if position + 8 <= limit {
        let word = loadWord(input, at: position)
        // A byte of ESC becomes zero, and borrowing out of it sets its high bit.
        let escapes = word ^ 0x1B1B_1B1B_1B1B_1B1B
        let found = (escapes &- 0x0101_0101_0101_0101) & ~escapes & 0x8080_8080_8080_8080
        if (word & 0x8080_8080_8080_8080) | found == 0 {
          storeWord(word, into: &output, at: target)
          position &+= 8
          target &+= 8
          continue
        }
      }
      let byte = input[position]
      guard byte < 0x80, byte != 0x1B else { return .bad }
      output[target] = byte
      position += 1
      target += 1
    }
    return .limit
  }
}
