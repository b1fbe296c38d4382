import Rules

/// What a long series has settled to be: its further cells are looked at by shape, and only now and then read in full.
///
/// After some hundred cells of one kind the word lists say nothing new, and numbers, dates and codes need only their
/// own test. A cell that does not fit exactly is read in full, and so is now and then one of names, addresses and mails.
enum SettledKind {
  case names, addresses, mails
  case dates, mobiles, postalCodes, myNumbers
  /// Short numbers that are no identifier of a person by shape.
  case shortNumbers

  /// Cells read in full before a series can settle.
  static let cellsBefore = 256

  /// One cell of so many is still read in full, so that a series that turns into another is noticed.
  ///
  /// - Parameter filled: Cells so far: what a change could hide stays a small part of them.
  static func sampling(after filled: Int) -> Int {
    switch filled {
    case ..<4_096: 16
    case ..<65_536: 64
    case ..<262_144: 256
    case ..<1_048_576: 1_024
    default: 4_096
    }
  }

  /// Decides from the tally; `nil` when the series is mixed.
  static func of(_ series: Series, _ context: DetectionContext) -> SettledKind? {
    let index = context.index
    // One number again and again is told from many only where each cell is looked at.
    if series.tally.stoppedCounting, series.tally.sharedPrefix.isOneNumber { return nil }
    let filled = series.tally.filled
    func nearlyAll(_ signals: TextSignal...) -> Bool {
      signals.reduce(0) { $0 + series.tally.count(of: index.signal($1)) } * 100 >= filled * 97
    }
    func weight(_ reader: BuiltInReader) -> Double {
      index.readers[reader].map { series.reading.weight(of: $0) } ?? 0
    }
    if nearlyAll(.date) { return .dates }
    if nearlyAll(.mobilePhone) { return .mobiles }
    if nearlyAll(.postalCode) { return .postalCodes }
    if nearlyAll(.email) { return .mails }
    if let signal = index.myNumberSignal,
      series.tally.count(of: signal) * 100 >= filled * 97
    {
      return .myNumbers
    }
    if nearlyAll(.number), (7..<32).allSatisfy({ series.tally.count(ofLength: $0) == 0 }),
      weight(.postalCode) < 1, weight(.birthDate) < 1, weight(.sex) < 1
    {
      return .shortNumbers
    }
    if nearlyAll(.address, .likelyAddress) { return .addresses }
    let known =
      series.tally.count(of: index.signal(.fullName))
      + series.tally.count(of: index.signal(.likelyName))
    if nearlyAll(.fullName, .likelyName, .singleName, .unknownName),
      known * 10 >= filled * 7 || weight(.personName) >= 1
    {
      return .names
    }
    return nil
  }

  /// Whether a cell must now and then be read in full: the kinds that go by shape alone.
  var goesByShape: Bool {
    switch self {
    case .names, .addresses, .mails: true
    default: false
    }
  }
}
