import Inventory

extension SeriesTally {
  /// Where a cell stood, without the column, which the series knows.
  struct Spot {
    var line: Int
    /// 1-based; 0 outside tables.
    var row: Int
    var byteOffset: Int
    /// Character of the line for running text, else 0.
    var character: Int = 0
    /// Masked path with positions in trees, UTF-8; empty elsewhere.
    var path: [UInt8] = []
  }

  /// Places by signal; only a few signals of a series have any.
  ///
  /// A place is kept once, however many signals of its cell want it.
  struct Spots {
    /// Places that follow each other and belong to one signal, as those of a column do.
    private struct Run {
      var signal: UInt32
      /// Index into the places.
      var first: UInt32
      var count: UInt32
    }

    private struct Place {
      var line: Int
      var row: Int
      var byteOffset: Int
    }

    /// What only running text and trees know of a place.
    private struct Detail {
      var character: Int
      /// One past its path in ``paths``.
      var pathEnd: Int
    }

    private var places: [Place] = []
    /// By place; empty in tables, of which there are thousands of columns.
    private var details: [Detail] = []
    /// The paths, one behind the other.
    private var paths: [UInt8] = []
    private var runs: [Run] = []
    /// Index of the run behind the one that was found last: cells of a column show their signals in one order.
    private var next = 0

    /// Calls `body` with the index of each place of a signal, in the order of the file.
    func each(of signal: Int, _ body: (Int) -> Void) {
      for run in runs where run.signal == signal {
        for index in Int(run.first)..<Int(run.first) + Int(run.count) { body(index) }
      }
    }

    /// What places are sorted by, and told apart.
    func order(_ index: Int) -> (byteOffset: Int, row: Int) {
      (places[index].byteOffset, places[index].row)
    }

    /// Adds a place to those of a finding.
    ///
    /// - Parameter column: The column of its series, where it has one.
    func copy(_ index: Int, column: Int?, to found: inout Places) {
      let place = places[index]
      var numbers = Places.Numbers(
        line: place.line, row: place.row, column: column ?? 0, byteOffset: place.byteOffset)
      guard !details.isEmpty else { return found.append(numbers) }
      numbers.column = column ?? details[index].character
      let start = index > 0 ? details[index - 1].pathEnd : 0
      found.append(numbers, path: paths[start..<details[index].pathEnd])
    }

    /// Keeps a place for the signals that are marked next.
    ///
    /// - Parameter limit: How many places of a signal are kept.
    mutating func append(_ spot: consuming Spot, limit: Int) {
      if places.isEmpty {
        places.reserveCapacity(min(limit, Self.usual))
        runs.reserveCapacity(8)
      }
      if spot.character > 0 || !spot.path.isEmpty || !details.isEmpty {
        let missing = places.count - details.count
        details.append(contentsOf: repeatElement(Detail(character: 0, pathEnd: 0), count: missing))
        // The others will be about as long.
        if paths.isEmpty { paths.reserveCapacity(Self.usual * (spot.path.count + 2)) }
        paths.append(contentsOf: spot.path)
        details.append(Detail(character: spot.character, pathEnd: paths.count))
      }
      places.append(Place(line: spot.line, row: spot.row, byteOffset: spot.byteOffset))
    }

    /// A column keeps as many places when no setting asks for more.
    private static let usual = 10

    /// Notes that a signal was set at the place kept last.
    mutating func mark(_ signal: Int) {
      let signal = UInt32(truncatingIfNeeded: signal)
      let place = UInt32(truncatingIfNeeded: places.count - 1)
      if let index = run(of: signal, endingBefore: place) {
        runs[index].count += 1
        next = index + 1 == runs.count ? 0 : index + 1
        return
      }
      runs.append(Run(signal: signal, first: place, count: 1))
      next = 0
    }

    /// The run of a signal whose last place is the one before this.
    private func run(of signal: UInt32, endingBefore place: UInt32) -> Int? {
      let runs = runs.span
      var index = next
      for _ in runs.indices {
        if runs[index].signal == signal, runs[index].first &+ runs[index].count == place {
          return index
        }
        index = index + 1 == runs.count ? 0 : index + 1
      }
      return nil
    }
  }
}
