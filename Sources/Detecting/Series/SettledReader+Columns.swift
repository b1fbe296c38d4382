import Inventory
import Rules
import ScanKernels

extension SettledReader {
  /// Counts the cells of a column for as long as they are of the usual shape, without keeping a place of any.
  ///
  /// Only for series that count distinct values no more; a cell that still needs a place ends the walk. What the
  /// kernel takes for usual is what ``read(_:_:_:into:)`` reads, without blanks at its ends.
  ///
  /// - Parameters:
  ///   - start: Index of the first cell to look at.
  ///   - isStored: Whether the text is well-formed CP932.
  ///   - samples: Cells until one is to be read in full; counted down by kinds that go by shape.
  /// - Returns: Index of the cell that is to be read in full, or the end of the run.
  func count(
    _ text: Span<UInt8>, _ run: ColumnRun, from start: Int, _ cells: Span<RowBlock.Cell>,
    isStored: Bool = false, samples: inout Int, into tally: inout SeriesTally
  ) -> Int {
    var walk = ColumnCount()
    guard prepare(&walk, tally) else { return start }
    if kind.goesByShape { walk.left = samples }
    let known = kind == .postalCodes ? PostalCodes.bits : []
    let stop = run.walk(
      text, from: start, cells, as: kind.column(isStored: isStored), listed: known.span, &walk)
    if kind.goesByShape { samples = walk.left }
    tally.addBlanks(walk.blanks)
    guard walk.filled > 0 else { return stop }
    tally.addFilled(walk.filled)
    add(walk, to: &tally)
    return stop
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
    tally.begin(&walk)
    return isReady && tally.hasPlaces(number(of: .number))
  }

  private func allowed(
    _ signal: TextSignal, _ bit: UInt32, _ tally: borrowing SeriesTally
  ) -> UInt32 {
    tally.hasPlaces(number(of: signal)) ? 1 << bit : 0
  }

  private func add(_ walk: borrowing ColumnCount, to tally: inout SeriesTally) {
    switch kind {
    case .names: tally.add(number(of: .fullName), cells: walk.filled)
    case .addresses: tally.add(number(of: .address), cells: walk.filled)
    case .mails: tally.add(number(of: .email), cells: walk.filled)
    case .dates:
      tally.add(number(of: .date), cells: walk.filled)
      tally.add(number(of: .number), cells: walk.special[0])
      tally.add(number(of: .yearBefore1990), cells: walk.special[1])
      tally.add(number(of: .yearFrom2009), cells: walk.special[2])
      tally.add(number(of: .firstOfApril), cells: walk.special[3])
    case .mobiles:
      tally.add(number(of: .mobilePhone), cells: walk.filled)
      addNumbers(walk, digits: 11, to: &tally)
    case .postalCodes:
      tally.add(number(of: .postalCode), cells: walk.filled)
      tally.add(number(of: .listedPostalCode), cells: walk.special[0])
      addNumbers(walk, digits: 7, to: &tally)
    case .myNumbers:
      tally.add(myNumber, cells: walk.filled)
      tally.add(number(of: .passEndingInZero), cells: walk.special[0])
      addNumbers(walk, digits: 12, to: &tally)
    case .shortNumbers:
      for digits in 1...6 { tally.addLength(digits, cells: walk.special[digits]) }
      tally.add(number(of: .number), cells: walk.filled)
      tally.end(walk, digits: nil)
    }
  }

  /// Counts numbers that all have as many digits.
  private func addNumbers(
    _ walk: borrowing ColumnCount, digits: Int, to tally: inout SeriesTally
  ) {
    tally.add(number(of: .number), cells: walk.filled)
    tally.addLength(digits, cells: walk.filled)
    tally.end(walk, digits: digits)
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
