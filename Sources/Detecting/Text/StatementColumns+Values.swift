extension StatementColumns {
  /// Whether a name is a whole value in quotes of a statement for a database: `INSERT INTO … VALUES (1, '…')`.
  static func writes(
    _ text: Span<UInt8>, _ name: Range<Int>, in line: Range<Int>
  ) -> Bool {
    guard name.lowerBound > line.lowerBound, name.upperBound < line.upperBound,
      text[name.lowerBound - 1] == 0x27, text[name.upperBound] == 0x27
    else { return false }
    for index in line.lowerBound..<name.lowerBound where text[index] | 0x20 >= 0x69 {
      if statements.contains(where: { isWord($0, text, index, name.lowerBound) }) {
        return true
      }
    }
    return false
  }

  private static let statements = ["insert into ", "update ", "values", "where "].map {
    Array($0.utf8)
  }
}
