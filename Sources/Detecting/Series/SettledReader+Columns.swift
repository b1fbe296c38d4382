import Inventory
import Rules
import ScanKernels

extension SettledReader {
  /// Counts the cells of a column for as long as they are of the usual shape, without keeping a place of any.
  ///
  /// A cell that still needs a place ends the walk. What the kernel takes for usual is what ``read(_:_:_:into:)`` reads,
  /// without blanks at its ends.
  ///
  /// - Parameters:
  ///   - start: Index of the first cell to look at.
  ///   - budget: Distinct values that the file may still count, reduced by those that are new; they are counted when there
  ///     are enough for all cells, or none.
  ///   - isStored: Whether the text is well-formed CP932; nothing is counted there.
  ///   - samples: Cells until one is to be read in full; counted down by kinds that go by shape.
  /// - Returns: Index of the cell that is to be read in full, or the end of the run.
  func count(
    _ text: Span<UInt8>, _ run: ColumnRun, from start: Int, _ cells: Span<RowBlock.Cell>,
    budget: inout Int, _ hashing: CountingHash, isStored: Bool = false, samples: inout Int,
    into tally: inout SeriesTally
  ) -> Int {
    var walk = ColumnCount()
    guard budget <= 0 || budget >= run.count - start, prepare(&walk, tally) else { return start }
    let isCounted = budget > 0
    if !isCounted { tally.begin(&walk) }
    if kind.goesByShape { walk.left = samples }
    let known = kind == .postalCodes ? PostalCodes.bits : []
    let shape = kind.column(isStored: isStored)
    let stop = run.walk(text, from: start, cells, as: shape, listed: known.span, &walk)
    if kind.goesByShape { samples = walk.left }
    tally.addBlanks(walk.blanks)
    guard walk.filled > 0 else { return stop }
    tally.addFilled(walk.filled, isCounted: isCounted)
    guard isCounted else {
      add(walk, new: walk, to: &tally)
      return stop
    }
    let fresh = tally.newCells(
      text, cells, first: run.first + start * run.stride, stride: run.stride, count: stop - start,
      hashing)
    budget -= fresh.count
    // What counts of new values only is told from these alone.
    var new = ColumnCount()
    new.allowed = walk.allowed
    tally.begin(&new)
    let newRun = ColumnRun(first: 0, count: fresh.count)
    _ = newRun.walk(text, from: 0, fresh.span, as: shape, listed: known.span, &new)
    add(walk, new: new, to: &tally)
    if kind == .mobiles {
      // They have the usual shape: 0, two digits, the dash.
      for cell in fresh {
        let start = Int(cell.start)
        tally.addOffice(of: fourDigits(text[start + 1], text[start + 2], text[start + 4]))
      }
    }
    return stop
  }

  /// The value of eleven digits that begin with 0 and these, all others 0.
  @inline(__always)
  private func fourDigits(_ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt64 {
    let front = UInt64(second &- 0x30) &* 100 &+ UInt64(third &- 0x30) &* 10
    return (front &+ UInt64(fourth &- 0x30)) &* 10_000_000
  }

  private func number(of signal: TextSignal) -> Int { base + signal.rawValue }

  /// Says which cells a walk may take: those none of whose signals still wants a place.
  ///
  /// - Returns: Whether there can be any.
  private func prepare(_ walk: inout ColumnCount, _ tally: borrowing SeriesTally) -> Bool {
    var isReady: Bool
    switch kind {
    case .names: return tally.hasPlaces(number(of: .fullName))
    case .addresses: return tally.hasPlaces(number(of: .address))
    case .mails: return tally.hasPlaces(number(of: .email))
    case .dates:
      walk.allowed =
        allowed(.number, 0, tally) | allowed(.yearBefore1990, 1, tally)
        | allowed(.yearFrom2009, 2, tally) | allowed(.firstOfApril, 3, tally)
      return tally.hasPlaces(number(of: .date))
    case .mobiles: isReady = tally.hasPlaces(number(of: .mobilePhone))
    case .postalCodes:
      walk.allowed = allowed(.listedPostalCode, 0, tally)
      isReady = tally.hasPlaces(number(of: .postalCode))
    case .myNumbers:
      walk.allowed = allowed(.passEndingInZero, 0, tally)
      isReady = tally.hasPlaces(myNumber)
    case .shortNumbers: isReady = true
    }
    return isReady && tally.hasPlaces(number(of: .number))
  }

  private func allowed(
    _ signal: TextSignal, _ bit: UInt32, _ tally: borrowing SeriesTally
  ) -> UInt32 {
    tally.hasPlaces(number(of: signal)) ? 1 << bit : 0
  }

  /// - Parameter new: What was counted of the new values among the cells.
  private func add(
    _ walk: borrowing ColumnCount, new: borrowing ColumnCount, to tally: inout SeriesTally
  ) {
    switch kind {
    case .names: tally.add(number(of: .fullName), cells: walk.filled, new: new.filled)
    case .addresses: tally.add(number(of: .address), cells: walk.filled, new: new.filled)
    case .mails: tally.add(number(of: .email), cells: walk.filled, new: new.filled)
    case .dates:
      tally.add(number(of: .date), cells: walk.filled, new: new.filled)
      addSpecial(.number, 0, walk, new, to: &tally)
      addSpecial(.yearBefore1990, 1, walk, new, to: &tally)
      addSpecial(.yearFrom2009, 2, walk, new, to: &tally)
      addSpecial(.firstOfApril, 3, walk, new, to: &tally)
    case .mobiles:
      tally.add(number(of: .mobilePhone), cells: walk.filled, new: new.filled)
      addNumbers(walk, new, digits: 11, to: &tally)
    case .postalCodes:
      tally.add(number(of: .postalCode), cells: walk.filled, new: new.filled)
      addSpecial(.listedPostalCode, 0, walk, new, to: &tally)
      addNumbers(walk, new, digits: 7, to: &tally)
    case .myNumbers:
      tally.add(myNumber, cells: walk.filled, new: new.filled)
      addSpecial(.passEndingInZero, 0, walk, new, to: &tally)
      addNumbers(walk, new, digits: 12, to: &tally)
    case .shortNumbers:
      for digits in 1...6 {
        tally.addLength(digits, cells: walk.special[digits], new: new.special[digits])
      }
      tally.add(number(of: .number), cells: walk.filled, new: new.filled)
      tally.end(new, digits: nil)
    }
  }

  private func addSpecial(
    _ signal: TextSignal, _ place: Int, _ walk: borrowing ColumnCount,
    _ new: borrowing ColumnCount, to tally: inout SeriesTally
  ) {
    tally.add(number(of: signal), cells: walk.special[place], new: new.special[place])
  }

  /// Counts numbers that all have as many digits.
  private func addNumbers(
    _ walk: borrowing ColumnCount, _ new: borrowing ColumnCount, digits: Int,
    to tally: inout SeriesTally
  ) {
    tally.add(number(of: .number), cells: walk.filled, new: new.filled)
    tally.addLength(digits, cells: walk.filled, new: new.filled)
    tally.end(new, digits: digits)
  }
}

extension SettledKind {
  fileprivate func column(isStored: Bool) -> ColumnKind {
    switch self {
    case .names: isStored ? .storedNames : .names
    case .addresses: isStored ? .storedAddresses : .addresses
    case .mails: .mails
    case .dates: .dates
    case .mobiles: .mobiles
    case .postalCodes: .postalCodes
    case .myNumbers: .myNumbers
    case .shortNumbers: .shortNumbers
    }
  }
}
