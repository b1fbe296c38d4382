import ScanKernels

/// Decodes EUC-JP with the extensions of NEC, IBM and Microsoft by table.
enum EUCJPDecoding {
  static func decode(
    _ input: Span<UInt8>, upTo limit: Int, into output: inout MutableSpan<UInt8>,
    _ cursor: inout DecodeCursor
  ) -> DecodeStop {
    let table = DoubleByteTable.eucJP
    let entries = table.span
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
      if lead == 0x8F {
        guard position + 1 < end else { return .incomplete }
        let row = Int(input[position + 1]) - 0xA1
        guard row >= 0, row < 94 else { return .bad }
        guard position + 2 < end else { return .incomplete }
        let cell = Int(input[position + 2]) - 0xA1
        guard cell >= 0, cell < 94 else { return .bad }
        let entry = DoubleByteTable.packed(CharacterTables.jisX0212[row * 94 + cell])
        guard entry != 0 else { return .bad }
        storeHalfWord(entry & 0xFF_FFFF, into: &output, at: target)
        position += 3
        target += Int(entry >> 24)
        // Three bytes wide: the text alone does not tell.
        return .checkpoint
      }
      guard lead >= 0xA1 || lead == 0x8E, lead != 0xFF else { return .bad }
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
