import Rules

/// Reads telephone numbers by the numbering plan.
///
/// - Source: 電気通信番号計画 (総務省), with 060 for mobiles since 2024-12; ``PhoneAreas``.
package enum PhoneReader {
  /// Reads a whole cell; a label such as `TEL:` may stand before it.
  ///
  /// - Parameter acceptsDamaged: Whether nine or ten digits without the leading zero count.
  package static func read(
    _ text: Span<UInt8>, in range: Range<Int>, acceptsDamaged: Bool = true
  ) -> PhoneReading? {
    guard range.count <= 120 else { return nil }
    return read(FoldedText(text, range), bytes: range.count, acceptsDamaged: acceptsDamaged)
  }

  /// The same of a cell that was folded whole, `bytes` long.
  static func read(
    _ folded: borrowing FoldedText, bytes: Int, acceptsDamaged: Bool = true
  ) -> PhoneReading? {
    guard bytes >= 9, bytes <= 120 else { return nil }
    let whole = folded.trimmed
    var start = whole.lowerBound
    // A label of letters, ended by a colon, blank or nothing.
    while start < whole.upperBound, start < whole.lowerBound + 12 {
      let unit = folded[start]
      if Latin.isDigit(unit) || unit == 0x2B || unit == 0x28 && Latin.isDigit(folded[start + 1])
        || unit == 0x28 && folded[start + 1] == 0x2B
      {
        break
      }
      guard isLabel(unit) else { return nil }
      start += 1
    }
    // TEL03… is a label, A03… is part of a code.
    if Latin.isLetter(folded[start - 1]), start - whole.lowerBound < 3 { return nil }
    guard let (reading, end) = parse(folded, start, acceptsDamaged: acceptsDamaged),
      end == whole.upperBound
    else { return nil }
    return reading
  }

  /// Reads the number that begins at `start` (a digit, `+` or bracket); what stands before is the caller's to look at.
  package static func match(_ text: Span<UInt8>, at start: Int, limit: Int) -> PhoneReading? {
    let folded = FoldedText(text, start..<min(limit, start + 96))
    return parse(folded, 0, acceptsDamaged: false)?.reading
  }

  private static func isLabel(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x20, 0x22, 0x27, 0x2E, 0x3A, 0x3D, 0x2F, 0x2121, 0x260E, 0x1F4, 0x3010, 0x3011, 0x28,
      0x29:
      true
    // 電話番号携帯自宅連絡先
    case 0x96FB, 0x8A71, 0x756A, 0x53F7, 0x643A, 0x5E2F, 0x81EA, 0x5B85, 0x9023, 0x7D61, 0x5148:
      true
    default: Latin.isLetter(unit)
    }
  }

  /// The digits of a number and where its groups end.
  private struct Number {
    var digits: InlineArray<16, UInt8> = .init(repeating: 0)
    var count = 0
    var groups: InlineArray<6, UInt8> = .init(repeating: 0)
    var groupCount = 0
    var separators = 0

    func value(_ length: Int) -> Int {
      var value = 0
      for index in 0..<length { value = value * 10 + Int(digits[index]) }
      return value
    }
  }

  private static func parse(_ text: borrowing FoldedText, _ start: Int, acceptsDamaged: Bool) -> (
    reading: PhoneReading, end: Int
  )? {
    var index = start
    var isInternational = false
    var depth = 0
    if text[index] == 0x28 {
      depth = 1
      index += 1
    }
    if text[index] == 0x2B
      || text[index] == 0x30 && text[index + 1] == 0x31 && text[index + 2] == 0x30
        && text[index + 3] == 0x2D
    {
      index += text[index] == 0x2B ? 1 : 4
      guard text[index] == 0x38, text[index + 1] == 0x31 else { return nil }
      isInternational = true
      index += 2
      while text[index] == 0x2D || text[index] == 0x20 || text[index] == 0x29 || text[index] == 0x2E
      {
        if text[index] == 0x29 { depth = 0 }
        index += 1
      }
      if text[index] == 0x28, text[index + 1] == 0x30, text[index + 2] == 0x29 { index += 3 }
      while text[index] == 0x2D || text[index] == 0x20 { index += 1 }
    }
    var number = Number()
    if isInternational, text[index] != 0x30 { number.count = 1 }
    var group: UInt8 = UInt8(number.count)
    var end = index
    loop: while true {
      let unit = text[index]
      switch unit {
      case 0x30...0x39:
        guard number.count < 14 else { return nil }
        number.digits[number.count] = UInt8(unit - 0x30)
        number.count += 1
        group += 1
        index += 1
        end = index
      case 0x2D, 0x20, 0x28, 0x29, 0x2E:
        // Only between groups, and at most two in a row: `) `.
        guard number.count > 0, index - end < 2 else { break loop }
        if unit == 0x28 { depth += 1 }
        if unit == 0x29 {
          guard depth > 0 else { break loop }
          depth -= 1
        }
        if group > 0, number.groupCount < 6 {
          number.groups[number.groupCount] = group
          number.groupCount += 1
          group = 0
        }
        guard number.groupCount < 4 else { break loop }
        index += 1
        if unit == 0x29 { end = index }
      default: break loop
      }
    }
    if group > 0, number.groupCount < 6 {
      number.groups[number.groupCount] = group
      number.groupCount += 1
    }
    // `.0` of a spreadsheet.
    var isDamaged = false
    if number.digits[0] != 0 {
      guard acceptsDamaged, number.groupCount == 1, number.count == 9 || number.count == 10,
        !isInternational
      else { return nil }
      isDamaged = true
      var shifted = Number()
      shifted.count = number.count + 1
      for place in 0..<number.count { shifted.digits[place + 1] = number.digits[place] }
      shifted.groupCount = 1
      number = shifted
    }
    guard let kind = kind(number) else { return nil }
    if isDamaged, kind == .service { return nil }
    let isAssigned = kind != .fixed || PhoneAreas.contains(number.value(6))
    if isDamaged, !isAssigned { return nil }
    guard number.groupCount == 1 || isGrouped(number, isInternational: isInternational) else {
      return nil
    }
    guard !Latin.isDigit(text[end]), !Latin.isLetter(text[end]) || text[end] == 0x78 else {
      return nil
    }
    if text[end] == 0x2D || text[end] == 0x2F, Latin.isDigit(text[end + 1]) { return nil }
    let (last, hasExtension) = extensionEnd(text, end)
    return (
      PhoneReading(
        kind: kind, hasSeparators: number.groupCount > 1 || depth > 0,
        isInternational: isInternational, isDamaged: isDamaged, isAssigned: isAssigned,
        hasExtension: hasExtension, end: text.offset(last)), last
    )
  }

  private static func kind(_ number: Number) -> PhoneReading.Kind? {
    let digits = number.digits
    let count = number.count
    guard count >= 10, digits[0] == 0 else { return nil }
    if count == 11 {
      guard digits[2] == 0 else {
        return nil
      }
      switch digits[1] {
      case 6, 7, 8, 9:
        // 0800 is toll-free, and the digit behind 0A0 is never 0.
        if digits[3] == 0 { return digits[1] == 8 ? .service : nil }
        return .mobile
      case 5: return digits[3] == 0 ? nil : .ip
      case 2: return digits[3] == 0 ? nil : .machine
      default: return nil
      }
    }
    guard count == 10, digits[1] != 0 else { return nil }
    switch number.value(4) {
    case 120, 570, 990: return .service
    default:
      return digits[2] == 0 && digits[1] != 3 && digits[1] != 4 && digits[1] != 6 ? nil : .fixed
    }
  }

  /// Whether the groups are those of a telephone number: the last has four digits (toll-free three), none is odd.
  private static func isGrouped(_ number: Number, isInternational: Bool) -> Bool {
    let first = number.groups[0]
    let last = number.groups[number.groupCount - 1]
    switch number.groupCount {
    case 2: return first >= 2 && first <= 7 && last >= 4 && last <= 8
    case 3:
      let middle = number.groups[1]
      return first >= 1 && first <= 6 && middle >= 1 && middle <= 4 && (last == 4 || last == 3)
    case 4: return isInternational
    default: return false
    }
  }

  /// Passes over an extension: `内線123`, `(内123)`, `ext. 5`, `x12`.
  private static func extensionEnd(_ text: borrowing FoldedText, _ start: Int) -> (Int, Bool) {
    var index = start
    while text[index] == 0x20 || text[index] == 0x28 || text[index] == 0x2C || text[index] == 0x3001
    {
      index += 1
    }
    if text[index] == 0x5185 {
      index += text[index + 1] == 0x7DDA ? 2 : 1
    } else if text[index] == 0x65, text[index + 1] == 0x78, text[index + 2] == 0x74 {
      index += 3
    } else if text[index] == 0x78 {
      index += 1
    } else {
      return (start, false)
    }
    while text[index] == 0x20 || text[index] == 0x3A || text[index] == 0x2E || text[index] == 0x2D {
      index += 1
    }
    let digits = index
    while Latin.isDigit(text[index]), index - digits < 6 { index += 1 }
    guard index > digits else { return (start, false) }
    if text[index] == 0x29 { index += 1 }
    return (index, true)
  }
}
