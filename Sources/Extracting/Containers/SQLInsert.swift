/// Reads an INSERT statement behind the table's name, byte by byte.
struct SQLInsert {
  /// What a byte brought.
  enum Step {
    case more
    /// The values begin; ``columns`` are complete.
    case rows
    /// ``value`` is a cell, and another follows in the row.
    case cell
    /// ``value`` is the last cell of its row.
    case row
    case end
    case broken
  }

  private enum Place {
    case beforeColumns, columns, beforeValues, between, inRow
  }

  /// Bytes of one value; the rest is dropped.
  private static let longestValue = 1_048_576

  var table = ""
  private(set) var columns: [[UInt8]] = []
  private(set) var value: [UInt8] = []
  /// Whether the last byte began the value.
  private(set) var begins = false
  private var place: Place = .beforeColumns
  private var quote: UInt8 = 0
  private var isEscaped = false
  /// A quote within a quoted text, which may be doubled.
  private var mayBeDoubled = false
  private var hasText = false
  /// Whether the value is the first text of a conversion.
  private var isConversion = false
  /// Whether the text that is being read only says how the one before it is written.
  private var isFormat = false
  private var depth = 0
  private var startsNext = true

  /// Whether a row has ended and no other has begun.
  var isBetweenRows: Bool { place == .between && quote == 0 }

  mutating func take(_ byte: UInt8) -> Step {
    begins = false
    if quote != 0 {
      if isEscaped {
        isEscaped = false
        append(Self.unescape(byte))
        return .more
      }
      guard mayBeDoubled else {
        if byte == quote {
          mayBeDoubled = true
        } else if byte == 0x5C {
          isEscaped = true
        } else {
          append(byte)
        }
        return .more
      }
      mayBeDoubled = false
      if byte == quote {
        append(byte)
        return .more
      }
      quote = 0
    }
    if startsNext, place == .inRow {
      value = []
      hasText = false
      isFormat = false
      startsNext = false
    }
    switch place {
    case .beforeColumns, .beforeValues: return takeHead(byte)
    case .columns: return takeColumn(byte)
    case .between:
      switch byte {
      case 0x28:
        place = .inRow
        depth = 0
        startsNext = true
        return .more
      case 0x3B: return .end
      default: return .more
      }
    case .inRow: return takeRow(byte)
    }
  }

  private mutating func takeHead(_ byte: UInt8) -> Step {
    switch byte {
    case 0x28 where place == .beforeColumns && value.isEmpty:
      place = .columns
      return .more
    case 0x28 where isWord("VALUES") || isWord("VALUE"):
      place = .inRow
      depth = 0
      startsNext = true
      return .rows
    case 0x3B: return .end
    default:
      if ValueText.isBlank(byte) {
        // SELECT, SET and others are no rows.
        return value.isEmpty || isWord("VALUES") || isWord("VALUE") ? .more : .broken
      }
      value.append(byte)
      return value.count > 16 ? .broken : .more
    }
  }

  private func isWord(_ word: String) -> Bool {
    String(decoding: value, as: UTF8.self).uppercased() == word
  }

  private mutating func takeColumn(_ byte: UInt8) -> Step {
    switch byte {
    case 0x2C, 0x29:
      if columns.count < 4_096 { columns.append(value) }
      value = []
      if byte == 0x29 { place = .beforeValues }
    case 0x60, 0x22, 0x5B, 0x5D, 0x20, 0x09, 0x0A: break
    default: if value.count < 1_024 { value.append(byte) }
    }
    return .more
  }

  private mutating func takeRow(_ byte: UInt8) -> Step {
    switch byte {
    case 0x27, 0x22:
      if hasText {
        isFormat = depth > 0 && isConversion
      } else {
        // A prefix such as N or _utf8 is no part of the value, nor is CAST( or TO_DATE( around it.
        isConversion = depth > 0 && Self.converts(value.span)
        value = []
      }
      quote = byte
      hasText = true
      return .more
    case 0x28:
      depth += 1
      if !hasText { append(byte) }
      return .more
    case 0x29 where depth > 0:
      depth -= 1
      if !hasText { append(byte) }
      return .more
    case 0x2C where depth == 0, 0x29:
      finishValue()
      startsNext = true
      if byte == 0x29 {
        place = .between
        return .row
      }
      return .cell
    case 0x20, 0x09, 0x0A, 0x0D:
      if !value.isEmpty, !hasText { append(0x20) }
      return .more
    default:
      // What follows a quoted text (a cast) is no part of it.
      if !hasText { append(byte) }
      return .more
    }
  }

  /// Whether a function makes a date or number of its first text, whose form the second one says: TO_DATE, STR_TO_DATE.
  private static func converts(_ name: Span<UInt8>) -> Bool {
    for word in ["to_", "str_to_"].map({ Array($0.utf8) }) where name.count >= word.count {
      if word.indices.allSatisfy({ name[$0] == word[$0] || name[$0] | 0x20 == word[$0] }) {
        return true
      }
    }
    return false
  }

  private mutating func finishValue() {
    guard !hasText else { return }
    while value.last == 0x20 { value.removeLast() }
    if isWord("NULL") || isWord("DEFAULT") { value = [] }
  }

  private mutating func append(_ byte: UInt8) {
    guard !isFormat else { return }
    if value.isEmpty { begins = true }
    if value.count < Self.longestValue { value.append(byte) }
  }

  static func unescape(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x6E: 0x0A
    case 0x72: 0x0D
    case 0x74: 0x09
    case 0x30, 0x5A: 0x20
    default: byte
    }
  }
}
