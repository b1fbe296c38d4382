import Inventory
import ScanKernels

/// The running tally of one series: how often each signal was seen, and where first.
///
/// It holds no value.
struct SeriesTally {
  /// Cells that set each signal, and behind the signals the numbers of each length.
  private var counts = SignalCounts()
  private let signalCount: Int
  /// The first places of each signal that can become a finding.
  private(set) var spots = Spots()
  private var counter = DistinctCounter()
  /// Hash of the value that was counted last: it is not looked for again when it repeats.
  private var lastHash: UInt64 = 0
  private(set) var filled = 0
  private(set) var blanks = 0
  private(set) var voids = 0
  private(set) var prose = 0
  /// Values counted as distinct; a lower bound once counting stopped.
  var distinctValues: Int { counter.count }
  private(set) var stoppedCounting = false
  /// Cells that were taken for new values when nothing was looked up any more.
  private var uncounted = 0
  /// Values among which shares are taken: the distinct ones; where counting had stopped before the first, all that came.
  var weighedValues: Int { counter.count > 0 ? counter.count : uncounted }

  // Steps between neighbouring numbers, for sequences.
  private var previousValue: UInt64 = 0
  private var previousStep: Int64 = 0
  private(set) var steps = 0
  private(set) var equalSteps = 0
  /// Offices of public employment security that eleven digits begin with, each as one of 64 bits: at least so many stand in the series.
  private var officeFronts: UInt64 = 0
  var offices: Int { officeFronts.nonzeroBitCount }
  /// Leading digits that all numbers of the most frequent length share, and how many numbers were compared.
  private(set) var sharedPrefix = PrefixTally()

  /// How many places of each signal are kept.
  private let spotLimit: Int

  /// - Parameter signalCount: How many signals there are.
  init(signalCount: Int, spotLimit: Int) {
    self.signalCount = signalCount
    self.spotLimit = spotLimit
  }

  mutating func addBlank() { blanks += 1 }

  mutating func addVoid() { voids += 1 }

  mutating func addVoids(_ count: Int) { voids += count }

  mutating func addProse() { prose += 1 }

  /// Takes one filled cell.
  ///
  /// - Parameters:
  ///   - reading: What it shows.
  ///   - hash: Keyed hash of its text.
  ///   - budget: Distinct values that the file may still count; reduced by one for a new value.
  /// - Returns: Which signals of the cell still want a place, by their place in the reading: if any, ``keep(_:of:wanted:)``
  ///   is to be called.
  mutating func add(
    _ reading: borrowing CellReading, hash: UInt64, budget: inout Int
  ) -> UInt32 {
    filled += 1
    var isNew = true
    if budget > 0 {
      if hash == lastHash, counter.count > 0 {
        isNew = false
      } else {
        isNew = counter.insert(hash)
        lastHash = hash
        if isNew { budget -= 1 }
      }
    } else {
      stoppedCounting = true
      // One number again and again is no series, even where none is looked up any more.
      if reading.digits > 0, reading.value == previousValue, sharedPrefix.isOneNumber {
        isNew = false
      }
      if isNew { uncounted += 1 }
    }
    if reading.digits > 0 {
      addLength(reading.digits, cells: 1, new: isNew ? 1 : 0)
      if isNew {
        if reading.digits <= 18 { addStep(reading.value) }
        sharedPrefix.add(reading.value, digits: reading.digits)
        if reading.digits == 11 { addOffice(of: reading.value) }
      }
    }
    return counts.add(reading, isNew: isNew, limit: UInt32(clamping: spotLimit))
  }

  // MARK: - Many cells at once

  /// Whether a signal has all the places that it keeps, so that further cells need none.
  func hasPlaces(_ signal: Int) -> Bool { counts.cells(of: signal) >= spotLimit }

  mutating func addBlanks(_ count: Int) { blanks += count }

  /// Takes filled cells; their signals follow by ``add(_:cells:new:)``.
  ///
  /// - Parameter isCounted: Whether distinct values are counted, by ``newCells(_:_:first:stride:count:_:)``.
  mutating func addFilled(_ count: Int, isCounted: Bool) {
    guard count > 0 else { return }
    filled += count
    if !isCounted { stopCounting(count) }
  }

  private mutating func stopCounting(_ cells: Int) {
    stoppedCounting = true
    uncounted += cells
  }

  /// Counts the distinct values of these cells.
  ///
  /// - Returns: The cells whose values are new.
  mutating func newCells(
    _ text: Span<UInt8>, _ cells: Span<RowBlock.Cell>, first: Int, stride: Int, count: Int,
    _ hashing: CountingHash
  ) -> [RowBlock.Cell] {
    counter.insert(text, cells, first: first, stride: stride, count: count, hashing)
  }

  /// Counts a signal for so many of these cells, and so many new ones among them.
  mutating func add(_ signal: Int, cells count: Int, new: Int) {
    counts.add(signal, cells: count, distinct: new)
  }

  /// Notes the office that a new number of eleven digits begins with.
  mutating func addOffice(of value: UInt64) {
    if let office = EmploymentOffice.code(of: value, digits: 11) {
      officeFronts |= 1 << UInt64(truncatingIfNeeded: (office &* 0x9E37_79B1) >> 26 & 63)
    }
  }

  /// Takes the last cell again, so many times: no number, with all its places.
  ///
  /// - Parameter isCounted: Whether distinct values are counted, so that it is among them already.
  mutating func addAgain(_ reading: borrowing CellReading, times: Int, isCounted: Bool) {
    filled += times
    if !isCounted { stopCounting(times) }
    for index in 0..<reading.count {
      counts.add(Int(reading.signals[index]), cells: times, distinct: isCounted ? 0 : times)
    }
  }

  /// Counts the length of so many of these cells, and so many new ones among them.
  mutating func addLength(_ digits: Int, cells count: Int, new: Int) {
    counts.add(signalCount + min(digits, Self.longest), cells: count, distinct: new)
  }

  /// Gives a walk the number before, so that steps go on.
  func begin(_ walk: inout ColumnCount) {
    walk.previousValue = previousValue
    walk.previousStep = previousStep
  }

  /// Takes the numbers of these cells, those that are new.
  ///
  /// - Parameter digits: How many each of them has, at most 18; `nil` when they are too short to share a front.
  mutating func end(_ walk: borrowing ColumnCount, digits: Int?) {
    previousValue = walk.previousValue
    previousStep = walk.previousStep
    steps += walk.steps
    equalSteps += walk.equalSteps
    if let digits, walk.filled > 0 {
      sharedPrefix.add(walk.filled, from: walk.least, through: walk.most, digits: digits)
    }
  }

  /// Keeps the place of a cell that was just added, for its signals that still want one.
  mutating func keep(
    _ spot: consuming Spot, of reading: borrowing CellReading, wanted: UInt32
  ) {
    spots.append(spot, limit: spotLimit)
    var wanted = wanted
    while wanted != 0 {
      spots.mark(Int(reading.signals[wanted.trailingZeroBitCount]))
      wanted &= wanted - 1
    }
  }

  private mutating func addStep(_ value: UInt64) {
    if previousValue != 0 {
      let step = Int64(bitPattern: value &- previousValue)
      steps += 1
      if step == previousStep, step != 0, step.magnitude < 1_000_000 { equalSteps += 1 }
      previousStep = step
    }
    previousValue = value
  }

  func count(of signal: Int) -> Int { counts.cells(of: signal) }
  func distinctCount(of signal: Int) -> Int { counts.distinct(of: signal) }

  /// Numbers with more digits are counted as of this length.
  private static let longest = 31

  /// Cells that are a number of so many digits, 0...31.
  func count(ofLength digits: Int) -> Int { counts.cells(of: signalCount + digits) }

  /// Distinct numbers of so many digits, 0...31.
  func distinctCount(ofLength digits: Int) -> Int { counts.distinct(of: signalCount + digits) }
}
