import Inventory
import Rules

extension SettledReader {
  /// Counts the cells of a column for as long as they are of the usual shape, without keeping a place of any.
  ///
  /// Only for series that count distinct values no more; a cell that still needs a place ends the walk.
  ///
  /// - Parameters:
  ///   - start: Index of the first record to look at.
  ///   - samples: Cells until one is to be read in full; counted down by kinds that go by shape.
  /// - Returns: Index of the record whose cell is to be read in full, or the end of the run.
  func count(
    _ text: Span<UInt8>, _ run: ColumnRun, from start: Int, _ cells: Span<RowBlock.Cell>,
    _ rows: Span<RowBlock.Row>, samples: inout Int, into tally: inout SeriesTally
  ) -> Int {
    switch kind {
    case .names:
      return countShapes(text, run, from: start, cells, rows, &samples, .fullName, &tally) {
        isName(text, $0, $1)
      }
    case .addresses:
      return countShapes(text, run, from: start, cells, rows, &samples, .address, &tally) {
        isAddress(text, $0, $1)
      }
    case .mails:
      return countShapes(text, run, from: start, cells, rows, &samples, .email, &tally) {
        isMail(text, $0, $1)
      }
    case .dates: return countDates(text, run, from: start, cells, rows, &tally)
    case .mobiles:
      return countNumbers(text, run, from: start, cells, rows, .mobilePhone, 11, &tally) {
        mobile(text, $0, $1)
      }
    case .postalCodes: return countPostalCodes(text, run, from: start, cells, rows, &tally)
    case .myNumbers: return countMyNumbers(text, run, from: start, cells, rows, &tally)
    case .shortNumbers: return countShortNumbers(text, run, from: start, cells, rows, &tally)
    }
  }

  private func number(of signal: TextSignal) -> Int { base + signal.rawValue }

  @inline(__always)
  private func countShapes(
    _ text: Span<UInt8>, _ run: ColumnRun, from start: Int, _ cells: Span<RowBlock.Cell>,
    _ rows: Span<RowBlock.Row>, _ samples: inout Int, _ signal: TextSignal,
    _ tally: inout SeriesTally, fits: (Int, Int) -> Bool
  ) -> Int {
    guard tally.hasPlaces(number(of: signal)) else { return start }
    let walked = run.walk(text, from: start, cells, rows, samples: &samples, read: fits)
    tally.add(number(of: signal), cells: walked.filled)
    return finish(walked, &tally)
  }

  private func countDates(
    _ text: Span<UInt8>, _ run: ColumnRun, from start: Int, _ cells: Span<RowBlock.Cell>,
    _ rows: Span<RowBlock.Row>, _ tally: inout SeriesTally
  ) -> Int {
    guard tally.hasPlaces(number(of: .date)) else { return start }
    let mayBeNumber = tally.hasPlaces(number(of: .number))
    let mayBeOld = tally.hasPlaces(number(of: .yearBefore1990))
    let mayBeNew = tally.hasPlaces(number(of: .yearFrom2009))
    let mayBeApril = tally.hasPlaces(number(of: .firstOfApril))
    var numbers = 0
    var old = 0
    var new = 0
    var april = 0
    var samples = Int.max
    let walked = run.walk(text, from: start, cells, rows, samples: &samples) {
      guard let date = plainDate(text, $0, $1), mayBeNumber || !date.isNumber,
        mayBeOld || !date.isBefore1990, mayBeNew || !date.isFrom2009,
        mayBeApril || !date.isFirstOfApril
      else { return false }
      if date.isNumber { numbers &+= 1 }
      if date.isBefore1990 { old &+= 1 }
      if date.isFrom2009 { new &+= 1 }
      if date.isFirstOfApril { april &+= 1 }
      return true
    }
    tally.add(number(of: .date), cells: walked.filled)
    tally.add(number(of: .number), cells: numbers)
    tally.add(number(of: .yearBefore1990), cells: old)
    tally.add(number(of: .yearFrom2009), cells: new)
    tally.add(number(of: .firstOfApril), cells: april)
    return finish(walked, &tally)
  }

  @inline(__always)
  private func countNumbers(
    _ text: Span<UInt8>, _ run: ColumnRun, from start: Int, _ cells: Span<RowBlock.Cell>,
    _ rows: Span<RowBlock.Row>, _ signal: TextSignal, _ digits: Int, _ tally: inout SeriesTally,
    value: (Int, Int) -> UInt64?
  ) -> Int {
    guard tally.hasPlaces(number(of: signal)), tally.hasPlaces(number(of: .number)) else {
      return start
    }
    var samples = Int.max
    let walked = run.walk(text, from: start, cells, rows, samples: &samples) {
      guard let value = value($0, $1) else { return false }
      tally.addValue(value, digits: digits)
      return true
    }
    tally.add(number(of: signal), cells: walked.filled)
    tally.add(number(of: .number), cells: walked.filled)
    tally.addLength(digits, cells: walked.filled)
    return finish(walked, &tally)
  }

  private func countPostalCodes(
    _ text: Span<UInt8>, _ run: ColumnRun, from start: Int, _ cells: Span<RowBlock.Cell>,
    _ rows: Span<RowBlock.Row>, _ tally: inout SeriesTally
  ) -> Int {
    let mayBeListed = tally.hasPlaces(number(of: .listedPostalCode))
    var listed = 0
    let known = PostalCodes.bits
    let stop = countNumbers(text, run, from: start, cells, rows, .postalCode, 7, &tally) {
      guard let code = postalCode(text, $0, $1) else { return nil }
      if known[code >> 6] >> UInt64(code & 63) & 1 != 0 {
        guard mayBeListed else { return nil }
        listed &+= 1
      }
      return UInt64(code)
    }
    tally.add(number(of: .listedPostalCode), cells: listed)
    return stop
  }

  private func countMyNumbers(
    _ text: Span<UInt8>, _ run: ColumnRun, from start: Int, _ cells: Span<RowBlock.Cell>,
    _ rows: Span<RowBlock.Row>, _ tally: inout SeriesTally
  ) -> Int {
    guard tally.hasPlaces(myNumber), tally.hasPlaces(number(of: .number)) else { return start }
    let mayEndInZero = tally.hasPlaces(number(of: .passEndingInZero))
    var zeros = 0
    var samples = Int.max
    let walked = run.walk(text, from: start, cells, rows, samples: &samples) {
      guard let value = checkedMyNumber(text, $0, $1) else { return false }
      if value % 10 == 0 {
        guard mayEndInZero else { return false }
        zeros &+= 1
      }
      tally.addValue(value, digits: 12)
      return true
    }
    tally.add(myNumber, cells: walked.filled)
    tally.add(number(of: .number), cells: walked.filled)
    tally.add(number(of: .passEndingInZero), cells: zeros)
    tally.addLength(12, cells: walked.filled)
    return finish(walked, &tally)
  }

  private func countShortNumbers(
    _ text: Span<UInt8>, _ run: ColumnRun, from start: Int, _ cells: Span<RowBlock.Cell>,
    _ rows: Span<RowBlock.Row>, _ tally: inout SeriesTally
  ) -> Int {
    guard tally.hasPlaces(number(of: .number)) else { return start }
    var lengths = InlineArray<7, Int>(repeating: 0)
    var samples = Int.max
    let walked = run.walk(text, from: start, cells, rows, samples: &samples) {
      let digits = $1 &- $0
      guard digits <= 6, let value = number(text, $0, digits) else { return false }
      lengths[digits] &+= 1
      tally.addValue(UInt64(truncatingIfNeeded: value), digits: digits)
      return true
    }
    for digits in 1...6 { tally.addLength(digits, cells: lengths[digits]) }
    tally.add(number(of: .number), cells: walked.filled)
    return finish(walked, &tally)
  }

  private func finish(_ walked: ColumnRun.Walked, _ tally: inout SeriesTally) -> Int {
    tally.addBlanks(walked.blanks)
    tally.addFilled(walked.filled)
    return walked.stop
  }
}
