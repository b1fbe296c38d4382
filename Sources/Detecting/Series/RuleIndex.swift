import Inventory
import Regexes
import Rules

/// The rules of a scan, arranged for reading cells: kinds of numbers by length, expressions, headings, labels.
///
/// Made once per worker and shared by all files.
final class RuleIndex: Sendable {
  let rules: [Rule]
  /// Names of the rules' targets, by rule.
  let names: [String]
  let types: [DataType?]
  let lexicon: HeadingLexicon
  let labels: LabelMatcher
  /// Kinds of numbers by count of digits, 0...31.
  let kinds: [[NumberKind]]
  /// The same, as far as reading cells needs it.
  let tests: [[KindTest]]
  /// Patterns with an expression: their rule and signal.
  let expressions: [Expression]
  /// Rules of data whose numbers or expressions have a shape of their own.
  let shapedRules: Set<Int>
  /// Whether an organisation's own pattern may match any word of letters and digits.
  let hasOwnExpressions: Bool
  /// What points out the organisation's other expressions.
  let ownTriggers: OwnTriggers
  /// Whether a rule tells organisations, by rule.
  let isOrganisation: [Bool]
  /// First rule of each type: a short list, which is asked faster than a dictionary.
  private let ruleOfType: [(type: DataType, rule: Int)]
  /// Types without a shape of their own, which only a heading can name, with their rules.
  let namedOnly: [(type: DataType, rule: Int)]
  /// Rules that recognise by a built-in reader.
  let readers: ReaderRules
  /// The reader of dates of birth among the rules.
  let birthRule: Int?
  /// Words that speak for an identifier when they stand in a heading of the record.
  let nearWords: [NearWords]
  /// Number of signals that patterns take; the fixed ones follow.
  let patternSignals: Int
  /// Well-known test numbers, as ``DummyNumbers`` keys them.
  let dummies: DummyNumbers
  /// Steps of the inference that a measurement leaves out.
  let leavesOut: InferenceSteps

  struct NearWords: Sendable {
    var rule: Int
    var type: DataType
    var words: [[UInt8]]
    /// Log10 odds.
    var weight: Double
  }

  struct Expression: Sendable {
    var rule: Int
    var regex: Pattern
    var check: CheckDigit?
    var signal: Int
    /// Whether it is of an organisation's own pack.
    var isOwn: Bool
    /// What must stand in a text before it is tried there.
    var trigger = RulePattern.Trigger.lettersAndDigits

    /// Whether it is tried in running text at numbers, and not at its own trigger.
    var ridesOnNumbers: Bool { !isOwn || trigger == .digits || trigger == .lettersAndDigits }
  }

  var signalCount: Int { patternSignals + TextSignal.allCases.count }

  /// - Parameter vocabulary: The words of these rules, where they have been made ready before.
  init(
    _ rules: [Rule], vocabulary: CompiledVocabulary? = nil,
    leavingOut leavesOut: InferenceSteps = []
  ) {
    self.rules = rules
    self.leavesOut = leavesOut
    names = rules.map(\.target.name)
    types = rules.map(\.dataType)
    isOrganisation = rules.map {
      $0.dataType == nil && $0.target.name.hasPrefix("organisation")
    }
    let identifiers = Set(
      rules.indices.filter { rules[$0].dataType?.isNumberedIdentifier ?? false })
    if let vocabulary {
      lexicon = HeadingLexicon(
        vocabulary.headings, longest: vocabulary.longestHeading, identifiers: identifiers)
      labels = vocabulary.labels
    } else {
      lexicon = HeadingLexicon(
        words: rules.map {
          let headings = $0.headings
          return (headings.strong, headings.weak, headings.against)
        },
        identifiers: identifiers)
      labels = RuleIndex.labels(rules)
    }
    var kinds: [[NumberKind]] = Array(repeating: [], count: 32)
    var expressions: [Expression] = []
    var readers: [BuiltInReader: Int] = [:]
    var ruleOfType: [(type: DataType, rule: Int)] = []
    var ruleOfSignal: [Int] = []
    var dummies = DummyNumbers()
    for (number, rule) in rules.enumerated() {
      if let type = rule.dataType, !ruleOfType.contains(where: { $0.type == type }) {
        ruleOfType.append((type, number))
      }
      for dummy in rule.dummies { dummies.add(Array(dummy.utf8)) }
      for pattern in rule.patterns {
        let signal = ruleOfSignal.count
        ruleOfSignal += [number, number]
        switch pattern.form {
        case .regex(let regex):
          expressions.append(
            Expression(
              rule: number, regex: regex, check: pattern.check, signal: signal,
              isOwn: !rule.origin.isBundled, trigger: pattern.trigger))
        case .reader(let reader): if readers[reader] == nil { readers[reader] = number }
        case .digits(let form):
          for length in form.lengths where length < 32 {
            kinds[length].append(
              NumberKind(
                rule: number, name: rule.target.name, type: rule.dataType, signal: signal,
                groupedSignal: signal + 1, digits: length, form: form, check: pattern.check,
                chance: pattern.check?.chance(ofDigits: length) ?? 1, prior: rule.weights.prior,
                hasFreeFront: pattern.check == .myNumber || pattern.check == .residenceRecordCode))
          }
        }
      }
    }
    let base = ruleOfSignal.count
    if let phone = readers[.phone] {
      // Shares of random numbers that the numbering plan lets pass.
      for (digits, signal, chance) in [
        (11, TextSignal.bareMobile, 0.036), (10, .bareFixed, 0.1), (10, .phoneWithoutZero, 0.036),
        (12, .internationalPhone, 0.0005),
      ] {
        kinds[digits].append(
          NumberKind(
            rule: phone, name: DataType.phone.rawValue, type: .phone,
            signal: base + signal.rawValue, groupedSignal: nil, digits: digits,
            form: DigitForm(lengths: [digits]), check: nil, chance: chance, prior: -1.0,
            hasFreeFront: false))
      }
    }
    if let postal = readers[.postalCode] {
      // 142,920 of 10,000,000 codes are given out.
      kinds[7].append(
        NumberKind(
          rule: postal, name: DataType.postalCode.rawValue, type: .postalCode,
          signal: base + TextSignal.listedPostalCode.rawValue, groupedSignal: nil, digits: 7,
          form: DigitForm(lengths: [7]), check: nil, chance: 0.0143, prior: -1.0,
          hasFreeFront: false))
    }
    self.kinds = kinds
    tests = kinds.map { $0.compactMap(KindTest.init) }
    self.expressions = expressions
    shapedRules = Set(
      kinds.joined().filter { $0.type != nil }.map(\.rule)
        + expressions.map(\.rule).filter { rules[$0].dataType != nil }
        + readers.filter { $0.key != .words }.values)
    hasOwnExpressions = expressions.contains { $0.isOwn && $0.ridesOnNumbers }
    ownTriggers = OwnTriggers(expressions.filter { !$0.ridesOnNumbers }.map(\.trigger))
    self.readers = ReaderRules(readers)
    birthRule = readers[.birthDate]
    nearWords = rules.indices.compactMap { number in
      guard let type = rules[number].dataType, type.isStrictIdentifier else { return nil }
      return NearWords(
        rule: number, type: type,
        words: rules[number].near.for.map { CompactText($0).bytes }.filter { $0.count >= 6 },
        weight: rules[number].weights.near)
    }
    self.ruleOfType = ruleOfType
    let named: [DataType] = [.employeeNumber, .healthInsurance, .bankAccount, .careInsuranceNumber]
    namedOnly = named.compactMap { type in ruleOfType.first { $0.type == type } }
    self.dummies = dummies
    patternSignals = base
  }

  /// Signal of the pattern that has the My Number check; `nil` when no rule has it.
  var myNumberSignal: Int? { kinds[12].first { $0.check == .myNumber }?.signal }

  /// The label words of all rules.
  private static func labels(_ rules: [Rule]) -> LabelMatcher {
    // About eighty words a rule.
    var labels = LabelVocabulary(words: rules.count * 80)
    for (number, rule) in rules.enumerated() {
      let (headings, near) = (rule.headings, rule.near)
      for word in headings.strong { labels.add(word) { $0.strong.insert(number) } }
      for word in headings.weak { labels.add(word) { $0.weak.insert(number) } }
      for word in near.for { labels.add(word) { $0.near.insert(number) } }
      for word in near.against { labels.add(word) { $0.against.insert(number) } }
    }
    return LabelMatcher(labels)
  }

  /// The signal of a fixed kind.
  func signal(_ signal: TextSignal) -> Int { patternSignals + signal.rawValue }

  /// The rule of a type, as an index into ``rules``.
  func rule(of type: DataType) -> Int? {
    for entry in ruleOfType where entry.type == type { return entry.rule }
    return nil
  }
}

extension CheckDigit {
  /// Probability that a random number of this length passes.
  ///
  /// - Source: counted over 300,000 random numbers each; a licence must also begin with one of 51 commissions.
  func chance(ofDigits count: Int) -> Double {
    switch self {
    case .myNumber, .residenceRecordCode, .tracking, .ean13, .upcA, .luhn, .lateElderly,
      .publicExpense, .yucho:
      0.1
    case .registeredMail: 0.1
    case .corporateNumber: 0.1
    case .driversLicence: 0.051
    case .paymentCard: count == 16 ? 0.028 : 0.005
    case .insurer: count == 8 ? 0.008 : 0.048
    case .isbn13: 0.0002
    case .localGovernmentCode: 0.047
    case .machineReadable: 0.1
    }
  }
}
