import Rules

/// Reads e-mail addresses, full-width and percent-encoded ones included.
package enum EmailReader {
  /// Reads a whole cell; `<…>`, `mailto:` and a display name before it may stand around it.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> EmailReading? {
    guard range.count >= 6, range.count <= 400 else { return nil }
    var index = range.lowerBound
    while index < range.upperBound {
      if signLength(text, index, range.upperBound) > 0,
        let reading = match(text, around: index, in: range)
      {
        return reading
      }
      index += 1
    }
    return nil
  }

  /// Reads the address around the `@` (also `＠`, `%40`) at `sign`, not leaving `line`.
  package static func match(_ text: Span<UInt8>, around sign: Int, in line: Range<Int>)
    -> EmailReading?
  {
    let width = signLength(text, sign, line.upperBound)
    guard width > 0 else { return nil }
    let isEncoded = width == 3 && text[sign] == 0x25
    var start = sign
    var localLength = 0
    while start > line.lowerBound, localLength < 64 {
      let (unit, previous) = before(text, start, line.lowerBound)
      guard isLocal(unit) else { break }
      start = previous
      localLength += 1
    }
    // `%3A` or `=` before an encoded address of a query.
    while start < sign {
      let (unit, next) = at(text, start, sign)
      if unit == 0x2E || unit == 0x2D || unit == 0x3D || unit == 0x2F || unit == 0x27
        || unit == 0x7E
      {
        start = next
        localLength -= 1
      } else if unit == 0x25 {
        start = min(sign, start + 3)
        localLength -= 3
      } else {
        break
      }
    }
    guard localLength >= 1, start < sign else { return nil }
    var end = sign + width
    var domain = Domain()
    var position = end
    while position < line.upperBound, domain.length < 254 {
      let (unit, next) = at(text, position, line.upperBound)
      guard domain.take(unit) else { break }
      position = next
      if domain.canEnd { end = next }
    }
    guard domain.isWhole else { return nil }
    return EmailReading(
      kind: kind(text, start..<sign, domain), isEncoded: isEncoded, range: start..<end)
  }

  /// The bytes of an at-sign at `index`; 0 when none stands there.
  private static func signLength(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Int {
    let byte = text[index]
    if byte == 0x40 { return 1 }
    guard index + 3 <= limit else { return 0 }
    if byte == 0xEF, text[index + 1] == 0xBC, text[index + 2] == 0xA0 { return 3 }
    if byte == 0x25, text[index + 1] == 0x34, text[index + 2] == 0x30 { return 3 }
    return 0
  }

  /// The unit at a byte with its width folded, and the byte behind it.
  private static func at(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> (UInt8, Int) {
    let byte = text[index]
    guard byte == 0xEF, index + 3 <= limit else { return (byte, index + 1) }
    return (narrow(text[index + 1], text[index + 2]), index + 3)
  }

  private static func before(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> (UInt8, Int) {
    let byte = text[index - 1]
    guard byte >= 0x80, index - 3 >= limit, text[index - 3] == 0xEF else {
      return (byte, index - 1)
    }
    return (narrow(text[index - 2], byte), index - 3)
  }

  /// ASCII of the full-width form EF `middle` `last`; 0xFF when it is none.
  private static func narrow(_ middle: UInt8, _ last: UInt8) -> UInt8 {
    if middle == 0xBC, last >= 0x81 { return last - 0x60 }
    if middle == 0xBD, last >= 0x80, last <= 0x9E { return last - 0x20 }
    return 0xFF
  }

  private static func isLocal(_ unit: UInt8) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F, 0x25, 0x26, 0x27, 0x2F,
      0x3D, 0x7E:
      true
    default: false
    }
  }

  /// The labels of a domain as they come.
  private struct Domain {
    var length = 0
    var label = 0
    var dots = 0
    /// The last two labels and the one that grows, as hashes.
    var hash = WordTable.seed
    var last = WordTable.seed
    var isNumeric = true
    var canEnd = false
    var isExample = false

    var isWhole: Bool { dots >= 1 && label >= 2 && !isNumeric && canEnd }

    mutating func take(_ unit: UInt8) -> Bool {
      switch unit {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
        label += 1
        guard label <= 63 else { return false }
        if unit > 0x39 { isNumeric = false }
        hash = WordTable.mix(hash, UInt16(unit | 0x20))
        canEnd = dots >= 1 && label >= 2
      case 0x2D:
        guard label > 0 else { return false }
        label += 1
        hash = WordTable.mix(hash, 0x2D)
        isNumeric = false
        canEnd = false
      case 0x2E:
        guard label > 0 else { return false }
        dots += 1
        last = hash
        hash = WordTable.seed
        label = 0
        isNumeric = true
        if EmailReader.isExample(last) { isExample = true }
      default: return false
      }
      length += 1
      return true
    }
  }

  private static func word(_ text: StaticString) -> UInt64 {
    var hash = WordTable.seed
    for scalar in "\(text)".unicodeScalars {
      hash = WordTable.mix(hash, UInt16(truncatingIfNeeded: scalar.value | 0x20))
    }
    return hash
  }

  private static let exampleLabel = word("example")
  private static let reserved = (word("example"), word("test"), word("invalid"), word("localhost"))

  private static func isExample(_ hash: UInt64) -> Bool { hash == exampleLabel }

  /// Whom the address reaches whose local part stands in `local`.
  private static func kind(_ text: Span<UInt8>, _ local: Range<Int>, _ domain: Domain)
    -> EmailReading.Kind
  {
    let top = domain.hash
    if domain.isExample || top == reserved.0 || top == reserved.1 || top == reserved.2
      || top == reserved.3
    {
      return .example
    }
    // The whole up to a `+`, and the word before the first mark or digit: `info-tokyo`, `support2`.
    var hash = WordTable.seed
    var first: UInt64?
    var position = local.lowerBound
    while position < local.upperBound {
      let (unit, next) = at(text, position, local.upperBound)
      if unit == 0x2B { break }
      // ADMIN_EMAIL=taro@…: what stands before the sign is the name of a setting.
      if unit == 0x3D, position > local.lowerBound, next < local.upperBound {
        hash = WordTable.seed
        first = nil
        position = next
        continue
      }
      let isMark = unit == 0x2D || unit == 0x2E || unit == 0x5F || unit >= 0x30 && unit <= 0x39
      if isMark, first == nil, position > local.lowerBound { first = hash }
      let isCapital = unit >= 0x41 && unit <= 0x5A
      hash = WordTable.mix(hash, UInt16(isCapital ? unit | 0x20 : unit))
      position = next
    }
    let words = WordLists.shared
    return desk(words.terms(hash)) ?? first.flatMap { desk(words.terms($0)) } ?? .person
  }

  private static func desk(_ kinds: Terms.Kinds) -> EmailReading.Kind? {
    kinds.hasAny(.machineMail) ? .machine : kinds.hasAny(.roleMail) ? .role : nil
  }
}
