import Rules

/// What reading a cell needs of a kind of number: a plain value without references, tried on every number.
struct KindTest: Sendable {
  let signal: Int
  let groupedSignal: Int
  let check: CheckDigit?
  /// Whether it is the My Number check, whose numbers ending in 0 are counted apart.
  let isMyNumber: Bool
  /// Usual groupings, four bits a group; 0 for none.
  ///
  /// ``anyGroups`` when every grouping will do.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let anyGroups: Bool

  /// `nil` for kinds that a reader tells.
  init?(_ kind: NumberKind) {
    guard let grouped = kind.groupedSignal else { return nil }
    signal = kind.signal
    groupedSignal = grouped
    check = kind.check
    isMyNumber = kind.check == .myNumber
    let packed = kind.form.groups.filter { $0.count > 1 }.map(KindTest.packed)
    first = packed.first ?? 0
    second = packed.count > 1 ? packed[1] : 0
    third = packed.count > 2 ? packed[2] : 0
    anyGroups = kind.form.groups.isEmpty || packed.count > 3
  }

  /// Group lengths, four bits each, the first group highest.
  private static func packed(_ groups: [Int]) -> UInt64 {
    groups.reduce(0) { $0 << 4 | UInt64($1 & 15) }
  }

  /// The groups of a number in the same form; 0 when it is written in one.
  @inline(__always)
  static func groups(of run: borrowing DigitRun) -> UInt64 {
    guard run.groupCount > 1 else { return 0 }
    var packed: UInt64 = 0
    for index in 0..<run.groupCount { packed = packed << 4 | UInt64(run.groups[index] & 15) }
    return packed
  }

  /// Whether a number written in these groups may be of the kind.
  @inline(__always)
  func allows(_ groups: UInt64) -> Bool {
    groups == 0 || anyGroups && !KindTest.isDate(groups) || isUsual(groups)
  }

  /// Year, month and day: 1985.7.28 is no number of seven digits.
  @inline(__always)
  private static func isDate(_ groups: UInt64) -> Bool {
    groups == 0x411 || groups == 0x412 || groups == 0x421 || groups == 0x422
  }

  /// Whether these are the kind's own groups.
  @inline(__always)
  func isUsual(_ groups: UInt64) -> Bool {
    groups != 0 && (groups == first || groups == second || groups == third)
  }
}
