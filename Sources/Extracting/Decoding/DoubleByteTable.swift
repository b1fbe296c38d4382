import ScanKernels

/// Two bytes of CP932 or EUC-JP to one character of UTF-8, ready to store.
///
/// An entry holds the UTF-8 bytes, first in the lowest bits, and their count in the highest byte; 0 where there is
/// no character. The index is `(lead & 0x7F) << 8 | trail`.
enum DoubleByteTable {
  static let cp932 = makeCP932()
  static let eucJP = makeEUCJP()

  /// The entry for one character of the basic plane; 0 for U+0000.
  static func packed(_ value: UInt16) -> UInt32 {
    let code = UInt32(value)
    if code == 0 { return 0 }
    if code < 0x80 { return code | 1 << 24 }
    if code < 0x800 { return (0xC0 | code >> 6) | (0x80 | code & 0x3F) << 8 | 2 << 24 }
    return (0xE0 | code >> 12) | (0x80 | code >> 6 & 0x3F) << 8 | (0x80 | code & 0x3F) << 16
      | 3 << 24
  }

  private static func makeCP932() -> [UInt32] {
    var table = [UInt32](repeating: 0, count: 128 * 256)
    for (position, value) in CharacterTables.cp932.enumerated() {
      let row = position / 188
      let cell = position % 188
      let lead = row < 31 ? 0x81 + row : 0xE0 + row - 31
      let trail = cell < 63 ? 0x40 + cell : 0x80 + cell - 63
      table[(lead & 0x7F) << 8 | trail] = packed(value)
    }
    return table
  }

  /// JIS X 0208 as CP932 has it, so that a text gives the same characters in both: rows 13 and 89 to 92 hold NEC's
  /// characters and the IBM extensions (as Microsoft's code page 51932), other free rows from 85 on the user-defined area.
  private static func makeEUCJP() -> [UInt32] {
    let cp932 = CharacterTables.cp932
    var table = [UInt32](repeating: 0, count: 128 * 256)
    for row in 0..<94 {
      for cell in 0..<94 {
        var value = cp932[row / 2 * 188 + (row & 1 == 0 ? cell : 94 + cell)]
        if value == 0, row >= 84 { value = UInt16(0xE000 + (row - 84) * 94 + cell) }
        table[(0x21 + row) << 8 | (0xA1 + cell)] = packed(value)
      }
    }
    for kana in 0xA1...0xDF {
      table[0x0E << 8 | kana] = packed(UInt16(0xFF61 + kana - 0xA1))
    }
    return table
  }
}
