import Inventory
import Rules

/// Cells of digits: what each number can be, and what only looks like one.
extension CellReader {
  func readNumber(
    _ run: DigitRun, _ text: Span<UInt8>, _ start: Int, _ end: Int, _ reading: inout CellReading
  ) {
    let count = run.count
    reading.digits = count
    let value = run.value
    reading.value = value
    set(.number, &reading)
    let isDecimal = run.groupCount == 2 && count < 9 && run.marks.contains(.dot)
    if isDecimal { set(.decimal, &reading) }
    if count < 4 || isDecimal {
      if count == 1 { set(.sexDigit, &reading) }
      if run.groupCount != 3 { return }
    }
    if index.dummies.contains(run, value: value) { set(.dummy, &reading) }
    let groups = KindTest.groups(of: run)
    let tests = index.tests[min(count, 31)]
    for position in tests.indices {
      let test = tests[position]
      guard test.allows(groups) else { continue }
      if let check = test.check, !run.passes(check) { continue }
      reading.set(test.signal)
      if test.isUsual(groups) { reading.set(test.groupedSignal) }
      if test.isMyNumber, run.digits[count - 1] == 0 { set(.passEndingInZero, &reading) }
    }
    readPadded(run, &reading)
    readLookAlikes(run, value, &reading)
    readContacts(run, groups, text, start, end, &reading)
  }

  /// Phones, postal codes and dates: the usual ways of writing at once, all others by their readers.
  private func readContacts(
    _ run: DigitRun, _ groups: UInt64, _ text: Span<UInt8>, _ start: Int, _ end: Int,
    _ reading: inout CellReading
  ) {
    let count = run.count
    if count == 11, run.digits[0] == 0, run.digits[2] == 0, run.digits[1] >= 6, run.digits[3] != 0,
      groups == 0 || groups == 0x344
    {
      set(groups == 0 ? .bareMobile : .mobilePhone, &reading)
      return
    }
    if count >= 9, count <= 14,
      run.digits[0] == 0 || count <= 10 || run.digits[0] == 8 && run.digits[1] == 1
    {
      if let phone = PhoneReader.read(text, in: start..<end) { setPhone(phone, &reading) }
    }
    if count == 7, groups == 0 || groups == 0x34, !run.marks.contains(.dot) {
      // Seven digits that end in 0000 are amounts rather than the few codes of whole towns.
      if groups == 0x34 || run.value % 10_000 != 0, PostalCodes.contains(Int(run.value)) {
        set(.listedPostalCode, &reading)
      }
      set(groups == 0x34 ? .postalCode : .barePostalCode, &reading)
    } else if count == 6, groups == 0 {
      if PostalCodes.contains(Int(run.value)) { set(.damagedPostal, &reading) }
    } else if count == 7 || count == 6 {
      if let code = PostalCodeReader.read(text, in: start..<end) { setPostal(code, &reading) }
    }
    if count == 7, groups == 0x34 { return }
    if groups == 0x422 || groups == 0x411 || groups == 0x412 || groups == 0x421 {
      readDate(run, &reading)
    } else if groups == 0 {
      readBareDate(run, &reading)
    } else if count <= 8, count >= 5 || run.groupCount == 3 {
      if let date = DateReader.read(text, in: start..<end, forms: .all) {
        setDate(date, &reading)
      }
    }
  }

  /// Bare digits that can be a date: YYYYMMDD, an era digit with YYMMDD, a spreadsheet's day number.
  private func readBareDate(_ run: DigitRun, _ reading: inout CellReading) {
    func number(_ start: Int, _ count: Int) -> Int {
      (start..<(start + count)).reduce(0) { $0 * 10 + Int(run.digits[$1]) }
    }
    switch run.count {
    case 8:
      let year = number(0, 4)
      let month = number(4, 2)
      let day = number(6, 2)
      guard year >= 1868, year <= 2150, month >= 1, month <= 12, day >= 1,
        day <= DigitDates.days(month, year)
      else { return }
      set(.compactDate, &reading)
      setYear(year, month, day, &reading)
    case 7:
      // 1 明治 … 9 令和; the year of an era is at most 64.
      let year = number(1, 2)
      let month = number(3, 2)
      let day = number(5, 2)
      guard run.digits[0] >= 1, run.digits[0] <= 9, year >= 1, year <= 64, month >= 1, month <= 12,
        day >= 1, day <= 31
      else { return }
      set(.eraCodeDate, &reading)
    case 5:
      // 1900-02 to 2064: days since 1899-12-30.
      let days = number(0, 5)
      if days >= 32, days <= 60_000 { set(.serialDate, &reading) }
    default: return
    }
  }

  /// Year, month and day with dashes, dots or blanks between them.
  private func readDate(_ run: DigitRun, _ reading: inout CellReading) {
    func number(_ start: Int, _ count: Int) -> Int {
      (start..<(start + count)).reduce(0) { $0 * 10 + Int(run.digits[$1]) }
    }
    let monthDigits = Int(run.groups[1])
    let year = number(0, 4)
    let month = number(4, monthDigits)
    let day = number(4 + monthDigits, Int(run.groups[2]))
    guard year >= 1868, year <= 2150, month >= 1, month <= 12, day >= 1,
      day <= DigitDates.days(month, year)
    else { return }
    set(.date, &reading)
    setYear(year, month, day, &reading)
  }

  /// My Numbers whose leading zeros a spreadsheet dropped: the check with the zeros put back.
  private func readPadded(_ run: DigitRun, _ reading: inout CellReading) {
    guard run.groupCount == 1, run.count == 11 || run.count == 10,
      let padded = run.leftPadded(to: 12), padded.passes(.myNumber)
    else { return }
    set(run.count == 11 ? .paddedEleven : .paddedTen, &reading)
    if run.digits[run.count - 1] == 0 { set(.paddedEndingInZero, &reading) }
  }

  /// Numbers that only look like identifiers: stamps, dated numbers, international phone numbers.
  private func readLookAlikes(_ run: DigitRun, _ value: UInt64, _ reading: inout CellReading) {
    guard run.groupCount == 1 else { return }
    switch run.count {
    case 12:
      if DigitDates.isStamp(run, withSeconds: false) { set(.stampDigits, &reading) }
      if DigitDates.isDate(run) { set(.datedDigits, &reading) }
      if DigitDates.isInternationalMobile(run) { set(.internationalPhone, &reading) }
    case 14:
      if DigitDates.isStamp(run, withSeconds: true) { set(.stampDigits, &reading) }
      if DigitDates.isDate(run) { set(.datedDigits, &reading) }
    case 13:
      // 2001...2033 in milliseconds since 1970.
      if value > 1_000_000_000_000, value < 2_000_000_000_000 { set(.epochDigits, &reading) }
      if DigitDates.isDate(run) { set(.datedDigits, &reading) }
    case 10:
      if value > 1_000_000_000, value < 2_000_000_000 { set(.epochDigits, &reading) }
      if DigitDates.isDate(run) { set(.datedDigits, &reading) }
    case 11:
      if DigitDates.isDate(run) {
        set(.datedDigits, &reading)
      } else if EmploymentOffice.code(of: value, digits: 11) != nil {
        set(.officeDigits, &reading)
      }
    default: break
    }
  }

  func setPhone(_ phone: PhoneReading, _ reading: inout CellReading) {
    let formatted = phone.hasSeparators || phone.isInternational
    switch phone.kind {
    case .service, .machine: set(.servicePhone, &reading)
    case .mobile, .ip:
      set(phone.isDamaged ? .phoneWithoutZero : formatted ? .mobilePhone : .bareMobile, &reading)
    case .fixed:
      if phone.isDamaged {
        set(.phoneWithoutZero, &reading)
      } else {
        set(formatted && phone.isAssigned ? .fixedPhone : .bareFixed, &reading)
      }
    }
  }

  func setPostal(_ code: PostalCodeReading, _ reading: inout CellReading) {
    if code.isDamaged {
      set(.damagedPostal, &reading)
      return
    }
    if code.isListed { set(.listedPostalCode, &reading) }
    set(code.hasDash || code.hasMark ? .postalCode : .barePostalCode, &reading)
  }

  func setDate(_ date: DateReading, _ reading: inout CellReading) {
    switch date.form {
    case .serial: set(.serialDate, &reading)
    case .eraCode: set(.eraCodeDate, &reading)
    case .compact: set(.compactDate, &reading)
    case .eraKanji, .eraLetter: set(.eraDate, &reading)
    default: set(.date, &reading)
    }
    if date.hasTime { set(.dateWithTime, &reading) }
    setYear(date.year, date.month, date.day, &reading)
  }

  private func setYear(_ year: Int, _ month: Int, _ day: Int, _ reading: inout CellReading) {
    guard year >= 1900, year <= 2100 else { return }
    if year < 1990 { set(.yearBefore1990, &reading) }
    if year >= 2009 { set(.yearFrom2009, &reading) }
    if month == 4, day == 1 { set(.firstOfApril, &reading) }
  }
}
