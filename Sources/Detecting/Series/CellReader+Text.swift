import Rules

/// Cells of words: names, addresses, dates and the rest of what is not one number.
extension CellReader {
  func readLatin(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ shape: CellShape, _ wanted: Wanted,
    _ reading: inout CellReading
  ) {
    if shape.letters > 0, shape.digits >= 7 {
      matchExpressions(text, start, end, &reading)
    }
    if shape.digits > 0, ScientificNumber.digits(text, start, end) != nil {
      set(.damagedNumber, &reading)
      return
    }
    // One folding serves all readers of words.
    let cell = FoldedText(text, start..<end, in: &room)
    readLatin(cell, text, start, end, shape, wanted, &reading)
    room = cell.room()
  }

  private func readLatin(
    _ cell: borrowing FoldedText, _ text: Span<UInt8>, _ start: Int, _ end: Int,
    _ shape: CellShape, _ wanted: Wanted, _ reading: inout CellReading
  ) {
    let length = end - start
    if shape.digits > 0 {
      if readDateOrPhone(cell, length, wanted, &reading) { return }
      if let address = IPAddressReader.read(cell, bytes: length) {
        set(
          address.scope == .global && !address.looksLikeVersion ? .ipAddress : .reservedIP, &reading
        )
        return
      }
    }
    if length <= 24, SexReader.read(cell) != nil {
      set(length == 1 ? .sexLetter : .sex, &reading)
    }
    // Words of organisations have three letters and more.
    guard shape.digits == 0, length >= 3,
      wanted.contains(.names) || wanted.contains(.organisations)
    else { return }
    let words = OrganisationWords(cell, cell.trimmed)
    if wanted.contains(.names), length <= 48, shape.letters >= 3,
      NameReader.mayBeName(text, start..<end)
    {
      setName(NameReader.read(cell, organisation: words), &reading)
    }
    if wanted.contains(.organisations) {
      let company = CompanyReader.read(words)
      if company.strength >= 2 || company.isDepartment { set(.organisation, &reading) }
    }
  }

  func readJapanese(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ shape: CellShape, _ wanted: Wanted,
    _ reading: inout CellReading
  ) {
    // One folding serves all readers of words.
    let cell = FoldedText(text, start..<end, in: &room)
    readJapanese(cell, text, start, end, shape, wanted, &reading)
    room = cell.room()
  }

  private func readJapanese(
    _ cell: borrowing FoldedText, _ text: Span<UInt8>, _ start: Int, _ end: Int,
    _ shape: CellShape, _ wanted: Wanted, _ reading: inout CellReading
  ) {
    if shape.mayHoldDigits {
      if readDateOrPhone(cell, end - start, wanted, &reading) { return }
      if let code = PostalCodeReader.read(cell, bytes: end - start) {
        setPostal(code, &reading)
        return
      }
      if wanted.contains(.vehicles), VehicleReader.read(cell, bytes: end - start) {
        set(.vehicle, &reading)
        return
      }
      // Identifiers in Japanese cells: letters and digits, perhaps in full width.
      if shape.letters > 0 && shape.digits >= 7 || shape.hasWideLetters {
        matchExpressions(text, start, end, &reading)
      }
    }
    if cell.isCut {
      // Too long for a name or an address; what it says is read as text.
      if wanted.contains(.specialCare), let hit = SpecialCareReader.read(text, in: start..<end) {
        set(hit.isNegated ? .negation : hit.isFieldName ? .specialField : .specialCare, &reading)
      }
      return
    }
    if end - start <= 12, SexReader.read(cell) != nil {
      set(.sex, &reading)
      return
    }
    // One look for words serves them as well: which kinds of words there are says what is worth looking for.
    let words = OrganisationWords(cell, cell.trimmed)
    var isOrganisation = false
    if wanted.contains(.organisations) {
      let company = CompanyReader.read(words)
      if company.strength >= 2 || company.isDepartment {
        isOrganisation = true
        set(.organisation, &reading)
        if company.strength >= 3 { set(.legalForm, &reading) }
      }
      if company.isSoleProprietor { set(.soleProprietor, &reading) }
    }
    if wanted.contains(.banks), let part = BankReader.part(cell, terms: words.all) {
      set(part == .accountKind ? .accountKind : .bankWord, &reading)
    }
    if wanted.contains(.names), !shape.mayHoldDigits, end - start <= 90 {
      let name = NameReader.read(cell, organisation: words)
      if name.isOrganisation, !isOrganisation { set(.organisation, &reading) }
      setName(name, &reading)
    }
    if wanted.contains(.addresses), end - start >= 6 {
      let address = AddressReader.read(cell, hasBuilding: words.all.hasAny(.building))
      // 転居先は東京都…: what looks like the name of a town is the beginning of a sentence.
      if address.strength == 3
        || address.strength == 2 && !address.parts.isDisjoint(with: [.prefecture, .municipality])
        || !holdsAddress(cell, text, start..<end, shape)
      {
        setAddress(address, &reading)
        if address.strength == 3, namesAddressee(text, address.range.upperBound..<end) {
          reading.isProse = true
        }
      } else {
        reading.isProse = true
      }
    }
    if wanted.contains(.specialCare) {
      if SpecialCareReader.isNothing(cell, terms: words.all) {
        set(.negation, &reading)
      } else if words.all.care > 0, let hit = SpecialCareReader.read(cell) {
        set(hit.isNegated ? .negation : hit.isFieldName ? .specialField : .specialCare, &reading)
      } else if end - start <= SpecialCareReader.longestGrade, SpecialCareReader.isGrade(cell) {
        set(.careGrade, &reading)
      }
    }
  }

  /// Bytes of the shortest address among other words: 津市丸1 and a word.
  private static let shortestAddress = 18

  /// Whether an address stands among other words: 転居予定 東京都千代田区丸の内1-1-1 へ.
  private func holdsAddress(
    _ cell: borrowing FoldedText, _ text: Span<UInt8>, _ range: Range<Int>, _ shape: CellShape
  ) -> Bool {
    shape.mayHoldDigits && range.count >= Self.shortestAddress
      && TextGate.municipality(text, from: range.lowerBound, range.upperBound) != nil
      && AddressReader.holdsAddress(behindStartOf: cell)
  }

  private func setName(_ name: NameReading, _ reading: inout CellReading) {
    guard !name.isOrganisation else { return }
    switch name.strength {
    case 3: set(.fullName, &reading)
    case 2: set(.likelyName, &reading)
    case 1: set(.singleName, &reading)
    default: if name.hasNameShape { set(.unknownName, &reading) }
    }
    if name.isFamilyOnly { set(.familyName, &reading) }
    if name.isGivenOnly { set(.givenName, &reading) }
  }

  /// Whether somebody is addressed behind an address, or can be called: `…1-2-3 佐藤様 TEL 03-…`.
  private func namesAddressee(_ text: Span<UInt8>, _ rest: Range<Int>) -> Bool {
    var digits = 0
    for index in rest {
      let byte = text[index]
      if byte &- 0x30 <= 9 { digits += 1 }
      // 様 is E6 A7 98.
      if byte == 0x40 || digits >= 9
        || byte == 0x98 && index >= rest.lowerBound + 2 && text[index - 1] == 0xA7
          && text[index - 2] == 0xE6
      {
        return true
      }
    }
    return false
  }

  private func setAddress(_ address: AddressReading, _ reading: inout CellReading) {
    guard address.strength > 0 else { return }
    if address.strength >= 2 {
      set(address.strength == 3 ? .address : .likelyAddress, &reading)
      return
    }
    if address.parts == .prefecture {
      set(.prefecture, &reading)
    } else if address.parts.contains(.municipality) {
      set(.municipality, &reading)
    }
    set(.addressPart, &reading)
  }

  /// Whether the cell is a date or a telephone number in words and marks.
  private func readDateOrPhone(
    _ cell: borrowing FoldedText, _ bytes: Int, _ wanted: Wanted, _ reading: inout CellReading
  ) -> Bool {
    if wanted.contains(.dates), let date = DateReader.read(cell, bytes: bytes) {
      setDate(date, &reading)
      return true
    }
    if let phone = PhoneReader.read(cell, bytes: bytes) {
      setPhone(phone, &reading)
      return true
    }
    return false
  }
}
