/// Takes blanks off the ends of a range: ASCII blanks, U+00A0, U+3000.
enum Blanks {
  /// Takes a colon off the end of a label: `:` or U+FF1A (EF BC 9A).
  static func trimColon(_ text: Span<UInt8>, _ start: Int, _ end: inout Int) {
    if end > start, text[end - 1] == 0x3A {
      end -= 1
    } else if end - start > 3, text[end - 1] == 0x9A, text[end - 2] == 0xBC, text[end - 3] == 0xEF {
      end -= 3
    }
  }

  static func trim(_ text: Span<UInt8>, _ start: inout Int, _ end: inout Int) {
    while start < end {
      let byte = text[start]
      if byte <= 0x20 {
        start += 1
      } else if byte == 0xE3, start + 2 < end, text[start + 1] == 0x80, text[start + 2] == 0x80 {
        start += 3
      } else if byte == 0xC2, start + 1 < end, text[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      let byte = text[end - 1]
      if byte <= 0x20 {
        end -= 1
      } else if byte == 0x80, end - start >= 3, text[end - 2] == 0x80, text[end - 3] == 0xE3 {
        end -= 3
      } else if byte == 0xA0, end - start >= 2, text[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
  }
}
