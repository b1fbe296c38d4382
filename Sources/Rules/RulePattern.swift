package import Regexes

/// One shape that the values of a rule can have.
package struct RulePattern: Sendable {
  /// How the shape is recognised.
  package enum Form: Sendable {
    /// A regular expression over folded text; boundaries (no digit, no ASCII letter on either side) are compiled in.
    case regex(Pattern)
    /// A number of certain lengths, written in certain groups.
    case digits(DigitForm)
    /// A reader of the program.
    case reader(BuiltInReader)
  }

  /// What must stand in a text before it is worth looking closer.
  package enum Trigger: Sendable, Equatable {
    case digits
    case lettersAndDigits
    case at
    /// One of these words, as UTF-8 after folding.
    case literals([[UInt8]])
    /// Nothing: every text is tried, and `patterns check` calls the pattern slow.
    case none
  }

  package var id: String
  package var form: Form
  package var trigger: Trigger
  package var check: CheckDigit?

  package init(id: String, form: Form, trigger: Trigger, check: CheckDigit?) {
    self.id = id
    self.form = form
    self.trigger = trigger
    self.check = check
  }
}

/// The lengths and groupings of a number.
package struct DigitForm: Sendable, Equatable {
  /// Numbers of digits that are allowed, ascending.
  package var lengths: [Int]
  /// Groupings that are usual, such as 4-4-4.
  ///
  /// Empty: any. One group alone (no separator) is always allowed.
  package var groups: [[Int]]

  package init(lengths: [Int], groups: [[Int]] = []) {
    self.lengths = lengths
    self.groups = groups
  }

  /// Whether a number has one of the lengths.
  package func fitsLength(_ run: borrowing DigitRun) -> Bool { lengths.contains(run.count) }

  /// Whether a number has one of the lengths, and one of the groupings or none at all.
  package func fits(_ run: borrowing DigitRun) -> Bool {
    guard fitsLength(run) else { return false }
    if run.groupCount <= 1 || groups.isEmpty { return true }
    for group in groups where run.hasGroups(group) { return true }
    return false
  }
}

/// The readers of the program that recognise what no expression can.
package enum BuiltInReader: String, Sendable, Equatable, Hashable, CaseIterable {
  case personName = "person-name"
  case address
  case postalCode = "postal-code"
  case phone
  case email
  case birthDate = "birth-date"
  case sex
  case specialCare = "special-care"
  case bankAccount = "bank-account"
  case healthInsurance = "health-insurance"
  case ipAddress = "ip-address"
  case vehicleNumber = "vehicle-number"
  /// Only headings and words nearby decide: any value that is not empty fits.
  case words
}
