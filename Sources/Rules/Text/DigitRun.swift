/// A whole text that is one number: its digits, and how they were written.
///
/// Reads ASCII and full-width digits with the separators that people put between them, and takes off what spreadsheets
/// and converters leave around a number: `'` in front, `="…"`, quotes, a tab, `.0` behind. Allocates nothing.
package struct DigitRun: Sendable {
  /// Most digits that are read; longer numbers are none of ours.
  package static let capacity = 32
  /// Most groups that are told apart; a number with more is no number.
  package static let groupCapacity = 12

  /// The digits as values 0...9; only the first ``count`` count.
  package private(set) var digits = InlineArray<32, UInt8>(repeating: 0)
  package private(set) var count = 0
  /// Lengths of the groups between separators; only the first ``groupCount`` count.
  package private(set) var groups = InlineArray<12, UInt8>(repeating: 0)
  package private(set) var groupCount = 0
  package private(set) var marks: Marks = []

  /// How a number was written.
  package struct Marks: OptionSet, Sendable, Equatable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let fullWidth = Marks(rawValue: 1)
    package static let blank = Marks(rawValue: 2)
    package static let dash = Marks(rawValue: 4)
    package static let dot = Marks(rawValue: 8)
    package static let lineBreak = Marks(rawValue: 16)
    /// `'`, `="…"` or quotes stood around it.
    package static let guarded = Marks(rawValue: 32)
    /// `.0` stood behind it and was taken off.
    package static let pointZero = Marks(rawValue: 64)
  }

  package var hadFullWidth: Bool { marks.contains(.fullWidth) }
  package var hadSeparators: Bool { groupCount > 1 }
  package var trailingPointZero: Bool { marks.contains(.pointZero) }

  /// Reads a whole cell; `nil` when it is not one number.
  ///
  /// - Parameter text: UTF-8, lent for the call.
  /// - Complexity: O(*n*), and it stops at the first byte that fits no number.
  package init?(_ text: Span<UInt8>) {
    var start = 0
    var end = text.count
    Self.trim(text, &start, &end)
    if Self.unwrap(text, &start, &end) {
      marks.insert(.guarded)
      Self.trim(text, &start, &end)
    }
    guard start < end, read(text, start, end) else { return nil }
    dropPointZero()
  }

  /// Whether the groups have exactly these lengths.
  package func hasGroups(_ lengths: [Int]) -> Bool {
    guard lengths.count == groupCount else { return false }
    for index in 0..<groupCount where Int(groups[index]) != lengths[index] { return false }
    return true
  }

  /// Whether the digits satisfy a check.
  package func passes(_ check: CheckDigit) -> Bool {
    check.passes(digits.span.extracting(0..<count))
  }

  /// The same number with zeros put in front; `nil` when it has more than `length` digits.
  ///
  /// It is one group then.
  package func leftPadded(to length: Int) -> DigitRun? {
    guard count <= length, length <= Self.capacity else { return nil }
    var padded = self
    let shift = length - count
    for index in 0..<length {
      padded.digits[index] = index < shift ? 0 : digits[index - shift]
    }
    padded.count = length
    padded.groupCount = 1
    padded.groups[0] = UInt8(truncatingIfNeeded: length)
    return padded
  }

  /// Whether the digits from `first` on are these.
  package func begins(with values: [UInt8]) -> Bool {
    guard values.count <= count else { return false }
    for index in values.indices where digits[index] != values[index] { return false }
    return true
  }

  // MARK: - Reading

  private mutating func read(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    var inGroup = false
    var separators = 0
    while index < end {
      var digit = text[index] &- 0x30
      var width = 1
      if digit > 9, let value = Self.fullWidthDigit(text, index, end) {
        digit = value
        width = 3
        marks.insert(.fullWidth)
      }
      if digit <= 9 {
        if !inGroup {
          guard groupCount < Self.groupCapacity else { return false }
          groupCount += 1
          inGroup = true
          separators = 0
        }
        let first = count
        repeat {
          guard count < Self.capacity else { return false }
          digits[count] = digit
          count += 1
          index += width
          width = 1
          guard index < end else { break }
          digit = text[index] &- 0x30
        } while digit <= 9
        groups[groupCount - 1] += UInt8(truncatingIfNeeded: count - first)
        continue
      }
      if let width = Self.invisible(text, index, end) {
        index += width
        continue
      }
      // At most " - " between two groups, and none in front.
      guard groupCount > 0, separators < 3, let separator = Self.separator(text, index, end) else {
        return false
      }
      marks.insert(separator.mark)
      separators += 1
      inGroup = false
      index += separator.width
    }
    return inGroup
  }

  /// Takes off the `.0` that a floating-point column puts behind whole numbers.
  private mutating func dropPointZero() {
    guard groupCount == 2, marks.contains(.dot),
      marks.isDisjoint(with: [.blank, .dash, .lineBreak]),
      groups[1] == 1, digits[count - 1] == 0
    else { return }
    count -= 1
    groupCount = 1
    marks.remove(.dot)
    marks.insert(.pointZero)
  }

  private static func fullWidthDigit(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> UInt8? {
    // U+FF10...U+FF19 are EF BC 90 ... EF BC 99.
    guard text[index] == 0xEF, index + 2 < end, text[index + 1] == 0xBC else { return nil }
    let digit = text[index + 2] &- 0x90
    return digit <= 9 ? digit : nil
  }

  /// The separator at `index`; `nil` when none stands there.
  package static func separator(_ text: Span<UInt8>, _ index: Int, _ end: Int)
    -> (mark: Marks, width: Int)?
  {
    switch text[index] {
    case 0x20, 0x09: return (.blank, 1)
    case 0x2D: return (.dash, 1)
    case 0x2E: return (.dot, 1)
    case 0x0A, 0x0D: return (.lineBreak, 1)
    case 0xC2 where index + 1 < end && text[index + 1] == 0xA0: return (.blank, 2)
    case 0xE2, 0xE3, 0xEF: break
    default: return nil
    }
    guard index + 2 < end else { return nil }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE3, 0x80, 0x80): return (.blank, 3)  // U+3000
    case (0xE3, 0x80, 0x93): return (.dash, 3)  // U+3013, where a converter lost a dash
    case (0xE2, 0x80, 0x90...0x95): return (.dash, 3)  // U+2010...U+2015
    case (0xE2, 0x80, 0x80...0x8A): return (.blank, 3)  // U+2000...U+200A
    case (0xE2, 0x80, 0xAF): return (.blank, 3)  // U+202F
    case (0xE2, 0x88, 0x92): return (.dash, 3)  // U+2212
    case (0xEF, 0xBC, 0x8D): return (.dash, 3)  // U+FF0D
    case (0xE3, 0x83, 0xBC): return (.dash, 3)  // U+30FC
    case (0xEF, 0xBD, 0xB0): return (.dash, 3)  // U+FF70
    case (0xEF, 0xBC, 0x8E): return (.dot, 3)  // U+FF0E
    default: return nil
    }
  }
}
