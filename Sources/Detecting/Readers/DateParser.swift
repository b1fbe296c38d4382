/// Takes dates apart, on folded text.
enum DateParser {
  /// A date with separators or an era that begins at `start`, and the unit behind it.
  static func parse(_ text: borrowing FoldedText, _ start: Int) -> (DateReading, Int)? {
    var index = start
    if text[index] == 0x28 { index += 1 }
    // 西暦
    if text[index] == 0x897F, text[index + 1] == 0x66A6 { index += 2 }
    if let (base, length, isLetter) = era(text, index) {
      index += length
      while text[index] == 0x20 || text[index] == 0x2E || text[index] == 0x29 { index += 1 }
      return eraDate(text, index, base: base, isLetter: isLetter)
    }
    guard let (first, afterFirst) = number(text, index, most: 4) else { return nil }
    let digits = afterFirst - index
    guard let (second, afterSecond, mark) = field(text, afterFirst) else { return nil }
    guard let (third, afterThird) = number(text, afterSecond, most: 4) else { return nil }
    if digits == 4 {
      let isKanji = mark == 0x5E74
      guard afterThird - skipBlanks(text, afterSecond) <= 2 else { return nil }
      return make(
        text, first, second, third, isKanji ? .westernKanji : .western,
        isKanji ? endOfDay(text, afterThird) : afterThird)
    }
    // `4/1/1980`; with four digits at the end only.
    guard digits <= 2, afterThird - skipBlanks(text, afterSecond) == 4,
      mark == 0x2F || mark == 0x2D || mark == 0x2E
    else { return nil }
    if first > 12 { return make(text, third, second, first, .foreign, afterThird) }
    return make(text, third, first, second, .foreign, afterThird)
  }

  /// A number without separators: eight digits, an era code with six, or a day number.
  static func bare(
    _ text: borrowing FoldedText, _ start: Int, _ digits: Int, forms: DateReader.Forms
  )
    -> DateReading?
  {
    var value = 0
    guard digits <= 8 else { return nil }
    for index in start..<start + digits { value = value * 10 + Int(text[index] - 0x30) }
    let end = start + digits
    switch digits {
    case 8 where forms.contains(.compact):
      guard value / 10_000 >= 1868, value / 10_000 <= 2100 else { return nil }
      return make(text, value / 10_000, value / 100 % 100, value % 100, .compact, end)?.0
    case 7 where forms.contains(.eraCode):
      // 1 明治 3 大正 5 昭和 7 平成 9 令和 (社会保険); 1 明治 2 大正 3 昭和 4 平成 5 令和 (医療).
      let year = value / 10_000 % 100
      guard year >= 1, year <= 64 else { return nil }
      let (base, other): (Int, Int?) =
        switch value / 1_000_000 {
        case 1: (1867, nil)
        case 2: (1911, nil)
        case 3: (1911, 1925)
        case 4, 7: (1988, nil)
        case 5: (1925, 2018)
        case 9: (2018, nil)
        default: (0, nil)
        }
      let month = value / 100 % 100
      var reading = make(text, base + year, month, value % 100, .eraCode, end)?.0
      if let other {
        reading?.otherYear = make(text, other + year, month, value % 100, .eraCode, end)?.0.year
      }
      return reading
    case 4 where forms.contains(.serial), 5 where forms.contains(.serial):
      guard value >= 1, value <= 73_415 else { return nil }
      let (year, month, day) = civil(value)
      return DateReading(
        year: year, month: month, day: day, form: .serial, hasTime: false, end: text.offset(end))
    default: return nil
    }
  }

  /// Passes over a weekday, a time of day, 生 and 日.
  static func skipEnding(_ text: borrowing FoldedText, _ start: Int, _ reading: inout DateReading)
    -> Int
  {
    var index = start
    if text[index] == 0x28, text[index + 2] == 0x29 { index += 3 }
    // 生, 生まれ
    if text[index] == 0x751F {
      index += 1
      if text[index] == 0x307E, text[index + 1] == 0x308C { index += 2 }
    }
    var time = index
    if text[time] == 0x20 || text[time] == 0x74 { time += 1 }
    guard time > index, Latin.isDigit(text[time]) else { return index }
    while Latin.isDigit(text[time]) || text[time] == 0x3A || text[time] == 0x2E
      || text[time] == 0x7A
      || text[time] == 0x2B
    {
      time += 1
    }
    reading.hasTime = true
    return time
  }

  // MARK: Parts

  private static func skipBlanks(_ text: borrowing FoldedText, _ start: Int) -> Int {
    text[start] == 0x20 ? start + 1 : start
  }

  private static func number(_ text: borrowing FoldedText, _ start: Int, most: Int) -> (Int, Int)? {
    var index = skipBlanks(text, start)
    let first = index
    var value = 0
    while Latin.isDigit(text[index]) {
      guard index - first < most else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
    }
    guard index > first else { return nil }
    return (value, index)
  }

  /// A separator, the month, and the separator that fits: `/4/`, `年4月`.
  private static func field(_ text: borrowing FoldedText, _ start: Int) -> (Int, Int, UInt16)? {
    let at = skipBlanks(text, start)
    let mark = text[at]
    guard mark == 0x2F || mark == 0x2D || mark == 0x2E || mark == 0x5E74 else { return nil }
    guard let (month, end) = number(text, at + 1, most: 2) else { return nil }
    let next = skipBlanks(text, end)
    guard text[next] == (mark == 0x5E74 ? 0x6708 : mark) else { return nil }
    return (month, next + 1, mark)
  }

  private static func endOfDay(_ text: borrowing FoldedText, _ start: Int) -> Int {
    let at = skipBlanks(text, start)
    return text[at] == 0x65E5 ? at + 1 : start
  }

  /// The year before the era's first, the length of its name, and whether it is a letter.
  private static func era(_ text: borrowing FoldedText, _ start: Int) -> (Int, Int, Bool)? {
    switch (text[start], text[start + 1]) {
    case (0x660E, 0x6CBB): return (1867, 2, false)
    case (0x5927, 0x6B63): return (1911, 2, false)
    case (0x662D, 0x548C): return (1925, 2, false)
    case (0x5E73, 0x6210): return (1988, 2, false)
    case (0x4EE4, 0x548C): return (2018, 2, false)
    case (0x660E, _): return (1867, 1, true)
    case (0x5927, _): return (1911, 1, true)
    case (0x662D, _): return (1925, 1, true)
    case (0x5E73, _): return (1988, 1, true)
    case (0x4EE4, _): return (2018, 1, true)
    case (0x6D, _): return (1867, 1, true)
    case (0x74, _): return (1911, 1, true)
    case (0x73, _): return (1925, 1, true)
    case (0x68, _): return (1988, 1, true)
    case (0x72, _): return (2018, 1, true)
    default: return nil
    }
  }

  private static func eraDate(_ text: borrowing FoldedText, _ start: Int, base: Int, isLetter: Bool)
    -> (
      DateReading, Int
    )?
  {
    let form: DateReading.Form = isLetter ? .eraLetter : .eraKanji
    var year = 1
    var index = start
    if text[start] == 0x5143 {
      index += 1
    } else {
      guard let (value, end) = number(text, start, most: 6) else { return nil }
      if end - start == 6 {
        // S550401
        guard isLetter, value / 10_000 >= 1, value / 10_000 <= 64 else { return nil }
        return make(text, base + value / 10_000, value / 100 % 100, value % 100, form, end)
      }
      guard value >= 1, value <= 64, end - start <= 2 else { return nil }
      year = value
      index = end
    }
    guard let (month, afterMonth, mark) = field(text, index) else { return nil }
    guard let (day, end) = number(text, afterMonth, most: 2) else { return nil }
    return make(
      text, base + year, month, day, form, mark == 0x5E74 ? endOfDay(text, end) : end)
  }

  private static func make(
    _ text: borrowing FoldedText, _ year: Int, _ month: Int, _ day: Int, _ form: DateReading.Form,
    _ end: Int
  ) -> (DateReading, Int)? {
    guard year >= 1800, year <= 2200, month >= 1, month <= 12, day >= 1,
      day <= days(year, month)
    else { return nil }
    return (
      DateReading(
        year: year, month: month, day: day, form: form, hasTime: false, end: text.offset(end)), end
    )
  }

  static func days(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The date of a spreadsheet's day number (1 is 1899-12-31 and, by an old mistake, 60 is 1900-02-29).
  private static func civil(_ serial: Int) -> (Int, Int, Int) {
    // Days from 0000-03-01 to 1899-12-30 are 693,899.
    let days = serial + 693_899 + (serial < 60 ? 1 : 0)
    let cycle = days / 146_097
    let rest = days % 146_097
    let yearOfCycle = (rest - rest / 1_460 + rest / 36_524 - rest / 146_096) / 365
    let dayOfYear = rest - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }
}
