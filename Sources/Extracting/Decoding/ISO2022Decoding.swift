import ScanKernels

/// Decodes ISO-2022-JP, half-width kana (ESC ( I, shift-out, eighth bit) and JIS X 0212 included.
///
/// A line end calls ASCII back, as RFC 1468 demands, so that a lost escape sequence costs one line.
enum ISO2022Decoding {
  static func decode(
    _ input: Span<UInt8>, upTo limit: Int, into output: inout MutableSpan<UInt8>,
    _ cursor: inout DecodeCursor, _ state: inout DecodeState
  ) -> DecodeStop {
    var position = cursor.input
    var target = cursor.output
    defer { cursor = DecodeCursor(input: position, output: target) }
    let end = input.count
    let room = output.count - decodeSlack
    while position < limit {
      guard target <= room else { return .outputFull }
      let byte = input[position]
      switch byte {
      case 0x1B:
        switch escape(input, at: position) {
        case .cut: return .incomplete
        case .none: break
        case .designate(let set, let length):
          state.set = set
          state.isShiftedOut = false
          position += length
          return .checkpoint
        }
        output[target] = byte
        position += 1
        target += 1
      case 0x0E, 0x0F:
        state.isShiftedOut = byte == 0x0E
        position += 1
        return .checkpoint
      case 0..<0x21, 0x7F:
        if byte == 0x0A || byte == 0x0D { state = DecodeState() }
        output[target] = byte
        position += 1
        target += 1
      case 0x80...:
        guard byte >= 0xA1, byte <= 0xDF else { return .bad }
        store(kana: byte, &output, &target)
        position += 1
      default:
        if state.isShiftedOut || state.set == .kana {
          guard byte <= 0x5F else { return .bad }
          store(kana: byte | 0x80, &output, &target)
          position += 1
          continue
        }
        switch state.set {
        case .ascii, .kana, .other:
          output[target] = byte
          position += 1
          target += 1
        case .kanji, .supplement:
          guard position + 1 < end else { return .incomplete }
          let cell = input[position + 1]
          guard cell >= 0x21, cell <= 0x7E else { return .bad }
          let entry =
            state.set == .kanji
            ? DoubleByteTable.eucJP[Int(byte) << 8 | Int(cell | 0x80)]
            : DoubleByteTable.packed(
              CharacterTables.jisX0212[Int(byte - 0x21) * 94 + Int(cell - 0x21)])
          guard entry != 0 else { return .bad }
          storeHalfWord(entry & 0xFF_FFFF, into: &output, at: target)
          position += 2
          target += Int(entry >> 24)
        }
      }
    }
    return .limit
  }

  /// What an escape character begins.
  enum Escape: Equatable {
    case designate(DecodeState.CharacterSet, length: Int)
    /// The input ends before it is clear.
    case cut
    /// Nothing of this encoding.
    case none
  }

  static func escape(_ input: Span<UInt8>, at position: Int) -> Escape {
    func byte(_ offset: Int) -> UInt8? {
      position + offset < input.count ? input[position + offset] : nil
    }
    guard let first = byte(1) else { return .cut }
    guard first == 0x28 || first == 0x24 || first == 0x26 else { return .none }
    guard let second = byte(2) else { return .cut }
    switch (first, second) {
    case (0x28, 0x42), (0x28, 0x4A), (0x28, 0x48): return .designate(.ascii, length: 3)
    case (0x28, 0x49): return .designate(.kana, length: 3)
    case (0x24, 0x40), (0x24, 0x42): return .designate(.kanji, length: 3)
    // A prefix of the 1990 edition; ESC $ B follows.
    case (0x26, 0x40): return .designate(.ascii, length: 3)
    case (0x24, 0x28):
      guard let third = byte(3) else { return .cut }
      switch third {
      case 0x44: return .designate(.supplement, length: 4)
      // JIS X 0213, whose first plane is JIS X 0208 with additions.
      case 0x42, 0x40, 0x4F, 0x51: return .designate(.kanji, length: 4)
      default: return .none
      }
    default: return .none
    }
  }

  private static func store(
    kana byte: UInt8, _ output: inout MutableSpan<UInt8>, _ target: inout Int
  ) {
    let entry = DoubleByteTable.packed(0xFF61 + UInt16(byte - 0xA1))
    storeHalfWord(entry & 0xFF_FFFF, into: &output, at: target)
    target += 3
  }
}
