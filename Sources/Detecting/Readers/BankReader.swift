import Rules

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
  package static func part(_ text: Span<UInt8>, in range: Range<Int>) -> Part? {
    guard range.count >= 3, range.count <= 90 else { return nil }
    return part(FoldedText(text, range))
  }

  /// The part that a folded cell names.
  ///
  /// - Parameter terms: What the terms of two units or more in it are used as.
  static func part(_ folded: borrowing FoldedText, terms: Terms.Kinds? = nil) -> Part? {
    let whole = folded.trimmed
    guard !folded.isCut, !whole.isEmpty else { return nil }
    if terms?.hasAny(.account) ?? true || whole.count == 1,
      folded.terms(whole).hasAny(.account)
    {
      return .accountKind
    }
    if folded.kinds(whole).hasAny(.bank) { return .bank }
    if let terms, terms.hasNone(.bank | .branch) { return nil }
    guard folded.mayEndTerm(whole.upperBound) else { return nil }
    for length in stride(from: min(8, whole.count), through: 1, by: -1) {
      let kinds = folded.terms(whole.upperBound - length..<whole.upperBound)
      if kinds.hasAny(.bank), length >= 2 { return .bank }
      // 営業部 alone is a department; 本店 alone is a branch.
      if kinds.hasAny(.branch), length >= 2,
        length < whole.count || folded[whole.upperBound - 1] == 0x5E97
      {
        return .branch
      }
    }
    return nil
  }

  /// Whether an institution has the four-digit code.
  package static func isBank(_ code: Int) -> Bool { BankCodes.contains(bank: code) }

  /// Whether the institution has a branch of the three-digit code.
  package static func isBranch(_ branch: Int, of bank: Int) -> Bool {
    BankCodes.contains(branch: branch, of: bank)
  }

  /// The account number behind `普通` or `当座` that begins at `start` of running text: four to seven digits, `No.` and colons passed over; in bytes of `text`.
  package static func account(_ text: Span<UInt8>, at start: Int, limit: Int) -> Range<Int>? {
    let folded = FoldedText(text, start..<min(limit, start + 90))
    var index = 0
    for length in stride(from: 4, through: 1, by: -1)
    where folded.terms(0..<length).hasAny(.account) {
      index = length
      break
    }
    guard index > 0 else { return nil }
    var passed = 0
    while passed < 8, !Latin.isDigit(folded[index]) {
      switch folded[index] {
      // Blank ( ) : . / - No 預金 口座 番号
      case 0x20, 0x28, 0x29, 0x3A, 0x2E, 0x2F, 0x2D, 0x6E, 0x6F, 0x9810, 0x91D1, 0x53E3, 0x5EA7,
        0x756A, 0x53F7, 0x3001:
        index += 1
        passed += 1
      default: return nil
      }
    }
    let first = index
    while Latin.isDigit(folded[index]) { index += 1 }
    guard index - first >= 4, index - first <= 7, folded[index] != 0x2D, folded[index] != 0x5186,
      !Latin.isLetter(folded[index])
    else { return nil }
    return folded.bytes(first..<index)
  }
}
