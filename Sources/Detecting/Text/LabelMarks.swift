/// What may stand around a label or a name that is alone on its line.
enum LabelMarks {
  /// Whether a character may: blanks, brackets, bullets, numbers of questions, colons.
  static func mayStandAround(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Blank ( ) * - . 0-9 : < > [ ] # and the same in full width
    case 0x20, 0x28...0x2A, 0x2D, 0x2E, 0x30...0x3A, 0x3C, 0x3E, 0x5B, 0x5D, 0x23, 0x3000,
      0xFF08...0xFF0A, 0xFF0E, 0xFF10...0xFF1A, 0xFF1C, 0xFF1E, 0xFF3B, 0xFF3D,
      // ■ … ◯, ★ ☆, ① …, ※ ・ 〈〉《》「」『』【】
      0x25A0...0x25EF, 0x2605, 0x2606, 0x2460...0x2473, 0x203B, 0x30FB, 0x3008...0x3011:
      true
    default: false
    }
  }
}
