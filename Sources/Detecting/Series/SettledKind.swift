import Rules

/// What a long series has settled to be: its further cells are looked at by shape, and only now and then read in full.
///
/// Names and addresses cost a hundred times as much to read as numbers; after some hundred cells of one kind their
/// word lists say nothing new.
enum SettledKind {
  case names
  case addresses
  case mails

  /// What a cell of the kind is counted as.
  var signal: TextSignal {
    switch self {
    case .names: .fullName
    case .addresses: .address
    case .mails: .email
    }
  }

  /// Cells read in full before a series can settle.
  static let cellsBefore = 256
  /// One cell of so many is still read in full, so that a series that turns into another is noticed.
  static let sampling = 16

  /// Decides from the tally; `nil` when the series is mixed, or of a kind that is cheap to read.
  static func of(_ series: Series, _ context: DetectionContext) -> SettledKind? {
    func count(_ signals: [TextSignal]) -> Int {
      signals.reduce(0) { $0 + series.tally.count(of: context.index.signal($1)) }
    }
    let filled = series.tally.filled
    let known = count([.fullName, .likelyName])
    let names = known + count([.singleName, .unknownName])
    if names * 100 >= filled * 97, known * 10 >= filled * 7 || isHeaded(series, context) {
      return .names
    }
    let addresses = count([.address, .likelyAddress])
    if addresses * 100 >= filled * 97 { return .addresses }
    return count([.email]) * 100 >= filled * 97 ? .mails : nil
  }

  private static func isHeaded(_ series: Series, _ context: DetectionContext) -> Bool {
    context.index.readers[.personName].map { series.reading.weight(of: $0) >= 1 } ?? false
  }

  /// Whether the cell has the usual shape of the kind; all others are read in full.
  func fits(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    switch self {
    case .names: fitsName(text, start, end)
    case .addresses: fitsAddress(text, start, end)
    case .mails: fitsMail(text, start, end)
    }
  }

  /// Plain ASCII with one `@`, a dot behind it, and a digit, dot or underscore before it: no address of a desk.
  private func fitsMail(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 8, end - start <= 80 else { return false }
    var sign = -1
    var dot = -1
    var isPersonal = false
    for index in start..<end {
      let byte = text[index]
      switch byte {
      case 0x40:
        guard sign < 0, index > start else { return false }
        sign = index
      case 0x2E, 0x5F, 0x30...0x39:
        if sign < 0 { isPersonal = true } else if byte == 0x2E { dot = index }
      case 0x41...0x5A, 0x61...0x7A, 0x2D: break
      default: return false
      }
    }
    // Names of documentation (example.com, .test) are read in full.
    guard sign > 0, dot > sign + 1, dot < end - 2, isPersonal else { return false }
    return text[sign + 1] != 0x65 && text[end - 1] != 0x74 && text[end - 1] != 0x64
  }

  /// Japanese letters and blanks only, two to sixteen characters, and no ending of the words for "none" and "total".
  private func fitsName(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 6, end - start <= 48 else { return false }
    var index = start
    while index < end {
      let byte = text[index]
      if byte < 0x80, byte != 0x20 { return false }
      // Full-width digits and signs are EF BC 80...
      if byte == 0xEF, index + 1 < end, text[index + 1] == 0xBC { return false }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    switch (text[end - 3], text[end - 2], text[end - 1]) {
    // し 計 明 中 無 様 社 部 課 店
    case (0xE3, 0x81, 0x97), (0xE8, 0xA8, 0x88), (0xE4, 0xB8, 0xAD), (0xE7, 0x84, 0xA1),
      (0xE6, 0xA7, 0x98), (0xE7, 0xA4, 0xBE), (0xE9, 0x83, 0xA8), (0xE8, 0xAA, 0xB2),
      (0xE5, 0xBA, 0x97):
      return false
    default: return true
    }
  }

  /// Begins with a Japanese letter, is at least five characters long, and holds a digit.
  private func fitsAddress(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 15, end - start <= 160, text[start] >= 0xE3 else { return false }
    var index = end - 1
    while index > start {
      if text[index] &- 0x30 <= 9 { return true }
      if text[index] &- 0x90 <= 9, text[index - 1] == 0xBC { return true }
      index -= 1
    }
    return false
  }
}
