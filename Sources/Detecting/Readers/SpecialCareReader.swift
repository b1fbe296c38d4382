import Rules

/// Finds special-care vocabulary in a cell or a line.
package enum SpecialCareReader {
  /// The first hit that is not denied; else the first that is; `nil` when there is none.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> SpecialCareHit? {
    var found: SpecialCareHit?
    each(text, range) { prefer($0, to: &found) }
    return found
  }

  /// Reads a folded cell that was not cut.
  static func read(_ text: borrowing FoldedText) -> SpecialCareHit? {
    var found: SpecialCareHit?
    _ = each(text, upTo: text.count) { prefer($0, to: &found) }
    return found
  }

  /// Keeps the hit that says more; whether a later one could say still more.
  private static func prefer(_ hit: SpecialCareHit, to found: inout SpecialCareHit?) -> Bool {
    if let old = found {
      guard old.isNegated && !hit.isNegated || old.isFieldName && !hit.isFieldName && !hit.isNegated
      else { return true }
    }
    found = hit
    return hit.isNegated || hit.isFieldName
  }

  /// Appends all hits of a line, in order, longest word at each place.
  package static func hits(
    in text: Span<UInt8>, line: Range<Int>, into hits: inout [SpecialCareHit]
  ) {
    each(text, line) { hit in
      hits.append(hit)
      return true
    }
  }

  /// Whether the cell only says that there is nothing: `なし`, `無`, `特になし`, `-`.
  package static func isNothing(_ text: Span<UInt8>, in range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    return isNothing(FoldedText(text, range))
  }

  /// Whether a folded cell only says that there is nothing.
  ///
  /// - Parameter terms: What the terms of two units or more in it are used as.
  static func isNothing(_ folded: borrowing FoldedText, terms: Terms.Kinds? = nil) -> Bool {
    guard !folded.isCut else { return false }
    var whole = folded.trimmed
    while whole.count > 1,
      folded[whole.upperBound - 1] == 0x3002 || folded[whole.upperBound - 1] == 0x29
    { whole = whole.lowerBound..<whole.upperBound - 1 }
    while whole.count > 1, folded[whole.lowerBound] == 0x28 {
      whole = whole.lowerBound + 1..<whole.upperBound
    }
    if let terms, whole.count >= 2, terms.hasNone(.negation) { return false }
    return whole.isEmpty || folded.terms(whole).hasAny(.negation)
  }

  /// The most bytes of a cell that is a grade: `1種2級`, `身体・知的`.
  static let longestGrade = 16

  /// Whether a folded cell is a kind or grade of disability and nothing else; both are words of other fields as well.
  ///
  /// - Source: 身体障害者福祉法施行規則 別表第5号 (1級 to 7級); 精神保健福祉法施行令 第6条 (1級 to 3級).
  static func isGrade(_ folded: borrowing FoldedText) -> Bool {
    var whole = folded.trimmed
    // 第 before and 種 behind the first number: 第1種2級.
    if whole.count >= 3, folded[whole.lowerBound] == 0x7B2C {
      whole = whole.lowerBound + 1..<whole.upperBound
    }
    if whole.count == 4, Latin.isDigit(folded[whole.lowerBound]),
      folded[whole.lowerBound + 1] == 0x7A2E
    {
      whole = whole.lowerBound + 2..<whole.upperBound
    }
    guard whole.count >= 2 else { return false }
    let first = folded[whole.lowerBound]
    let second = folded[whole.lowerBound + 1]
    if whole.count == 2, second == 0x7D1A { return first >= 0x31 && first <= 0x37 }
    // 身体 知的 精神
    let isKind =
      first == 0x8EAB && second == 0x4F53 || first == 0x77E5 && second == 0x7684
      || first == 0x7CBE && second == 0x795E
    return isKind
      && (whole.count == 2 || whole.count == 5 && !Kanji.isKanji(folded[whole.lowerBound + 2]))
  }
}
