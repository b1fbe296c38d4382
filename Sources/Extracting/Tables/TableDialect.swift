/// How a delimited table is written.
struct TableDialect: Sendable, Equatable {
  /// Comma, tab, semicolon or bar.
  var delimiter: UInt8
  /// Whether a `sep=` line stands first, which is no record.
  var hasSeparatorLine = false

  static let delimiters: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]
}
