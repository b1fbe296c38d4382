/// Names of form fields as programs write them.
enum FieldName {
  /// Longest name that is looked at, in bytes.
  private static let longest = 256
  /// Beginnings that only tell what kind of field it is.
  private static let kinds: Set<String> = [
    "txt", "tbx", "tb", "inp", "hdn", "hid", "fld", "edt", "input", "field",
  ]

  /// The words of a name, `_` between them: `ctl00$Main$txtMyNumber` and `staff[0].myNumber1` are `My_Number` and `my_Number`.
  static func words(of name: [UInt8]) -> [UInt8] {
    guard name.count <= longest else { return [] }
    let parts = name.split { byte in
      byte < 0x80 && !isLatin(byte) && byte != 0x5F && byte != 0x2D && byte != 0x20
    }
    // Indices of lists name nothing.
    guard let last = parts.last(where: { !$0.allSatisfy(isDigit) }) else { return [] }
    var words: [UInt8] = []
    var before: UInt8 = 0
    for byte in last {
      if isUpper(byte), isLower(before) { words.append(0x5F) }
      words.append(byte)
      before = byte
    }
    while let last = words.last, isDigit(last) || last == 0x5F || last == 0x2D {
      words.removeLast()
    }
    if let end = words.firstIndex(of: 0x5F),
      kinds.contains(String(decoding: words[..<end], as: UTF8.self).lowercased())
    {
      words.removeFirst(end + 1)
    }
    return words
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }
  private static func isLatin(_ byte: UInt8) -> Bool {
    isUpper(byte) || isLower(byte) || isDigit(byte)
  }
}
