import Inventory
import ScanKernels

/// Splits a line of a print list into its fields: what two or more blanks stand between.
///
/// Full-width blanks count as one each, since names are written with one between their parts.
struct BlankFields {
  /// The fields in order, as ranges into the line; without blanks around them.
  private(set) var ranges: [Range<Int>] = []

  /// Splits another line.
  mutating func split(_ text: Span<UInt8>) {
    ranges.removeAll(keepingCapacity: true)
    var start = -1
    var end = 0
    var blanks = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      let width = Self.blankWidth(text, index)
      if width > 0 {
        // A form feed separates by itself.
        blanks += byte == 0x0C ? 2 : 1
        index += width
        continue
      }
      if start < 0 {
        start = index
      } else if blanks > 1 {
        ranges.append(start..<end)
        start = index
      }
      blanks = 0
      index += 1
      end = index
    }
    if start >= 0 { ranges.append(start..<end) }
    joinSpacedWords(text)
  }

  /// Makes one field of a word of two characters that is written apart to fill its column: `氏   名`.
  private mutating func joinSpacedWords(_ text: Span<UInt8>) {
    var place = 0
    while place + 1 < ranges.count {
      let first = ranges[place]
      let second = ranges[place + 1]
      if first.count == 3, second.count == 3,
        Self.spacedWords.contains(where: {
          text.begins(first, with: Array($0[..<3])) && text.begins(second, with: Array($0[3...]))
        })
      {
        ranges[place] = first.lowerBound..<second.upperBound
        ranges.remove(at: place + 1)
      }
      place += 1
    }
  }

  /// Headings of two characters that printed lists stretch.
  private static let spacedWords = [
    "氏名", "住所", "性別", "年齢", "電話", "番号", "部署", "所属", "役職", "備考", "摘要", "品名", "店名", "金額", "数量", "単価",
    "残高", "日付", "区分",
  ].map { Array($0.utf8) }

  /// How many lines have blanks that part fields; counted up to a number.
  static func linesWithFields(
    _ text: Span<UInt8>, _ lines: [Range<Int>], upTo most: Int
  ) -> Int {
    var count = 0
    for line in lines where count < most && hasFields(text.extracting(line)) { count += 1 }
    return count
  }

  /// Whether blanks that part fields stand anywhere in a text.
  ///
  /// - Parameter text: At least 66 bytes longer than `count`.
  static func mayHaveFields(_ text: Span<UInt8>, _ count: Int) -> Bool {
    var base = 0
    while base < count {
      if equalMask(text, at: base, 0x0C) != 0 { return true }
      let narrow = equalMask(text, at: base, 0x20)
      var wide = equalMask(text, at: base, 0xE3)
      // U+3000.
      if wide != 0 {
        wide &= equalMask(text, at: base + 1, 0x80) & equalMask(text, at: base + 2, 0x80)
      }
      let blanks = narrow | wide
      if blanks & (narrow << 1 | wide << 3) != 0 { return true }
      // Those that the end of the block follows.
      var last = narrow & 1 << 63 | wide & 7 << 61
      while last != 0 {
        let place = base + last.trailingZeroBitCount
        last &= last - 1
        let next = place + blankWidth(text, place)
        if next < count, blankWidth(text, next) > 0 { return true }
      }
      base += 64
    }
    return false
  }

  /// Whether two blanks stand side by side, or a form feed.
  private static func hasFields(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      guard byte == 0x20 || byte == 0x0C || byte == 0xE3 else { continue }
      let width = blankWidth(text, index - 1)
      guard width > 0 else { continue }
      let next = index - 1 + width
      if byte == 0x0C || next < text.count && blankWidth(text, next) > 0 { return true }
    }
    return false
  }

  /// Bytes of the blank that stands here; 0 when there is none.
  private static func blankWidth(_ text: Span<UInt8>, _ index: Int) -> Int {
    switch text[index] {
    case 0x20, 0x0C: return 1
    case 0xE3:
      // U+3000.
      return index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// What a line is to a print list.
  enum Role {
    case blank
    /// Drawn with dashes and the like.
    case rule
    /// Two fields or more without numbers, which can name columns.
    case heading
    /// Two fields or more, with numbers.
    case data
    case other
  }

  /// The role of the line that was split last.
  func role(in text: Span<UInt8>) -> Role {
    guard let first = ranges.first, let last = ranges.last else { return .blank }
    if Self.isRule(text.extracting(first.lowerBound..<last.upperBound)) { return .rule }
    guard ranges.count > 1 else { return .other }
    var hasDigit = false
    for range in ranges {
      var run = 0
      for index in range {
        let isDigit = text[index] >= 0x30 && text[index] <= 0x39
        run = isDigit ? run + 1 : 0
        hasDigit = hasDigit || isDigit
        if run > 2 { return .data }
      }
      if range.count > 60 { return hasDigit ? .data : .other }
    }
    return .heading
  }

  private static func isRule(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case 0x20, 0x2D, 0x3D, 0x5F, 0x2B, 0x2A, 0x7C: break
      // Box drawings U+2500…257F, and the full-width bars U+2015, U+30FC, U+FF0D, U+FF1D.
      case 0xE2:
        guard index + 1 < text.count, text[index + 1] == 0x94 || text[index + 1] == 0x95 else {
          return false
        }
      case 0x80...0xBF: break
      default: return false
      }
    }
    return text.count > 2
  }
}
