internal import Inventory
internal import Regexes
internal import YAMLTree

/// Examples and counter-examples, held against the rule's own patterns.
extension PackCheck {
  mutating func checkExamples() {
    for (index, example) in syntax.examples.enumerated() {
      let number = index + 1
      let text = TextFolding.folded(example.text.utf8.span)
      let found = TextFolding.folded(example.found.utf8.span)
      if !Self.stands(found, in: text) {
        note(
          .mistake, "found-outside", at: example.position, ja: "例\(number)：foundがtextの中にありません",
          en: "example \(number): 'found' does not stand in 'text'")
        continue
      }
      let fitting = rule.patterns.filter { Self.fits($0, found) }
      if fitting.isEmpty {
        note(
          .mistake, "example-pattern", at: example.position,
          ja: "例\(number)：foundに合うpatternがありません",
          en: "example \(number): no pattern of the rule fits 'found'")
      } else if !fitting.contains(where: { Self.hasTrigger($0.trigger, text) }) {
        note(
          .mistake, "example-trigger", at: example.position,
          ja: "例\(number)：patternのtriggerがtextの中にありません",
          en: "example \(number): the trigger of its pattern does not stand in 'text'")
      } else if !fitting.contains(where: { $0.check?.passes(text: found.span) ?? true }) {
        note(
          .mistake, "example-check", at: example.position, ja: "例\(number)：検査数字が合いません",
          en: "example \(number): the check digit of 'found' fails")
      }
      if let run = DigitRun(found.span), rule.dummies.contains(where: { Self.equals(run, $0) }) {
        note(
          .mistake, "example-dummy", at: example.position, ja: "例\(number)：dummiesにある値です",
          en: "example \(number): 'found' is one of the rule's own dummies")
      }
    }
  }

  /// Whether the pattern recognises the whole of a value.
  ///
  /// Readers are tried with the detector and fit anything here.
  static func fits(_ pattern: RulePattern, _ value: [UInt8]) -> Bool {
    switch pattern.form {
    case .reader: return true
    case .digits(let form):
      guard let run = DigitRun(value.span) else { return false }
      return form.fits(run)
    case .regex(let expression):
      do throws(MatchLimit) {
        var scratch = try MatchScratch()
        return try scratch.firstMatch(of: expression, in: value.span) == 0..<value.count
      } catch {
        return false
      }
    }
  }

  static func hasTrigger(_ trigger: RulePattern.Trigger, _ text: [UInt8]) -> Bool {
    let hasDigit = text.contains { $0 &- 0x30 <= 9 }
    let hasLetter = text.contains { ($0 | 0x20) &- 0x61 < 26 }
    switch trigger {
    case .digits: return hasDigit
    case .lettersAndDigits: return hasDigit && hasLetter
    case .at: return text.contains(0x40)
    case .literals(let words): return words.contains { stands($0, in: text) }
    case .none: return true
    }
  }

  static func stands(_ part: [UInt8], in text: [UInt8]) -> Bool {
    guard !part.isEmpty, part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }

  private static func equals(_ run: DigitRun, _ dummy: String) -> Bool {
    run.count == dummy.utf8.count && run.begins(with: dummy.utf8.map { $0 &- 0x30 })
  }
}
