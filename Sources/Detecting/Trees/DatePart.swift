/// Which part of a date an element of a tree holds by its name: 年, Nen, year.
enum DatePart {
  case year, month, day

  /// By the last component of a path; `nil` for any other.
  init?(path: String) {
    for (part, words) in Self.words where words.contains(where: { Self.ends(path, $0) }) {
      self = part
      return
    }
    return nil
  }

  private static let words: [(DatePart, [[UInt8]])] = [
    (.year, utf8(["年", "西暦", "year", "yyyy", "nen"])),
    (.month, utf8(["月", "month", "mm", "tsuki", "getsu"])),
    (.day, utf8(["日", "day", "dd", "hi", "nichi"])),
  ]

  private static func utf8(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

  /// Whether a path ends in a word, capitals aside; a Latin one only as a word of its own, or with a capital.
  private static func ends(_ path: String, _ word: [UInt8]) -> Bool {
    let bytes = path.utf8.span
    let start = bytes.count - word.count
    guard start > 0 else { return false }
    for offset in word.indices where lower(bytes[start + offset]) != word[offset] { return false }
    guard word[0] < 0x80 else { return true }
    return bytes[start] < 0x61 || lower(bytes[start - 1]) &- 0x61 >= 26
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
