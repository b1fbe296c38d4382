import Rules

/// The rule of each built-in reader, found without hashing: it is asked for at every cell and series.
struct ReaderRules: Sendable {
  /// By position; -1 where there is none.
  private var rules: [Int]

  init(_ rules: [BuiltInReader: Int]) {
    self.rules = Array(repeating: -1, count: BuiltInReader.allCases.count)
    for (reader, rule) in rules { self.rules[reader.position] = rule }
  }

  /// Index of the rule; `nil` when no rule uses the reader.
  subscript(_ reader: BuiltInReader) -> Int? {
    let rule = rules[reader.position]
    return rule < 0 ? nil : rule
  }
}

extension BuiltInReader {
  /// Its place among all.
  fileprivate var position: Int {
    switch self {
    case .personName: 0
    case .address: 1
    case .postalCode: 2
    case .phone: 3
    case .email: 4
    case .birthDate: 5
    case .sex: 6
    case .specialCare: 7
    case .bankAccount: 8
    case .healthInsurance: 9
    case .ipAddress: 10
    case .vehicleNumber: 11
    case .words: 12
    }
  }
}
