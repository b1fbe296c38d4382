/// Reads the parts of a bank account.
package enum BankReader {
  /// How far a cell reads as the name of a bank or branch.
  package enum Part: UInt8, Sendable, Equatable {
    /// `みずほ銀行`, `○○信用金庫`.
    case bank
    /// `新宿支店`, `本店営業部`, `出張所`.
    case branch
    /// `普通`, `当座`, `貯蓄`.
    case accountKind
  }

  /// The part that a whole cell names.
  package static func part(_ text: Span<UInt8>, in range: Range<Int>) -> Part? { nil }

  /// Whether an institution has the four-digit code.
  package static func isBank(_ code: Int) -> Bool { false }

  /// Whether the institution has a branch of the three-digit code.
  package static func isBranch(_ branch: Int, of bank: Int) -> Bool { false }

  /// The account number behind `普通` or `当座` that begins at `start` of running text: four to seven digits, `No.` and colons passed over; in bytes of `text`.
  package static func account(_ text: Span<UInt8>, at start: Int, limit: Int) -> Range<Int>? { nil }
}
