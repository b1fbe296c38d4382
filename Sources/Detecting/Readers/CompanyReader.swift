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
    guard range.count >= 3, range.count <= 240 else { return CompanyReading() }
    let folded = FoldedText(text, range)
    return read(OrganisationWords(folded, folded.trimmed))
  }

  /// What the words of organisations in a whole cell make of it.
  static func read(_ words: OrganisationWords) -> CompanyReading {
    var reading = CompanyReading()
    reading.isDepartment = words.hasDepartment
    if words.hasLegalForm {
      reading.strength = 3
    } else {
      reading.isSoleProprietor = words.hasSole
      if words.hasOrganisation || words.hasDepartment || words.hasSole || words.isOrganisation {
        reading.strength = 2
      }
    }
    return reading
  }
}
