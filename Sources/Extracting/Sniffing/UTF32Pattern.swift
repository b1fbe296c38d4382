/// Tells UTF-32 without a byte order mark, which is not read.
enum UTF32Pattern {
  /// Bytes that are looked at.
  private static let sampleSize = 4_096

  /// Whether the first bytes of a file are characters of four bytes each, most of them letters.
  static func matches(_ head: [UInt8]) -> Bool {
    let count = min(head.count, sampleSize) & ~3
    guard count >= 16 else { return false }
    return isText(head, count, [0, 1, 2, 3]) || isText(head, count, [3, 2, 1, 0])
  }

  /// - Parameter order: Where in a unit its bytes stand, the least first.
  private static func isText(_ head: [UInt8], _ count: Int, _ order: [Int]) -> Bool {
    var letters = 0
    for unit in stride(from: 0, to: count, by: 4) {
      // Behind U+10FFFF there is nothing, and below U+10000 stands nearly everything.
      guard head[unit + order[3]] == 0, head[unit + order[2]] <= 2 else { return false }
      let code = Int(head[unit + order[1]]) << 8 | Int(head[unit + order[0]])
      switch code {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x3000...0x9FFF, 0xFF00...0xFFEF: letters += 1
      default: continue
      }
    }
    return letters * 4 >= count / 4 * 3
  }
}
