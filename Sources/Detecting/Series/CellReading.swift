/// What one cell shows: the signals that its text sets, without the text.
///
/// A signal is a small number: first the patterns of the rules in their order, then the fixed signals of ``TextSignal``.
struct CellReading {
  /// More signals than one cell can set are dropped; the order of reading puts the telling ones first.
  static let limit = 24

  private(set) var signals = InlineArray<24, UInt16>(repeating: 0)
  private(set) var count = 0
  /// Number of digits when the whole cell is one number, else 0.
  var digits = 0
  /// The number's value when `digits` is 1...18, for steps of sequences.
  var value: UInt64 = 0
  /// Whether the cell holds nothing, or a word that stands for nothing.
  var isVoid = false
  /// Whether the cell is running text that must be read like a line.
  var isProse = false
  /// Whether the cell holds several values, each of which counts as a cell.
  var isList = false

  mutating func set(_ signal: Int) {
    guard count < CellReading.limit else { return }
    signals[count] = UInt16(truncatingIfNeeded: signal)
    count += 1
  }

  /// The fixed signals among them.
  ///
  /// - Parameter base: How many patterns of rules there are.
  func texts(behind base: Int) -> TextSignals {
    var texts = TextSignals()
    for index in 0..<count where Int(signals[index]) >= base {
      texts.rawValue |= 1 << UInt64(truncatingIfNeeded: Int(signals[index]) - base)
    }
    return texts
  }

  /// Whether a pattern of a rule is among them.
  func holdsPattern(before base: Int) -> Bool {
    for index in 0..<count where Int(signals[index]) < base { return true }
    return false
  }

  func contains(_ signal: Int) -> Bool {
    for index in 0..<count where Int(signals[index]) == signal { return true }
    return false
  }
}

/// The fixed signals, beside the patterns of the rules.
enum TextSignal: Int, CaseIterable {
  // Names
  case fullName, likelyName, singleName, unknownName, familyName, givenName
  case organisation, legalForm, soleProprietor
  // Contacts
  case email, roleEmail, mobilePhone, fixedPhone, servicePhone, bareMobile, bareFixed
  case phoneWithoutZero
  // Places
  case address, likelyAddress, addressPart, prefecture, municipality
  case postalCode, barePostalCode, listedPostalCode, damagedPostal
  // Dates
  case date, eraDate, compactDate, eraCodeDate, serialDate, dateWithTime
  case yearBefore1990, yearFrom2009, firstOfApril
  // Others
  case sex, sexLetter, sexDigit, specialCare, specialField, negation, vehicle, ipAddress, reservedIP
  /// A kind or grade of disability (身体, 2級) that says so under a heading of it only.
  case careGrade
  case bankWord, accountKind
  // Numbers
  case number, decimal, dummy, passEndingInZero, paddedEleven, paddedTen, paddedEndingInZero
  case stampDigits, datedDigits, internationalPhone, epochDigits, damagedNumber
  /// Eleven digits that begin with an office of public employment security and with no date.
  case officeDigits
  /// A passport number as Japan gives them out: it begins with T (ten years) or M (five).
  case japanesePassport
  // Shapes
  case word, code, url
}

/// A set of fixed signals, compared at once.
struct TextSignals: Equatable {
  /// One bit for each signal; there are at most 64.
  var rawValue: UInt64 = 0

  init() {}

  init(_ signals: [TextSignal]) {
    for signal in signals { rawValue |= 1 << UInt64(truncatingIfNeeded: signal.rawValue) }
  }

  func hasAny(_ other: TextSignals) -> Bool { rawValue & other.rawValue != 0 }

  /// Whether all of these are among others.
  func isWithin(_ other: TextSignals) -> Bool { rawValue & ~other.rawValue == 0 }
}
