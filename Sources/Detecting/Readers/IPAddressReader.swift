/// A text that reads as an Internet address.
package struct IPAddressReading: Sendable, Equatable {
  /// Where the address leads.
  package enum Scope: UInt8, Sendable, Equatable {
    /// Someone's connection.
    case global
    /// Private, link-local, loopback, shared, multicast, documentation: nobody's.
    case reserved
  }

  /// 4 or 6.
  package var version: UInt8
  package var scope: Scope
  /// Whether it could as well be a version number: every part is below 32.
  package var looksLikeVersion: Bool
  /// One past its last byte in the lent text.
  package var end: Int
}

/// Reads IPv4 and IPv6 addresses.
package enum IPAddressReader {
  /// Reads a whole cell; a port or prefix length may follow.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> IPAddressReading? {
    guard range.count <= 140 else { return nil }
    return read(FoldedText(text, range), bytes: range.count)
  }

  /// Reads a folded cell that was so many bytes long.
  static func read(_ folded: borrowing FoldedText, bytes: Int) -> IPAddressReading? {
    guard bytes >= 3, bytes <= 140 else { return nil }
    let whole = folded.trimmed
    guard let (reading, end) = parse(folded, whole.lowerBound) else { return nil }
    var index = end
    if folded[index] == 0x3A || folded[index] == 0x2F {
      index += 1
      while Latin.isDigit(folded[index]) { index += 1 }
    }
    return index == whole.upperBound ? reading : nil
  }

  /// Reads the address that begins at `start` of running text.
  package static func match(_ text: Span<UInt8>, at start: Int, limit: Int) -> IPAddressReading? {
    let folded = FoldedText(text, start..<min(limit, start + 60))
    guard let (reading, end) = parse(folded, 0) else { return nil }
    let next = folded[end]
    if Latin.isDigit(next) || next == 0x2E && Latin.isDigit(folded[end + 1]) || Latin.isLetter(next)
    {
      return nil
    }
    return reading
  }

  private static func parse(_ text: borrowing FoldedText, _ start: Int) -> (IPAddressReading, Int)?
  {
    if let found = four(text, start) { return found }
    return six(text, start)
  }

  private static func four(_ text: borrowing FoldedText, _ start: Int) -> (IPAddressReading, Int)? {
    var index = start
    var parts: InlineArray<4, Int> = .init(repeating: 0)
    for part in 0..<4 {
      let first = index
      while Latin.isDigit(text[index]), index - first < 4 {
        parts[part] = parts[part] * 10 + Int(text[index] - 0x30)
        index += 1
      }
      let digits = index - first
      guard digits >= 1, digits <= 3, parts[part] <= 255, digits == 1 || text[first] != 0x30 else {
        return nil
      }
      if part < 3 {
        guard text[index] == 0x2E else { return nil }
        index += 1
      }
    }
    guard !(text[index] == 0x2E && Latin.isDigit(text[index + 1])) else { return nil }
    let isReserved: Bool
    switch (parts[0], parts[1]) {
    case (0, _), (10, _), (127, _), (224..., _), (169, 254), (172, 16...31), (192, 168),
      (100, 64...127), (198, 18...19):
      isReserved = true
    case (192, 0): isReserved = parts[2] == 0 || parts[2] == 2
    case (198, 51): isReserved = parts[2] == 100
    case (203, 0): isReserved = parts[2] == 113
    default: isReserved = false
    }
    let looksLikeVersion = parts[0] < 32 && parts[1] < 32 && parts[2] < 32 && parts[3] < 32
    return (
      IPAddressReading(
        version: 4, scope: isReserved ? .reserved : .global, looksLikeVersion: looksLikeVersion,
        end: text.offset(index)), index
    )
  }

  private static func six(_ text: borrowing FoldedText, _ start: Int) -> (IPAddressReading, Int)? {
    var index = start
    var groups = 0
    var hasGap = false
    var first = 0
    var second = 0
    if text[index] == 0x3A {
      guard text[index + 1] == 0x3A else { return nil }
      hasGap = true
      index += 2
    }
    while groups < 8 {
      let begin = index
      var value = 0
      while index - begin < 5, let digit = hexadecimal(text[index]) {
        value = value * 16 + digit
        index += 1
      }
      guard index > begin else { break }
      guard index - begin <= 4 else { return nil }
      groups += 1
      if groups == 1, !hasGap { first = value }
      if groups == 2 { second = value }
      guard text[index] == 0x3A else { break }
      if text[index + 1] == 0x3A {
        guard !hasGap else { return nil }
        hasGap = true
        index += 2
      } else {
        guard hexadecimal(text[index + 1]) != nil else { break }
        index += 1
      }
    }
    // Without a gap a full address; with one at least two groups, so that `12::` and times are none.
    guard hasGap ? groups >= 1 && groups <= 7 && index - start >= 3 : groups == 8 else {
      return nil
    }
    let isReserved =
      first == 0 || first & 0xFE00 == 0xFC00 || first & 0xFFC0 == 0xFE80 || first & 0xFF00 == 0xFF00
      || first == 0x2001 && second == 0x0DB8
    guard isReserved || first >= 0x2000 && first < 0x4000 else { return nil }
    return (
      IPAddressReading(
        version: 6, scope: isReserved ? .reserved : .global, looksLikeVersion: false,
        end: text.offset(index)), index
    )
  }

  private static func hexadecimal(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x30...0x39: Int(unit - 0x30)
    case 0x61...0x66: Int(unit - 0x57)
    default: nil
    }
  }
}
