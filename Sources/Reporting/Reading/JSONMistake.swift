/// Where a text stops being what a reader of findings takes, and why.
package struct JSONMistake: Error, Equatable, Sendable {
  /// 1-based.
  package var line: Int
  /// Character of the line; 1-based.
  package var column: Int
  package var kind: Kind

  /// What is wrong; none of them repeats what stands there.
  package enum Kind: Error, Equatable, Sendable {
    /// Something else stands where this was due.
    case expected(Expected)
    /// The text ends within a value.
    case endsTooEarly
    case badEscape
    /// A control character within a string.
    case controlCharacter
    case notUTF8
    case badNumber
    /// Values within values, deeper than any findings document.
    case tooDeep(limit: Int)
    /// A string of more bytes than any findings document holds.
    case tooLong(limit: Int)
    /// One file's entry of more values than a reader keeps.
    case tooMany(limit: Int)
    /// JSON, but not the format that `scan` writes.
    case notFindings
    /// A stream whose last record is missing.
    case noEnd
  }

  /// What was due.
  package enum Expected: Equatable, Sendable {
    case value, key, colon, commaOrEnd
  }
}
