import ScanKernels

/// Copies UTF-8 and stops at what is not.
enum UTF8Decoding {
  static func decode(
    _ input: Span<UInt8>, upTo limit: Int, into output: inout MutableSpan<UInt8>,
    _ cursor: inout DecodeCursor, level: KernelLevel = .best
  ) -> DecodeStop {
    var position = cursor.input
    var target = cursor.output
    defer { cursor = DecodeCursor(input: position, output: target) }
    let end = input.count
    let room = output.count - decodeSlack
    // Where whole blocks are tried again, after a block that holds a mistake went through character by character.
    var nextBlock = position
    while position < limit {
      guard target <= room else { return .outputFull }
      if position >= nextBlock {
        let length = min(limit - position, room - target)
        var free = output._mutatingExtracting(target..<output.count)
        let copied = copyUTF8(input.extracting(position..<(position + length)), into: &free, level)
        position &+= copied
        target &+= copied
        nextBlock = position + 64
        continue
      }
      let lead = input[position]
      if lead < 0x80 {
        output[target] = lead
        position &+= 1
        target &+= 1
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
