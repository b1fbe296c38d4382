/// Undoes quoted-printable and base64.
enum TransferDecoding {
  /// Appends the bytes of one line of quoted-printable.
  ///
  /// - Parameter underscoreIsBlank: As in header words.
  /// - Returns: Whether the line goes on in the next one.
  @discardableResult
  static func quotedPrintable(
    _ line: Span<UInt8>, underscoreIsBlank: Bool = false, into result: inout [UInt8]
  ) -> Bool {
    var end = line.count
    while end > 0, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    var index = 0
    while index < end {
      let byte = line[index]
      if byte == 0x3D {
        if index + 1 == end { return true }
        if index + 2 < end, let high = hex(line[index + 1]), let low = hex(line[index + 2]) {
          result.append(high << 4 | low)
          index += 3
          continue
        }
      }
      result.append(underscoreIsBlank && byte == 0x5F ? 0x20 : byte)
      index += 1
    }
    return false
  }

  static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// The six bits of a base64 character; `nil` for all others.
  static func sextet(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case 0x2B, 0x2D: 62
    case 0x2F, 0x5F: 63
    default: nil
    }
  }
}

/// Undoes base64 that comes in pieces; what is no base64 character is passed over.
struct Base64Stream {
  private var bits: UInt32 = 0
  private var count = 0

  mutating func take(_ text: Span<UInt8>, into result: inout [UInt8]) {
    for index in text.indices {
      if text[index] == 0x3D {
        // The end of a group: bits left over mean nothing.
        bits = 0
        count = 0
        continue
      }
      guard let sextet = TransferDecoding.sextet(text[index]) else { continue }
      bits = bits << 6 | UInt32(sextet)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
  }
}
