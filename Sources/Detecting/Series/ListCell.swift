/// Cells that hold several values: 山田太郎、佐藤花子, or the numbers of a family below each other.
///
/// What parts the items is the same throughout: of all marks that may, the one that can least stand within a value.
struct ListCell {
  /// Bytes of the longest cell that is looked into, and of the longest item.
  static let longest = 4_096
  static let longestItem = 64
  /// Items of the longest list: more are read as running text.
  static let mostItems = 128

  /// A mark that may part items, in the order in which they are tried.
  private enum Mark: Int {
    case line, comma, bar, middleDot, blank
  }

  private let mark: Mark
  private let end: Int
  private var position: Int

  /// Whether nothing but blanks parts the items, which may stand within a value as well.
  var isPartedByBlanks: Bool { mark == .blank }

  /// - Returns: `nil` when no mark stands in the cell, or when it is too long.
  init?(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    guard end - start <= Self.longest, let mark = Self.strongest(text, start, end) else {
      return nil
    }
    self.mark = mark
    position = start
    self.end = end
  }

  /// The mark that parts the items: the first of ``Mark`` that stands anywhere.
  private static func strongest(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Mark? {
    var best: Mark?
    for index in start..<end {
      guard let mark = mark(text, index, end), mark.rawValue < best?.rawValue ?? .max else {
        continue
      }
      if mark == .line { return .line }
      best = mark
    }
    return best
  }

  /// The mark that stands at a place.
  @inline(__always)
  private static func mark(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Mark? {
    switch text[index] {
    case 0x0A, 0x0D: .line
    case 0x2C, 0x3B: .comma
    case 0x2F, 0x7C: .bar
    case 0x20: .blank
    case 0xE3, 0xEF: wideMark(text, index, end)
    default: nil
    }
  }

  /// 、 ， ； ／ ・ or a full-width blank.
  private static func wideMark(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Mark? {
    guard index + 2 < end else { return nil }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B): return .comma
    case (0xEF, 0xBC, 0x8F): return .bar
    case (0xE3, 0x83, 0xBB): return .middleDot
    case (0xE3, 0x80, 0x80): return .blank
    default: return nil
    }
  }

  /// The next item without blanks around it, empty ones passed over.
  ///
  /// - Returns: `nil` behind the last.
  mutating func next(_ text: Span<UInt8>) -> Range<Int>? {
    while position < end {
      var start = position
      while position < end, Self.mark(text, position, end) != mark { position += 1 }
      var last = position
      // Those outside ASCII take three bytes.
      if position < end { position += text[position] < 0x80 ? 1 : 3 }
      Blanks.trim(text, &start, &last)
      if start < last { return start..<last }
    }
    return nil
  }
}
