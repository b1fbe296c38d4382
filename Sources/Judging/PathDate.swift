internal import YAMLTree

/// Finds the date that a path names: `2019年度`, `20190401`, `H31`, `令和元年5月`.
enum PathDate {
  /// The last day of the time that the path names; `nil` when it names none.
  ///
  /// The name nearest to the file decides, within it the last date.
  ///
  /// - Parameter path: Names separated by `/`, as the file system holds them.
  static func lastDay(of path: [UInt8]) -> CivilDate? {
    for name in path.split(separator: UInt8(ascii: "/")).reversed() {
      let scalars = Array(
        String(decoding: Words.folded(Array(name)), as: UTF8.self).unicodeScalars)
      if let date = lastDay(inName: scalars) { return date }
    }
    return nil
  }

  private static func lastDay(inName name: [Unicode.Scalar]) -> CivilDate? {
    var result: CivilDate?
    var index = 0
    while index < name.count {
      if let (date, end) = date(in: name, at: index) {
        result = date
        index = end
      } else if digit(name[index]) != nil {
        // A run of digits that is no date is passed over whole, so that no date is read out of its middle.
        while index < name.count, digit(name[index]) != nil { index += 1 }
      } else {
        index += 1
      }
    }
    return result
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    (0x30...0x39).contains(scalar.value) ? Int(scalar.value) - 0x30 : nil
  }

  private static func number(_ name: [Unicode.Scalar], _ index: inout Int, digits: ClosedRange<Int>)
    -> Int?
  {
    var value = 0
    var end = index
    while end < name.count, let next = digit(name[end]), end - index < 9 {
      value = value * 10 + next
      end += 1
    }
    guard digits.contains(end - index) else { return nil }
    index = end
    return value
  }

  private static func date(in name: [Unicode.Scalar], at start: Int) -> (CivilDate, Int)? {
    var index = start
    if let year = eraYear(name, &index) {
      return completed(year: year, name, index)
    }
    index = start
    if let packed = number(name, &index, digits: 8...8),
      let date = CivilDate(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100),
      isPlausible(date.year)
    {
      return (date, index)
    }
    index = start
    if let packed = number(name, &index, digits: 6...6), isPlausible(packed / 100),
      let date = monthEnd(packed / 100, packed % 100)
    {
      return (date, index)
    }
    index = start
    if let year = number(name, &index, digits: 4...4), isPlausible(year) {
      return completed(year: year, name, index)
    }
    return nil
  }

  /// The years that business files speak of.
  private static func isPlausible(_ year: Int) -> Bool { (1950...2099).contains(year) }

  /// `令和元年`, `令和5`, `r05`, `h31`, `s64`: the year of the common era.
  private static func eraYear(_ name: [Unicode.Scalar], _ index: inout Int) -> Int? {
    let eras: [(spelling: [Unicode.Scalar], before: Int)] = [
      (Array("令和".unicodeScalars), 2018), (Array("平成".unicodeScalars), 1988),
      (Array("昭和".unicodeScalars), 1925), (["r"], 2018), (["h"], 1988), (["s"], 1925),
    ]
    for (spelling, before) in eras where name[index...].starts(with: spelling) {
      var position = index + spelling.count
      if spelling.count == 1, index > 0, name[index - 1].properties.isAlphabetic,
        name[index - 1].isASCII
      {
        return nil
      }
      if position < name.count, name[position] == "元" {
        index = position + 1
        return before + 1
      }
      guard let year = number(name, &position, digits: 1...2), year > 0, year <= 64 else {
        return nil
      }
      index = position
      return before + year
    }
    return nil
  }

  /// Reads what follows a year: `年度`, a month, a day; the last day of what stands there.
  private static func completed(year: Int, _ name: [Unicode.Scalar], _ start: Int)
    -> (CivilDate, Int)?
  {
    guard let yearEnd = CivilDate(year: year, month: 12, day: 31) else { return nil }
    var index = start
    if name[index...].starts(with: ["年", "度"]) || name[index...].starts(with: ["f", "y"]) {
      // A fiscal year ends on 31 March of the next.
      return CivilDate(year: year + 1, month: 3, day: 31).map { ($0, index + 2) }
    }
    guard index < name.count, ["年", "-", "_", ".", "/"].contains(name[index]) else {
      return (yearEnd, start)
    }
    index += 1
    let afterYear = name[index - 1] == "年" ? index : start
    guard let month = number(name, &index, digits: 1...2), let end = monthEnd(year, month) else {
      return (yearEnd, afterYear)
    }
    let afterMonth = index
    if index < name.count, ["月", "-", "_", ".", "/"].contains(name[index]) {
      index += 1
      let isMonthMark = name[index - 1] == "月"
      if let day = number(name, &index, digits: 1...2),
        let date = CivilDate(year: year, month: month, day: day)
      {
        return (date, index < name.count && name[index] == "日" ? index + 1 : index)
      }
      return (end, isMonthMark ? afterMonth + 1 : afterMonth)
    }
    return (end, afterMonth)
  }

  private static func monthEnd(_ year: Int, _ month: Int) -> CivilDate? {
    guard (1...12).contains(month) else { return nil }
    return CivilDate(year: year, month: month, day: CivilDate.days(in: month, of: year))
  }
}
