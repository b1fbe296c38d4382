import Rules

/// How far a cell reads as the name of an organisation.
package struct CompanyReading: Sendable, Equatable {
  /// 3 a legal form (株式会社, (有)) or official body; 2 a word of organisations (支店, 工業, 病院); 0 neither.
  package var strength: UInt8 = 0
  /// Whether the organisation may be one person: 屋号, a profession's office, a clinic with a name.
  package var isSoleProprietor = false
  /// Whether it is a part of an organisation: 営業部, 人事課.
  package var isDepartment = false

  package init() {}
}

/// Reads a cell as the name of a company, public body or department.
package enum CompanyReader {
  /// Reads a whole cell.
  package static func read(_ text: Span<UInt8>, in range: Range<Int>) -> CompanyReading {
    var reading = CompanyReading()
    guard range.count >= 3, range.count <= 240 else { return reading }
    let folded = FoldedText(text, range)
    let whole = folded.trimmed
    var hasForm = false
    var start = whole.lowerBound
    while start < whole.upperBound {
      var hash = WordTable.mix(WordTable.mix(WordTable.seed, folded[start]), folded[start + 1])
      guard Terms.mayBegin(hash) else {
        start += 1
        continue
      }
      let longest = min(Terms.longest, whole.upperBound - start)
      var length = 2
      while length <= longest {
        if length > 2 { hash = WordTable.mix(hash, folded[start + length - 1]) }
        let kinds = Terms.kinds(hash)
        let end = start + length
        if kinds.hasAny(.legalForm) { hasForm = true }
        let isEnd = end == whole.upperBound || folded[end] == 0x20 || folded[end] == 0x28
        if kinds.hasAny(.organisation | .bank | .branch), isEnd {
          reading.strength = max(reading.strength, 2)
        }
        if kinds.hasAny(.department), isEnd {
          reading.isDepartment = true
          reading.strength = max(reading.strength, 2)
        }
        if kinds.hasAny(.sole), end == whole.upperBound, start > whole.lowerBound {
          reading.isSoleProprietor = true
          reading.strength = max(reading.strength, 2)
        }
        length += 1
      }
      start += 1
    }
    if hasForm {
      reading.strength = 3
      reading.isSoleProprietor = false
    } else if reading.strength == 0, NameReader.isOrganisation(folded, whole) {
      reading.strength = 2
    }
    return reading
  }
}
