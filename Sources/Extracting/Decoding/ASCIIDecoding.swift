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
    // Where whole blocks are tried again, after one that holds what could decide.
    var nextBlock = position
    while position < limit {
      guard target <= room else { return .outputFull }
      if position >= nextBlock {
        let length = min(limit - position, room - target)
        var free = output._mutatingExtracting(target..<output.count)
        let copied = copyPlain(input.extracting(position..<(position + length)), into: &free)
        position &+= copied
        target &+= copied
        nextBlock = position + 64
        continue
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
