internal import Inventory

/// The closed lists of the worker protocol: what crosses is the position in one of them.
///
/// Made once: a list of all cases is a new array each time that it is asked for.
enum ClosedLists {
  static let types = DataType.allCases
  static let classes = DataClass.allCases
  static let damages = Damage.allCases
  static let standings = PersonEvidence.Standing.allCases
  static let statuses = Status.allCases
  static let reasons = Reason.allCases
  static let places = ExaminationSettings.Places.allCases
}
