/// How a delimited table is written.
struct TableDialect: Sendable, Equatable {
  /// Comma, tab, semicolon or bar, or one of ``rareDelimiters``.
  var delimiter: UInt8
  /// Whether a `sep=` line stands first, which is no record.
  var hasSeparatorLine = false

  /// Whether cells stand in quotes other than `"`; a delimiter within them parts the cell.
  var isWrapped = false

  static let delimiters: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]
  /// `^`, `~`, U+0001 and U+001F, as hosts and databases write them; asked for where none of the others makes a table.
  static let rareDelimiters: [UInt8] = [0x5E, 0x7E, 0x01, 0x1F]
}
