/// The offices of public employment security (ハローワーク), by which numbers of the employment insurance begin.
///
/// - Source: guides to the forms of the employment insurance, read 2026-11-23: four digits, the prefecture by its
///   usual number (01 to 47) and the office within it. Which offices there are is not held; no prefecture has 30.
enum EmploymentOffice {
  /// Share of random numbers that begin so.
  static let chance = 47.0 * 29 / 10_000

  /// The office of an insured person's number of eleven digits; `nil` when it begins with none.
  @inline(__always)
  static func code(of value: UInt64, digits: Int) -> UInt64? {
    guard digits == 11 else { return nil }
    let code = value / 10_000_000
    let prefecture = code / 100
    let office = code % 100
    return prefecture >= 1 && prefecture <= 47 && office >= 1 && office <= 29 ? code : nil
  }
}
