/// Gathers the text between tags: blanks collapsed, references resolved.
struct HTMLText {
  private var bytes: [UInt8] = []
  private var reference: [UInt8]?
  private var line = 0
  private var offset = 0

  var count: Int { bytes.count }

  mutating func take(_ byte: UInt8, line: Int, offset: Int) {
    if var open = reference {
      if byte == 0x3B {
        reference = nil
        for resolved in HTMLReference.resolve(open) {
          takePlain(resolved, line: line, offset: offset)
        }
        return
      }
      let isPart =
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x23
      if isPart, open.count < 32 {
        open.append(byte)
        reference = open
        return
      }
      giveUpReference(line: line, offset: offset)
    }
    if byte == 0x26 {
      reference = []
      return
    }
    takePlain(byte, line: line, offset: offset)
  }

  /// Takes a byte in which nothing is to be resolved.
  mutating func takePlain(_ byte: UInt8, line: Int, offset: Int) {
    if ValueText.isBlank(byte) {
      if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      return
    }
    if bytes.isEmpty {
      self.line = line
      self.offset = offset
    }
    bytes.append(byte)
  }

  mutating func append(_ text: Span<UInt8>, line: Int, offset: Int) {
    for index in text.indices { take(text[index], line: line, offset: offset) }
  }

  mutating func append(_ text: [UInt8], line: Int, offset: Int) {
    append(text.span, line: line, offset: offset)
  }

  /// Takes back dashes at the end: those that close a comment.
  mutating func dropDashes() {
    while bytes.last == 0x2D { bytes.removeLast() }
  }

  private mutating func giveUpReference(line: Int, offset: Int) {
    guard let open = reference else { return }
    reference = nil
    takePlain(0x26, line: line, offset: offset)
    for byte in open { takePlain(byte, line: line, offset: offset) }
  }

  /// What was gathered, and where it began; `nil` when there was nothing but blanks.
  mutating func end() -> (bytes: [UInt8], line: Int, offset: Int)? {
    giveUpReference(line: line, offset: offset)
    while bytes.last == 0x20 { bytes.removeLast() }
    guard !bytes.isEmpty else { return nil }
    defer { bytes = [] }
    return (bytes, line, offset)
  }
}

/// Character references of HTML.
enum HTMLReference {
  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0x20, "yen": 0xA5,
    "copy": 0xA9, "reg": 0xAE, "middot": 0xB7, "hellip": 0x2026, "ndash": 0x2013,
    "mdash": 0x2014, "commat": 0x40, "period": 0x2E, "hyphen": 0x2010, "colon": 0x3A,
    "lpar": 0x28, "rpar": 0x29, "ensp": 0x20, "emsp": 0x3000, "shy": 0x20, "times": 0xD7,
    "plus": 0x2B, "num": 0x23, "sol": 0x2F, "lowbar": 0x5F, "minus": 0x2212,
  ]

  /// The text of a reference; one that is unknown is left as written.
  ///
  /// - Parameter name: Between `&` and `;`.
  static func resolve(_ name: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    if name.first == 0x23 {
      let isHex = name.count > 1 && name[1] | 0x20 == 0x78
      var value: UInt32 = 0
      for byte in name.dropFirst(isHex ? 2 : 1) {
        guard let digit = TransferDecoding.hex(byte), isHex || digit < 10, value < 0x110000 else {
          return [0x20]
        }
        value = value * (isHex ? 16 : 10) + UInt32(digit)
      }
      UTF8Writing.append(value == 0xA0 ? 0x20 : value, to: &result)
      return result
    }
    if let value = named[String(decoding: name, as: UTF8.self)] {
      UTF8Writing.append(value, to: &result)
      return result
    }
    return [0x26] + name + [0x3B]
  }
}
