/// Looks at the beginning of a line of SQL.
struct SQLWords {
  private let bytes: [UInt8]

  init(_ text: Span<UInt8>) {
    var bytes: [UInt8] = []
    // To the end of the statement: a line may hold very many.
    var quote: UInt8 = 0
    for index in 0..<min(text.count, 16_384) {
      let byte = text[index]
      bytes.append(byte)
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x60 {
        quote = byte
      } else if byte == 0x3B {
        break
      }
    }
    self.bytes = bytes
  }

  /// The table of an INSERT, and the index behind its name.
  var insertTarget: (name: String, end: Int)? {
    for words in [["insert", "into"], ["insert", "ignore", "into"], ["replace", "into"]] {
      if let start = after(words), let name = name(from: start) { return name }
    }
    // SQL Server can do without INTO, and its own scripts do.
    if let start = after(["insert"]), start < bytes.count, let name = name(from: start),
      followsRows(name.end)
    {
      return name
    }
    return nil
  }

  /// Whether columns or VALUES stand behind a table's name.
  private func followsRows(_ end: Int) -> Bool {
    let rest = bytes[end...].drop { ValueText.isBlank($0) }.prefix(6)
    return rest.first == 0x28 || String(decoding: rest, as: UTF8.self).lowercased() == "values"
  }

  /// The table that is created.
  var createTarget: String? {
    for words in [["create", "table", "if", "not", "exists"], ["create", "table"]] {
      if let start = after(words), let name = name(from: start) { return name.name }
    }
    return nil
  }

  /// The table and columns of a COPY from the dump itself.
  var copyTarget: (name: String, columns: [[UInt8]])? {
    guard let start = after(["copy"]), let name = name(from: start) else { return nil }
    let rest = bytes[name.end...]
    let tail = String(decoding: rest.suffix(40), as: UTF8.self).lowercased()
    guard tail.contains("from stdin") else { return nil }
    guard let open = rest.firstIndex(of: 0x28), let close = rest[open...].firstIndex(of: 0x29)
    else { return (name.name, []) }
    let columns = rest[(open + 1)..<close].split(separator: 0x2C).map { column in
      column.filter { $0 != 0x20 && $0 != 0x22 }
    }
    return (name.name, columns.map { Array($0) })
  }

  /// The index behind some words that the line begins with.
  private func after(_ words: [String]) -> Int? {
    var index = 0
    for word in words {
      while index < bytes.count, ValueText.isBlank(bytes[index]) { index += 1 }
      for byte in word.utf8 {
        guard index < bytes.count, bytes[index] | 0x20 == byte else { return nil }
        index += 1
      }
      guard index < bytes.count, ValueText.isBlank(bytes[index]) else { return nil }
    }
    return index
  }

  /// A name with its schema, quotes removed.
  private func name(from start: Int) -> (name: String, end: Int)? {
    var index = start
    while index < bytes.count, ValueText.isBlank(bytes[index]) { index += 1 }
    var name: [UInt8] = []
    var quote: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 } else { name.append(byte) }
      } else if byte == 0x60 || byte == 0x22 {
        quote = byte
      } else if byte == 0x5B {
        quote = 0x5D
      } else if ValueText.isBlank(byte) || byte == 0x28 || byte == 0x3B {
        break
      } else {
        name.append(byte)
      }
      index += 1
    }
    return name.isEmpty ? nil : (String(decoding: name, as: UTF8.self), index)
  }
}
